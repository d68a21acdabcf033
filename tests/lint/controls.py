# Rule: every lint is seen to fail. For each one: a small tree that it must accept, and violations
# planted into that tree one at a time, each of which it must name.
# Rationale: a lint that finds nothing looks exactly like a lint that looks at nothing.
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from reveal import MAY_REVEAL
from unsecret import MAY_SAY

HERE = Path(__file__).resolve().parent
TABLE = "| package | role | what for | Debian 12 | Debian 13 |\n|---|---|---|---|---|\n"
READY = "assets/illustrations/ready.svg"
GCC = "| g++ | build | compiles | 12.2 | 14.2 |\n"


def picture(shape, width=400, height=300):
    """A small SVG file."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">{shape}</svg>\n'

UPDATE = (HERE.parent.parent / "assets/locale/update").read_text()
PO_HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2;\\n"\n'
FINNISH = "assets/locale/fi/hallpass.po"


def po(*messages):
    """A catalogue, or a template: each message is its lines after the first word "msgid"."""
    return PO_HEAD + "".join(f"\nmsgid {message}\n" for message in messages)


TIME = '"Open until {time}"'
CODES = '"{n} code"\nmsgid_plural "{n} codes"'
TEMPLATE = po(f'{TIME}\nmsgstr ""', f'{CODES}\nmsgstr[0] ""\nmsgstr[1] ""')
TIME_FI = f'{TIME}\nmsgstr "Auki {{time}} asti"'
CODES_FI = f'{CODES}\nmsgstr[0] "{{n}} koodi"\nmsgstr[1] "{{n}} koodia"'

# lint -> files of the tree that it accepts
CLEAN = {
    "includes": {
        "kiosk/domain/code.h": "#pragma once\n#include <string>\n",
        "kiosk/ledger/claims.cpp": '#include <sqlite3.h>\n#include "kiosk/domain/code.h"\n',
    },
    "links": {"kiosk/ui/CMakeLists.txt": "hallpass_library(kiosk_ui USES kiosk_domain)\n"},
    "words": {"platform/os/files.cpp": "// the time passed; bypassing\n"},
    "tests_built": {
        "kiosk/domain/code.cpp": "",
        "build/compile_commands.json": [{"file": "kiosk/domain/code.cpp"}],
    },
    "no_sleep": {"tests/e2e/wait.cpp": "poll(&fd, 1, 100);\n", "run": "echo asleep\n"},
    "reveal": {path: "code.reveal();\n" for path in MAY_REVEAL} | {"kiosk/ui/a.cpp": "masked();\n"},
    "unsecret": {path: "LogValue::unsecret(text);\n" for path in MAY_SAY},
    "names": {"kiosk/domain/pass_type.h": "#pragma once\n", "tests/data/Codes-1.csv": ""},
    "packages": {"README.md": TABLE + GCC, "run": ".ci/install build\n"},
    "places": {"run": 'cd "$root/build"\n', "README.md": "see https://example.org/guide\n"},
    "rapidcheck": {"tests/a.cpp": "RC_ASSERT((a ||\n b));\nRC_ASSERT(x == (a && b));\nif (a || b)\n"},
    "scripts": {"run": "#!/bin/bash\necho\n"},
    "catalogues": {
        "assets/locale/update": UPDATE,
        "assets/locale/hallpass.pot": TEMPLATE,
        "assets/locale/guides.pot": po('"Sign in"\nmsgstr ""'),
        "assets/locale/fi/hallpass.po": po(TIME_FI, CODES_FI),
        "assets/locale/fi/guides.po": po('"Sign in"\nmsgstr "Kirjaudu"'),
        "kiosk/domain/language.h": '{{"en", "English"}, {"fi", "Suomi"}}\n',
        "kiosk/a.cpp": 'tr("Open until {time}");\ntrn("{n} code", "{n} codes", n);\n',
        "platform/a.h": "",
    },
    "illustrations": {
        READY: picture('<circle class="card s-text" r="9" stroke-width="8"/>'),
        "assets/illustrations/browser-x.svg": picture('<path fill="#12AB34" d="M0 0"/>', 200, 200),
    },
}

# lint -> (files to add or replace, a part of the complaint)
PLANTED = {
    "includes": [
        ({"kiosk/domain/code.cpp": '#include "kiosk/ledger/x.h"\n', "kiosk/ledger/x.h": ""},
         "kiosk/domain may not include kiosk/ledger"),
        ({"platform/os/a.cpp": '  # include "kiosk/domain/code.h"\n'},
         "platform/os may not include kiosk/domain"),
        ({"kiosk/ui/a.cpp": "#include <sqlite3.h>\n"}, "kiosk/ledger"),
        ({"kiosk/app.cpp": "#include <imgui.h>\n"}, "only platform/display, kiosk/ui"),
        ({"kiosk/domain/b.cpp": '#include "code.h"\n'}, "write it from the root"),
    ],
    "links": [
        ({"kiosk/domain/CMakeLists.txt": "hallpass_library(kiosk_domain USES\n kiosk_ledger)\n"},
         "kiosk_domain may not link kiosk_ledger"),
        ({"platform/os/CMakeLists.txt": "target_link_libraries(platform_os PUBLIC kiosk_guide)\n"},
         "platform_os may not link kiosk_guide"),
    ],
    "words": [
        ({"platform/os/files.cpp": "int passCount;\n"}, "files.cpp:1"),
        ({"platform/os/files.cpp": "\n// one Pass each\n"}, "files.cpp:2"),
        ({"platform/os/pass_file.cpp": ""}, "its name"),
    ],
    "tests_built": [
        ({"tests/kiosk/domain/lost.tests.cpp": ""}, "lost.tests.cpp:1"),
        ({"platform/os/lost.cpp": ""}, "platform/os/lost.cpp:1"),
    ],
    "no_sleep": [
        ({"tests/e2e/wait.cpp": "\nstd::this_thread::sl" "eep_for(1s);\n"}, "wait.cpp:2"),
        ({"platform/os/a.cpp": "usl" "eep(10);\n"}, "a.cpp:1"),
        ({"tests/lint/a.py": "time.sl" "eep(1)\n"}, "a.py:1"),
        ({"run": "true; sl" "eep 1\n"}, "run:1"),
    ],
    "reveal": [
        ({"kiosk/ui/page.cpp": "draw(code.reveal());\n"}, "page.cpp:1"),
        ({"kiosk/domain/code.h": "\n"}, "take it off the list"),
    ],
    "unsecret": [
        ({"kiosk/app.cpp": "log.tell(LogValue::unsecret(name));\n"}, "app.cpp:1"),
        ({"kiosk/diary.cpp": "\n"}, "take it off the list"),
    ],
    "names": [
        ({"kiosk/domain/PassType.h": "#pragma once\n"}, "PassType.h"),
        ({"kiosk/domain/pass-type.cpp": ""}, "pass-type.cpp"),
        ({"kiosk/Domain/code.cpp": ""}, "Domain"),
        ({"kiosk/domain/pass_type.h": "int x;\n"}, "#pragma once"),
    ],
    "packages": [
        ({"README.md": TABLE + GCC + GCC}, "twice"),
        ({"README.md": TABLE + "| g++ | build | compiles | 12.2 | |\n"}, "README.md:3"),
        ({"README.md": TABLE + "| g++ | use | compiles | 12.2 | 14.2 |\n"}, "no role"),
        ({"README.md": "nothing\n"}, "missing"),
        ({"run": "apt-get -y install g++\n"}, "only .ci/install"),
    ],
    "places": [
        ({"run": "cd /ho" "me/anna/x\n"}, "a path of one machine"),
        ({"README.md": "from https://deb.deb" "ian.org/x\n"}, "a package host"),
        ({"README.md": "from http://mirror.example:80/deb" "ian bookworm\n"}, "a package host"),
    ],
    "rapidcheck": [
        ({"tests/a.cpp": "\nRC_ASSERT(f(x) ||\n y);\n"}, "a.cpp:2"),
        ({"tests/b.cpp": "RC_PRE(!a && b);\n"}, "b.cpp:1"),
    ],
    "scripts": [
        ({"run": "#!/bin/bash\nif true\n"}, "syntax error"),
        ({"tests/lint/a.sh": "echo\n"}, "without #!"),
        ({"tests/lint/a.py": "def (\n"}, "a.py:1"),
        ({"tests/start": "#!/bin/sh\necho\n"}, "not executable"),
    ],
    "catalogues": [
        ({"kiosk/b.cpp": 'tr("Done");\n'}, 'update: it lacks "Done"'),
        ({"kiosk/a.cpp": 'tr("Open until {time}");\n'}, 'update: unused "{n} code"'),
        ({"assets/locale/fi/guides.po": po()}, '"Sign in" is missing'),
        ({"kiosk/domain/language.h": '{"en", "English"}, {"sv", "Svenska"}'}, "catalogue is missing"),
        ({FINNISH: po(TIME_FI, CODES_FI, '"Old"\nmsgstr "Vanha"')}, '"Old" is not used'),
        ({FINNISH: po(TIME_FI, CODES_FI) + "\n#~ msgid \"Old\"\n"}, "not used any more"),
        ({FINNISH: po(TIME_FI, CODES_FI, TIME_FI)}, "twice"),
        ({FINNISH: po(f'{TIME}\nmsgstr ""', CODES_FI)}, "is not translated"),
        ({FINNISH: po(TIME_FI, f'{CODES}\nmsgstr[0] "{{n}} koodi"\nmsgstr[1] ""')}, "not translated"),
        ({FINNISH: po(CODES_FI) + "\n#, fuzzy\nmsgid " + TIME_FI + "\n"}, "only guessed"),
        ({FINNISH: po(f'{TIME}\nmsgstr "Auki {{aika}} asti"', CODES_FI)}, "{time} is missing"),
        ({FINNISH: po(f'{TIME}\nmsgstr "{{time}} {{aika}}"', CODES_FI)}, "there is no {aika} in it"),
        ({FINNISH: po(TIME_FI, f'{CODES}\nmsgstr[0] "{{n}} koodi"\nmsgstr[1] "koodia"')}, "{n} is"),
        ({FINNISH: po(TIME_FI, f'{CODES}\nmsgstr[0] "{{n}} koodia"')}, "has 1 forms for numbers"),
        ({FINNISH: po(f'{TIME}\nmsgstr "Auki {{time}} asti "', CODES_FI)}, "other spaces"),
        ({FINNISH: po(f'{TIME}\nmsgstr "Auki\\n{{time}}"', CODES_FI)}, "other spaces or lines"),
        ({"assets/locale/guides.pot":
          po(f'{TIME}\nmsgstr ""').replace("msgid \"Open", "#. the vendor's button\nmsgid \"Open")},
         "use trc()"),
    ],
    "illustrations": [
        ({READY: picture('<text class="text">a</text>')}, "<text> is not a plain shape"),
        ({READY: picture('<rect class="red" width="9"/>')}, 'the class "red"'),
        ({READY: picture('<rect fill="#FF0000" width="9"/>')}, "use a class of the theme"),
        ({READY: picture('<rect width="9"/>')}, "without a class"),
        ({READY: picture('<path class="s-text" d="M0 0" stroke-width="8"/>')}, "without a fill class"),
        ({READY: picture('<path class="s-text" fill="none" d="M0 0"/>')}, "a stroke-width"),
        ({READY: picture('<path class="card s-text" d="M0 0" stroke-width="5"/>')}, "thinner than 6"),
        ({READY: picture('<rect class="card" style="fill:red"/>')}, 'the attribute "style"'),
        ({READY: picture("", 200, 200)}, 'viewBox="0 0 400 300"'),
        ({READY: picture("<!-- " + "x" * 20480 + " -->")}, "20 KiB"),
        ({READY: "<svg"}, "not well-formed"),
        ({"assets/illustrations/a.png": ""}, "only .svg"),
    ],
}


def plant(root, files):
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not isinstance(content, str):
            content = json.dumps([{"file": str(root / entry["file"])} for entry in content])
        path.write_text(content)
        path.chmod(0o755 if name == "run" else 0o644)


def findings(lint, files):
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        plant(root, files)
        command = [sys.executable, "-B", str(HERE / f"{lint}.py"), str(root), str(root / "build")]
        ran = subprocess.run(command, capture_output=True, text=True)
        return ran.returncode, ran.stdout + ran.stderr


def control(lint):
    """Sentences about what `lint` accepted or refused wrongly."""
    wrong = []
    status, said = findings(lint, CLEAN[lint])
    if status or said:
        wrong.append(f"{lint} refuses a clean tree: {said}")
    for files, complaint in PLANTED[lint]:
        status, said = findings(lint, CLEAN[lint] | files)
        if status != 1 or complaint not in said:
            wrong.append(f"{lint} misses a planted violation ({complaint}): {said or 'no findings'}")
    return wrong


if __name__ == "__main__":
    mistakes = control(sys.argv[1])
    print("\n".join(mistakes) or f"{sys.argv[1]}: {len(PLANTED[sys.argv[1]])} violations found")
    sys.exit(1 if mistakes else 0)
