"""run.py IMAGE WORK [--all] [--controls] [--quick] [--cuts=N] [NAME...]: runs the tests of the image; image/test says what they are.

A test is a function in a file of this folder whose name ends in _test.py, marked by @promise.
"""
import importlib
import os
import re
import sys
import time
import traceback

from board import BOARD
from kiosk import Shared
from machine import Failed, Machine

HERE = os.path.dirname(os.path.abspath(__file__))


def modules():
    return sorted(name[:-3] for name in os.listdir(HERE) if name.endswith("_test.py"))


def promises(module):
    found = [thing for thing in vars(importlib.import_module(module)).values()
             if callable(thing) and hasattr(thing, "promise")]
    return sorted(found, key=lambda function: function.__code__.co_firstlineno)


def attempt(test, image, folder, notes, broken):
    """Why the test failed, or nothing."""
    try:
        test(image, folder, notes.append, broken)
    except Failed as failed:
        return str(failed)
    except Exception:  # a mistake of the test is a failure too
        return traceback.format_exc()
    return ""


def row(sentence, word, notes, begun):
    """A row of image/README.md."""
    print(f"| {sentence} | {word} | {'; '.join(notes)} | {time.monotonic() - begun:.0f} s |", flush=True)


def run(test, image, folder):
    begun = time.monotonic()
    notes = []
    reason = attempt(test, image, folder, notes, broken=False)
    row(test.promise, "FAILED" if reason else "held", [*notes, reason] if reason else notes, begun)
    return not reason


def run_control(test, image, folder):
    """Whether the test fails for the right reason where what it looks for is there."""
    begun = time.monotonic()
    reason = attempt(test, image, folder, [], broken=True)
    failed = re.search(test.reason, reason) is not None
    row(f"control: {test.control}", "fails as it must" if failed else "NOT FOUND", [reason.strip()[-300:]], begun)
    return failed


def main(arguments):
    everything = "--all" in arguments
    one = run_control if "--controls" in arguments else run
    if "--quick" in arguments:
        Machine.clock = ("-accel", "tcg")
    for argument in arguments:
        if argument.startswith("--cuts="):
            importlib.import_module("power_test").CUTS = int(argument[len("--cuts="):])
    image, work, *names = [argument for argument in arguments if not argument.startswith("--")]
    failed = 0
    ran = 0
    begun = time.monotonic()
    for module in modules():
        for test in promises(module):
            short = module[:-len("_test")]
            if names and not {short, test.__name__} & set(names):
                continue
            if not names and test.long and not everything:
                continue
            if test.needs_tpm and not BOARD.tpm:
                row(test.promise, "LEFT OUT", ["no TPM on this board that the image has a driver of"], time.monotonic())
                continue
            ran += 1
            failed += not one(test, image, f"{work}/{short}")
    Shared.end()
    print(f"{ran} tests in {time.monotonic() - begun:.0f} s, {failed} failed.")
    return 1 if failed or not ran else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
