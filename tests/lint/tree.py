# What every lint needs: the files of a tree, and a way to say what is wrong where.
import sys
from pathlib import Path

SKIPPED = {".git", ".cache", "build", "__pycache__"}


class Tree:
    """The files below a folder, without build folders; the same with and without git."""

    def __init__(self, root, build=None):
        self.root = Path(root).resolve()
        self.build = Path(build).resolve() if build else None
        self.findings = []

    def files(self, *patterns):
        """Paths relative to the root that match one of `patterns`, sorted; all without patterns."""
        found = (p.relative_to(self.root) for p in self.root.rglob("*") if p.is_file())
        kept = (p for p in found if not any(n in SKIPPED or n.startswith("build-") for n in p.parts))
        return sorted(p for p in kept if not patterns or any(p.match(x) for x in patterns))

    def sources(self, *folders):
        """C++ files of ours, below `folders` of the root."""
        return [p for p in self.files("*.cpp", "*.h", "*.def") if p.parts[0] in folders]

    def text(self, path):
        """The text of a file; a file that is not UTF-8 is read as if it were, for searching."""
        return (self.root / path).read_text(encoding="utf-8", errors="replace")

    def lines(self, path):
        """(number, line) from 1."""
        return enumerate(self.text(path).splitlines(), 1)

    def complain(self, path, line, sentence):
        self.findings.append(f"{path}:{line}: {sentence}")


def main(check):
    """Runs `check(tree)` on the tree that the command line names: ROOT [BUILD]. 1 = findings."""
    tree = Tree(*sys.argv[1:3])
    check(tree)
    for finding in tree.findings:
        print(finding)
    sys.exit(1 if tree.findings else 0)
