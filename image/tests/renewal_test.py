"""Erasing the device: its disk gets a new key, and nothing is left that the old one opens."""
import base64
import json
import mmap
import os
import random
import subprocess
import sys

import power_test
from board import BOARD
from kiosk import DATA, SEEN, Kiosk
from machine import Failed, Machine, hold, wait_until
from promise import promise
from root_test import partition
from stand_in import StandIn

HEADER = 16 << 20  # bytes of a LUKS header, and of the keys in it
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
 echo CLASS $(HALLPASS_DATA={DATA} hallpass class show); \\
 HALLPASS_DATA={DATA} hallpass journal verify && echo VERIFIED; echo LOOKED'
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
    """A cryptsetup that stands still before or after the call that has `step` in it. It says so on the serial line
    itself: what goes to the console is plymouth's while the disk is opened."""
    stand_still = f"""case "$*" in *"{step}"*) echo HALTED >/dev/{BOARD.serial}; exec sleep infinity ;; esac
"""
    call = """/usr/sbin/cryptsetup "$@" || exit
"""
    program = "#!/bin/sh\n" + (stand_still + call if when == "before" else call + stand_still)
    text = base64.b64encode(program.encode()).decode()
    return ("hallpass-data.service", f"""[Service]
Environment=PATH=/run/halt:/usr/sbin:/usr/bin:/sbin:/bin
ExecStartPre=/bin/sh -c 'mkdir -p /run/halt; echo {text} | base64 -d >/run/halt/cryptsetup; chmod 755 /run/halt/cryptsetup'
""")


def data_partitions(machine):
    """Where on the disk they begin, in bytes, by their names. The machine is off."""
    table = json.loads(subprocess.run(["sfdisk", "--json", machine.disk], capture_output=True, check=True).stdout)
    return {partition["name"]: partition["start"] * 512 for partition in table["partitiontable"]["partitions"]
            if partition.get("name", "").startswith("hallpass-data")}


def headers(machine):
    """The LUKS headers of the data partitions, as files, by their ids. The machine is off."""
    found = {}
    for partition, begin in data_partitions(machine).items():
        copy = f"{machine.folder}/{partition}.header"
        with open(machine.disk, "rb") as disk, open(copy, "wb") as header:
            disk.seek(begin)
            header.write(disk.read(HEADER))
        name = subprocess.run(["cryptsetup", "luksUUID", copy], capture_output=True, text=True, check=False).stdout.strip()
        if name:
            found[name] = copy
    return found


def opens(header, key):
    return subprocess.run(["cryptsetup", "open", "--test-passphrase", "--key-file", "-", header], input=key,
                          capture_output=True, check=False).returncode == 0


def key_of(machine):
    """What opens the disk of a machine that is off: the recovery key that its kiosk showed or, without a TPM, the key on
    the ESP."""
    if machine.tpm:
        return machine.told("KEY").encode()
    begin, _ = partition(machine.disk, "esp")
    found = subprocess.run(["mdir", "-b", "-i", f"{machine.disk}@@{begin}", "::/hallpass/*.key"], capture_output=True,
                           text=True, check=False).stdout.split()
    if len(found) != 1:
        raise Failed(f"the keys on the ESP are {found}")
    return subprocess.run(["mcopy", "-i", f"{machine.disk}@@{begin}", *found, "-"], capture_output=True, check=True).stdout


def is_on(disk, words):
    """Whether the bytes lie anywhere on the disk."""
    with open(disk, "rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as whole:
        return whole.find(words) >= 0


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
    new_key = key_of(machine)
    if opens(header, old_key) or not opens(header, new_key) or new_key == old_key:
        raise Failed("the old key opens the disk, or the new one does not")
    if is_on(machine.disk, old_key):
        raise Failed("the old key still lies on the disk")


@promise("the power goes after the wish for a new key, after its header is made, before it counts, before the old one is "
         "destroyed and in the midst of that: the device comes back with its class, one key, and not the one of before",
         control=("nobody wishes for a new key", "the key is the one of before|never said HALTED"), long=True)
def cuts_of_the_renewal(image, folder, note, broken):
    machine = Machine(folder, image)
    try:
        start_and_look(machine, units=[] if broken else [("ask.service", ASK)])
        if not broken:
            machine.wait_for("ASKED", 120)
        machine.cut_power()
        (old_id,), old_key = headers(machine), key_of(machine)
        steps = (("after", "luksFormat"), ("before", "--label hallpass-data-1"), ("before", "erase"), ("after", "erase"))
        for when, step in () if broken else steps:
            start(machine, dropins=[halt(when, step)])
            machine.wait_for("HALTED", 300)
            machine.cut_power()
            note(f"cut {when} {step}")
        kiosk = start_and_look(machine)
        note(f"first frame after {kiosk.machine.age():.0f} s")
        if machine.told("DATA") != BOARD.data or "AZ-104" not in machine.told("CLASS"):
            raise Failed(f"{machine.told('DATA')}, {machine.told('CLASS')}")
        machine.power_off()
        expect_new_key(machine, old_id, old_key)
        if machine.told("RENEWED") != ERASURE or machine.told("DUE"):
            raise Failed(f"renewed for {machine.told('RENEWED')}; due: {machine.told('DUE')}")
    finally:
        machine.cut_power()


def row_with(kiosk, words):
    return next(target["id"] for target in kiosk.scene()["targets"]
                if target["id"].startswith("row-") and words in target["label"])


def go_to_reset(kiosk):
    """From the first screen to what staff can set back."""
    kiosk.open_staff()
    kiosk.touch_to("reset", "reset")


def go_to_erase(kiosk):
    """From the first screen to the button that erases the device when it is held."""
    go_to_reset(kiosk)
    kiosk.touch_to(row_with(kiosk, "Erase the device"), "erase")
    kiosk.touch_to("go-on", "erase-exports")
    kiosk.touch_to("go-on", "erase-pins")
    kiosk.touch_to("go-on", "pin")
    kiosk.type_staff_pin()
    kiosk.wait_for_screen("erase-hold", 120)


def wait_for_receipt(kiosk):
    """Until it is whole: that the disk gets a new key is on it a little later."""
    kiosk.wait_for_screen("erased", 120)
    kiosk.wait_for(lambda scene: any("new key" in text for text in scene["texts"]), 60, "that the disk gets a new key")


def restart(kiosk):
    """From the receipt, until the machine is off."""
    hold(5)  # A page takes no touch in its first third of a second, which a busy host makes longer.
    kiosk.touch("done")
    kiosk.machine.wait_until_off(120)


@promise("staff erase the device at its screen, it restarts by itself, and its disk has another key: what opened it before, "
         "opens nothing; the erased ledger stays, or the next start would open the class anew",
         control=("it is restarted, and not erased", "the key is the one of before"), long=True)
def erased_by_staff(image, folder, note, broken):
    machine = Machine(folder, image)
    try:
        kiosk = start_and_look(machine)
        go_to_erase(kiosk)
        if broken:
            machine.power_off()
        else:
            kiosk.touch("erase", until=lambda: wait_for_receipt(kiosk))
            machine.picture(f"{folder}/receipt.png")
            restart(kiosk)
        (old_id,), old_key = headers(machine), key_of(machine)
        kiosk = start_and_look(machine)
        note(f"first frame after {machine.age():.0f} s")
        if not broken:
            kiosk.wait_for_screen("first-start", 120)
        if machine.told("DATA") != BOARD.data or broken == ("AZ-104" not in machine.told("CLASS")):
            raise Failed(f"{machine.told('DATA')}, {machine.told('CLASS')}")
        machine.power_off()
        expect_new_key(machine, old_id, old_key)
    finally:
        machine.cut_power()


# What a start tells that makes a new key, in characters, until its first screen or a little less.
LENGTH_OF_A_RENEWAL = 55_000
ERASING = 10  # seconds that the button is held, and the ledger is erased, at least


def erased_device_cut(image, folder, count):
    """Devices whose power went: so many while the button was held and the ledger was erased, and as many in the next
    start, in which the disk gets its new key."""
    machine = Machine(f"{folder}/begun", image)
    left = []

    def cut_while_held():
        begun = machine.age()
        for moment in sorted(random.uniform(0, ERASING) for _ in range(count)):
            wait_until(lambda moment=moment: machine.age() - begun >= moment, 60, "a cut")
            left.append(machine.after_a_cut(f"{folder}/held-{len(left)}"))
        wait_for_receipt(kiosk)

    try:
        kiosk = start_and_look(machine)
        go_to_erase(kiosk)
        kiosk.touch("erase", until=cut_while_held)
        restart(kiosk)
        start(machine)
        for point in sorted(random.randrange(LENGTH_OF_A_RENEWAL) for _ in range(count)):
            wait_until(lambda point=point: len(machine.text()) >= point or SEEN in machine.text(), 600, "a cut")
            left.append(machine.after_a_cut(f"{folder}/renewed-{len(left)}"))
    finally:
        machine.cut_power()
    return left


def look_at_erased(machine, broken):
    """Whether the class was erased."""
    if broken:
        for begin in data_partitions(machine).values():
            with open(machine.disk, "r+b") as disk:
                disk.seek(begin)
                disk.write(bytes(HEADER))
    try:
        start_and_look(machine)
    finally:
        machine.cut_power()
    erased = "AZ-104" not in machine.told("CLASS")
    if machine.told("DATA") != BOARD.data or len(headers(machine)) != 1 or not machine.has_told("VERIFIED"):
        raise Failed(f"{machine.told('DATA')}, the headers are {list(headers(machine))}")
    print("cut: the class is " + ("erased" if erased else "there"), file=sys.stderr, flush=True)
    return erased


@promise("a device that is cut anywhere while it is erased, or while its disk gets a new key, comes to its first screen, "
         "with one key; the class is there or erased", control=("the header of its key is lost", "locked"), long=True)
def erase_cuts(image, folder, note, broken):
    folder += "-cut"
    erased = []
    wanted = 1 if broken else power_test.fifths_of_cuts(1)
    while len(erased) < wanted:
        for machine in erased_device_cut(image, folder, 1 if broken else power_test.AT_ONCE // 2):
            erased.append(look_at_erased(machine, broken))
            machine.throw_away()
    note(f"{len(erased)} cuts; then the class was erased {erased.count(True)} times")
