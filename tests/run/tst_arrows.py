# SPDX-License-Identifier: Apache-2.0
"""Does scripts/arrows.py see each offence, and nothing in a clean tree?"""
import os
import subprocess
import sys
import tempfile

SCRIPT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "scripts", "arrows.py")
LICENCE = "// SPDX-License-Identifier: Apache-2.0\n"
CLEAN = {"app/net/http.h": "#pragma once\n", "app/wecom/api.h": '#include "net/http.h"\n#include <QString>\n',
         "ui/main.cpp": '#include "demo/wecom.h"\n#include "shell/window.h"\n', "ui/shell/window.h": "#include <QWidget>\n",
         "ui/viewer/view.cpp": "#include <QWebEngineView>\n", "app/demo/wecom.h": '#include "wecom/api.h"\n'}
BAD = {
    "points up": ("app/net/a.h", '#include "wecom/api.h"\n'),
    "does not know ui": ("app/net/a.h", '#include "shell/window.h"\n'),
    "no widgets": ("app/report/a.cpp", "#include <QWidget>\n"),
    "only ui/viewer": ("ui/shell/a.cpp", "class QWebEngineView;\n"),
    "only main.cpp": ("ui/steps/a.cpp", '#include "demo/wecom.h"\n'),
    "at most 400": ("ui/steps/a.cpp", "\n" * 400),
    "not a folder": ("app/misc/a.h", "#pragma once\n"),
    "starts at app or ui": ("ui/steps/a.cpp", '#include "../shell/window.h"\n'),
    "is named by its folder": ("app/net/a.cpp", '#include "http.h"\n'),
}


def run(files):
    with tempfile.TemporaryDirectory() as tree:
        for path, text in files.items():
            os.makedirs(os.path.dirname(os.path.join(tree, path)), exist_ok=True)
            with open(os.path.join(tree, path), "w") as file:
                file.write(LICENCE + text)
        done = subprocess.run([sys.executable, SCRIPT, tree], capture_output=True, text=True)
        return done.returncode, done.stdout


failed = 0
code, out = run(CLEAN)
if code != 0:
    failed += 1
    print("a clean tree was refused:\n" + out)
if run({})[0] != 1:
    failed += 1
    print("an empty tree was passed")
for words, (path, text) in BAD.items():
    code, out = run({**CLEAN, path: text})
    if code != 1 or words not in out or len(out.splitlines()) != 1:
        failed += 1
        print(f"{path} with {text[:40]!r}: expected one line with '{words}', got {code}:\n{out}")
sys.exit(1 if failed else 0)
