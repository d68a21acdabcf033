# Rule: a folder includes only what the table of layers lets it, and a library of others is included
# in one place only. Rationale: the folders are the architecture; one careless include turns a rule
# that is testable without a screen or a disk into one that is not.
import re

from tree import main

# folder -> our folders that it may include beside itself. "kiosk" alone is app.h and options.h.
MAY_INCLUDE = {
    "platform/base": [],
    "platform/os": ["platform/base"],
    "platform/display": ["platform/base"],
    "kiosk/domain": ["platform/base"],
    "kiosk/ledger": ["kiosk/domain", "platform/base", "platform/os"],
    "kiosk/exchange": ["kiosk/domain", "platform/base", "platform/os"],
    "kiosk/guide": ["kiosk/domain", "platform/base", "platform/os"],
    "kiosk/settings": ["kiosk/domain", "platform/base", "platform/os"],
    "kiosk/ui": ["kiosk/domain", "kiosk/guide", "platform/base", "platform/display"],
    "kiosk/room": ["kiosk/settings", "kiosk/domain", "kiosk/ledger", "kiosk/depot", "kiosk/exchange",
                   "kiosk/guide", "platform/base", "platform/os"],
    "kiosk/desk": ["kiosk/settings", "kiosk/room", "kiosk/domain", "kiosk/ledger", "kiosk/depot",
                   "kiosk/exchange", "kiosk/guide", "kiosk/ui", "platform/base", "platform/os"],
    "kiosk/depot": ["kiosk/domain", "kiosk/ledger", "platform/base", "platform/os"],
    "kiosk/gallery": ["kiosk", "platform"],
    "kiosk/commands": ["kiosk", "platform"],
    "kiosk": ["kiosk", "platform"],
    "tests": ["kiosk", "platform", "tests"],
}

# header of others -> the folders that may include it.
OWNED = {
    r"imgui.*\.h|imstb_.*": ["platform/display", "kiosk/ui", "tests/kiosk/ui",
                                "tests/platform/display"],
    r"GLFW/.*|GL/.*": ["platform/display", "tests/bench", "tests/platform/display"],
    r"fontconfig/.*": ["platform/display"],
    r"sqlite3\.h": ["kiosk/ledger", "tests"],
    r"libpq-fe\.h": ["kiosk/depot", "tests"],
    r"sodium.*": ["platform/base"],
    r"utf8proc\.h": ["platform/base"],
    r"qrencode\.h": ["kiosk/ui", "tests/e2e", "tests/bench"],
    r"toml\+\+/.*": ["kiosk/guide", "kiosk/settings"],
    r"CLI/.*": ["kiosk/commands"],
    r"csv\.h|zip\.h|pugixml\.hpp": ["kiosk/exchange", "tests"],
    r"cairo.*|pango/.*": ["kiosk/exchange", "platform/display"],
    r"librsvg/.*": ["platform/display"],
    r"boost/.*|unicode/.*": ["platform/base"],
    r"nlohmann/.*": ["kiosk/ledger", "kiosk/room", "kiosk/ui", "kiosk/commands", "tests"],
    r"catch2/.*": ["tests/support"],
    r"systemd/.*|alsa/.*": ["platform/os", "tests"],
    r"X11/.*": ["platform/os", "platform/display", "tests"],
    r"rapidcheck.*|png\.h": ["tests"],
    r"zbar.*": ["platform/display", "tests"],
}

EXCEPTIONS = []  # "path/of/file.cpp includes header.h"; starts empty and only shrinks

INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)')


def below(path, folder):
    return path == folder or path.startswith(folder + "/")


def layer_of(path):
    """The most specific folder of the table that holds `path`."""
    return max((f for f in MAY_INCLUDE if below(path, f)), key=len, default=None)


def check_ours(tree, path, number, header):
    layer = layer_of(path)
    allowed = MAY_INCLUDE.get(layer, [])
    target = layer_of(header)
    if target is None or not (tree.root / header).is_file():
        tree.complain(path, number, f'"{header}" is no file of ours; write it from the root')
    elif target != layer and not any(below(target, f) for f in allowed):
        tree.complain(path, number, f"{layer} may not include {target} ({header})")


def check_others(tree, path, number, header):
    folder = str(path.rsplit("/", 1)[0])
    for pattern, owners in OWNED.items():
        if re.fullmatch(pattern, header) and not any(below(folder, f) for f in owners):
            tree.complain(path, number, f"only {', '.join(owners)} may include <{header}>")


def check(tree):
    for file in tree.sources("kiosk", "platform", "tests"):
        path = file.as_posix()
        for number, line in tree.lines(file):
            found = INCLUDE.match(line)
            if not found or f"{path} includes {found[1] or found[2]}" in EXCEPTIONS:
                continue
            if found[1]:
                check_ours(tree, path, number, found[1])
            else:
                check_others(tree, path, number, found[2])


if __name__ == "__main__":
    main(check)
