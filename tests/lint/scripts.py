# Rule: a script has a first line that names its interpreter, is executable, and its shell can read
# it; a lint is a Python file that compiles. Rationale: a syntax error in the branch that runs only
# on a fresh machine is found by the newcomer, not by us.
import ast
import os
import subprocess

from tree import main


def interpreter(tree, path):
    first = tree.text(path).split("\n", 1)[0]
    return first[2:].split()[-1].rsplit("/", 1)[-1] if first.startswith("#!") else None


def check_shell(tree, path, shell):
    if not os.access(tree.root / path, os.X_OK):
        tree.complain(path, 1, "a script that is not executable: chmod +x")
    read = subprocess.run([shell, "-n", str(tree.root / path)], capture_output=True, text=True)
    if read.returncode:
        tree.complain(path, 1, read.stderr.strip())


def check_python(tree, path):
    try:
        ast.parse(tree.text(path))
    except SyntaxError as error:
        tree.complain(path, error.lineno or 1, error.msg)


def check(tree):
    for path in tree.files():
        runs = interpreter(tree, path)
        if runs in ("sh", "bash"):
            check_shell(tree, path, runs)
        elif path.suffix == ".sh":
            tree.complain(path, 1, "a shell script without #! as its first line")
        elif path.suffix == ".py":
            check_python(tree, path)


if __name__ == "__main__":
    main(check)
