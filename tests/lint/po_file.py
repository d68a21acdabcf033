# A gettext catalogue, or a template of one, as the lint of the catalogues reads it.
import ast
import re

PLURALS = re.compile(r"nplurals=(\d+)")


class Message:
    """One text, with what it is in another language; `line` is where it stands."""

    def __init__(self, line):
        self.line = line
        self.flags = ""
        self.notes = ""  # for translators
        self.texts = {}  # "msgctxt", "msgid", "msgid_plural", "msgstr", "msgstr[0]" ...

    @property
    def key(self):
        return tuple(self.texts.get(word) for word in ("msgctxt", "msgid", "msgid_plural"))

    @property
    def english(self):
        return self.texts.get("msgid", "")

    @property
    def forms(self):
        return [text for word, text in self.texts.items() if word.startswith("msgstr")]

    @property
    def plural(self):
        return self.texts.get("msgid_plural")


class PoFile:
    """`messages` by key without the header; `plural_forms` as the header counts them, or None."""

    def __init__(self, text):
        self.obsolete = []  # lines
        self.twice = []  # messages
        self.messages = {}
        self.plural_forms = None
        message, word = None, None
        for number, line in enumerate(text.splitlines() + [""], 1):
            if line.startswith("#~"):
                self.obsolete.append(number)
            if not line.strip():
                self.keep(message)
                message = None
                continue
            message = message or Message(number)
            if line.startswith("#,"):
                message.flags += line[2:]
            if line.startswith("#."):
                message.notes += line[2:]
            if line.startswith("#"):
                continue
            if not line.startswith('"'):
                word, line = line.split(" ", 1)
                message.texts[word] = ""
                if word == "msgid":
                    message.line = number
            message.texts[word] += ast.literal_eval(line)

    def keep(self, message):
        if not message or "msgid" not in message.texts:
            return
        if not message.english:
            count = PLURALS.search(message.texts.get("msgstr", ""))
            self.plural_forms = int(count[1]) if count else None
        elif message.key in self.messages:
            self.twice.append(message)
        else:
            self.messages[message.key] = message
