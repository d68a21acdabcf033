"""The power goes while codes are claimed, and while a device starts for the first time."""
import json
import random
import re
import sys

from board import BOARD
from kiosk import DATA, SEEN, Kiosk
from machine import Failed, Machine, wait_until
from promise import promise

# Of the long tests together; run.py's --cuts=N makes it another number. Two fifths of them come while codes are
# claimed, one each in a first start, while an update is written (update_test), and while a device is erased
# (renewal_test).
CUTS = 200
AT_ONCE = 6  # devices that were cut and wait to be looked at: each takes a gigabyte
STUDENTS = 300  # more than are promised a code between all the cuts
CLASS_OF_MANY = "Name,Student number\n" + "".join(f"Student {n},S{n}\n" for n in range(STUDENTS))
CODES = "Code\n" + "".join(f"QTLJ05CZ6ZIZB4C{n:03d}\n" for n in range(STUDENTS))
# What a class did until the cut, as the next start finds it; then more claims, until the power goes. They are made
# in the order of the students' numbers.
CLAIMS = f"""[Unit]
After=hallpass.service
[Service]
User=hallpass
Environment=HALLPASS_DATA={DATA}
ExecStart=/bin/sh -c 'hallpass students --json; hallpass stock --json; hallpass journal verify && echo VERIFIED; \\
 echo FOUND; n=$(hallpass students --json | grep -o claimed.:true | wc -l); \\
 while [ $n -lt {STUDENTS} ]; do hallpass claim --student S$n >/dev/null 2>&1 && echo CLAIMED S$n; n=$((n + 1)); done; \\
 echo ALL CLAIMED'
"""


# What a program would be that does not wait for the disk: its calls to sync say "done" and do nothing.
UNSYNCED = "SystemCallFilter=~fsync:0 fdatasync:0 sync_file_range:0 msync:0\nNoNewPrivileges=yes\n"


def fifths_of_cuts(count):
    return max(1, CUTS * count // 5)


def claimed_and_sound(text):
    """The students who hold a code, after the ledger's own rules were looked at."""
    found = text[:text.index("FOUND")]
    students = json.loads(re.findall(r'\{"students":.*\}', found)[-1])["students"]
    stock = json.loads(re.findall(r'\{"loaded":.*\}', found)[-1])
    holders = {student["key"] for student in students if student["claimed"]}
    if stock["claimed"] != len(holders) or stock["loaded"] != STUDENTS:
        raise Failed(f"{len(holders)} students hold a code, and the stock says {stock['claimed']} of {stock['loaded']}")
    if "VERIFIED" not in found:
        raise Failed("the journal is not whole")
    return holders


def claim_until_the_cut(kiosk):
    """The students who were told that they have a code, when the power goes."""
    machine = kiosk.machine
    kiosk.wait_for_screen("attract")
    machine.wait_for("CLAIMED S", 120)
    machine.wait_for("CLAIMED S|ALL CLAIMED", 60 + random.random(),
                     since=len(machine.text()) - random.randrange(20))
    machine.cut_power()
    return set(re.findall(r"CLAIMED (S\d+)", machine.text()))


def cut_again_and_again(image, folder, note, cuts, broken):
    machine = Machine(folder, image)
    kiosk = Kiosk(machine, roster=CLASS_OF_MANY, codes=CODES)
    claims = CLAIMS.replace("[Service]\n", f"[Service]\n{UNSYNCED if broken else ''}")
    promised = set()
    try:
        for cut in range(cuts + 1):
            kiosk.start(units=[("claims.service", claims)])
            kiosk.wait_for_first_frame()
            machine.wait_for("FOUND", 120)
            kept = claimed_and_sound(machine.text())
            if not promised <= kept:
                raise Failed(f"cut {cut}: lost {sorted(promised - kept)}")
            if cut < cuts:
                promised = kept | claim_until_the_cut(kiosk)
            print(f"{cut} cuts, {len(kept)} claims kept", file=sys.stderr, flush=True)
        note(f"{cuts} cuts, {len(promised)} claims promised, all kept")
    finally:
        machine.cut_power()


CONTROL = ("the calls that sync a file do nothing", "lost|not whole")


@promise("after two power cuts during claims every promised claim is there, and the ledger is sound", control=CONTROL)
def two_cuts(image, folder, note, broken):
    cut_again_and_again(image, folder, note, 2, broken)


@promise("after many power cuts during claims every promised claim is there, and the ledger is sound", control=CONTROL,
         long=True)
def many_cuts(image, folder, note, broken):
    cut_again_and_again(image, folder, note, fifths_of_cuts(2), broken)


# What the first start must have made.
MADE = f"""[Unit]
After=seen.service
[Service]
User=hallpass
Environment=HALLPASS_DATA={DATA}
ExecStart=/bin/sh -c 'echo DATA $(cat /run/hallpass-machine/data); echo CLASS $(hallpass class show); \\
 hallpass journal verify && echo VERIFIED; echo TOLD'
"""
# A cut may come while the class is opened.
OPENED_ANEW = """[Service]
ExecCondition=
ExecCondition=/bin/sh -c '! hallpass class show | grep -q AZ-104'
"""


def first_start(machine):
    return Kiosk(machine).start(units=[("made.service", MADE)], dropins=[("class.service", OPENED_ANEW)])


def expect_class(machine):
    Kiosk(machine).wait_for_first_frame(600)
    machine.wait_for("TOLD", 120)
    if machine.told("DATA") != BOARD.data or "AZ-104" not in machine.told("CLASS") or not machine.has_told("VERIFIED"):
        raise Failed(f"{machine.told('DATA')}, {machine.told('CLASS')}")


def first_starts_cut(image, folder, points):
    """Devices whose first start was cut when the serial line had told so many characters."""
    machine = Machine(f"{folder}/begun", image)
    first_start(machine)
    try:
        for number, point in enumerate(points):
            wait_until(lambda point=point: len(machine.text()) >= point or SEEN in machine.text(), 600, "a cut")
            yield machine.after_a_cut(f"{folder}/{number}")
    finally:
        machine.cut_power()


def look_at_first_start(machine, broken):
    if broken:
        # As a cut would leave it that came before the table of partitions was whole on the disk.
        with open(machine.disk, "r+b") as disk:
            disk.write(bytes(4 << 20))
    try:
        first_start(machine)
        expect_class(machine)
    finally:
        machine.cut_power()
    machine.throw_away()


def length_of_a_first_start(image, folder):
    """How many characters it tells until its first screen."""
    machine = Machine(folder, image)
    try:
        first_start(machine)
        expect_class(machine)
        return machine.text().index(SEEN)
    finally:
        machine.cut_power()


@promise("a first start that is cut anywhere is made good by the next one", control=(
    "the beginning of the disk is lost", "not within|never"), long=True)
def first_start_cuts(image, folder, note, broken):
    length = length_of_a_first_start(image, f"{folder}/whole")
    parts = []
    wanted = 1 if broken else fifths_of_cuts(1)
    while len(parts) < wanted:
        points = sorted(random.randrange(length) for _ in range(min(AT_ONCE, wanted - len(parts))))
        for point, machine in zip(points, list(first_starts_cut(image, folder, points))):
            look_at_first_start(machine, broken)
            parts.append(100 * point // length)
            print(f"cut at {parts[-1]} %", file=sys.stderr, flush=True)
    note(f"{len(parts)} cuts, at {', '.join(map(str, sorted(parts)))} % of what it tells")
