"""The update by stick, and the way back."""
import os
import random
import subprocess
import sys

import power_test
from board import BOARD
from kiosk import SEEN, Kiosk
from machine import Failed, Machine, make_stick, wait_until
from promise import promise
from root_test import damage, partition

# Within them it is written, on a host that has time for it.
SECONDS_OF_AN_UPDATE = 100
# Which version runs, and what the boot loader has.
TELL = """[Unit]
After=multi-user.target seen.service
[Service]
ExecStart=/bin/sh -c '. /usr/lib/os-release; echo RUNS $IMAGE_VERSION; systemctl is-system-running --wait; \\
 echo ENTRIES $(ls /boot/EFI/Linux); echo DATA $(cat /run/hallpass-machine/data); \\
 echo CLASS $(HALLPASS_DATA=/var/lib/hallpass hallpass class show); echo TOLD'
"""
# The same, once the update is written.
THEN = """[Service]
ExecStopPost=/bin/sh -c 'echo ENTRIES $(ls /boot/EFI/Linux); echo INSTALLED $SERVICE_RESULT'
"""


def next_version(image):
    """The folder of the update that image/test made beside the image."""
    folder = os.path.join(os.path.dirname(os.path.dirname(image)), "next", "hallpass-update")
    if not os.path.isdir(folder):
        raise Failed("there is no next version: image/test --all makes it")
    return folder


def switch_on(machine, more=""):
    return Kiosk(machine).start(units=[("tell.service", TELL)], dropins=[("hallpass-update@.service", THEN + more)])


def start(machine, more=""):
    switch_on(machine, more).wait_for_first_frame(600)
    machine.wait_for("TOLD", 120)


def version_of(image):
    return os.path.basename(image)[len("hallpass_"):-len(".raw")]


def spoil(folder, copy):
    """The update with one byte of its root turned over, as a stick that lies would give it."""
    os.makedirs(copy, exist_ok=True)
    for name in os.listdir(folder):
        with open(f"{folder}/{name}", "rb") as file:
            data = bytearray(file.read())
        if ".root." in name:
            data[len(data) // 2] ^= 1
        with open(f"{copy}/{name}", "wb") as file:
            file.write(data)
    return copy


class Updated:
    """A device whose other slot holds the next version, and that was not started since. One test makes it; to
    write an update takes longer than most tests."""
    kept = None

    @classmethod
    def make(cls, image, folder, note, update):
        machine = Machine(folder, image)
        try:
            start(machine)
            begun = machine.age()
            machine.plug_stick(make_stick(f"{folder}/stick.raw", update, 512))
            machine.wait_for("INSTALLED", 600)
            note(f"installed within {machine.age() - begun:.0f} s")
            if "+3" not in machine.told("ENTRIES"):
                raise Failed(f"the update was not installed: {machine.told('ENTRIES')}")
            machine.power_off()
        except BaseException:
            machine.cut_power()
            raise
        return machine

    @classmethod
    def take(cls, image, folder, note):
        """A device of its own for a test, in `folder`."""
        cls.kept = cls.kept or cls.make(image, f"{folder}-written", note, next_version(image))
        return cls.kept.twin(folder)


def expect(machine, *versions):
    """The device runs one of `versions`, with the data that it had."""
    if machine.told("RUNS") not in versions or machine.told("DATA") != BOARD.data or "AZ-104" not in machine.told("CLASS"):
        raise Failed(f"{machine.told('RUNS')} runs, {machine.told('DATA')}, {machine.told('CLASS')}")


def start_and_look(machine, version):
    """Which version runs now: that, or the next one."""
    start(machine)
    expect(machine, version, "9.9")
    return machine.told("RUNS")


@promise("an update on a stick is installed while the kiosk goes on, and the next start is the new version with the same "
         "class", control=("one byte of the update is another", "was not installed"), long=True)
def by_stick(image, folder, note, broken):
    if broken:
        Updated.make(image, folder, note, spoil(next_version(image), f"{folder}-spoilt/hallpass-update"))
    machine = Updated.take(image, folder, note)
    try:
        start(machine)
        expect(machine, "9.9")
        if "hallpass_9.9.efi" not in machine.told("ENTRIES"):
            raise Failed(f"it is not marked good: {machine.told('ENTRIES')}")
        machine.power_off()
    finally:
        machine.cut_power()


@promise("a new version whose root is damaged never shows a frame, and after three starts the version before is back, with "
         "the same class", control=("no bit is turned over", "9.9 runs"), long=True)
def falls_back(image, folder, note, broken):
    machine = Updated.take(image, f"{folder}-back", note)
    version = version_of(image)
    damage(machine.disk, "hallpass_9.9", broken)
    try:
        for _ in range(4):
            switch_on(machine)
            wait_until(lambda: SEEN in machine.text() or not machine.is_running(), 300, "a frame, or the end")
            if SEEN in machine.text():
                break
            machine.let_go()
        machine.wait_for("TOLD", 120)
        expect(machine, version)
        note(f"the start number {machine.starts} is {version}; " + machine.told("ENTRIES"))
        if machine.starts != 4:
            raise Failed(f"not the fourth start but number {machine.starts}")
    finally:
        machine.cut_power()


def empty_kernel(machine, folder):
    """As a cut leaves it that comes once the name of the next version's kernel is on the disk, and its content is not."""
    begin, _ = partition(machine.disk, "esp")
    os.makedirs(folder, exist_ok=True)
    name, = [name for name in Updated.kept.told("ENTRIES").split() if "_9.9" in name]
    with open(f"{folder}/{name}", "wb") as kernel:
        subprocess.run(["mcopy", "-o", "-i", f"{machine.disk}@@{begin}", kernel.name, "::/EFI/Linux/"], check=True)


# The update of an image in which an empty kernel counts as installed.
TAKES_IT = """ExecStartPre=
ExecStartPre=/bin/ln -sfn /run/hallpass-machine/stick-%I/hallpass-update /run/hallpass-update
"""


@promise("an update whose kernel a power cut left empty does not run, and the same stick installs it again", control=(
    "nobody removes the empty kernel", "was not installed again"), long=True)
def is_installed_again(image, folder, note, broken):
    machine = Updated.take(image, f"{folder}-again", note)
    empty_kernel(machine, f"{folder}-empty")
    try:
        start(machine, TAKES_IT if broken else "")
        expect(machine, version_of(image))
        machine.plug_stick(make_stick(f"{machine.folder}/stick.raw", next_version(image), 512))
        machine.wait_for("INSTALLED success", 600)
        machine.power_off()
        if start_and_look(machine, version_of(image)) != "9.9":
            raise Failed(f"it was not installed again: {machine.told('ENTRIES')}")
    finally:
        machine.cut_power()


class Plain:
    """A device that was started once, and is off. One test makes it."""
    kept = None

    @classmethod
    def take(cls, image, folder):
        if not cls.kept:
            machine = Machine(f"{folder}-plain", image)
            try:
                start(machine)
                machine.power_off()
            finally:
                machine.cut_power()
            cls.kept = machine
        return cls.kept.twin(folder)


def updates_cut(image, folder, moments):
    """Devices whose power went so many seconds after a stick with an update was plugged in, each with whether it was
    installed by then; fewer of them where it was installed before."""
    machine = Plain.take(image, f"{folder}/begun")
    try:
        start(machine)
        machine.plug_stick(make_stick(f"{folder}/stick.raw", next_version(image), 512))
        machine.wait_for("hallpass-update@|hallpass-stick@", 120)
        begun = machine.age()
        for number, moment in enumerate(moments):
            wait_until(lambda moment=moment: machine.age() - begun >= moment or machine.has_told("INSTALLED"),
                       moment + 60, "a cut")
            installed = machine.has_told("INSTALLED")
            yield machine.after_a_cut(f"{folder}/{number}"), installed
            if installed:
                return
    finally:
        machine.cut_power()


def look_at_updated(machine, installed, image, broken):
    """Which version runs after the cut."""
    if broken:
        damage(machine.disk, "hallpass_", False)
    try:
        runs = start_and_look(machine, version_of(image))
        print(f"cut: {runs} runs, {machine.told('ENTRIES')}", file=sys.stderr, flush=True)
        if runs != "9.9" and installed:
            raise Failed(f"it was installed, and {runs} runs: {machine.told('ENTRIES')}")
        return runs
    finally:
        machine.cut_power()


@promise("an update whose writing is cut anywhere leaves a device that starts, with its class; one that was installed runs",
         control=("the version that runs is damaged too", "never|not within"), long=True)
def update_cuts(image, folder, note, broken):
    folder += "-cut"
    ran = []
    wanted = 1 if broken else power_test.fifths_of_cuts(1)
    while len(ran) < wanted:
        count = min(power_test.AT_ONCE, wanted - len(ran))
        # The control's comes before the next version could run in place of the damaged one.
        moments = [1] if broken else sorted(random.uniform(0, SECONDS_OF_AN_UPDATE) for _ in range(count))
        for machine, installed in list(updates_cut(image, folder, moments)):
            ran.append(look_at_updated(machine, installed, image, broken))
            machine.throw_away()
    note(f"{len(ran)} cuts; then {ran.count('9.9')} times the new version ran")
