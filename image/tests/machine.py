"""A virtual machine that boots the image: its disk, TPM, screen, touch panel and serial lines.

Nothing in the image is made for tests. What a test wants to see more of comes as systemd credentials and
words of the kernel's command line, through SMBIOS, as whoever owns a machine's firmware could give them.
"""
import base64
import json
import os
import select
import re
import shutil
import signal
import socket
import subprocess
import time

from board import BOARD

TOLD_ON_SERIAL = (
    f"console={BOARD.serial} systemd.journald.forward_to_console=1 "
    "systemd.journald.max_level_console=info "
    # An emulated processor that others share takes longer than any device for whatever has a limit.
    "systemd.default_device_timeout_sec=1800 systemd.default_timeout_start_sec=1800"
)


class Failed(Exception):
    """What a test promised did not hold."""


def smbios(key, value):
    # A comma ends an option of QEMU; two are one.
    return ["-smbios", f"type=11,value={key}={value}".replace(",", ",,").replace("type=11,,", "type=11,", 1)]


def credential(name, data):
    text = base64.b64encode(data.encode()).decode()
    return smbios(f"io.systemd.credential.binary:{name}", text)


class Tpm:
    """A TPM of its own, whose state lies in `folder` and outlives the machine."""

    def __init__(self, folder):
        self.folder = folder
        os.makedirs(folder, exist_ok=True)
        self.socket = f"{folder}/socket"
        self.process = None

    def start(self):
        self.process = subprocess.Popen(
            ["swtpm", "socket", "--tpm2", "--tpmstate", f"dir={self.folder}", "--ctrl",
             f"type=unixio,path={self.socket}", "--flags", "startup-clear", "--terminate"],
            stderr=subprocess.DEVNULL)
        wait_until(lambda: os.path.exists(self.socket), 20, "the TPM's socket")

    def options(self):
        return ["-chardev", f"socket,id=tpm,path={self.socket}", "-tpmdev", "emulator,id=tpm0,chardev=tpm",
                "-device", f"{BOARD.tpm},tpmdev=tpm0"]

    def stop(self):
        if self.process:
            self.process.terminate()
            self.process.wait()
            self.process = None


def hold(seconds):
    """For as long as a finger is down, or until a guest, which tells nobody, is looked at again."""
    select.select([], [], [], seconds)


def wait_until(is_so, seconds, what):
    """Polls, for what happens inside of a guest tells nobody outside. `seconds` of a machine that has
    nothing else to do: a busy one gets as many times more as work waits for its processors."""
    seconds *= max(1, os.getloadavg()[0] / os.cpu_count())
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        answer = is_so()
        if answer:
            return answer
        hold(0.1)
    raise Failed(f"not within {seconds:.0f} s: {what}")


def make_stick(path, folder, megabytes):
    """The image of a FAT stick that holds the files of `folder`, in a folder of the same name."""
    with open(path, "wb") as file:
        file.truncate(megabytes << 20)
    subprocess.run(["mkfs.vfat", "-n", "STICK", path], check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["mcopy", "-s", "-i", path, folder, "::/"], check=True)
    return path


def copy_sparse(path, copy):
    subprocess.run(["cp", "--sparse=always", path, copy], check=True)


class Machine:
    """One device: its disk, firmware settings and TPM stay from one start to the next. It has a TPM where the board has
    one, and it is not asked to have none."""

    # Its clock counts instructions, 250 million a second, and real time only where it rests: a host that has no time
    # for it seems slow to nobody inside. Two processors would stand still then.
    clock = ("-accel", "tcg,thread=single", "-icount", "shift=2,sleep=on")

    def __init__(self, folder, image, tpm=True, size="4G"):
        self.folder = folder
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
        self.disk = f"{folder}/disk.raw"
        copy_sparse(image, self.disk)
        subprocess.run(["truncate", "--size", size, self.disk], check=True)
        self.variables = f"{folder}/firmware.fd"
        copy_sparse(BOARD.variables, self.variables)
        self.tpm = Tpm(f"{folder}/tpm") if tpm and BOARD.tpm else None
        self.process = None
        self.monitor = None
        self.starts = 0
        self.slow_stick = False
        self.extra = []  # options of QEMU, from the next start on
        self.files = []  # open ones that QEMU inherits
        self.firmware = BOARD.firmware

    def require_signatures(self):
        """From the next start on its firmware has Secure Boot. It knows no key yet."""
        self.firmware, *options = BOARD.signed
        self.extra += options

    def twin(self, folder):
        """Another device, as this one is now, where it is off or stands still: the same disk, firmware settings and
        TPM."""
        twin = Machine(folder, self.disk, tpm=bool(self.tpm))
        shutil.copy(self.variables, twin.variables)
        if self.tpm:
            shutil.copytree(self.tpm.folder, twin.tpm.folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("socket"))
        return twin

    def after_a_cut(self, folder):
        """Another device, as this one would be had its power gone now; this one goes on, and notices nothing. For its
        disk a process that stands still is one that was killed."""
        begun = time.monotonic()
        self.process.send_signal(signal.SIGSTOP)
        os.waitpid(self.process.pid, os.WUNTRACED)
        twin = self.twin(folder)
        self.process.send_signal(signal.SIGCONT)
        self.started += time.monotonic() - begun
        return twin

    def start(self, credentials=(), words="", quiet=False):
        """Switches it on. `quiet`: as in the field, without a word on the serial line."""
        self.starts += 1
        self.serial = f"{self.folder}/serial.{self.starts}"
        self.feed = f"{self.folder}/feed.{self.starts}"
        self.socket = f"{self.folder}/monitor.{self.starts}"
        if self.tpm:
            self.tpm.start()
        words = (words if quiet else f"{TOLD_ON_SERIAL} {words}").strip()
        options = [
            *self.clock, *BOARD.machine, "-smp", "1", "-m", "1024",
            "-nic", "none", "-no-reboot", "-display", "none", "-monitor", "none",
            "-device", "virtio-rng-pci", "-drive", f"if=none,id=disk,file={self.disk},format=raw",
            "-device", "virtio-blk-pci,drive=disk", "-device", f"{BOARD.screen},xres=1280,yres=800",
            "-device", "virtio-multitouch-pci", "-device", "virtio-tablet-pci", "-device", "virtio-keyboard-pci",
            "-device", "qemu-xhci,id=usb",
            "-drive", f"if=pflash,format=raw,unit=0,readonly=on,file={self.firmware}",
            "-drive", f"if=pflash,format=raw,unit=1,file={self.variables}",
            "-chardev", f"file,id=serial,path={self.serial}", "-serial", "chardev:serial",
            "-chardev", f"file,id=feed,path={self.feed}", "-serial", "chardev:feed",
            "-qmp", f"unix:{self.socket},server=on,wait=off",
            *(self.tpm.options() if self.tpm else []), *self.extra,
        ]
        if words:
            options += smbios("io.systemd.stub.kernel-cmdline-extra", words)
        for name, data in credentials:
            options += credential(name, data)
        self.monitor = None
        self.started = time.monotonic()
        with open(f"{self.folder}/qemu.{self.starts}", "w", encoding="utf-8") as errors:
            self.process = subprocess.Popen([BOARD.emulator, *options], stdin=subprocess.DEVNULL, stderr=errors,
                                            pass_fds=self.files)

    def age(self):
        """For how many seconds it ran."""
        return time.monotonic() - self.started

    def is_running(self):
        return self.process is not None and self.process.poll() is None

    def text(self, path=None):
        try:
            with open(path or self.serial, encoding="utf-8", errors="replace") as file:
                return file.read().replace("\r", "")
        except FileNotFoundError:
            return ""

    def wait_for(self, pattern, seconds, since=0):
        """The match of `pattern` in what the serial line told after `since` characters."""
        def look():
            found = re.compile(pattern).search(self.text(), since)
            if not found and not self.is_running():
                with open(f"{self.folder}/qemu.{self.starts}", encoding="utf-8") as file:
                    raise Failed(f"the machine is off, and never said {pattern}: {file.read()[-500:]}")
            return found
        return wait_until(look, seconds, pattern)

    def has_told(self, pattern):
        return re.search(pattern, self.text()) is not None

    def told(self, word):
        """What stood last behind `word` in a line of the serial line."""
        found = re.findall(rf"\b{word}( .*)?$", self.text(), re.MULTILINE)
        if not found:
            raise Failed(f"nothing was told of {word}")
        return found[-1].strip()

    def ask(self, command, **arguments):
        """A command of QEMU's monitor."""
        if self.monitor is None:
            connection = socket.socket(socket.AF_UNIX)

            def connect():
                try:
                    connection.connect(self.socket)
                except OSError:
                    return False
                return True
            wait_until(connect, 20, "QEMU's monitor")
            self.monitor = connection.makefile("rw")
            self.monitor.readline()
            self.ask("qmp_capabilities")
        self.monitor.write(json.dumps({"execute": command, "arguments": arguments}) + "\n")
        self.monitor.flush()
        while True:
            line = self.monitor.readline()
            if not line:
                raise Failed(f"QEMU ended at {command}")
            answer = json.loads(line)
            if "error" in answer:
                raise Failed(f"{command}: {answer['error']['desc']}")
            if "return" in answer:
                return answer["return"]

    def picture(self, path):
        """The screen as it is, as a PNG file."""
        self.ask("screendump", filename=path, format="png")
        return path

    def send(self, *events):
        self.ask("input-send-event", events=list(events))

    def press_keys(self, *keys):
        self.ask("send-key", keys=[{"type": "qcode", "data": key} for key in keys])

    def plug_stick(self, path, bytes_a_second=None):
        """A stick with the file system of the image `path`, at a port of the running machine; it takes no
        more than so many bytes a second where that is said."""
        image = {"driver": "raw", "file": {"driver": "file", "filename": path}}
        if bytes_a_second:
            self.ask("object-add", **{"qom-type": "throttle-group", "id": "slow",
                                      "limits": {"bps-write": bytes_a_second}})
            image = {"driver": "throttle", "throttle-group": "slow", "file": image}
        self.slow_stick = bool(bytes_a_second)
        self.ask("blockdev-add", **{"node-name": "stick", **image})
        self.ask("device_add", driver="usb-storage", id="plugged", drive="stick", bus="usb.0", removable=True)

    def stick_has_taken(self):
        """How many bytes were written to the stick since it was plugged in."""
        return sum(each["stats"]["wr_bytes"] for each in self.ask("query-blockstats")
                   if "plugged" in each.get("qdev", ""))

    def unplug_stick(self):
        """Pulls it, whatever the machine does with it; its image is all that is left of it."""
        self.ask("device_del", id="plugged")

        def is_gone():
            try:
                self.ask("blockdev-del", **{"node-name": "stick"})
            except Failed:
                return False
            return True
        wait_until(is_gone, 20, "the stick is out")
        if self.slow_stick:
            self.ask("object-del", id="slow")

    def cut_power(self):
        if self.is_running():
            self.process.kill()
        self.let_go()

    def let_go(self):
        if self.process:
            self.process.wait()
        if self.tpm:
            self.tpm.stop()

    def throw_away(self):
        shutil.rmtree(self.folder)

    def wait_until_off(self, seconds):
        wait_until(lambda: not self.is_running(), seconds, "the machine is off")
        self.let_go()

    def power_off(self, seconds=90):
        """Its power button."""
        self.ask("system_powerdown")
        self.wait_until_off(seconds)
