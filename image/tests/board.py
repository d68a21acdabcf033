"""The virtual board that an image is tested on: all that differs between one architecture and another."""
import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Board:
    emulator: str  # QEMU's program
    machine: tuple  # its options for the board and the processor
    firmware: str  # the firmware's code
    signed: tuple  # the same with Secure Boot, and what the board needs for it
    variables: str  # its settings, as it leaves the factory
    screen: str  # QEMU's device
    tpm: str  # the same; "" where the image's kernel has no driver of any that QEMU has for this board
    serial: str  # what the kernel calls the first serial line
    feed: str  # and the second

    @property
    def data(self):
        """What the image says of its data partition."""
        return "sealed" if self.tpm else "plain"


BOARDS = {
    "x86-64": Board("qemu-system-x86_64", ("-machine", "q35", "-cpu", "max"),
                    "/usr/share/OVMF/OVMF_CODE_4M.fd",
                    ("/usr/share/OVMF/OVMF_CODE_4M.secboot.fd",
                     "-machine", "smm=on", "-global", "driver=cfi.pflash01,property=secure,value=on"),
                    "/usr/share/OVMF/OVMF_VARS_4M.fd", "virtio-vga", "tpm-tis", "ttyS0", "ttyS1"),
    # The processor of a Raspberry Pi 4, without its board.
    "arm64": Board("qemu-system-aarch64", ("-machine", "virt", "-cpu", "cortex-a72"),
                   "/usr/share/AAVMF/AAVMF_CODE.fd", ("/usr/share/AAVMF/AAVMF_CODE.secboot.fd",),
                   "/usr/share/AAVMF/AAVMF_VARS.fd", "virtio-gpu-pci", "", "ttyAMA0", "ttyAMA1"),
}
BOARD = BOARDS[os.environ.get("ARCHITECTURE", "x86-64")]  # image/test says which
