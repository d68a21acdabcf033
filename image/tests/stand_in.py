"""The scripts of the data partition on a machine that is only folders, for what takes too long in QEMU: a power
cut before each thing that they do.

cryptsetup is the real one, on files; what needs the kernel's device mapper or a TPM is played. What is in
`memory` is gone with the power.
"""
import os
import shutil
import subprocess

SCRIPTS = os.path.join(os.path.dirname(__file__), "../mkosi/mkosi.extra/usr/lib/hallpass")
PARTITIONS = ("hallpass-data", "hallpass-data-b")
QUICK = "--pbkdf pbkdf2 --pbkdf-force-iterations 1000"

# What the scripts call, in place of the program of that name. `step` ends the power where its turn has come.
PROGRAMS = {
    "cryptsetup": """case $1 in luksDump | isLuks) ;; *) step "$@" ;; esac
exec "$real" "$@"
""",
    "systemd-cryptsetup": """step "$@"
case $1 in
  detach) rm $M/memory/mapper/$2; exit ;;
esac
mkdir -p $M/memory/mapper
case $3 in
  */nothing) content=$M/memory/nothing-open ;;
  *)
    uuid=$(cryptsetup luksUUID $3)
    if [ "$4" = - ]; then key=$M/tpm/$uuid; else key=$4; fi
    cryptsetup open --test-passphrase --key-file $key $3
    content=$M/disk/content/$uuid ;;
esac
mkdir -p $content
ln -s $content $M/memory/mapper/$2
""",
    # Enrols the TPM and takes the slot of the key that it was unlocked with.
    "systemd-cryptenroll": f"""step "$@"
for word; do case $word in --unlock-key-file=*) key=${{word#*=}} ;; esac; partition=$word; done
new=$M/tpm/$(cryptsetup luksUUID $partition)
head -c 32 /dev/urandom >$new
cryptsetup luksAddKey --batch-mode --key-file $key {QUICK} $partition $new
cryptsetup luksRemoveKey --batch-mode --key-file $key $partition
""",
    "systemd-repart": f"""step "$@"
for word; do case $word in --key-file=*) key=${{word#*=}} ;; esac; done
[ -n "${{key:-}}" ] || {{ key=$M/memory/first.key; head -c 64 /dev/urandom >$key; }}
cryptsetup luksFormat --batch-mode --type luks2 --label hallpass-data --key-file $key {QUICK} $M/disk/hallpass-data
[ ! -e $M/tpm ] || systemd-cryptenroll --unlock-key-file=$key $M/disk/hallpass-data
echo PARTNAME=hallpass-data >$M/disk/uevent
""",
    "systemd-makefs": """step "$@"
rm -rf $2/*
""",
    "mount": """step "$@"
for word; do from=${to:-}; to=$word; done
rmdir $to
ln -s "$(readlink $from)" $to
""",
    "umount": """step "$@"
rm $1
mkdir $1
""",
    "mountpoint": "[ -L $2 ]\n",
    "udevadm": "",
    "blkdiscard": 'step "$@"\n',
    **{name: 'step "$@"\nexec "$real" "$@"\n' for name in ("cp", "dd", "mv", "rm", "shred", "sync")},
}
# The rest of a program is not counted again: what it calls, it calls with the counting off.
HEAD = """#!/bin/sh
set -eu
M={folder}
real={real}
step() {{
  [ -z "${{QUIET:-}}" ] || return 0
  echo "${{0##*/}} $*" >>$M/steps
  [ "$(wc -l <$M/steps)" != "$(cat $M/cut)" ] || kill -KILL 0
  export QUIET=1
}}
"""


class StandIn:
    """A device, whose first start is made. `break_it` changes the text of a script, as a control does."""

    def __init__(self, folder, sealed, break_it=lambda name, text: text):
        shutil.rmtree(folder, ignore_errors=True)
        self.folder = folder
        for name in ("disk/esp", "bin", "scripts", *(["tpm"] if sealed else [])):
            os.makedirs(f"{folder}/{name}")
        for name in PARTITIONS:
            with open(f"{folder}/disk/{name}", "wb") as file:
                file.truncate(32 << 20)
        for name, body in PROGRAMS.items():
            self.write(f"bin/{name}", HEAD.format(folder=folder, real=shutil.which(name)) + body)
        for name in ("disk", "data", "renew"):
            with open(f"{SCRIPTS}/{name}", encoding="utf-8") as file:
                self.write(f"scripts/{name}", self.at_home(break_it(name, file.read())))

    def keep(self):
        """As it is now, it comes back by bring_back()."""
        for name in self.lasting():
            subprocess.run(["cp", "-a", "--sparse=always", f"{self.folder}/{name}", f"{self.folder}/kept-{name}"], check=True)
        return self

    def bring_back(self):
        for name in self.lasting():
            shutil.rmtree(f"{self.folder}/{name}")
            subprocess.run(["cp", "-a", "--sparse=always", f"{self.folder}/kept-{name}", f"{self.folder}/{name}"], check=True)

    def lasting(self):
        return [name for name in ("disk", "tpm") if os.path.isdir(f"{self.folder}/{name}")]

    def at_home(self, text):
        """A script with the places of this machine."""
        for place, here in {
                "/usr/lib/hallpass/": "/scripts/", "/dev/disk/by-partlabel/": "/disk/", "/run/hallpass-machine": "/memory/state",
                "/boot/hallpass": "/disk/esp", "/dev/tpmrm0": "/tpm", "/dev/mapper/": "/memory/mapper/",
                "/sys/class/block/*/uevent": "/disk/uevent", "/usr/lib/systemd/": "/bin/"}.items():
            text = text.replace(place, self.folder + here)
        return text.replace("-o hallpass -g hallpass ", "").replace("[ -b ", "[ -f ").replace("[ -c ", "[ -d ")

    def write(self, name, text):
        with open(f"{self.folder}/{name}", "w", encoding="utf-8") as file:
            file.write(text)
        os.chmod(f"{self.folder}/{name}", 0o755)

    def run(self, script, *arguments, cut=0):
        """Whether it ran to its end; the power goes before its step number `cut`."""
        self.write("cut", str(cut))
        self.write("steps", "")
        with open(f"{self.folder}/told", "w", encoding="utf-8") as told:
            ended = subprocess.run([f"{self.folder}/scripts/{script}", *arguments], stdout=told, stderr=told, check=False,
                                   start_new_session=True, env={"PATH": f"{self.folder}/bin:{os.environ['PATH']}"})
        return ended.returncode == 0

    def start(self, cut=0):
        """Switches it on; what was in memory is gone."""
        shutil.rmtree(f"{self.folder}/memory", ignore_errors=True)
        os.makedirs(f"{self.folder}/memory/state")
        return self.run("data", cut=cut)

    def ask(self, erasure, cut=0):
        """As the kiosk does once its ledger is erased."""
        self.write("memory/state/kiosk/erased", erasure)
        return self.run("renew", "ask", cut=cut)

    def steps(self):
        return self.text("steps").splitlines()

    def text(self, name):
        try:
            with open(f"{self.folder}/{name}", encoding="utf-8") as file:
                return file.read()
        except FileNotFoundError:
            return ""

    def state(self, name):
        """What the scripts tell the kiosk."""
        return self.text(f"memory/state/{name}").strip()

    def var(self, name):
        """A file below /var."""
        return f"{self.folder}/memory/mapper/hallpass-data/{name}"

    def headers(self):
        """The id of each partition's LUKS header."""
        ids = (subprocess.run(["cryptsetup", "luksUUID", f"{self.folder}/disk/{name}"], capture_output=True, text=True,
                              check=False).stdout.strip() for name in PARTITIONS)
        return [one for one in ids if one]

    def keys_on_esp(self):
        return sorted(os.listdir(f"{self.folder}/disk/esp"))

    def opens(self, key):
        """Whether `key` opens any partition."""
        self.write("tried", "")
        with open(f"{self.folder}/tried", "wb") as file:
            file.write(key)
        return any(subprocess.run(["cryptsetup", "open", "--test-passphrase", "--key-file", f"{self.folder}/tried",
                                   f"{self.folder}/disk/{name}"], capture_output=True, check=False).returncode == 0
                   for name in PARTITIONS)

    def key(self):
        """What opens the partition that is in use: the TPM's, or the one on the ESP."""
        tpm = f"{self.folder}/tpm"
        place = f"{tpm}/{self.headers()[0]}" if os.path.isdir(tpm) else f"{self.folder}/disk/esp/{self.keys_on_esp()[0]}"
        with open(place, "rb") as file:
            return file.read()
