# Rule: the word "pass" never occurs in platform/, in names, comments and file names.
# Rationale: platform/ could serve any appliance; the first use of a word of the product is where
# product rules begin to seep in.
import re

from tree import main

# "passed", "passing", "bypass", "passive" are other words.
WORD = re.compile(r"(?<![a-z])pass(es)?(?![a-rt-z])|Pass(es)?(?![a-z])|PASS", re.ASCII)


def check(tree):
    for path in tree.files():
        if path.parts[0] != "platform":
            continue
        if WORD.search(path.as_posix()):
            tree.complain(path, 1, 'its name holds the word "pass"')
        for number, line in tree.lines(path):
            if WORD.search(line):
                tree.complain(path, number, f'the word "pass": {line.strip()}')


if __name__ == "__main__":
    main(check)
