# pictures.py FOLDER: from the code screens that qr_cards left there, FOLDER/pictures/NUMBER.pgm under
# each condition and pictures.json, which says of each what it shows. The same folder gives the same
# pictures.
import json
import pathlib
import sys

import numpy
from PIL import Image, ImageDraw

from conditions import CONDITIONS, GRADES, SIDE, Camera

SHOTS = 2
WHITE, BLACK, DARK = 255, 0, 24
MARGIN = 4
COMPARED = ("25 characters", "site as QR 2")


def alone(screen, others):
    """A student frames one code: a reader that takes the first that it finds must not find another."""
    draw = ImageDraw.Draw(screen)
    for x, y, width, height in others:
        draw.rectangle((x, y, x + width - 1, y + height - 1), fill=WHITE)
    return screen


def painted(screen, place, rows, margin=MARGIN, part=1.0, around=WHITE):
    """`screen` with another code in the place of its own, in whole pixels; `around` is what it stands on."""
    x, y, width, height = place
    across = len(rows) + 2 * margin
    square = int(width * part + 0.5) // across
    left, top = x + (width - square * across) // 2, y + (height - square * across) // 2
    picture = screen.copy()
    draw = ImageDraw.Draw(picture)
    draw.rectangle((x, y, x + width - 1, y + height - 1), fill=around)
    draw.rectangle((left, top, left + square * across - 1, top + square * across - 1), fill=WHITE)
    for down, row in enumerate(rows):
        for along, dark in enumerate(row):
            at = (left + square * (along + margin), top + square * (down + margin))
            if dark == "#":
                draw.rectangle((*at, at[0] + square - 1, at[1] + square - 1), fill=BLACK)
    return picture


def variants(screen, card):
    """(name, picture of the screen): what is drawn, what could be, and the two controls."""
    place, drawn = card["place"], card["designs"]["as drawn"]
    same = painted(screen, place, drawn)
    if same.tobytes() != screen.tobytes():
        sys.exit(f"{card['name']}: the screen draws another code than its encoder makes")
    yield "as drawn", screen
    if card["name"] not in COMPARED:
        return
    for name, rows in card["designs"].items():
        if name != "as drawn":
            yield name, painted(screen, place, rows)
    for margin in (2, 1):
        yield f"margin of {margin}", painted(screen, place, drawn, margin)
    for part, name in ((0.75, "three quarters of the size"), (0.5, "half the size")):
        yield name, painted(screen, place, drawn, part=part)
    bare = len(drawn) / (len(drawn) + 2 * MARGIN)  # squares of the same size, dark where their margin was
    yield "control: no margin, on dark", painted(screen, place, drawn, margin=0, part=bare, around=DARK)
    yield "control: blank", painted(screen, place, [])


def shots(picture, card):
    """(condition, grade, greys) of one picture of the screen."""
    x, y, width, height = card["place"]
    camera = Camera(picture, (x + width / 2, y + height / 2))
    for kind, spoil in CONDITIONS.items():
        for grade in range(GRADES):
            for shot in range(SHOTS):
                random = numpy.random.default_rng([sum(kind.encode()), grade, shot])
                yield kind, grade, spoil(camera.look, random, grade)


def main(folder):
    (folder / "pictures").mkdir(exist_ok=True)
    listed = []
    for card in json.loads((folder / "cards.json").read_text()):
        screen = alone(Image.open(folder / card["picture"]).convert("L"), card["others"])
        for name, picture in variants(screen, card):
            for kind, grade, greys in shots(picture, card):
                file = folder / "pictures" / f"{len(listed)}.pgm"
                file.write_bytes(b"P5 %d %d 255\n" % (SIDE, SIDE) + greys.round().astype(numpy.uint8).tobytes())
                listed.append({"file": str(file), "card": card["name"], "design": name, "condition": kind,
                               "grade": grade, "payload": card["payload"]})
    (folder / "pictures.json").write_text(json.dumps(listed))
    print(*(each["file"] for each in listed), sep="\n")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
