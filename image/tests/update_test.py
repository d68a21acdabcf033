"""The update by stick."""
import os

from kiosk import Kiosk
from machine import Failed, Machine, make_stick
from promise import promise

# Which version runs, and what the boot loader has.
TELL = """[Unit]
After=multi-user.target seen.service
[Service]
ExecStart=/bin/sh -c '. /usr/lib/os-release; echo RUNS $IMAGE_VERSION; systemctl is-system-running --wait; \\
 echo ENTRIES $(ls /boot/EFI/Linux); echo DATA $(cat /run/hallpass-machine/data); \\
 echo CLASS $(HALLPASS_DATA=/var/lib/hallpass hallpass status | head -n 5); echo TOLD'
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


def start(machine):
    kiosk = Kiosk(machine).start(units=[("tell.service", TELL)], dropins=[("hallpass-update@.service", THEN)])
    kiosk.wait_for_first_frame()
    machine.wait_for("TOLD", 120)
    return kiosk


def spoil(folder, copy):
    """The update with one byte of its root turned over, as a stick that lies would give it."""
    os.makedirs(copy)
    for name in os.listdir(folder):
        with open(f"{folder}/{name}", "rb") as file:
            data = bytearray(file.read())
        if ".root." in name:
            data[len(data) // 2] ^= 1
        with open(f"{copy}/{name}", "wb") as file:
            file.write(data)
    return copy


@promise("an update on a stick is installed while the kiosk goes on, and the next start is the new version with the same "
         "class", control=("one byte of the update is another", "was not installed"), long=True)
def by_stick(image, folder, note, broken):
    machine = Machine(folder, image)
    update = next_version(image)
    try:
        start(machine)
        if broken:
            update = spoil(update, f"{folder}/spoilt/hallpass-update")
        begun = machine.age()
        machine.plug_stick(make_stick(f"{folder}/stick.raw", update, 512))
        machine.wait_for("INSTALLED", 600)
        installed = machine.told("ENTRIES")
        note(f"installed within {machine.age() - begun:.0f} s")
        if "+3" not in installed:
            raise Failed(f"the update was not installed: {installed}")
        machine.power_off()
        start(machine)
        if machine.told("RUNS") != "9.9" or machine.told("DATA") != "sealed" or "AZ-104" not in machine.told("CLASS"):
            raise Failed(f"{machine.told('RUNS')} runs, {machine.told('DATA')}, {machine.told('CLASS')}")
        if "hallpass_9.9.efi" not in machine.told("ENTRIES"):
            raise Failed(f"it is not marked good: {machine.told('ENTRIES')}")
    finally:
        machine.cut_power()
