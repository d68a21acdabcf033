# Rule: a library links only libraries of folders that it may include, and no two link each other.
# Rationale: an include that works because some third library happens to pass it on is a layer that
# nobody decided on; the link graph and the table of includes.py must be one and the same.
import re

from includes import MAY_INCLUDE, below
from tree import main

CALL = re.compile(r"(hallpass_library|target_link_libraries)\(\s*(\w+)([^)]*)\)")
OURS = re.compile(r"\b(?:kiosk|platform)_[a-z]+\b")


def folder_of(target):
    """kiosk_ledger is the library of kiosk/ledger; kiosk_app is app.* in kiosk itself."""
    return "kiosk" if target == "kiosk_app" else target.replace("_", "/", 1)


def check_link(tree, path, line, target, used):
    layer, other = folder_of(target), folder_of(used)
    if not any(below(other, folder) for folder in MAY_INCLUDE.get(layer, [])):
        tree.complain(path, line, f"{target} may not link {used}")


def check(tree):
    for path in tree.files("CMakeLists.txt"):
        if path.parts[0] not in ("kiosk", "platform"):
            continue
        text = tree.text(path)
        for call in CALL.finditer(text):
            if OURS.fullmatch(call[2]):
                line = text.count("\n", 0, call.start()) + 1
                for used in OURS.findall(call[3]):
                    check_link(tree, path, line, call[2], used)


if __name__ == "__main__":
    main(check)
