#!/usr/bin/env python3
"""Counts the instructions of a claim, an import of 1000 codes, a verifying of 500 entries, a QR code, a
search and the building of one frame.

usage: count.py PROGRAM [--judge | --control | --store]

Without an option it prints "NAME INSTRUCTIONS STORED" lines. --judge fails where one of them is more
than a tenth above the figure that is stored in figures.txt; --control judges the quickest against a
lower figure, and fails where that finds nothing; --store writes figures.txt anew. Unlike times, the
counts are the same on a busy machine; not with another compiler or other libraries, so they are
judged on Debian 12 alone.
"""

import concurrent.futures
import pathlib
import re
import subprocess
import sys
import tempfile

STORED = pathlib.Path(__file__).with_name("figures.txt")
MOST = 1.10
THINGS = ("claim", "import", "verify", "qr", "search", "frame")


def count(program, thing):
    """The instructions of one time."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["valgrind", "--tool=callgrind", "--toggle-collect=countedWork",
                   f"--callgrind-out-file={folder}/out", program, thing]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    collected = re.search(r"Collected : (\d+)", done.stderr)
    if done.returncode != 0 or not collected:
        sys.exit(f"count.py: {thing} was not counted:\n{done.stderr}")
    return int(collected.group(1)) // int(done.stdout)


def count_all(program, things):
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        return dict(zip(things, pool.map(lambda thing: count(program, thing), things)))


def stored():
    lines = [line for line in STORED.read_text().splitlines() if not line.startswith("#")]
    return {name: int(figure) for name, figure in (line.split() for line in lines)}


def grown(counts, figures):
    return [name for name in counts if counts[name] > MOST * figures[name]]


def store(counts):
    STORED.write_text("# Instructions a time, as count.py counts them on Debian 12 (g++ 12, -O2).\n"
                      "# Changed on purpose alone: count.py PROGRAM --store.\n" +
                      "".join(f"{name} {counts[name]}\n" for name in THINGS))


def main(program, option=""):
    counts = count_all(program, ("qr",) if option == "--control" else THINGS)
    if option == "--store":
        store(counts)
    figures = stored()
    for name in counts:
        print(name, counts[name], figures[name])
    if option == "--control":
        lower = {name: int(figure * 0.85) for name, figure in figures.items()}
        return 0 if grown(counts, lower) else "a growth of a sixth was not found"
    if option == "--judge" and grown(counts, figures):
        return f"more than a tenth above figures.txt: {', '.join(grown(counts, figures))}"
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
