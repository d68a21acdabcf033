# Rule: Code::reveal() and grouped(), the only ways to a code's text, are called in few files, each
# named here.
# Rationale: a code is worth money and must reach no log, message, file name or window title. Who
# adds a place where the text comes out should have to say so in a list that a reader can check.
import re

from tree import main

MAY_REVEAL = {
    "kiosk/app_code.cpp",  # fills the payload of the QR
    "kiosk/commands/hand_out.cpp",  # prints the code for who asked for it
    "kiosk/depot/code_text.cpp",  # seals it for this kiosk, or gives it back to the depot
    "kiosk/desk/code_source.cpp",  # compares typed codes by their pass type's rules
    "kiosk/desk/leftovers.cpp",  # writes returned codes onto a stick
    "kiosk/domain/code.cpp",  # groups it
    "kiosk/domain/code.h",  # declares it
    "kiosk/ledger/stock.cpp",  # stores it
    "kiosk/room/exports.cpp",  # writes the codes into a list that is asked for with its codes
    "kiosk/ui/screens/student/code.cpp",  # shows it to its student
}

CALL = re.compile(r"\b(?:reveal|grouped)\s*\(")


def check(tree):
    for path in tree.sources("kiosk", "platform"):
        for number, line in tree.lines(path):
            if CALL.search(line.split("//")[0]) and path.as_posix() not in MAY_REVEAL:
                tree.complain(path, number, "reveal() in a file that reveal.py does not list")
    for listed in sorted(MAY_REVEAL):
        if not (tree.root / listed).is_file() or not CALL.search(tree.text(listed)):
            tree.complain("tests/lint/reveal.py", 1, f"{listed} reveals nothing: take it off the list")


if __name__ == "__main__":
    main(check)
