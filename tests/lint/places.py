# Rule: no file names a place of one machine (a home folder, a work folder) or a package host.
# Rationale: a checkout works anywhere, and takes its packages from where its machine takes them.
import re

from tree import main

MACHINE = re.compile(r"(?<![\w.$}~-])/(?:home/\w+|root|work|Users/\w+)/")
HOST = re.compile(
    r"//[\w.-]+(?::\d+)?/(?:debian|debian-security|ubuntu|simple|pypi)\b"
    r"|\b(?:deb|ftp|security|snapshot|archive)(?:\.\w+)?\.(?:debian|ubuntu)\."
    r"|\b(?:pypi\.(?:org|python)|registry\.npmjs|crates\.io|docker\.io|ghcr\.io|proxy\.golang)"
)


def check(tree):
    for path in tree.files():
        if path.name in ("places.py", "controls.py"):
            continue
        for number, line in tree.lines(path):
            if MACHINE.search(line):
                tree.complain(path, number, "a path of one machine")
            if HOST.search(line):
                tree.complain(path, number, "a package host")


if __name__ == "__main__":
    main(check)
