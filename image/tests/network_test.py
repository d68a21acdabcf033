"""The network: there is none."""
import fcntl
import os
import select
import socket
import struct
import threading

from kiosk import Kiosk
from machine import Failed, Machine
from promise import promise

TUNSETIFF = 0x400454CA
IFF_TAP, IFF_NO_PI, IFF_UP = 2, 0x1000, 1
SIOCSIFFLAGS = 0x8914
OURS = bytes.fromhex("020000000001")
ALL = b"\xff" * 6
# A guest that had a network would have one of these: QEMU's own answers to the second.
ADDRESSES = [*(f"10.0.2.{last}" for last in range(1, 255)), *(f"192.168.1.{last}" for last in range(1, 255))]


def question(address):
    """Who has this address? As a frame."""
    return (ALL + OURS + struct.pack("!HHHBBH", 0x0806, 1, 0x0800, 6, 4, 1) + OURS + socket.inet_aton("10.0.2.99")
            + b"\0" * 6 + socket.inet_aton(address))


class Cable:
    """A cable that leads into a network namespace of its own, where somebody listens and asks."""

    def __init__(self):
        maker = threading.Thread(target=self.make)  # The namespace is this thread's alone, and lives by the socket.
        maker.start()
        maker.join()

    def make(self):
        os.unshare(os.CLONE_NEWNET)
        self.tap = os.open("/dev/net/tun", os.O_RDWR)
        fcntl.ioctl(self.tap, TUNSETIFF, struct.pack("16sH22x", b"cable", IFF_TAP | IFF_NO_PI))
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as settings:
            fcntl.ioctl(settings, SIOCSIFFLAGS, struct.pack("16sH22x", b"cable", IFF_UP))
        self.wire = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(3))
        self.wire.bind(("cable", 0))

    def heard(self, seconds=0):
        """What came out of the machine, until nothing does for so long."""
        frames = []
        while select.select([self.wire], [], [], seconds)[0]:
            frame, sender = self.wire.recvfrom(2000)
            if sender[2] != socket.PACKET_OUTGOING:
                frames.append(frame[:42].hex())
        return frames

    def ask(self):
        for address in ADDRESSES:
            self.wire.send(question(address))

    def close(self):
        self.wire.close()
        os.close(self.tap)


@promise("on a cable of its own it says nothing and answers nobody, so no port is open", control=(
    "the cable leads to a network that answers", "answered"), long=True)
def silent(image, folder, note, broken):
    cable = Cable()
    machine = Machine(folder, image)
    machine.files = [cable.tap]
    machine.extra = ["-netdev", f"tap,id=cable,fd={cable.tap}", "-netdev", "hubport,id=port,hubid=0,netdev=cable",
                     "-netdev", "hubport,id=plug,hubid=0", "-device", "virtio-net-pci,netdev=plug,romfile="]
    if broken:
        machine.extra += ["-netdev", "user,id=net", "-netdev", "hubport,id=other,hubid=0,netdev=net"]
    try:
        kiosk = Kiosk(machine).start()
        machine.wait_for(r"systemd\[1\]", 300)
        before = cable.heard()  # The firmware has a network of its own.
        kiosk.wait_for_first_frame()
        cable.ask()
        answers = cable.heard(5)
        if answers:
            raise Failed(f"it answered: {len(answers)} frames, {answers[0]}")
        note(f"asked for {len(ADDRESSES)} addresses, no frame came; {len(before)} of the firmware before")
    finally:
        machine.cut_power()
        cable.close()
