"""The data partition: who can open it, and what it keeps for the machine."""
import shutil

from kiosk import Kiosk
from machine import Failed, Machine
from promise import promise

# What goes to the console is plymouth's until the display starts.
STATE = """[Unit]
After=hallpass-data.service hallpass-display.service
DefaultDependencies=no
[Service]
Type=oneshot
StandardOutput=journal
ExecStart=/bin/sh -c 'echo DATA $(cat /run/hallpass-machine/data)'
"""
# As the kiosk shows it.
KEY = """[Unit]
After=seen.service
[Service]
Type=oneshot
StandardOutput=journal
ExecStart=/bin/sh -c 'echo KEY $(cat /run/hallpass-machine/recovery-key)'
"""
# As the kiosk sets it, for its user; and what is the machine's for ever. This firmware gives it no id.
ZONE = """[Unit]
After=seen.service dbus.service
[Service]
Type=oneshot
ExecStart=/bin/sh -c 'echo ID $(cat /etc/machine-id); echo JOURNALS $(ls /var/log/journal | wc -l); echo ZONE $(date +%%Z); \\
 setpriv --reuid hallpass --clear-groups busctl call org.freedesktop.timedate1 /org/freedesktop/timedate1 \\
 org.freedesktop.timedate1 SetTimezone sb Asia/Tokyo 0; echo THEN $(date +%%Z)'
"""


def start(machine, units=()):
    return Kiosk(machine).start(units=[("state.service", STATE), *units])


@promise("a machine without a TPM starts, and says that its key lies beside its data; the next start opens it, and has the "
         "time zone that was set, and the same id", control=("it has a TPM", "DATA plain"), long=True)
def without_tpm(image, folder, note, broken):
    machine = Machine(folder, image, tpm=broken)
    ids = set()
    try:
        for zone in ("UTC", "JST"):
            age = start(machine, [("zone.service", ZONE)]).wait_for_first_frame()
            machine.wait_for("DATA plain", 10)
            machine.wait_for("THEN JST", 60)
            if machine.told("ZONE") != zone:
                raise Failed(f"the zone is {machine.told('ZONE')}, not {zone}")
            ids.add(machine.told("ID"))
            note(f"first frame after {age:.0f} s")
            machine.power_off()
        if len(ids) != 1 or machine.told("JOURNALS") != "1":
            raise Failed(f"its ids are {ids}, and it has {machine.told('JOURNALS')} journals")
    finally:
        machine.cut_power()


@promise("the disk in a machine with another TPM is not opened until its recovery key is typed; then it starts with its class",
         control=("the TPM is the same", "was opened"), long=True, needs_tpm=True)
def other_tpm(image, folder, note, broken):
    machine = Machine(folder, image)
    try:
        start(machine, [("key.service", KEY)]).wait_for_first_frame()
        machine.wait_for("DATA sealed", 10)
        machine.wait_for("KEY [a-z-]{71}", 60)
        key = machine.told("KEY")
        machine.power_off()
        if not broken:
            shutil.rmtree(machine.tpm.folder)
            machine.tpm = type(machine.tpm)(machine.tpm.folder)
        kiosk = start(machine)
        if machine.wait_for("DATA (locked|sealed)", 300).group(1) == "sealed":
            raise Failed("the data was opened")
        kiosk.wait_for_screen("locked", 300)
        machine.picture(f"{folder}/locked.png")
        for letter in key.replace("-", "").upper():
            kiosk.touch_and_see(f"key-{letter}")
        machine.picture(f"{folder}/typed.png")
        kiosk.touch("open")
        kiosk.wait_for(lambda scene: any("STARTS ANEW" in text for text in scene["texts"]), 120, "that it opens")
        machine.wait_until_off(90)
        kiosk = start(machine)
        machine.wait_for("DATA sealed", 300)
        kiosk.wait_for_screen("attract", 300)
        note("refused, then opened by its recovery key")
    finally:
        machine.cut_power()
