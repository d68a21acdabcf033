# Rule: nothing sleeps: not the kiosk, not a test, not a script.
# Rationale: a kiosk that sleeps is late or busy, and a test that sleeps is slow on a fast machine and
# wrong on a slow one. Wait for the event itself, with a limit: poll, a condition, a deadline.
import re

from tree import main

# In pieces, so that this file does not accuse itself.
CALL = re.compile(r"\b(?:this_thread\s*::\s*)?(?:u|nano|clock_nano)?sl" r"eep(?:_for|_until)?\s*\(")
COMMAND = re.compile(r"(?:^|[;&|(]|\bdo|\bthen)\s*sl" r"eep\s")


def check(tree):
    for path in tree.sources("kiosk", "platform", "tests") + tree.files("*.py", "*.cmake"):
        for number, line in tree.lines(path):
            if CALL.search(line.split("//")[0]):
                tree.complain(path, number, "wait for the event itself, with a limit")
    for path in tree.files():
        if not path.suffix or path.suffix == ".sh":
            for number, line in tree.lines(path):
                if COMMAND.search(line.split("#")[0]):
                    tree.complain(path, number, "wait for the event itself, with a limit")


if __name__ == "__main__":
    main(check)
