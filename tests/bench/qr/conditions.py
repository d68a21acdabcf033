# What a phone's camera makes of a screen: each condition in four grades, from mild to hopeless. A
# picture is an array of greys, 0 black to 255 white; every chance comes from the generator that is
# given.
import io
import math

import numpy
from PIL import Image, ImageFilter

SIDE = 384
SCALE = 0.3  # camera pixels for each of the screen's: a code of 800 pixels has 240
GRADES = 4


def towards_screen(angle, tilt, scale, shift, centre):
    """PIL's eight numbers that lead from a camera pixel (of two a side) to the screen's."""
    away = 3 * SIDE
    turn, lean = math.radians(angle), math.radians(tilt)
    to_centre = numpy.array([[1, 0, -centre[0]], [0, 1, -centre[1]], [0, 0, 1]])
    turned = numpy.array([[math.cos(turn), -math.sin(turn), 0], [math.sin(turn), math.cos(turn), 0], [0, 0, 1]])
    sized = numpy.diag([scale, scale, 1])
    leaned = numpy.array([[math.cos(lean) * away, 0, 0], [0, away, 0], [math.sin(lean), 0, away]])
    placed = numpy.array([[2, 0, SIDE + 2 * shift[0]], [0, 2, SIDE + 2 * shift[1]], [0, 0, 1]])
    back = numpy.linalg.inv(placed @ leaned @ sized @ turned @ to_centre)
    return (back / back[2, 2]).flatten()[:8]


class Camera:
    """Stands before `screen` and looks at `centre`."""

    def __init__(self, screen, centre):
        self.screen, self.centre = screen, centre
        self.shrunk = {}

    def screen_at(self, part):
        if part not in self.shrunk:
            size = (round(self.screen.width * part), round(self.screen.height * part))
            self.shrunk[part] = self.screen.resize(size, Image.Resampling.BOX)
        return self.shrunk[part]

    def look(self, random, scale=1.0, angle=0.0, tilt=0.0):
        """What it sees before light and lens spoil it."""
        scale *= SCALE
        part = min(1.0, 2 * scale)  # no finer than it can tell apart
        numbers = towards_screen(angle + random.uniform(-4, 4), tilt, scale / part, random.uniform(-0.5, 0.5, 2),
                                 (self.centre[0] * part, self.centre[1] * part))
        picture = self.screen_at(part).transform((2 * SIDE, 2 * SIDE), Image.Transform.PERSPECTIVE, numbers,
                                                 Image.Resampling.BILINEAR, fillcolor=24)
        return numpy.asarray(picture.resize((SIDE, SIDE), Image.Resampling.BOX), dtype=float)


def blurred(picture, sigma):
    image = Image.fromarray(picture.clip(0, 255).astype(numpy.uint8))
    return numpy.asarray(image.filter(ImageFilter.GaussianBlur(sigma)), dtype=float)


def noisy(picture, random, sigma=2.0):
    return (picture + random.normal(0, sigma, picture.shape)).clip(0, 255)


def plain(look, random, **how):
    return noisy(blurred(look(random, **how), 0.6), random)


def scaled(look, random, grade):
    return plain(look, random, scale=(0.5, 0.35, 0.25, 0.18)[grade])


def out_of_focus(look, random, grade):
    return noisy(blurred(look(random), (1.5, 2.5, 3.5, 4.5)[grade]), random)


def rotated(look, random, grade):
    return plain(look, random, angle=(20, 45, 110, 200)[grade])


def warped(look, random, grade):
    return plain(look, random, tilt=(25, 40, 55, 65)[grade])


def dimmed(look, random, grade):
    """A dark screen in a bright room: its light is little beside what it reflects."""
    contrast = (0.4, 0.2, 0.1, 0.05)[grade]
    return noisy(110 + contrast * (blurred(look(random), 0.6) - 128), random, 4)


def overexposed(look, random, grade):
    gain = (1.5, 2.5, 4, 6)[grade]
    light = blurred(look(random), 0.6)
    return noisy(gain * (0.9 * light + 12) + 0.25 * gain * blurred(light, 6), random)


def underexposed(look, random, grade):
    gain = (0.25, 0.12, 0.06, 0.03)[grade]
    return noisy(gain * blurred(look(random), 0.6), random, 1.5)


def compressed(look, random, grade):
    picture = plain(look, random, scale=0.6)
    stored = io.BytesIO()
    Image.fromarray(picture.astype(numpy.uint8)).save(stored, "JPEG", quality=(25, 12, 6, 3)[grade])
    return numpy.asarray(Image.open(stored), dtype=float)


def moired(look, random, grade):
    """The screen's grid against the camera's: waves of light and dark across the picture."""
    strength, period = (0.3, 0.5, 0.7, 0.9)[grade], random.uniform(2.5, 12)
    direction, phase = random.uniform(0, math.pi, 2)
    down, across = numpy.mgrid[0:SIDE, 0:SIDE]
    wave = numpy.sin((across * math.cos(direction) + down * math.sin(direction)) * 2 * math.pi / period + phase)
    return noisy(blurred(look(random), 0.6) * (1 - strength * (1 + wave) / 2), random)


CONDITIONS = {
    "as it is": lambda look, random, grade: plain(look, random),
    "scaled": scaled,
    "blurred": out_of_focus,
    "rotated": rotated,
    "warped": warped,
    "dimmed": dimmed,
    "over-exposed": overexposed,
    "under-exposed": underexposed,
    "JPEG": compressed,
    "moiré": moired,
}
