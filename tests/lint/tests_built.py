# Rule: every *.tests.cpp is compiled, and so is every source of kiosk/ and platform/.
# Rationale: a test that is not built passes for ever; nobody misses it.
import json
import re
from pathlib import Path

from tree import main


def compiled(tree):
    """The files that are compiled, by themselves or several as one."""
    for command in json.loads((tree.build / "compile_commands.json").read_text()):
        path = Path(command["file"])
        if path.parent.name == "Unity":
            yield from re.findall(r'^#include "(.+)"', path.read_text(), re.MULTILINE)
        else:
            yield command["file"]


def check(tree):
    built = set(compiled(tree))
    for path in tree.sources("kiosk", "platform", "tests"):
        if path.suffix == ".cpp" and str(tree.root / path) not in built:
            tree.complain(path, 1, "no target builds this file; its folder's CMakeLists.txt should")


if __name__ == "__main__":
    main(check)
