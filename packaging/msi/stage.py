#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""stage.py BUILD QT STAGE: what the installer puts on a computer, from a cross-build: programs, what they link (and what
that links), the plugins of plugins.txt, translations of Qt, licences. A library that is neither ours to bring nor Windows'
own ends it with an error. Beside STAGE, for the bill of materials (packaging/papers): STAGE.taken.json says which files
were taken from this computer, STAGE.built.json which were made from what Debian source."""
import json
import pathlib
import re
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
TREE = HERE.parent.parent
sys.dont_write_bytecode = True
sys.path.insert(0, str(TREE / "packaging/papers"))
import debian  # noqa: E402
import sbom  # noqa: E402

COMMON_LICENCES = pathlib.Path("/usr/share/common-licenses")
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


def sources(qt):
    """{source: (version, [file of the prefix])}, as qt.sh has noted it."""
    lines = [line.split("\t") for line in (qt / "sources.tsv").read_text(encoding="utf-8").splitlines()]
    return {name: (version, files.split()) for name, version, files in lines}


def take_licences(stage, qt, taken):
    """A folder for each of which something is in the installer, as About reads them, and the texts that those refer to."""
    folder = stage / "licences"
    put(TREE / "LICENSE", folder / "wecom-setup" / "copyright")
    for name in sources(qt):
        put(qt / "licences" / name / "copyright", folder / name / "copyright")
    for package in set(debian.owners(set(taken.values())).values()) | set(sbom.compiled_packages(["program"])):
        put(debian.copyright_file(package), folder / package / "copyright")
    for text in COMMON_LICENCES.iterdir():
        put(text, folder / "common-licenses" / text.name)


def main():
    build, qt, stage = (pathlib.Path(argument).resolve() for argument in sys.argv[1:4])
    shutil.rmtree(stage, ignore_errors=True)
    put_there = {}  # file of the stage -> where it came from

    def take(source, target):
        put(source, target)
        put_there[target.relative_to(stage).as_posix()] = source

    programs = [build / "bin" / name for name in ("wecom-setup.exe", "wecom-setup-cli.exe")]
    own = dict(plugins(qt))
    for program in programs:
        take(program, stage / program.name)
    for name, file in own.items():
        take(file, stage / name)
    for library in closure(programs + list(own.values()), [build / "bin", qt / "bin", *runtime_folders()]):
        take(library, stage / library.name)
    for file in stage.rglob("*.[de][lx][le]"):
        subprocess.run([TOOLS + "strip", "--strip-unneeded", str(file)], check=True)
    translations = pathlib.Path(output("qmake6", "-query", "QT_INSTALL_TRANSLATIONS").strip())
    for language in sorted(file.stem.split("_", 1)[1] for file in (TREE / "translations").glob("wecom-setup_*.ts")):
        if language != "en":
            take(translations / f"qtbase_{language}.qm", stage / "translations" / f"qtbase_{language}.qm")
    taken = {name: source for name, source in put_there.items() if qt not in source.parents and build not in source.parents}
    take_licences(stage, qt, taken)
    # Plugins lie beside the program; translations of Qt are looked for where this says.
    put(HERE / "qt.conf", stage / "qt.conf")

    source_of = {str(qt / file): name for name, (_, files) in sources(qt).items() for file in files}
    write = lambda kind, content: stage.with_suffix(f".{kind}.json").write_text(  # noqa: E731
        json.dumps(content, indent=1, sort_keys=True), encoding="utf-8")
    write("taken", {name: str(source) for name, source in taken.items()})
    write("built", {"sources": {name: version for name, (version, _) in sources(qt).items()},
                    "files": {name: source_of[str(source)] for name, source in put_there.items() if qt in source.parents}})


main()
