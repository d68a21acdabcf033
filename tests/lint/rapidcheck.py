# Rule: && and || inside RC_ASSERT and RC_PRE stand in parentheses of their own: RC_ASSERT((a || b)).
# Rationale: RapidCheck takes the expression apart by overloaded operators, and an overloaded || looks
# at both sides: RC_ASSERT(text.empty() || text.back() != ' ') reads behind an empty text.
import re

from tree import main

CALL = re.compile(r"\bRC_(?:ASSERT|ASSERT_FALSE|PRE|DISCARD_IF|SUCCEED_IF)\(")


def bare(text):
    """Whether && or || stands in `text`, which begins behind a (, before its ) and in no other."""
    depth = 1
    for here, character in enumerate(text):
        depth += (character in "([{") - (character in ")]}")
        if depth == 0:
            return False
        if depth == 1 and text[here : here + 2] in ("&&", "||"):
            return True
    return False


def check(tree):
    for path in tree.sources("tests"):
        text = tree.text(path)
        for call in CALL.finditer(text):
            if bare(text[call.end() :]):
                line = text.count("\n", 0, call.start()) + 1
                tree.complain(path, line, "&& and || need parentheses of their own here")


if __name__ == "__main__":
    main(check)
