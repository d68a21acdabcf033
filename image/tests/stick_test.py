"""Sticks: a restock from one, exports to one, and one that is pulled while it is written. One device does for
all of them."""
import hashlib
import os
import shutil
import subprocess

from kiosk import CODES, Kiosk, Shared
from machine import Failed, Machine, make_stick, wait_until
from promise import promise

KIND = "sticks"
SLOW = 16 << 10  # bytes a second: all that is exported takes ten seconds and more
BEGUN = 32 << 10  # bytes, after which the first file is being written
MORE_CODES = "Code\n" + "".join(f"QTLJ05CZ6ZIZB4C{number:03d}\n" for number in range(200, 210))
# How the kiosk sees the sticks, when one was plugged in, and when it was written to.
SEES = "$(grep /run/media/hallpass/ /proc/$(systemctl show -P MainPID hallpass.service)/mounts)"
PLUGGED = f"""[Service]
ExecStartPost=/bin/sh -c 'echo PLUGGED {SEES}'
"""
WRITTEN = f"""[Service]
ExecStopPost=/bin/sh -c 'systemd-cat echo WRITTEN {SEES}'
"""
# As it was before the kiosk could ask.
WRITABLE = """[Service]
ExecStartPost=/bin/mount -o remount,rw=fs /run/hallpass-machine/stick-%I
""" + PLUGGED


# The kiosk is killed as soon as it may write; then nobody sees for it.
KILLS = """[Service]
ExecStartPost=/bin/sh -c 'until grep -q "/run/media/hallpass/.* rw" /proc/self/mounts; do :; done; \\
 systemctl kill --signal=KILL hallpass.service'
ExecStopPost=/bin/sh -c 'systemd-cat echo WRITTEN $(grep /run/media/hallpass/ /proc/self/mounts)'
"""
# What makes a stick writable, and does not look whether somebody is there.
BLIND = KILLS + """ExecStart=
ExecStart=/bin/sh -c 'read name; mount -o remount,rw=fs /run/media/hallpass/$name; echo writable; exec tail -f /dev/null'
"""


def begin(image, folder, plugged=PLUGGED, written=WRITTEN):
    kiosk = Kiosk(Machine(folder, image))
    try:
        kiosk.start(dropins=[("hallpass-stick@.service", plugged), ("hallpass-stick-writing@.service", written)])
        kiosk.wait_for_first_frame()
        kiosk.wait_for_screen("attract", 300)
    except BaseException:
        kiosk.machine.cut_power()
        raise
    return kiosk


def stick_with(folder, name, text):
    """A new stick with that file."""
    shutil.rmtree(f"{folder}/of-the-stick", ignore_errors=True)
    os.makedirs(f"{folder}/of-the-stick/lists")
    with open(f"{folder}/of-the-stick/lists/{name}", "w", encoding="utf-8") as file:
        file.write(text)
    return make_stick(f"{folder}/stick.raw", f"{folder}/of-the-stick/lists", 32)


def plug(kiosk, folder, name="a.txt", text="nothing\n", bytes_a_second=None):
    """A stick, once the kiosk sees it. The image's path."""
    machine = kiosk.machine
    path = stick_with(folder, name, text)
    since = len(machine.text())
    machine.plug_stick(path, bytes_a_second)
    machine.wait_for("PLUGGED /dev", 120, since)
    return path


def look(machine, word):
    """What was told of the stick: nothing can be written to it, and so on."""
    options = machine.told(word).split()[3].split(",")
    if "ro" not in options:
        raise Failed(f"{word}: can be written, {options}")
    if not {"nosuid", "nodev", "noexec"} <= set(options):
        raise Failed(f"{word}: {options}")


def show_hand_over(kiosk):
    if kiosk.scene()["screen"] == "attract":
        kiosk.open_desk()
    if kiosk.scene()["screen"] != "hand-over":
        kiosk.touch_to("nav-hand-over", "hand-over")


def write(kiosk):
    """Touches what writes, once there is a stick for it, which it calls by its label."""
    kiosk.wait_for(lambda scene: any(t["id"] == "write" and t["enabled"] for t in scene["targets"]), 60, "write")
    if "STICK" not in kiosk.target("write")["label"]:
        raise Failed(f"the button is called {kiosk.target('write')['label']}")
    kiosk.touch("write")


def say(scene, words):
    """The screen has the words somewhere."""
    if words not in " ".join(scene["texts"]):
        raise Failed(f"{scene['screen']} says nothing of \"{words}\": {scene['texts']}")


def is_whole(name, contents):
    """Whether a file is what its name says, which ends in the first letters of its hash, or its manifest, which
    has all of them."""
    digest = hashlib.sha256(contents[name]).hexdigest()
    return f"-{digest[:12]}." in name or digest in contents.get(f"{name}.manifest.json", b"").decode()


def whole_files(path, folder):
    """How many files of ours are on the stick, all of them whole, on a file system that was put away."""
    checked = subprocess.run(["fsck.vfat", "-n", path], capture_output=True, text=True, check=False)
    if checked.returncode != 0:
        raise Failed(f"not put away: {checked.stdout}")
    out = f"{folder}/read"
    shutil.rmtree(out, ignore_errors=True)
    os.makedirs(out)
    subprocess.run(["mcopy", "-s", "-n", "-i", path, "::/", out], check=True, stdout=subprocess.DEVNULL)
    contents = {}
    for name in os.listdir(out):
        if name.startswith("hallpass-"):
            with open(f"{out}/{name}", "rb") as file:
                contents[name] = file.read()
    for name, content in contents.items():
        if not name.endswith(".manifest.json") and not is_whole(name, contents):
            raise Failed(f"not whole: {name} with {len(content)} bytes")
    return len(contents)


@promise("codes of a list on a FAT stick that is plugged in come into stock, by a finger",
         control=("the list's codes are in stock already", "never enabled"), long=True)
def restocks(image, folder, note, broken):
    kiosk = Shared.take(lambda: begin(image, folder), KIND)
    machine = kiosk.machine
    try:
        kiosk.open_desk()
        machine.picture(f"{folder}/desk.png")
        kiosk.touch_to("nav-restock", "restock")
        say(kiosk.scene(), "24")
        plug(kiosk, folder, "codes.csv", CODES if broken else MORE_CODES)
        kiosk.wait_for_screen("restock-files", 60)
        machine.picture(f"{folder}/files.png")
        kiosk.touch_to("row-1", "restock-preview")
        machine.picture(f"{folder}/preview.png")
        if not any(target["id"] == "take" and target["enabled"] for target in kiosk.scene()["targets"]):
            raise Failed(f"take was never enabled: {kiosk.scene()['texts']}")
        kiosk.touch_to("take", "restock-done")
        machine.picture(f"{folder}/restocked.png")
        say(kiosk.scene(), "10")
        machine.unplug_stick()
        kiosk.touch_to("overview", "desk")
        kiosk.touch_to("nav-restock", "restock")
        say(kiosk.scene(), "34")
        note("24 codes in stock, then 34")
        Shared.leave(kiosk, KIND)
    except BaseException:
        machine.cut_power()
        raise


@promise("a stick can only be read, and nothing on it is run, a device or gives rights; it is so again after an export",
         control=("it is mounted writable", "can be written"), long=True)
def is_read_only(image, folder, note, broken):
    kiosk = begin(image, folder, WRITABLE) if broken else Shared.take(lambda: begin(image, folder), KIND)
    machine = kiosk.machine
    try:
        show_hand_over(kiosk)
        plug(kiosk, folder)
        look(machine, "PLUGGED")
        since = len(machine.text())
        write(kiosk)
        kiosk.wait_for_screen("hand-over-written", 120)
        machine.wait_for("WRITTEN /dev", 60, since)
        look(machine, "WRITTEN")
        machine.unplug_stick()
        kiosk.touch_to("done", "hand-over")
        note(machine.told("WRITTEN").split()[3].split(",uid")[0])
        Shared.leave(kiosk, KIND)
    except BaseException:
        machine.cut_power()
        raise


@promise("what is exported to a stick is on it whole when the kiosk says that it can be pulled, and the stick was put away",
         control=("it is pulled before", "not put away|not whole|0 files"), long=True)
def exports_whole(image, folder, note, broken):
    kiosk = Shared.take(lambda: begin(image, folder), KIND)
    machine = kiosk.machine
    try:
        show_hand_over(kiosk)
        machine.picture(f"{folder}/hand-over.png")
        path = plug(kiosk, folder, bytes_a_second=SLOW)
        machine.picture(f"{folder}/hand-over-to-a-stick.png")
        write(kiosk)
        wait_until(lambda: machine.stick_has_taken() > BEGUN, 120, "it is being written")
        machine.picture(f"{folder}/writing.png")
        if not broken:
            say(kiosk.wait_for_screen("hand-over-written", 300), "You can pull it now")
            machine.picture(f"{folder}/written.png")
        machine.unplug_stick()
        files = whole_files(path, folder)
        if files != 6:
            raise Failed(f"{files} files are whole")
        kiosk.touch_to("done", "hand-over")
        note(f"{files} files")
        Shared.leave(kiosk, KIND)
    except BaseException:
        machine.cut_power()
        raise


@promise("a stick that is pulled while it is written is told, the kiosk goes on, and the next stick gets all",
         control=("it is not pulled", "it shows hand-over-written"), long=True)
def is_pulled(image, folder, note, broken):
    kiosk = Shared.take(lambda: begin(image, folder), KIND)
    machine = kiosk.machine
    try:
        show_hand_over(kiosk)
        plug(kiosk, folder, bytes_a_second=SLOW)
        write(kiosk)
        wait_until(lambda: machine.stick_has_taken() > BEGUN, 120, "it is being written")
        if not broken:
            machine.unplug_stick()
        scene = kiosk.wait_for(lambda scene: scene["screen"].startswith("hand-over-"), 120, "how it went")
        if scene["screen"] != "hand-over-failed":
            raise Failed(f"it shows {scene['screen']}")
        machine.picture(f"{folder}/pulled.png")
        note(" / ".join(scene["texts"]))
        kiosk.touch_to("again", "hand-over")
        path = plug(kiosk, folder)
        write(kiosk)
        kiosk.wait_for_screen("hand-over-written", 120)
        machine.unplug_stick()
        if whole_files(path, folder) != 6:
            raise Failed("the next stick has not all of it")
        machine.power_off()
    finally:
        machine.cut_power()


@promise("a stick can only be read again when the kiosk dies while it writes, and the kiosk comes back",
         control=("nobody looks whether it is there", "never said WRITTEN|not within .*WRITTEN"), long=True)
def dies(image, folder, note, broken):
    kiosk = begin(image, f"{folder}-dies", written=BLIND if broken else KILLS)
    machine = kiosk.machine
    try:
        show_hand_over(kiosk)
        plug(kiosk, folder, bytes_a_second=SLOW)
        write(kiosk)
        machine.wait_for("WRITTEN /dev", 30)
        look(machine, "WRITTEN")
        kiosk.wait_for_screen("attract", 120)
        note(f"put away: {subprocess.run(['fsck.vfat', '-n', f'{folder}/stick.raw'], capture_output=True, check=False).returncode == 0}")
    finally:
        machine.cut_power()
