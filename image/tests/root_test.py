"""The verified root."""
import json
import subprocess

from kiosk import SEEN, Kiosk
from machine import Failed, Machine, wait_until
from promise import promise


def partition(disk, name):
    """Where the partition whose label begins with `name` lies: (first byte, bytes)."""
    table = json.loads(subprocess.run(["sfdisk", "--json", disk], capture_output=True, text=True, check=True).stdout)
    for row in table["partitiontable"]["partitions"]:
        if row.get("name", "").startswith(name) and not row["name"].endswith("_verity"):
            return row["start"] * 512, row["size"] * 512
    raise Failed(f"no partition {name}")


def flip(disk, begin, length):
    with open(disk, "r+b") as file:
        file.seek(begin)
        data = file.read(length)
        file.seek(begin)
        file.write(bytes(byte ^ 1 for byte in data))


def damage(disk, name, broken):
    """Turns one bit over in each block of 64 KiB of the first 100 MB, or none where `broken`."""
    begin, _ = partition(disk, name)
    for block in range(16, 1600):
        flip(disk, begin + block * 65536 + 700, 0 if broken else 1)


@promise("a root with one bit turned over in each of its blocks of 64 KiB is refused: the machine starts anew, and "
         "never shows a frame", control=("no bit is turned over", "was started"))
def damaged_root(image, folder, note, broken):
    machine = Machine(folder, image)
    damage(machine.disk, "hallpass_", broken)
    try:
        # A kernel that is told to be silent ends without a word.
        Kiosk(machine).start(words="loglevel=1")
        wait_until(lambda: SEEN in machine.text() or not machine.is_running(), 300, "a frame, or the end")
        if SEEN in machine.text():
            raise Failed("a damaged root was started")
        if "dm-verity device corrupted" not in machine.text():
            raise Failed(f"it ended for another reason: {machine.text()[-300:]}")
        note(f"refused after {machine.age():.0f} s")
    finally:
        machine.cut_power()
