"""From power-on to a code, and off again."""
import subprocess

from kiosk import Kiosk
from machine import Failed, Machine
from promise import promise


def read_codes(picture):
    """What zbar reads off a picture of the screen: one line a code."""
    read = subprocess.run(["zbarimg", "--quiet", "--raw", picture], capture_output=True, text=True, check=False)
    return read.stdout.split()


@promise("a new device boots to its first screen, takes a tap and a click, shows a code that zbar reads, and "
         "powers off")
def boots_and_hands_out(image, folder, note):
    machine = Machine(folder, image)
    kiosk = Kiosk(machine).start()
    try:
        machine.wait_for("SEEN the first frame", 300)
        note(f"first frame after {machine.age():.0f} s")
        kiosk.wait_for_screen("attract")
        machine.picture(f"{folder}/attract.png")
        kiosk.touch_to("wake", "find")
        kiosk.touch_to("back", "attract", how=kiosk.click)
        kiosk.walk_to_take("Aino Virtanen")
        scene = kiosk.touch_to("take", "code")
        machine.picture(f"{folder}/code.png")
        wanted = {qr["payload"] for qr in scene["qr"]}
        read = set(read_codes(f"{folder}/code.png"))
        if not wanted or not wanted <= read:
            raise Failed(f"of the {len(wanted)} codes zbar reads {len(wanted & read)}")
        note(f"{len(wanted)} codes read from the screen")
        machine.power_off()
    finally:
        machine.cut_power()
