# Rule: assets/locale/hallpass.pot holds exactly the texts that the program marks, and the catalogues
# of every language hold every text of the templates and no other, translated and not only guessed,
# with its {places}, its forms for numbers, and nothing more or less at its ends.
# No text of the program is a word on a vendor's button, unless its context sets it apart.
# Rationale: a text that is forgotten is English in the midst of a student's own language, a {place}
# that is misspelt shows its braces, and a vendor's word has the English beside it, a button of the
# kiosk has not.
import re
import subprocess
import tempfile
from pathlib import Path

from po_file import PoFile
from tree import main

LOCALE = Path("assets/locale")
DOMAINS = ("hallpass", "guides")
LANGUAGES = Path("kiosk/domain/language.h")
PLACE = re.compile(r"\{[\w-]+\}")
ENGLISH = "en"


def places(text):
    return sorted(set(PLACE.findall(text)))


def ends(text):
    """What stands before the first and after the last character that is drawn, and its lines."""
    inner = text.strip()
    at = text.find(inner)
    return text[:at], text[at + len(inner):], text.count("\n")


def read(tree, path):
    return PoFile(tree.text(path)) if (tree.root / path).exists() else None


def program_texts(tree):
    """The template as the program's sources give it now."""
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / "hallpass.pot"
        command = ["bash", str(tree.root / LOCALE / "update"), "--program-texts", str(made)]
        ran = subprocess.run(command, capture_output=True, text=True)
        if ran.returncode:
            tree.complain(LOCALE / "update", 1, ran.stderr.strip())
            return None
        for line in ran.stderr.splitlines():
            if "warning" in line:
                tree.complain(LOCALE / "update", 1, line)
        return PoFile(made.read_text(encoding="utf-8"))


def check_current(tree, template):
    now = program_texts(tree)
    path = LOCALE / "hallpass.pot"
    if now is None:
        return
    for key, message in now.messages.items():
        if key not in template.messages:
            tree.complain(path, 1, f'run assets/locale/update: it lacks "{message.english}"')
    for key, message in template.messages.items():
        if key not in now.messages:
            tree.complain(path, message.line, f'run assets/locale/update: unused "{message.english}"')


def check_apart(tree, program, guides):
    for key in guides.messages.keys() & program.messages.keys():
        if "vendor's button" in guides.messages[key].notes:
            message = program.messages[key]
            tree.complain(LOCALE / "hallpass.pot", message.line,
                          f'"{message.english}" is on a vendor\'s button too: use trc()')


def wanted_places(message, form):
    """Those that every form must hold, and those that it may hold."""
    if message.plural is None:
        return places(message.english), places(message.english)
    one, many = places(message.english), places(message.plural)
    return [place for place in many if place in one or form > 0], many


def check_form(tree, path, message, form, text):
    english = message.english if message.plural is None else message.plural
    must, may = wanted_places(message, form)
    for place in must:
        if place not in places(text):
            tree.complain(path, message.line, f'"{english}": {place} is missing in "{text}"')
    for place in places(text):
        if place not in may:
            tree.complain(path, message.line, f'"{english}": there is no {place} in it')
    if ends(text) != ends(english):
        tree.complain(path, message.line, f'"{english}": other spaces or lines in "{text}"')


def check_message(tree, path, message, plural_forms):
    forms = message.forms
    if "fuzzy" in message.flags:
        tree.complain(path, message.line, f'"{message.english}" is only guessed (fuzzy)')
    if not forms or not all(forms):
        return tree.complain(path, message.line, f'"{message.english}" is not translated')
    if message.plural is not None and len(forms) != plural_forms:
        tree.complain(path, message.line, f'"{message.english}" has {len(forms)} forms for numbers')
    for form, text in enumerate(forms):
        check_form(tree, path, message, form, text)


def check_catalogue(tree, path, template):
    catalogue = read(tree, path)
    if catalogue is None:
        return tree.complain(path, 1, "the catalogue is missing")
    if not catalogue.plural_forms:
        tree.complain(path, 1, "its head does not count the forms for numbers (Plural-Forms)")
    for line in catalogue.obsolete:
        tree.complain(path, line, "a message that is not used any more; take it out")
    for message in catalogue.twice:
        tree.complain(path, message.line, f'"{message.english}" stands there twice')
    for key, message in template.messages.items():
        if key not in catalogue.messages:
            tree.complain(path, 1, f'"{message.english}" is missing; run assets/locale/update')
    for key, message in catalogue.messages.items():
        if key not in template.messages:
            tree.complain(path, message.line, f'"{message.english}" is not used')
        else:
            check_message(tree, path, message, catalogue.plural_forms)


def check(tree):
    ids = re.findall(r'\{"([a-z]+)", "', tree.text(LANGUAGES))
    if ENGLISH not in ids:
        tree.complain(LANGUAGES, 1, "the languages were not found")
    templates = {domain: read(tree, LOCALE / f"{domain}.pot") for domain in DOMAINS}
    if all(templates.values()):
        check_apart(tree, templates["hallpass"], templates["guides"])
    for domain, template in templates.items():
        if template is None:
            tree.complain(LOCALE / f"{domain}.pot", 1, "the template is missing")
            continue
        if domain == "hallpass":
            check_current(tree, template)
        for language in ids:
            if language != ENGLISH:
                check_catalogue(tree, LOCALE / language / f"{domain}.po", template)


if __name__ == "__main__":
    main(check)
