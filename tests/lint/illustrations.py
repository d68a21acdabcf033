# Rule: a picture in assets/illustrations/ is made of plain shapes that take their colours from the
# program's theme by class, has the viewBox of its kind, holds no letters and is small.
# Rationale: the theme colours the pictures, they stand on screens in eight languages, and librsvg
# must draw them the same on every machine.
import re
import xml.etree.ElementTree as xml

from tree import main

SVG = "{http://www.w3.org/2000/svg}"
SHAPES = {"rect", "circle", "ellipse", "path"}
FILLS = set("ground panel card line text soft primary on-primary accent on-accent white".split())
CLASSES = FILLS | {f"s-{name}" for name in FILLS}
GEOMETRY = set("x y width height rx ry cx cy r d transform stroke-width stroke-linecap".split())
LARGEST = 20 * 1024
THINNEST = 6
COLOUR = re.compile(r"#[0-9A-F]{6}")
SIGN = re.compile(r"browser-[a-z]+")  # the sign alone, without -window or -phone


def coloured(shape, fixed):
    """What is wrong with the colours of `shape`; `fixed`: it may name its own."""
    classes = set(shape.get("class", "").split())
    for name in sorted(classes - CLASSES):
        yield f'the class "{name}" is none of the theme'
    for paint in ("fill", "stroke"):
        value = shape.get(paint, "none")
        if value != "none" and not (fixed and COLOUR.fullmatch(value)):
            yield f'{paint}="{value}": use a class of the theme'
    if not classes and "fill" not in shape.attrib:
        yield "a shape without a class"
    if "fill" not in shape.attrib and not classes & FILLS:
        yield 'a shape without a fill class: add fill="none" if it has none'
    strokes = any(name.startswith("s-") for name in classes) or "stroke" in shape.attrib
    if strokes != ("stroke-width" in shape.attrib):
        yield "a line has both a colour and a stroke-width"
    elif strokes and not fixed and float(shape.get("stroke-width")) < THINNEST:
        yield f"a line thinner than {THINNEST}: it is not seen at 3 m"


def wrong(element, fixed):
    """Sentences about one element below the root."""
    if element.tag == SVG + "g":
        allowed = {"transform"}
    elif element.tag.removeprefix(SVG) in SHAPES:
        allowed = GEOMETRY | {"class", "fill", "stroke"}
        yield from coloured(element, fixed)
    else:
        yield f"<{element.tag.removeprefix(SVG)}> is not a plain shape"
        return
    for name in sorted(set(element.attrib) - allowed):
        yield f'the attribute "{name}" does not belong here'
    if (element.text or "").strip() or (element.tail or "").strip():
        yield "text between the shapes"


def check(tree):
    for path in tree.files("assets/illustrations/*"):
        if path.suffix != ".svg":
            tree.complain(path, 1, "only .svg files belong here")
            continue
        content = tree.text(path)
        if len(content.encode()) >= LARGEST:
            tree.complain(path, 1, "20 KiB or more")
        if "<!DOCTYPE" in content or "<?" in content:
            tree.complain(path, 1, "no prologue: the file begins with <svg>")
            continue
        try:
            root = xml.fromstring(content)
        except xml.ParseError as error:
            tree.complain(path, error.position[0], f"not well-formed: {error}")
            continue
        box = "0 0 200 200" if SIGN.fullmatch(path.stem) else "0 0 400 300"
        if root.tag != SVG + "svg" or root.get("viewBox") != box:
            tree.complain(path, 1, f'the root is <svg> with viewBox="{box}"')
        if set(root.attrib) - {"viewBox", "stroke-linecap", "stroke-linejoin"}:
            tree.complain(path, 1, "the root has a viewBox and the shape of line ends, no more")
        for element in list(root.iter())[1:]:
            for sentence in wrong(element, path.stem.startswith("browser-")):
                tree.complain(path, 1, sentence)


if __name__ == "__main__":
    main(check)
