# Rule: LogValue::unsecret(), the only way for a text into the log, is called in few files, each named
# here with what it says.
# Rationale: the log leaves the device with whoever mends it. A code, a PIN or a student's name must
# not be in it, and a reader should find every place where one could slip in.
import re

from tree import main

MAY_SAY = {
    "kiosk/diary.cpp",  # what is wrong in the settings; why the ledger cannot be opened
    "platform/os/log.cpp",  # declares it
    "platform/os/log.h",  # declares it
}

CALL = re.compile(r"\bunsecret\s*\(")


def check(tree):
    for path in tree.sources("kiosk", "platform"):
        for number, line in tree.lines(path):
            if CALL.search(line.split("//")[0]) and path.as_posix() not in MAY_SAY:
                tree.complain(path, number, "unsecret() in a file that unsecret.py does not list")
    for listed in sorted(MAY_SAY):
        if not (tree.root / listed).is_file() or not CALL.search(tree.text(listed)):
            tree.complain("tests/lint/unsecret.py", 1, f"{listed} says nothing: take it off the list")


if __name__ == "__main__":
    main(check)
