# Rule: files of code are snake_case with a known ending, folders lower case; a header has
# #pragma once. Rationale: a newcomer finds a thing by its word, without guessing how it is written.
import re

from tree import main

FILE = re.compile(r"(?:[A-Z]+\.md|[a-z][a-z0-9-]*\.md|\.clang-tidy|[a-z][a-z0-9_]*(\.tests)?\.(cpp|h|def|py|sh)|[a-z][a-z0-9_]*|CMakeLists\.txt)")
FOLDER = re.compile(r"[a-z][a-z0-9_]*")
DOCUMENTS = (".txt", ".sql", ".json", ".toml", ".png", ".csv", ".in", ".html", ".qml")


def check(tree):
    for path in tree.files():
        if path.parts[0] not in ("kiosk", "platform", "tests"):
            continue
        if "data" not in path.parts and not FILE.fullmatch(path.name):
            if path.suffix not in DOCUMENTS or path.name != path.name.lower():
                tree.complain(path, 1, "file names of code are snake_case")
        for folder in path.parts[:-1]:
            # Samples of assets/ have the folders that the program looks for: pass-types.
            if "data" not in path.parts and not FOLDER.fullmatch(folder):
                tree.complain(path, 1, f"{folder}: folder names are snake_case")
        if path.suffix == ".h" and "#pragma once" not in tree.text(path):
            tree.complain(path, 1, "a header begins with #pragma once")


if __name__ == "__main__":
    main(check)
