"""From the first screen to a code, and off."""
import subprocess

from kiosk import Kiosk, Shared
from machine import Failed, Machine
from promise import promise

GOES_ON_WITH = "closed_test"  # with the machine that this has left running


def read_codes(picture):
    """What zbar reads off a picture of the screen: one line a code."""
    read = subprocess.run(["zbarimg", "--quiet", "--raw", picture], capture_output=True, text=True, check=False)
    return read.stdout.split()


def start(image, folder):
    kiosk = Kiosk(Machine(folder, image)).start()
    kiosk.wait_for_first_frame()
    return kiosk


@promise("a finger and a pointer lead from the first screen to a code, which zbar reads off the screen; the power button "
         "ends it", control=("the picture is taken before the code is shown", "of the . codes zbar reads 0"))
def hands_out(image, folder, note, broken):
    kiosk = Shared.take(lambda: start(image, folder))
    machine = kiosk.machine
    try:
        kiosk.wait_for(lambda scene: scene["screen"] == "attract", 300, "the first screen")
        kiosk.touch_to("wake", "find")
        kiosk.touch_to("back", "attract", how=kiosk.click)
        kiosk.walk_to_take("Aino Virtanen")
        machine.picture(f"{machine.folder}/take.png")
        scene = kiosk.touch_to("take", "code")
        machine.picture(f"{machine.folder}/code.png")
        wanted = {qr["payload"] for qr in scene["qr"]}
        read = set(read_codes(f"{machine.folder}/{'take' if broken else 'code'}.png"))
        if not wanted or not wanted <= read:
            raise Failed(f"of the {len(wanted)} codes zbar reads {len(wanted & read)}")
        note(f"{len(wanted)} codes read from the screen")
        machine.power_off()
    finally:
        machine.cut_power()
