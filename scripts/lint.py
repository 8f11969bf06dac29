#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Formatting, layout, clang-tidy (app and ui) and clazy (everything) over a tree that is built.

    lint.py --build FOLDER --cache FOLDER [PATH...]     only the files whose path begins with one of PATH

What passed is remembered in the cache by the content of a file, of the project's headers that it includes, of the
configuration and of the tool; a second run only looks at what is new.

Most of a look is Qt's headers, so files that are compiled alike are looked at together, as one source that includes
them. Where they cannot be (two helpers have one name), the group is halved until they can.
"""
import argparse
import concurrent.futures
import hashlib
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import threading

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), ".."))
# Without qstring-ref: it asks for QString::midRef(), which Qt 6 no longer has.
CLAZY = "level1,no-qstring-ref"
TOGETHER = 10
lock = threading.Lock()


def run(command, **more):
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace", timeout=600,
                          cwd=ROOT, check=False, **more)
    return done.returncode, done.stdout + done.stderr


def relative(path):
    return os.path.relpath(path, ROOT)


def ours(path):
    return relative(path).split(os.sep)[0] in ("app", "ui", "tests")


def chosen(path, wanted):
    return not wanted or any(relative(path).startswith(w) for w in wanted)


def formatting(wanted):
    # Another version formats differently, so the one named in .clang-format is preferred.
    tool = shutil.which("clang-format-14") or "clang-format"
    files = [os.path.join(folder, name) for top in ("app", "ui", "tests") for folder, _, names in os.walk(os.path.join(ROOT, top))
             for name in names if name.endswith((".h", ".cpp"))]
    files = sorted(f for f in files if chosen(f, wanted))
    if not files:
        return ["clang-format: there are no sources"]
    code, said = run([tool, "--dry-run", "-Werror", *files])
    bad = sorted(set(re.findall(r"^(\S+?):\d+:\d+: error: code should", said, re.M)))
    print(f"clang-format: {len(files)} files, {len(bad)} not formatted", flush=True)
    return [f"{relative(f)}: not formatted (./dev format)" for f in bad] or ([said] if code else [])


def layout():
    code, said = run([sys.executable, os.path.join(ROOT, "scripts", "arrows.py")])
    print(said.strip(), flush=True)
    return [said] if code else []


def unused_usings(wanted):
    """Of clang-tidy's checks the one that is blind to files that are looked at together: misc-unused-using-decls."""
    found, looked = [], 0
    for top in ("app", "ui"):
        for folder, _, names in os.walk(os.path.join(ROOT, top)):
            for path in (os.path.join(folder, name) for name in names if name.endswith(".cpp")):
                if not chosen(path, wanted):
                    continue
                looked += 1
                with open(path, encoding="utf-8") as file:
                    text = file.read()
                found += [f"{relative(path)}: using {name} is not used" for name in re.findall(r"^using (?:\w+::)+(\w+);", text, re.M)
                          if len(re.findall(rf"\b{name}\b", text)) == 1]
    print(f"using: {looked} files, {len(found)} names not used", flush=True)
    return found


def dependencies(build):
    """Of each object file the project's own files that it was made of, as ninja knows them."""
    table, current = {}, None
    for line in run(["ninja", "-C", build, "-t", "deps"])[1].splitlines():
        if line.startswith("    "):
            path = os.path.normpath(os.path.join(build, line.strip()))
            if path.startswith(ROOT + os.sep) and current is not None:
                current.append(path)
        elif ": #deps" in line and "STALE" not in line:
            current = table.setdefault(line.split(": #deps")[0], [])
        else:
            current = None
    return table


class Lint:
    def __init__(self, build, cache):
        self.build, self.cache = os.path.abspath(build), cache
        self.deps = dependencies(self.build)
        self.hashes = {}
        self.keys = {}  # of each look, by tool and file
        self.failed = []
        self.done = 0
        os.makedirs(cache, exist_ok=True)

    def digest(self, path):
        if path not in self.hashes:
            with open(path, "rb") as file:
                self.hashes[path] = hashlib.sha256(file.read()).hexdigest()
        return self.hashes[path]

    def key(self, tool, version, entry):
        """None when it is not known what the file is made of, so that nothing may be remembered."""
        made_of = self.deps.get(entry.get("output") or output(entry))
        if made_of is None:
            return None
        parts = [tool, CLAZY, version, entry["command"].replace(ROOT, "."), self.digest(os.path.join(ROOT, ".clang-tidy"))]
        parts += [f"{relative(p)} {self.digest(p)}" for p in sorted(made_of) if os.path.isfile(p)]
        parts.append(self.digest(entry["file"]))
        return os.path.join(self.cache, hashlib.sha256("\n".join(parts).encode()).hexdigest())

    def look(self, tool, entries, total):
        code, said = run(command_of(tool, self.build, entries))
        if len(entries) > 1 and is_uncompilable(tool, said):
            half = len(entries) // 2
            for part in (entries[:half], entries[half:]):
                self.look(tool, part, total)
            return
        bad = code != 0 or (tool == "clazy" and "[-Wclazy" in said)
        if not bad:
            for key in filter(None, (self.keys[tool, entry["file"]] for entry in entries)):
                open(key, "w").close()
        with lock:
            self.done += len(entries)
            for entry in entries:
                print(f"[{self.done}/{total}] {tool} {relative(entry['file'])}{': FAILED' if bad else ''}", flush=True)
            if bad:
                self.failed += findings(said)

    def is_known(self, tool, entry):
        key = self.keys[tool, entry["file"]]
        return key is not None and os.path.exists(key)

    def all(self, entries, jobs):
        work = [("clazy", e) for e in entries]
        work += [("clang-tidy", e) for e in entries if relative(e["file"]).split(os.sep)[0] != "tests"]
        versions = {"clazy": run(["clazy-standalone", "--version"])[1], "clang-tidy": run(["clang-tidy", "--version"])[1]}
        self.keys = {(tool, e["file"]): self.key(tool, versions[tool], e) for tool, e in work}
        new = [(tool, e) for tool, e in work if not self.is_known(tool, e)]
        with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
            for done in [pool.submit(self.look, tool, group, len(new)) for tool, group in groups(new)]:
                done.result()
        print(f"clazy and clang-tidy: {len(work)} looks at {len(entries)} files, {len(work) - len(new)} remembered, "
              f"{len(set(self.failed))} findings", flush=True)
        return sorted(set(self.failed))  # a header's finding comes once for each file that includes it


def groups(work):
    """What the same tool looks at and is compiled with the same arguments, at most TOGETHER files at once."""
    alike = {}
    for tool, entry in work:
        alike.setdefault((tool, *arguments(entry)), []).append(entry)
    return [(key[0], entries[at:at + TOGETHER]) for key, entries in alike.items() for at in range(0, len(entries), TOGETHER)]


def arguments(entry):
    """Without the headers that are compiled once (app/precompiled.cmake): clang reads no others' and a file that does not
    include what it uses is found."""
    words = shlex.split(entry["command"])[1:]
    words = words[:words.index("-o")]
    while "-include" in words:
        at = words.index("-include")
        del words[at:at + 2]
    return [word for word in words if word != "-Winvalid-pch"]


def is_uncompilable(tool, said):
    return "[clang-diagnostic-error]" in said if tool == "clang-tidy" else " error: " in said


def output(entry):
    found = re.search(r" -o (\S+)", entry["command"])
    return found.group(1) if found else None


def command_of(tool, build, entries):
    # Clang does not know all of gcc's warnings; what gcc makes of them was seen when the tree was built.
    extra = ["-Wno-unknown-warning-option", "-Wno-error"]
    source = entries[0]["file"] if len(entries) == 1 else together(build, entries)
    compiled = ["--", *arguments(entries[0]), *extra]
    if tool == "clazy":
        return ["clazy-standalone", f"--checks={CLAZY}", f"--header-filter={ROOT}/(app|ui|tests)/.*", source, *compiled]
    return ["clang-tidy", "--quiet", f"--config-file={ROOT}/.clang-tidy", f"--header-filter=^{ROOT}/(app|ui)/", source, *compiled]


def together(build, entries):
    text = "".join(f'#include "{e["file"]}" // NOLINT(bugprone-suspicious-include)\n' for e in entries)
    folder = os.path.join(build, "lint")
    os.makedirs(folder, exist_ok=True)
    path = os.path.join(folder, hashlib.sha256(text.encode()).hexdigest()[:16] + ".cpp")
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def findings(said):
    lines = [line for line in said.replace(ROOT + os.sep, "").splitlines()
             if not re.match(r"\d+ (warning|error)s?( and .*)? (generated|treated)|Suppressed|Use -header", line)]
    return re.split(r"\n(?=\S+:\d+:\d+: (?:warning|error): )", "\n".join(lines))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", required=True)
    parser.add_argument("--cache", required=True)
    parser.add_argument("paths", nargs="*")
    options = parser.parse_args()
    found = formatting(options.paths) + layout() + unused_usings(options.paths)
    with open(os.path.join(options.build, "compile_commands.json"), encoding="utf-8") as file:
        entries = [e for e in json.load(file) if ours(e["file"]) and chosen(e["file"], options.paths)]
    entries = list({e["file"]: e for e in reversed(entries)}.values())  # what several targets are made of is looked at once
    if not entries:
        found.append("there is no source to look at")
    found += Lint(options.build, options.cache).all(entries, os.cpu_count() or 2)
    if found:
        print("\n" + "\n".join(found))
    print(f"lint: {len(found)} failed" if found else "lint: nothing to complain about")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
