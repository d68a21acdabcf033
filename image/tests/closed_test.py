"""What nobody may do at the device."""
from board import BOARD
from kiosk import Kiosk, Shared
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
After=multi-user.target seen.service open.service
[Service]
Type=oneshot
ExecStart=/bin/sh -c 'systemctl stop boot.mount; echo LEFT $(systemctl is-active hallpass.service var.mount); \
 echo SYSRQ $(cat /proc/sys/kernel/sysrq); echo GETTYS $(systemctl list-units --no-legend "*getty*.service" | grep -c running); \
 echo PORTS $(cat /proc/net/tcp /proc/net/tcp6 /proc/net/udp /proc/net/udp6 | grep -vc local_address); \
 echo DATA $(cat /run/hallpass-machine/data); echo ROOT $(findmnt -no SOURCE,FSTYPE,OPTIONS / | tr -s " " _); \
 echo VAR $(findmnt -no SOURCE,OPTIONS /var | tr -s " " _); echo FAILED $(systemctl --failed --no-legend --plain | cut -d" " -f1); \
 echo LOADER $(systemctl is-enabled systemd-boot-update.service); echo NETWORKS $(ls /sys/class/net); echo VT $(cat /sys/class/tty/tty0/active); \
 echo EXPOSURE $(systemd-analyze security --no-pager | grep -o "^hallpass[^ ]*.service *[0-9.]*"); \
 systemd-analyze | head -n 1; systemd-analyze blame --no-pager | head -n 12; echo LOOKED'
"""


# What must be noticed.
OPEN = """[Service]
ExecStart=/usr/bin/systemd-socket-activate --listen 7 /bin/true
"""
WANTED = {"SYSRQ": "0", "GETTYS": "0", "PORTS": "0", "NETWORKS": "lo", "VT": "tty1", "DATA": BOARD.data, "FAILED": "",
          "LOADER": "disabled", "LEFT": "active active"}


def look(machine):
    for word, wanted in WANTED.items():
        if machine.told(word) != wanted:
            raise Failed(f"{word} is {machine.told(word)}, not {wanted}")
    root = machine.told("ROOT")
    if "erofs" not in root or "rw" in root.split("_")[-1].split(","):
        raise Failed(f"the root is {root}")


@promise("no terminal, no SysRq, no open port, a read-only root, and no key leads out of the kiosk, which goes on when the "
         "ESP is let go", control=("a service listens on a port", "PORTS is [^0]"))
def nothing_leads_out(image, folder, note, broken):
    machine = Machine(folder, image)
    kiosk = Kiosk(machine)
    try:
        kiosk.start(units=[("look.service", LOOK), *([("open.service", OPEN)] if broken else [])])
        note(f"first frame after {kiosk.wait_for_first_frame():.0f} s")
        machine.wait_for("LOOKED", 600)
        look(machine)
        kiosk.wait_for_screen("attract")
        machine.picture(f"{folder}/attract.png")
        for keys in KEYS:
            machine.press_keys(*keys)
        # The last one is the kiosk's own: it shows that those before it have come, and where to.
        machine.press_keys("f10")
        kiosk.wait_for_screen("pin")
        machine.picture(f"{folder}/after-the-keys.png")
        kiosk.touch_to("back", "attract")
        wait_until(machine.is_running, 1, "it still runs")
        note(f"{len(KEYS)} combinations; exposure: {machine.told('EXPOSURE').replace('.service', '')}")
        Shared.leave(kiosk)
    except BaseException:
        machine.cut_power()
        raise
