"""What is on the screen until the kiosk is, and how long that takes."""
from PIL import Image

from kiosk import SEEN, Kiosk
from machine import Failed, Machine, hold
from promise import promise

ACCENT = (0xF8, 0xC3, 0x58)  # image/parts/splash.py
GROUND = (0xF6, 0xF4, 0xEE)  # of the kiosk, kiosk/ui/theme.cpp
# In place of the kiosk and its screen: what does nothing. They come after what makes the kiosk tell.
EMPTY = [("hallpass.service~90-empty", "[Service]\nType=oneshot\nRestart=no\nExecStartPre=\nExecStart=\n"
          "ExecStart=/bin/true\nExecStartPost=\nExecStopPost=\n"),
         ("hallpass-display.service~90-empty", "[Unit]\nConditionPathExists=/nowhere\n")]
SLOW = [("hallpass.service~90-slow", "[Service]\nExecStartPre=/bin/sleep 300\n")]
WHERE = """[Unit]
After=seen.service
[Service]
ExecStart=/bin/sh -c 'echo AFTER $(cut -d" " -f1 /proc/uptime); systemctl is-system-running --wait; systemd-analyze; \\
 systemd-analyze blame --no-pager | head -n 6; echo TOLD'
"""


def is_near(pixel, colour):
    return max(abs(one - other) for one, other in zip(pixel, colour)) < 12


class Seen:
    """What a picture shows: the name, anything beside it, or the kiosk."""

    def __init__(self, path):
        picture = Image.open(path).convert("RGB")
        width, height = picture.size
        self.kiosk = is_near(picture.getpixel((5, 5)), GROUND)
        middle = (width // 2 - 300, height // 2 - 120, width // 2 + 300, height // 2 + 120)
        self.name = sum(is_near(pixel, ACCENT) for pixel in picture.crop(middle).getdata()) > 500
        picture.paste((0, 0, 0), middle)
        self.more = picture.getbbox() is not None


def watch(machine, folder, note):
    """Looks until the kiosk draws: whether the name was there before its X server was started, and then."""
    before = after = False
    while SEEN not in machine.text():
        if not machine.is_running():
            raise Failed("the machine is off, and never showed a frame")
        picture = machine.picture(f"{folder}/start.png")
        is_there = machine.has_told("Started hallpass-display")
        try:
            seen = Seen(picture)
        except OSError:
            continue  # the screen was changing its size
        if seen.kiosk:
            break
        if before and seen.more:
            raise Failed(f"there is more than the name on the screen: {picture}")
        before = before or (seen.name and not is_there)
        after = after or (seen.name and is_there)
        hold(0.5)
    if not before or not after:
        raise Failed(f"no name {'before' if not before else 'once'} the X server starts")
    note("seen before and after the X server was started, and nothing beside it")


@promise("from the boot loader to the first screen the kiosk's name is on a black screen, and never a text",
         control=("the console has the screen, and nothing draws on it", "no name once|more than the name"), long=True)
def splash(image, folder, note, broken):
    folder += "-splash"
    machine = Machine(folder, image)
    try:
        Kiosk(machine).start(words="fbcon=map:0 plymouth.enable=0" if broken else "")
        watch(machine, folder, note)
    finally:
        machine.cut_power()


def first_frame(machine, dropins=()):
    """Seconds of the machine's own clock, which counts instructions, from the kernel to the kiosk."""
    Kiosk(machine).start(units=[("where.service", WHERE)], dropins=dropins)
    machine.wait_for("TOLD", 600)
    return float(machine.told("AFTER"))


@promise("the first screen comes no later than half as long again as in the same image with nothing in the kiosk's place",
         control=("the kiosk is started five minutes later", "times as long"), long=True)
def empty_unit(image, folder, note, broken):
    machine = Machine(folder, image)
    try:
        first_frame(machine)  # makes the other slot and the data partition
        machine.power_off()
        ours = first_frame(machine, SLOW if broken else ())
        note(" ".join(line.split(": ", 1)[-1] for line in machine.text().split("\n") if "Startup finished in" in line)[-120:])
        machine.power_off()
        empty = first_frame(machine, EMPTY)
        note(f"{ours:.0f} s by the machine's clock, empty {empty:.0f} s: {ours / empty:.2f} times")
        if ours > 1.5 * empty:
            raise Failed(f"{ours / empty:.1f} times as long")
    finally:
        machine.cut_power()
