#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""samemsi.py ONE.msi TWO.msi: whether two installers put the same on a computer. An MSI is never the same twice: it has a
code of its own and the times of its making, and its cabinet the times of files. So what is compared are the installed files,
byte for byte, all tables, and the bills of materials beside them where there are any. Every difference is printed; exit code 1."""
import json
import pathlib
import subprocess
import sys
import tempfile

OF_ITS_MAKING = {"9", "12", "13"}  # rows of the summary: package code, made, last saved


def run(*command, **more):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, **more)


def contents(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def files(msi):
    with tempfile.TemporaryDirectory() as made:
        run("msiextract", "-C", made, msi)
        return contents(pathlib.Path(made))


def tables(msi):
    with tempfile.TemporaryDirectory() as made:
        run("msidump", "-t", msi, cwd=made)  # its -d does not hold for the pictures
        found = contents(pathlib.Path(made))
    name = "_SummaryInformation.idt"
    found[name] = [line for line in found[name].splitlines() if line.split(b"\t")[0].decode() not in OF_ITS_MAKING]
    return found


def bill(msi):
    """Without what follows from the installer's own bytes."""
    file = msi.with_name(msi.name + ".spdx.json")
    if not file.exists():
        return {}
    found = json.loads(file.read_text(encoding="utf-8"))
    del found["documentNamespace"]
    for package in found["packages"]:
        if package.get("packageFileName") == msi.name:
            del package["checksums"]
    return found


def differences(one, two):
    for kind, read in (("the file", files), ("the table", tables), ("the bill's part", bill)):
        first, second = read(one), read(two)
        for name in sorted(first.keys() | second.keys()):
            if name not in first or name not in second:
                yield f"{kind} {name} is only in {one if name in first else two}"
            elif first[name] != second[name]:
                yield f"{kind} {name} is another"


if __name__ == "__main__":
    found = list(differences(*(pathlib.Path(argument).resolve() for argument in sys.argv[1:3])))
    print("\n".join(found), end="\n" if found else "")
    sys.exit(1 if found else 0)
