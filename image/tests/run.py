"""run.py IMAGE WORK [--all] [NAME...]: runs the tests of the image; image/test says what they are.

A test is a function in a file of this folder whose name ends in _test.py, marked by @promise.
"""
import importlib
import os
import sys
import time
import traceback

from machine import Failed

HERE = os.path.dirname(os.path.abspath(__file__))


def modules():
    return sorted(name[:-3] for name in os.listdir(HERE) if name.endswith("_test.py"))


def promises(module):
    found = [thing for thing in vars(importlib.import_module(module)).values() if hasattr(thing, "promise")]
    return sorted(found, key=lambda function: function.__code__.co_firstlineno)


def run(test, image, folder):
    """Whether it held; what it noted and how long it took is printed as a row of image/README.md."""
    begun = time.monotonic()
    notes = []
    try:
        test(image, folder, notes.append)
        held = True
    except Failed as failed:
        notes.append(str(failed))
        held = False
    except Exception:  # a mistake of the test is a failure too
        notes.append(traceback.format_exc())
        held = False
    print(f"| {test.promise} | {'held' if held else 'FAILED'} | {'; '.join(notes)} | {time.monotonic() - begun:.0f} s |",
          flush=True)
    return held


def main(arguments):
    everything = "--all" in arguments
    image, work, *names = [argument for argument in arguments if argument != "--all"]
    failed = 0
    ran = 0
    begun = time.monotonic()
    for module in modules():
        for test in promises(module):
            short = module[:-len("_test")]
            if (names and short not in names) or (not names and test.long and not everything):
                continue
            ran += 1
            failed += not run(test, image, f"{work}/{short}")
    print(f"{ran} tests in {time.monotonic() - begun:.0f} s, {failed} failed.")
    return 1 if failed or not ran else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
