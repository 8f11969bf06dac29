#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""stage.py BUILD QT STAGE: what the installer puts on a computer, from a cross-build: programs, what they link (and what
that links), the plugins of plugins.txt, translations of Qt, licences. A library that is neither ours to bring nor Windows'
own ends it with an error."""
import pathlib
import re
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
TREE = HERE.parent.parent
TOOLS = "x86_64-w64-mingw32-"
WINDOWS = pathlib.Path("/usr/x86_64-w64-mingw32/lib")


def output(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def runtime_folders():
    for name in ("libstdc++-6.dll", "libwinpthread-1.dll"):
        yield pathlib.Path(output(TOOLS + "g++-posix", "-print-file-name=" + name).strip()).resolve().parent
    yield WINDOWS


def linked(file):
    return re.findall(r"DLL Name: (\S+)", output(TOOLS + "objdump", "-p", str(file)))


def is_of_windows(name):
    stem = name.rsplit(".", 1)[0].lower()
    return name.lower().startswith("api-ms-win-") or any((WINDOWS / f"lib{one}.a").exists() for one in (stem, name.lower()))


def closure(files, folders):
    """The libraries that files need and that are in one of the folders."""
    found, todo, missing = {}, list(files), set()
    while todo:
        for name in linked(todo.pop()):
            if name in found:
                continue
            place = next((folder / name for folder in folders if (folder / name).is_file()), None)
            if place:
                found[name] = place
                todo.append(place)
            elif not is_of_windows(name):
                missing.add(name)
    if missing:
        sys.exit(f"neither of ours nor of Windows: {', '.join(sorted(missing))}")
    return found.values()


def plugins(qt):
    for line in (HERE / "plugins.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line, qt / "plugins" / line


def put(source, target):
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def main():
    build, qt, stage = (pathlib.Path(argument).resolve() for argument in sys.argv[1:4])
    shutil.rmtree(stage, ignore_errors=True)
    programs = [build / "bin" / name for name in ("wecom-setup.exe", "wecom-setup-cli.exe")]
    own = dict(plugins(qt))
    for program in programs:
        put(program, stage / program.name)
    for name, file in own.items():
        put(file, stage / name)
    for library in closure(programs + list(own.values()), [build / "bin", qt / "bin", *runtime_folders()]):
        put(library, stage / library.name)
    for file in stage.rglob("*.[de][lx][le]"):
        subprocess.run([TOOLS + "strip", "--strip-unneeded", str(file)], check=True)
    translations = pathlib.Path(output("qmake6", "-query", "QT_INSTALL_TRANSLATIONS").strip())
    for language in sorted(file.stem.split("_", 1)[1] for file in (TREE / "translations").glob("wecom-setup_*.ts")):
        if language == "en":
            continue
        put(translations / f"qtbase_{language}.qm", stage / "translations" / f"qtbase_{language}.qm")
    for licence in (qt / "licences").glob("*/*"):
        put(licence, stage / "licences" / f"{licence.parent.name}-{licence.name}")
    put(TREE / "LICENSE", stage / "licences" / "wecom-setup-LICENSE")
    # Plugins lie beside the program; translations of Qt are looked for where this says.
    (stage / "qt.conf").write_text("[Paths]\nPrefix=.\nPlugins=.\nTranslations=translations\n", encoding="ascii")


main()
