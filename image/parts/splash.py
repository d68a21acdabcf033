# splash.py FOLDER: draws what is on the screen before the kiosk is: its name, in the colours of
# kiosk/ui/theme.cpp. splash.bmp goes into the kernel's file, which shows it first; splash.png is for
# plymouth, which shows it once a driver has the screen.
import sys

from PIL import Image, ImageDraw, ImageFont

SIZE = (560, 200)
GROUND, TEXT, ACCENT = (0, 0, 0), (0xF6, 0xF4, 0xEE), (0xF8, 0xC3, 0x58)

folder = sys.argv[1]
picture = Image.new("RGB", SIZE, GROUND)
draw = ImageDraw.Draw(picture)
face = ImageFont.truetype("/usr/share/fonts/opentype/inter/Inter-SemiBold.otf", 96)
left, top, right, bottom = draw.textbbox((0, 0), "Hallpass", font=face)
draw.text(((SIZE[0] - right - left) / 2, 84 - (top + bottom) / 2), "Hallpass", font=face, fill=TEXT)
draw.rounded_rectangle((SIZE[0] / 2 - 60, 164, SIZE[0] / 2 + 60, 175), radius=5, fill=ACCENT)
picture.save(f"{folder}/splash.bmp")
picture.save(f"{folder}/splash.png")
