"""Erasing the device: its disk gets a new key, and nothing is left that the old one opens."""
import base64
import json
import os
import subprocess

from kiosk import DATA, Kiosk
from machine import Failed, Machine
from promise import promise
from stand_in import StandIn

ERASURE = "0123456789abcdef0123456789abcdef"
NEXT_ERASURE = "fedcba9876543210fedcba9876543210"
KEPT = "lib/hallpass/ledger.db"
GONE = ("log/journal/system.journal", "lib/hallpass-machine/recovery-key-kept")


def used_device(folder, sealed, break_it):
    """A device with a ledger, a log, and a recovery key that somebody wrote down; it is off."""
    device = StandIn(folder, sealed, break_it)
    if not device.start():
        raise Failed(f"the first start: {device.text('told')}")
    for name in (KEPT, "lib/hallpass-machine/machine-id", *GONE):
        os.makedirs(os.path.dirname(device.var(name)), exist_ok=True)
        with open(device.var(name), "w", encoding="utf-8") as file:
            file.write("here\n")
    device.ask(ERASURE)
    return device.keep()


def look(device, when):
    """The device started with what stays of it."""
    if device.state("data") not in ("sealed", "plain"):
        raise Failed(f"{when}: it is {device.state('data')}: {device.text('told')[-300:]}")
    for name in (KEPT, "lib/hallpass-machine/machine-id"):
        if not os.path.exists(device.var(name)):
            raise Failed(f"{when}: {name} is lost")


def look_renewed(device, old_id, old_key, when, erasure=ERASURE):
    look(device, when)
    headers = device.headers()
    if len(headers) != 1 or old_id in headers or device.opens(old_key) or not device.opens(device.key()):
        raise Failed(f"{when}: the headers are {headers}, before {old_id}; the old key opens: {device.opens(old_key)}")
    if device.state("renewed") != erasure or device.state("renewal-due") or len(device.keys_on_esp()) > 1:
        raise Failed(f"{when}: renewed for {device.state('renewed')}, keys {device.keys_on_esp()}")
    for name in GONE:
        if os.path.exists(device.var(name)):
            raise Failed(f"{when}: {name} is still there")


def renew_again(device):
    """The next erasure, which leads back to the first partition."""
    old_id, old_key = device.headers()[0], device.key()
    device.ask(NEXT_ERASURE)
    device.start()
    look_renewed(device, old_id, old_key, "the second time", NEXT_ERASURE)


def cut_once(device, cut):
    """Whether the start was cut; not where it was over before."""
    device.bring_back()
    old_id, old_key = device.headers()[0], device.key()
    if device.start(cut=cut):
        look_renewed(device, old_id, old_key, "without a cut")
        renew_again(device)
        return False
    when = f"cut before step {cut}, {device.steps()[-1][:60]}"
    if not device.start():
        raise Failed(f"{when}: the next start failed: {device.text('told')[-300:]}")
    look_renewed(device, old_id, old_key, when)
    return True


def counts_too_soon(name, text):
    if name == "renew":
        return text.replace("luksFormat --batch-mode", "luksFormat --label hallpass-data-1 --batch-mode")
    return text


@promise("the power may go before each step of the new key's making: the next start has what stays of an erased device, one "
         "partition, and nothing that the old key opens", control=("the new partition counts before it is filled", "is lost|is locked"))
def cut_at_each_step(image, folder, note, broken):
    for sealed in (True, False):
        device = used_device(f"{folder}/device", sealed, counts_too_soon if broken else lambda name, text: text)
        cut = 0
        while cut_once(device, cut + 1):
            cut += 1
        note(f"{cut} steps {'with' if sealed else 'without'} a TPM")


# How the disk is, once the kiosk is there.
TELL = f"""[Unit]
After=seen.service hallpass-recovery-key.service
[Service]
Type=oneshot
ExecStart=/bin/sh -c 'cd /run/hallpass-machine; echo DATA $(cat data); echo RENEWED $(cat renewed); \\
 echo DUE $(ls renewal-due 2>/dev/null); echo KEY $(cat recovery-key); \\
 echo CLASS $(HALLPASS_DATA={DATA} hallpass class show); echo LOOKED'
"""
# What the kiosk does when its ledger was erased.
ASK = f"""[Unit]
After=tell.service
[Service]
Type=oneshot
User=hallpass
ExecStart=/bin/sh -c 'echo {ERASURE} >/run/hallpass-machine/kiosk/erased; \\
 until [ -e /run/hallpass-machine/renewal-due ]; do sleep 0.1; done; echo ASKED'
"""


def halt(when, step):
    """A cryptsetup that stands still before or after the call that has `step` in it."""
    stand_still = f"""case "$*" in *"{step}"*) echo HALTED; exec sleep infinity ;; esac
"""
    call = """/usr/sbin/cryptsetup "$@" || exit
"""
    program = "#!/bin/sh\n" + (stand_still + call if when == "before" else call + stand_still)
    text = base64.b64encode(program.encode()).decode()
    return ("hallpass-data.service", f"""[Service]
Environment=PATH=/run/halt:/usr/sbin:/usr/bin:/sbin:/bin
ExecStartPre=/bin/sh -c 'mkdir -p /run/halt; echo {text} | base64 -d >/run/halt/cryptsetup; chmod 755 /run/halt/cryptsetup'
""")


def headers(machine):
    """The LUKS headers of the data partitions, as files, by their ids. The machine is off."""
    table = json.loads(subprocess.run(["sfdisk", "--json", machine.disk], capture_output=True, check=True).stdout)
    found = {}
    for partition in table["partitiontable"]["partitions"]:
        if not partition.get("name", "").startswith("hallpass-data"):
            continue
        copy = f"{machine.folder}/{partition['name']}.header"
        with open(machine.disk, "rb") as disk, open(copy, "wb") as header:
            disk.seek(partition["start"] * 512)
            header.write(disk.read(16 << 20))
        name = subprocess.run(["cryptsetup", "luksUUID", copy], capture_output=True, text=True, check=False).stdout.strip()
        if name:
            found[name] = copy
    return found


def opens(header, key):
    return subprocess.run(["cryptsetup", "open", "--test-passphrase", "--key-file", "-", header], input=key.encode(),
                          capture_output=True, check=False).returncode == 0


def start(machine, units=(), dropins=()):
    return Kiosk(machine).start(units=[("tell.service", TELL), *units], dropins=dropins)


def start_and_look(machine, units=(), dropins=()):
    kiosk = start(machine, units, dropins)
    kiosk.wait_for_first_frame()
    machine.wait_for("LOOKED", 120)
    return kiosk


def expect_new_key(machine, old_id, old_key):
    """What is on the disk, now that the machine is off."""
    now = headers(machine)
    if len(now) != 1 or old_id in now:
        raise Failed(f"the key is the one of before: the headers are {list(now)}, before {old_id}")
    (header,) = now.values()
    new_key = machine.told("KEY")
    if opens(header, old_key) or not opens(header, new_key) or new_key == old_key:
        raise Failed("the old recovery key opens the disk, or the new one does not")


@promise("the power goes after the wish for a new key, after its header is made, before it counts, before the old one is "
         "destroyed and in the midst of that: the device comes back with its class, one key, and not the one of before",
         control=("nobody wishes for a new key", "the key is the one of before|never said HALTED"), long=True,
         needs_tpm=True)
def cuts_of_the_renewal(image, folder, note, broken):
    machine = Machine(folder, image)
    try:
        start_and_look(machine, units=[] if broken else [("ask.service", ASK)])
        old_key = machine.told("KEY")
        if not broken:
            machine.wait_for("ASKED", 120)
        machine.cut_power()
        (old_id,) = headers(machine)
        steps = (("after", "luksFormat"), ("before", "--label hallpass-data-1"), ("before", "erase"), ("after", "erase"))
        for when, step in () if broken else steps:
            start(machine, dropins=[halt(when, step)])
            machine.wait_for("HALTED", 300)
            machine.cut_power()
            note(f"cut {when} {step}")
        kiosk = start_and_look(machine)
        note(f"first frame after {kiosk.machine.age():.0f} s")
        if machine.told("DATA") != "sealed" or "AZ-104" not in machine.told("CLASS"):
            raise Failed(f"{machine.told('DATA')}, {machine.told('CLASS')}")
        machine.power_off()
        expect_new_key(machine, old_id, old_key)
        if machine.told("RENEWED") != ERASURE or machine.told("DUE"):
            raise Failed(f"renewed for {machine.told('RENEWED')}; due: {machine.told('DUE')}")
    finally:
        machine.cut_power()


STAFF_PIN = "851294"


def type_pin(kiosk):
    for count, digit in enumerate(STAFF_PIN):
        kiosk.wait_for(lambda scene, count=count: any(f"{count} of " in target["label"] for target in scene["targets"]), 40,
                       f"{count} digits")
        kiosk.touch(f"pin-{digit}")


def row_with(kiosk, words):
    return next(target["id"] for target in kiosk.scene()["targets"]
                if target["id"].startswith("row-") and words in target["label"])


def go_to_reset(kiosk):
    """From the first screen to what staff can set back."""
    kiosk.wait_for_screen("attract", 300)
    kiosk.touch_to("door", "pin")
    kiosk.touch("other-role")
    kiosk.wait_for(lambda scene: any("Venue staff" in text for text in scene["texts"]), 40, "the staff's pad")
    type_pin(kiosk)
    kiosk.wait_for_screen("staff", 120)
    kiosk.touch_to("reset", "reset")


def erase(kiosk):
    kiosk.touch_to(row_with(kiosk, "Erase the device"), "erase")
    kiosk.touch_to("go-on", "erase-exports")
    kiosk.touch_to("go-on", "erase-pins")
    kiosk.touch_to("go-on", "pin")
    type_pin(kiosk)
    kiosk.wait_for_screen("erase-hold", 120)
    kiosk.touch("erase", until=lambda: kiosk.wait_for_screen("erased", 120))


@promise("staff erase the device at its screen, it restarts by itself, and its disk has another key, which neither the TPM nor "
         "the recovery key of before opens; the erased ledger stays, or the next start would open the class anew",
         control=("it is restarted, and not erased", "the key is the one of before"), long=True, needs_tpm=True)
def erased_by_staff(image, folder, note, broken):
    machine = Machine(folder, image)
    try:
        kiosk = start_and_look(machine)
        old_key = machine.told("KEY")
        go_to_reset(kiosk)
        if broken:
            machine.power_off()
        else:
            erase(kiosk)
            kiosk.wait_for(lambda scene: any("new key" in text for text in scene["texts"]), 60, "that the disk gets a new key")
            machine.picture(f"{folder}/receipt.png")
            kiosk.touch("done")
            machine.wait_until_off(120)
        (old_id,) = headers(machine)
        kiosk = start_and_look(machine)
        note(f"first frame after {machine.age():.0f} s")
        if not broken:
            kiosk.wait_for_screen("first-start", 120)
        if machine.told("DATA") != "sealed" or broken == ("AZ-104" not in machine.told("CLASS")):
            raise Failed(f"{machine.told('DATA')}, {machine.told('CLASS')}")
        machine.power_off()
        expect_new_key(machine, old_id, old_key)
    finally:
        machine.cut_power()
