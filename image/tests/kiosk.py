"""Hallpass on a virtual machine: what it says is on the screen, and a finger that touches it."""
import base64
import json

from board import BOARD
from machine import Failed, hold, wait_until

DATA = "/var/lib/hallpass"
INSTRUCTOR_PIN = "402713"
STAFF_PIN = "851294"
ROSTER = "Name,E-mail,Student number\n" + "".join(
    f"{name},s{number}@example.org,S{number}\n" for number, name in
    enumerate(("Aino Virtanen", "Eetu Korhonen", "Ines Marin", "Otto Berg", "Ulla Salo", "Yrsa Dahl"), 70100))
CODES = "Code\n" + "".join(f"QTLJ05CZ6ZIZB4C{number:03d}\n" for number in range(100, 124))

# The same program with the same ledger, which also tells what it draws, and has the time that an emulated
# processor needs.
TELLING = f"""[Service]
TimeoutStartSec=600
WatchdogSec=300
ExecStart=
ExecStart=/usr/bin/hallpass --data {DATA} --describe {DATA}/told --describe-secrets
"""
TELLER = f"""[Unit]
DefaultDependencies=no
RequiresMountsFor={DATA}
Before=hallpass.service
[Service]
ExecStartPre=/bin/rm -f {DATA}/told
ExecStart=/bin/sh -c 'exec tail -n +1 -F {DATA}/told 2>/dev/null >/dev/{BOARD.feed}'
"""
# A class as an instructor would open it; only once for a disk.
CLASS = f"""[Unit]
DefaultDependencies=no
RequiresMountsFor={DATA}
After=systemd-tmpfiles-setup.service systemd-sysusers.service local-fs.target
Before=hallpass.service
[Service]
Type=oneshot
User=hallpass
StateDirectory=hallpass
StateDirectoryMode=0700
Environment=HALLPASS_DATA={DATA}
StandardOutput=journal
ExecCondition=/bin/sh -c '! test -e {DATA}/ledger.db'
ExecStart=/bin/sh -ec 'echo {INSTRUCTOR_PIN} | hallpass pin set instructor --stdin; echo {STAFF_PIN} | hallpass pin set staff --stdin; \\
 hallpass class open --title "AZ-104" --pass azure-pass --roster /run/class/roster.csv; \\
 hallpass import codes /run/class/codes.csv --pass azure-pass'
"""
SEEN = "SEEN the first frame"
READY = f"""[Unit]
After=hallpass.service
Requires=hallpass.service
[Service]
Type=oneshot
StandardOutput=journal
ExecStart=/bin/echo {SEEN}
"""


def file_line(path, text):
    return f"f~ {path} 0644 - - - {base64.b64encode(text.encode()).decode()}\n"


def credentials(roster, codes, units, dropins):
    """What makes a kiosk tell; a class where there is a roster; the others are more pairs of name and text."""
    wanted = [("teller.service", TELLER), ("seen.service", READY), *units]
    given = [(f"systemd.unit-dropin.{name}", text) for name, text in (("hallpass.service", TELLING), *dropins)]
    if roster:
        wanted.append(("class.service", CLASS))
        given.append(("tmpfiles.extra", "d /run/class 0755 - - -\n" + file_line("/run/class/roster.csv", roster)
                      + file_line("/run/class/codes.csv", codes)))
    given += [(f"systemd.extra-unit.{name}", text) for name, text in wanted]
    return given, " ".join(f"systemd.wants={name}" for name, _ in wanted)


class Kiosk:
    def __init__(self, machine, roster=ROSTER, codes=CODES):
        self.machine = machine
        self.roster = roster
        self.codes = codes

    def start(self, units=(), dropins=(), words=""):
        given, wanted = credentials(self.roster, self.codes, units, dropins)
        self.machine.start(given, f"{wanted} {words}")
        return self

    def wait_for_first_frame(self, seconds=300):
        self.machine.wait_for(SEEN, seconds)
        return self.machine.age()

    def scenes(self):
        scenes = []
        for line in self.machine.text(self.machine.feed).split("\n")[:-1]:
            try:
                scenes.append(json.loads(line))
            except ValueError:
                pass  # the end of a line that is still being written, or of a life that was killed
        return scenes

    def scene(self):
        scenes = self.scenes()
        if not scenes:
            raise Failed("the kiosk has told nothing")
        return scenes[-1]

    def wait_for(self, is_so, seconds, what):
        def look():
            if not self.machine.is_running():
                raise Failed(f"the machine is off, and never showed {what}")
            scenes = self.scenes()
            return scenes and is_so(scenes[-1]) and scenes[-1]
        try:
            return wait_until(look, seconds, what)
        except Failed as failed:
            now = self.scenes()
            raise Failed(f"{failed}; it shows {now[-1]['screen'] if now else 'nothing'}") from None

    def wait_for_screen(self, screen, seconds=40):
        return self.wait_for(lambda scene: scene["screen"] == screen, seconds, f"the screen {screen}")

    def target(self, name):
        for target in self.scene()["targets"]:
            if target["id"] == name:
                return target
        raise Failed(f"no {name} on {self.scene()['screen']}: {[t['id'] for t in self.scene()['targets']]}")

    def middle_of(self, name):
        x, y, width, height = self.target(name)["rect"]
        return x + width / 2, y + height / 2

    def absolute(self, x, y):
        width, height = self.scene()["size"]
        return round(x * 32767 / width), round(y * 32767 / height)

    def touch(self, name, until=lambda: hold(0.15)):
        """A finger on the middle of a target, as a touch panel reports it; it stays there during `until`."""
        x, y = self.absolute(*self.middle_of(name))

        def event(kind, number, axis="x", value=0):
            return {"type": "mtt", "data": {"type": kind, "slot": 0, "tracking-id": number, "axis": axis, "value": value}}
        button = {"type": "btn", "data": {"down": True, "button": "touch"}}
        self.machine.send(event("begin", 7), event("data", 7, "x", x), event("data", 7, "y", y), button)
        until()
        self.machine.send(event("end", -1), {"type": "btn", "data": {"down": False, "button": "touch"}})

    def click(self, name):
        """The same with a pointer."""
        x, y = self.absolute(*self.middle_of(name))
        self.machine.send({"type": "abs", "data": {"axis": "x", "value": x}},
                          {"type": "abs", "data": {"axis": "y", "value": y}})
        for down in (True, False):
            hold(0.15)
            self.machine.send({"type": "btn", "data": {"down": down, "button": "left"}})

    def touch_to(self, name, screen, how=None):
        (how or self.touch)(name)
        return self.wait_for_screen(screen)

    def touch_and_see(self, name):
        """The same, until the screen shows that something came of it."""
        before = self.scene()["seq"]
        self.touch(name)
        self.wait_for(lambda scene: scene["seq"] > before, 20, f"what comes of {name}")

    def type_name(self, letters):
        for letter in letters:
            self.touch_and_see(f"key-{letter}")

    def open_desk(self):
        """From the attract screen to the instructor's desk."""
        self.touch_to("door", "pin")
        for digit in INSTRUCTOR_PIN:
            self.touch_and_see(f"pin-{digit}")
        return self.wait_for_screen("desk", 120)

    def type_staff_pin(self):
        for count, digit in enumerate(STAFF_PIN):
            self.wait_for(lambda scene, count=count: any(f"{count} of " in target["label"] for target in scene["targets"]),
                          40, f"{count} digits")
            self.touch(f"pin-{digit}")

    def open_staff(self):
        """From the attract screen to the staff's first."""
        self.wait_for_screen("attract", 300)
        self.touch_to("door", "pin")
        self.touch("other-role")
        self.wait_for(lambda scene: any("Venue staff" in text for text in scene["texts"]), 40, "the staff's pad")
        self.type_staff_pin()
        return self.wait_for_screen("staff", 120)

    def walk_to_take(self, name):
        """From the attract screen to the button that takes the code, with own digits 4826."""
        self.touch_to("wake", "find")
        self.type_name(name[:4].lower())
        row = next((t["id"] for t in self.scene()["targets"] if t["id"].startswith("student-")
                    and t["label"].startswith(name.split()[0])), None)
        if row is None:
            raise Failed(f"{name} is not found: {[t['label'] for t in self.scene()['targets']]}")
        self.touch_to(row, "confirm")
        self.touch_to("yes", "before")
        for card in (1, 2):
            self.wait_for(lambda scene, card=card: is_enabled(scene, f"agree-{card}"), 30, f"card {card}")
            self.touch(f"agree-{card}")
        self.wait_for(lambda scene: is_enabled(scene, "agree-3"), 30, "card 3")
        self.touch_to("agree-3", "digits")
        for digit in "4826":
            self.touch_and_see(f"digit-{digit}")
        return self.wait_for(lambda scene: is_enabled(scene, "take"), 20, "take")


def is_enabled(scene, name):
    return any(target["id"] == name and target["enabled"] for target in scene["targets"])


class Shared:
    """Devices that one test leaves running for the next: to start one takes longer than most tests. Those of a
    `kind` do for each other."""
    kiosks = {}

    @classmethod
    def leave(cls, kiosk, kind=""):
        cls.kiosks[kind] = kiosk

    @classmethod
    def take(cls, begin, kind=""):
        """The one that runs, or the one that `begin` starts."""
        return cls.kiosks.pop(kind, None) or begin()

    @classmethod
    def end(cls):
        for kiosk in cls.kiosks.values():
            kiosk.machine.cut_power()
