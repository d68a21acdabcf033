"""What is plugged into a port while the device runs."""
from kiosk import Kiosk
from machine import Failed, Machine, hold
from promise import promise

# Told each time that it changes: of each interface at a port its class, and whether it is let in; then how many of QEMU's
# USB keyboards the kernel has.
WATCH = r"""[Unit]
After=multi-user.target seen.service hallpass-ports.service
[Service]
ExecStart=/bin/sh -c 'while sleep 1; do now=$(for each in /sys/bus/usb/devices/*:1.*; do \
  echo $(cat $each/bInterfaceClass):$(cat $each/authorized); done | sort | tr "\n" " "); \
 keyboards=$(grep -c "USB Keyboard" /proc/bus/input/devices); now="$now and $keyboards"; \
 [ "$now" = "$before" ] || echo PLUGGED $now; before=$now; done'
"""
LET_IN = """[Service]
ExecStart=
ExecStart=/bin/true
"""
KEYBOARD, NETWORK = "03", "02"  # classes of interfaces


def plug(machine, driver, interface):
    """Whether it is let in, and whether there is a keyboard."""
    before = len(machine.text())
    machine.ask("device_add", driver=driver, id="plugged", bus="usb.0")
    machine.wait_for(rf"PLUGGED .*\b{interface}:", 60, since=before)
    hold(5)  # It is refused, and a driver comes, a little later.
    now = machine.told("PLUGGED")
    return f"{interface}:1" in now, now.endswith("and 1")


def pull(machine):
    before = len(machine.text())
    machine.ask("device_del", id="plugged")
    machine.wait_for("PLUGGED .*and 0", 60, since=before)


def expect(found, wanted, what):
    if found != wanted:
        raise Failed(f"{what}: {'was' if found[0] else 'was not'} let in, {'a' if found[1] else 'no'} keyboard")


@promise("a keyboard or a network that is plugged in is not let in, but while staff have the page for it open; that keyboard "
         "stays, and the next one is refused again", control=("nobody closes the ports", "was let in"), long=True)
def ports_are_closed(image, folder, note, broken):
    machine = Machine(folder, image)
    kiosk = Kiosk(machine)
    try:
        kiosk.start(units=[("watch.service", WATCH)], dropins=[("hallpass-ports.service", LET_IN)] if broken else [])
        kiosk.wait_for_first_frame()
        machine.wait_for("PLUGGED .*and 0", 120)
        expect(plug(machine, "usb-kbd", KEYBOARD), (False, False), "a keyboard")
        pull(machine)
        expect(plug(machine, "usb-net", NETWORK), (False, False), "a network")
        pull(machine)
        kiosk.open_staff()
        kiosk.touch_to("machine", "machine")
        kiosk.touch_to("ports", "ports")
        machine.picture(f"{folder}/ports.png")
        expect(plug(machine, "usb-kbd", KEYBOARD), (True, True), "a keyboard of the staff's")
        kiosk.touch_to("close-ports", "machine")
        hold(3)
        if not machine.told("PLUGGED").endswith("and 1"):
            raise Failed("the staff's keyboard was put out again")
        pull(machine)
        expect(plug(machine, "usb-kbd", KEYBOARD), (False, False), "a keyboard after them")
        note("a keyboard and a network refused, the staff's let in, the next one refused")
    finally:
        machine.cut_power()


# Something at a port, for which a rule of udev's takes longer than anybody waits. udev itself would end it.
SLOW = r"""[Service]
ExecStartPre=/bin/sh -c "test -e /etc/initrd-release || { mkdir -p /run/udev/rules.d; \
 echo 'ACTION==\"add\", SUBSYSTEM==\"usb\", ENV{DEVTYPE}==\"usb_device\", RUN+=\"/bin/sleep 2000\"' >/run/udev/rules.d/99-slow.rules; }"
"""
PATIENT = "udev.event_timeout=3000"
WAITS_FOR_ALL = """[Service]
ExecStartPre=/usr/bin/udevadm settle --timeout=20
"""


@promise("a device at a port that udev is busy with for minutes does not keep the kiosk from starting", control=(
    "the disk waits for it", "never said SEEN"), long=True)
def slow_port(image, folder, note, broken):
    machine = Machine(f"{folder}-slow", image)
    kiosk = Kiosk(machine)
    try:
        waits = [("hallpass-data.service", WAITS_FOR_ALL)] if broken else []
        kiosk.start(dropins=[("systemd-udevd.service", SLOW), *waits], words=PATIENT)
        note(f"first frame after {kiosk.wait_for_first_frame():.0f} s")
    finally:
        machine.cut_power()
