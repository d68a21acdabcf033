"""What nobody may do at the device."""
import re

from kiosk import Kiosk
from machine import Failed, Machine, wait_until
from promise import promise

# Each combination that a desktop, a terminal or the kernel would answer.
KEYS = [
    *[("ctrl", "alt", f"f{number}") for number in range(1, 13)], ("ctrl", "alt", "delete"), ("ctrl", "alt", "backspace"),
    ("alt", "f4"), ("alt", "tab"), ("alt", "esc"), ("meta_l",), ("print",), ("alt", "sysrq", "b"), ("alt", "sysrq", "o"),
    ("alt", "sysrq", "k"), ("ctrl", "alt", "t"), ("ctrl", "esc"), ("f11",), ("ctrl", "c"), ("ctrl", "d"), ("ctrl", "z"),
    *[("shift",)] * 5,
]
# How it stands inside, told once the kiosk is there.
LOOK = r"""[Unit]
After=multi-user.target seen.service
[Service]
Type=oneshot
ExecStart=/bin/sh -c 'echo SYSRQ $(cat /proc/sys/kernel/sysrq); echo GETTYS $(systemctl list-units --no-legend "*getty*.service" | grep -c running); \
 echo PORTS $(cat /proc/net/tcp /proc/net/tcp6 /proc/net/udp /proc/net/udp6 | grep -vc local_address); \
 echo DATA $(cat /run/hallpass-machine/data); echo ROOT $(findmnt -no SOURCE,FSTYPE,OPTIONS / | tr -s " " _); \
 echo VAR $(findmnt -no SOURCE,OPTIONS /var | tr -s " " _); echo FAILED $(systemctl --failed --no-legend --plain | cut -d" " -f1); \
 echo NETWORKS $(ls /sys/class/net); echo VT $(cat /sys/class/tty/tty0/active); \
 for unit in hallpass hallpass-display; do systemd-analyze security --no-pager $unit.service | tail -n 1; done; \
 systemd-analyze | head -n 1; systemd-analyze blame --no-pager | head -n 12; echo LOOKED'
"""


def told(machine, word):
    found = re.findall(rf"\b{word} (.*)$", machine.text(), re.MULTILINE)
    if not found:
        raise Failed(f"nothing was told of {word}")
    return found[-1].strip()


@promise("no terminal, no SysRq, no open port, a read-only root, and no key leads out of the kiosk, which comes back "
         "within two seconds when it dies")
def nothing_leads_out(image, folder, note):
    machine = Machine(folder, image)
    kiosk = Kiosk(machine)
    try:
        kiosk.start(units=[("look.service", LOOK)])
        machine.wait_for("SEEN the first frame", 300)
        machine.wait_for("LOOKED", 120)
        for word, wanted in (("SYSRQ", "0"), ("GETTYS", "0"), ("PORTS", "0"), ("NETWORKS", "lo"), ("VT", "tty1"),
                             ("DATA", "sealed"), ("FAILED", "")):
            if told(machine, word) != wanted:
                raise Failed(f"{word} is {told(machine, word)}, not {wanted}")
        if "erofs" not in told(machine, "ROOT") or "rw" in told(machine, "ROOT").split("_")[-1].split(","):
            raise Failed(f"the root is {told(machine, 'ROOT')}")
        kiosk.wait_for_screen("attract")
        for keys in KEYS:
            machine.press_keys(*keys)
        kiosk.wait_for(lambda scene: scene["screen"] in ("attract", "find"), 30, "a screen of the kiosk")
        machine.picture(f"{folder}/after-the-keys.png")
        wait_until(machine.is_running, 1, "it still runs")
        note(f"{len(KEYS)} combinations; " + " ".join(re.findall(r"exposure level[^:]*: ([0-9.]+)", machine.text())))
    finally:
        machine.cut_power()
