# Rule: every *.tests.cpp is compiled, and so is every source of kiosk/ and platform/.
# Rationale: a test that is not built passes for ever; nobody misses it.
import json

from tree import main


def check(tree):
    commands = json.loads((tree.build / "compile_commands.json").read_text())
    built = {command["file"] for command in commands}
    for path in tree.sources("kiosk", "platform", "tests"):
        if path.suffix == ".cpp" and str(tree.root / path) not in built:
            tree.complain(path, 1, "no target builds this file; its folder's CMakeLists.txt should")


if __name__ == "__main__":
    main(check)
