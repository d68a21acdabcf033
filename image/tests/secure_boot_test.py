"""Secure Boot, with the venue's keys."""
import glob
import os
import subprocess

from kiosk import SEEN, Kiosk
from machine import Failed, Machine, wait_until
from promise import promise
from root_test import flip, partition

STATE = """[Unit]
After=seen.service
[Service]
Type=oneshot
StandardOutput=journal
ExecStart=/bin/sh -c 'echo SECURE $(od -An -tu1 -j4 -N1 /sys/firmware/efi/efivars/SecureBoot-*)'
"""
REFUSED = "[Dd]enied|[Vv]iolation"


def switch_on(machine):
    return Kiosk(machine).start(units=[("state.service", STATE)])


def spoil_kernel(machine, folder, broken):
    """Turns one bit over in the middle of the kernel's file on the ESP, or none where `broken`."""
    begin, _ = partition(machine.disk, "esp")
    esp = f"{machine.disk}@@{begin}"
    subprocess.run(["mcopy", "-n", "-o", "-i", esp, "::/EFI/Linux/hallpass*.efi", f"{folder}/"], check=True)
    kernel, = glob.glob(f"{folder}/hallpass*.efi")
    flip(kernel, os.path.getsize(kernel) // 2, 0 if broken else 1)
    subprocess.run(["mcopy", "-o", "-i", esp, kernel, "::/EFI/Linux/"], check=True)


@promise("the first start gives the venue's keys to a firmware that has none; from then on it starts what is signed by them, and "
         "refuses a kernel with one bit turned over", control=("no bit is turned over", "was started"), long=True)
def secure_boot(image, folder, note, broken):
    machine = Machine(folder, image)
    machine.require_signatures()
    try:
        switch_on(machine)
        machine.wait_until_off(300)  # The boot loader starts the machine anew once the keys are there.
        if SEEN in machine.text():
            raise Failed("the keys were not given to the firmware")
        switch_on(machine).wait_for_first_frame(600)
        machine.wait_for("SECURE", 60)
        if machine.told("SECURE") != "1":
            raise Failed(f"the firmware asks for no signature: {machine.told('SECURE')}")
        machine.power_off()
        spoil_kernel(machine, folder, broken)
        switch_on(machine)
        wait_until(lambda: SEEN in machine.text() or machine.has_told(REFUSED), 300, "a frame, or a refusal")
        if SEEN in machine.text():
            raise Failed("a kernel that was changed was started")
        note("keys taken, started, and a changed kernel refused")
    finally:
        machine.cut_power()
