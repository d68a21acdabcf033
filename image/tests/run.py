"""run.py IMAGE WORK [--all] [--controls] [--quick] [--cuts=N] [NAME...]: runs the tests of the image; image/test says what they are.

A test is a function in a file of this folder whose name ends in _test.py, marked by @promise.
"""
import importlib
import os
import re
import sys
import time
import traceback
from concurrent.futures import ThreadPoolExecutor

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


def chains(names, everything):
    """The tests that are wanted, each with its file's short name, in lists that do not wait for each other: a file's,
    and behind it those of the one that goes on with its device."""
    found = []
    before = None
    for module in modules():
        short = module[:-len("_test")]
        wanted = [(test, short) for test in promises(module)
                  if ({short, test.__name__} & set(names) if names else everything or not test.long)]
        if found and getattr(importlib.import_module(module), "GOES_ON_WITH", "") == before:
            found[-1] += wanted
        else:
            found.append(wanted)
        before = module
    return found


def main(arguments):
    one = run_control if "--controls" in arguments else run
    if "--quick" in arguments:
        Machine.clock = ("-accel", "tcg")
    for argument in arguments:
        if argument.startswith("--cuts="):
            importlib.import_module("power_test").CUTS = int(argument[len("--cuts="):])
    image, work, *names = [argument for argument in arguments if not argument.startswith("--")]
    begun = time.monotonic()

    def run_chain(chain):
        results = []
        for test, short in chain:
            if test.needs_tpm and not BOARD.tpm:
                row(test.promise, "LEFT OUT", ["no TPM on this board that the image has a driver of"], time.monotonic())
            else:
                results.append(one(test, image, f"{work}/{short}"))
        return results

    # Each machine has one processor.
    with ThreadPoolExecutor(os.cpu_count()) as lanes:
        results = [result for chain in lanes.map(run_chain, chains(names, "--all" in arguments)) for result in chain]
    Shared.end()
    print(f"{len(results)} tests in {time.monotonic() - begun:.0f} s, {results.count(False)} failed.")
    return 0 if results and all(results) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
