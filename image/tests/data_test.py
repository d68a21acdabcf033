"""The data partition: who can open it."""
import shutil

from kiosk import Kiosk
from machine import Failed, Machine
from promise import promise

STATE = """[Unit]
After=hallpass-data.service
DefaultDependencies=no
[Service]
Type=oneshot
StandardOutput=journal
ExecStart=/bin/sh -c 'echo DATA $(cat /run/hallpass-machine/data)'
"""


def start(machine):
    return Kiosk(machine).start(units=[("state.service", STATE)])


@promise("a machine without a TPM starts, and says that its key lies beside its data", long=True)
def without_tpm(image, folder, note):
    machine = Machine(folder, image, tpm=False)
    try:
        start(machine)
        machine.wait_for("SEEN the first frame", 300)
        machine.wait_for("DATA plain", 10)
        note(f"first frame after {machine.age():.0f} s")
    finally:
        machine.cut_power()


@promise("the disk in a machine with another TPM is not opened", long=True)
def other_tpm(image, folder, note):
    machine = Machine(folder, image)
    try:
        start(machine)
        machine.wait_for("SEEN the first frame", 300)
        machine.wait_for("DATA sealed", 10)
        machine.power_off()
        shutil.rmtree(machine.tpm.folder)
        machine.tpm = type(machine.tpm)(machine.tpm.folder)
        start(machine)
        machine.wait_for("DATA locked", 300)
        machine.picture(f"{folder}/locked.png")
        if "SEEN the first frame" in machine.text():
            raise Failed("the data was opened")
        note("refused")
    finally:
        machine.cut_power()
