# rates.py FOLDER: the tables of what was read (FOLDER/pictures.json and FOLDER/read.txt), and whether
# the controls hold: ends with 1 where a blank card was read, a code without margin was read as often
# as one with it, or a reader read a text that is not there.
import collections
import json
import pathlib
import sys

READERS = ("zbar", "jsQR", "ZXing")
DRAWN, BLANK, BARE = "as drawn", "control: blank", "control: no margin, on dark"


def percent(hits, of):
    return round(100 * hits / of) if of else 0


class Rates:
    def __init__(self, pictures, reads):
        self.pictures = pictures
        self.reads = reads  # (file, reader) -> texts

    def read(self, picture, reader):
        return picture["payload"] in self.reads[picture["file"], reader]

    def of(self, reader, **what):
        chosen = [each for each in self.pictures if all(each[key] == value for key, value in what.items())]
        return percent(sum(self.read(each, reader) for each in chosen), len(chosen))

    def wrong(self, known):
        return sum(text not in known for texts in self.reads.values() for text in texts)


def names(pictures, key):
    return list(dict.fromkeys(each[key] for each in pictures))


def table(head, rows):
    print("| " + " | ".join(head) + " |\n|" + "---|" * len(head))
    for row in rows:
        print("| " + " | ".join(map(str, row)) + " |")
    print()


def three(rates, **what):
    return " ".join(str(rates.of(reader, **what)) for reader in READERS)


def main(folder):
    pictures = json.loads((folder / "pictures.json").read_text())
    reads = collections.defaultdict(list)
    for line in (folder / "read.txt").read_text().splitlines():
        file, reader, text = line.split("\t")
        reads[file, reader].append(text)
    rates = Rates(pictures, reads)
    cards = names(pictures, "card")
    compared = names([each for each in pictures if each["design"] == BLANK], "card")
    print(f"{len(pictures)} pictures; % read by {', '.join(READERS)}\n")
    kinds = names(pictures, "condition")
    rows = [[kind] + [three(rates, design=DRAWN, card=card, condition=kind) for card in cards] for kind in kinds]
    table(["condition", *cards], rows + [["all"] + [three(rates, design=DRAWN, card=card) for card in cards]])
    designs = names([each for each in pictures if each["card"] == compared[0]], "design")
    table(["design", *compared], [[name] + [three(rates, design=name, card=card) for card in compared] for name in designs])
    wrong = rates.wrong({each["payload"] for each in pictures})
    print(f"texts that stand nowhere on the screen: {wrong}")
    blank = sum(rates.of(reader, design=BLANK) for reader in READERS)
    bare = all(rates.of(reader, design=BARE, card=card) < rates.of(reader, design=DRAWN, card=card)
               for reader in READERS for card in compared)
    held = wrong == 0 and blank == 0 and bare
    print("controls: " + ("hold" if held else f"BROKEN (blank {blank}, no margin reads worse: {bare})"))
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
