#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Holds the sources against the layout in CONTRIBUTING.md: arrows only point down, and files stay readable.

    arrows.py [TREE]     prints each offence as file:line: text; ends with 1 if there is any, or nothing to look at
"""
import os
import re
import sys

# From the ground up: a folder of app/ uses itself and those to its left.
ORDER = ["net", "vault", "wecom", "nocobase", "login", "setup", "checks", "apply", "assistant", "report", "demo", "cli"]
UI = ["shell", "steps", "parts", "viewer"]
MOST_LINES = 400
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
BROWSER = re.compile(r"\bQt?WebEngine")
WIDGETS = re.compile(r"^(QtWidgets\b|Q(Application|Widget|Dialog|MainWindow|MessageBox|Label|LineEdit|PushButton|\w+Layout)$)")


def sources(tree, top):
    for folder, _, names in sorted(os.walk(os.path.join(tree, top))):
        for name in sorted(names):
            if name.endswith((".h", ".cpp")):
                yield os.path.relpath(os.path.join(folder, name), tree)


def offences(tree, path):
    parts = path.split(os.sep)
    folder = parts[1] if len(parts) > 2 else ""
    with open(os.path.join(tree, path), encoding="utf-8") as file:
        lines = file.read().splitlines()
    if not lines or "SPDX-License-Identifier: Apache-2.0" not in lines[0]:
        yield 1, "the first line does not name the licence"
    if len(lines) > MOST_LINES:
        yield len(lines), f"{len(lines)} lines; a file has at most {MOST_LINES}"
    if parts[0] == "app" and folder and folder not in ORDER:
        yield 1, f"app/{folder} is not a folder of the layout"
    for number, line in enumerate(lines, 1):
        if BROWSER.search(line) and parts[:2] != ["ui", "viewer"]:
            yield number, "only ui/viewer knows WebEngine"
        include = INCLUDE.match(line)
        if include:
            yield from ((number, text) for text in include_offences(tree, path, parts[0], folder, *include.groups()))


def include_offences(tree, path, top, folder, kind, name):
    first = name.split("/")[0]
    if kind == "<":
        if top == "app" and WIDGETS.match(name):
            yield f"app has no widgets: <{name}>"
        if os.path.isfile(os.path.join(tree, "app", name)):
            yield f'a header of the project is included as "{name}"'
        return
    if "/" not in name:
        if os.path.isfile(os.path.join(tree, os.path.dirname(path), name)) and folder:
            yield f'"{name}" is named by its folder: "{folder}/{name}"'
        return
    if top == "app":
        if first in UI:
            yield f'app does not know ui: "{name}"'
        elif first in ORDER and folder in ORDER and ORDER.index(first) > ORDER.index(folder):
            yield f'the arrow from {folder} to {first} points up: "{name}"'
        elif first not in ORDER and first != "..":
            yield f'"{name}" is in no folder of app'
    elif first == "demo" and folder:
        yield f'of ui only main.cpp and what stands beside it know the rehearsal: "{name}"'
    elif first == "cli":
        yield f'ui does not know the command line: "{name}"'
    if first == "..":
        yield f'an include starts at app or ui: "{name}"'


def main():
    tree = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else os.path.join(os.path.dirname(__file__), ".."))
    files = [path for top in ("app", "ui") for path in sources(tree, top)]
    found = [f"{path}:{number}: {text}" for path in files for number, text in offences(tree, path)]
    print("\n".join(found) if found else f"arrows: {len(files)} files, none points up")
    return 1 if found or not files else 0


if __name__ == "__main__":
    sys.exit(main())
