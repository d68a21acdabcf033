# Rule: README.md's table of dependencies is the one list of packages, complete rows without doubles,
# and nothing but .ci/install installs. Rationale: the two commands promise a fresh Debian; a package
# that is installed in passing is one that the next machine lacks.
import re

from tree import main

ROLES = {"build", "run", "test", "check", "bench", "peers", "npm", "fresh"}
NAME = re.compile(r"[a-z0-9][a-z0-9.+-]+")
VERSION = re.compile(r"[0-9][0-9A-Za-z.~]*")
INSTALLS = re.compile(r"\b(apt|apt-get|aptitude|pip3?|npm)\s+(-\S+\s+)*(install|add)\b")
MAY_INSTALL = {".ci/install"}


def table(tree):
    """(line number, cells) of each row of the table below the heading row."""
    inside = False
    for number, line in tree.lines("README.md"):
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if line.startswith("|") and inside and not set(line) <= set("|- "):
            yield number, cells
        inside = line.startswith("|") and (inside or cells[0] == "package")


def check_row(tree, number, cells, seen):
    if len(cells) != 5 or not all(cells):
        return tree.complain("README.md", number, "a row is: package, role, what for, version, version")
    package, role, _, *versions = cells
    if not NAME.fullmatch(package):
        tree.complain("README.md", number, f"{package} is no name of a Debian package")
    if role not in ROLES:
        tree.complain("README.md", number, f"{role} is no role; there are {', '.join(sorted(ROLES))}")
    if not all(VERSION.fullmatch(version) for version in versions):
        tree.complain("README.md", number, f"{package} lacks its version in Debian 12 or 13")
    if package in seen:
        tree.complain("README.md", number, f"{package} stands in the table twice")
    seen.add(package)


def check(tree):
    seen = set()
    for number, cells in table(tree):
        check_row(tree, number, cells, seen)
    if not seen:
        tree.complain("README.md", 1, "the table of dependencies is missing")
    for path in tree.files():
        if path.suffix in (".md", ".txt") or path.as_posix() in MAY_INSTALL:
            continue
        for number, line in tree.lines(path):
            if INSTALLS.search(line) and path.name not in ("packages.py", "controls.py"):
                tree.complain(path, number, "only .ci/install installs, from README.md's table")


if __name__ == "__main__":
    main(check)
