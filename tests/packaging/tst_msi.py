#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The Windows installer's source is compiled here with a stub for what it installs, and its tables are read; what wixl does
not understand is an error; the same source for WiX says the same. 77: wixl and msitools are not installed."""
import importlib.util
import json
import os
import pathlib
import shutil
import struct
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

sys.dont_write_bytecode = True
TREE = pathlib.Path(__file__).resolve().parents[2]
MSI = TREE / "packaging" / "msi"
SAME = TREE / "tests/packaging/samemsi.py"
STUB = ["wecom-setup.exe", "wecom-setup-cli.exe", "a file & its name.dll", "platforms/qwindows.dll", "translations/qtbase_zh_CN.qm"]
WIX = "{http://schemas.microsoft.com/wix/2006/wi}"

if not shutil.which("wixl") or not shutil.which("msibuild"):
    print("wixl and msitools are not installed (./dev deps package)")
    sys.exit(77)

spec = importlib.util.spec_from_file_location("tables", MSI / "tables.py")
tables = importlib.util.module_from_spec(spec)
spec.loader.exec_module(tables)
failed = []


def check(what, holds):
    if not holds:
        failed.append(what)
        print("FAILED:", what)


def make(folder, recipe, version):
    file = folder / f"{version}.msi"
    done = subprocess.run([recipe / "make.sh", folder / "stage", version, file], capture_output=True, text=True)
    return file, done


def msi(folder):
    one, done = make(folder, MSI, "1.2.3")
    check(f"it compiles: {done.stderr}", done.returncode == 0)
    check("its tables are as they have to be", not list(tables.differences(str(one), "1.2.3")))
    listed = subprocess.run(["msiextract", "-l", one], capture_output=True, text=True).stdout
    for name in STUB:
        check(f"{name} is in it", name in listed)

    two, done = make(folder, MSI, "1.3.0")
    codes = [{row["Property"]: row["Value"] for row in tables.table(str(file), "Property")}["ProductCode"] for file in (one, two)]
    check("another version is another product", codes[0] != codes[1])
    ids = [{row["ComponentId"] for row in tables.table(str(file), "Component")} for file in (one, two)]
    check("of the same components", ids[0] == ids[1])
    check("the tables of a wrong version are noticed", list(tables.differences(str(two), "1.2.3")))


def again(folder):
    """Made a second time it is another file that installs the same; what installs something else is noticed."""
    one, other = folder / "1.2.3.msi", folder / "again"
    shutil.copytree(folder / "stage", other / "stage")
    for file in (other / "stage").rglob("*"):
        os.utime(file, (1_000_000_000, 1_000_000_000))

    def same(two, version):
        file = make(two, MSI, version)[0]
        return subprocess.run([SAME, one, file], capture_output=True, text=True).stdout.splitlines()

    check("made again it is the same", same(other, "1.2.3") == [])
    check("another version is noticed", "the table Property.idt is another" in same(other, "1.2.4"))
    (other / "stage/wecom-setup.exe").write_text("a stub of wecom-setup.eXe", encoding="utf-8")
    check("another byte is noticed", any("wecom-setup.exe is another" in line for line in same(other, "1.2.3")))
    (other / "stage/wecom-setup.exe").unlink()
    check("a missing file is noticed", any("wecom-setup.exe is only in" in line for line in same(other, "1.2.3")))


def refuses(folder):
    """What is left out with a warning, and tables that lack something, both end the making of the installer."""
    recipe = folder / "recipe"
    shutil.copytree(MSI, recipe)
    source = (recipe / "wecom-setup.wxs").read_text(encoding="utf-8")
    for what, before, after in (
            ("an attribute that wixl does not know", 'Compressed="yes"', 'Compressed="yes" Platform="x64"'),
            ("no upgrade", source[source.index("    <MajorUpgrade"):].split("\n")[0], ""),
            ("a restart", '"ReallySuppress"', '"Force"'),
            ("a 32-bit Windows", "VersionNT64", "VersionNT")):
        (recipe / "wecom-setup.wxs").write_text(source.replace(before, after), encoding="utf-8")
        check(f"{what} is refused", make(folder, recipe, "9.9.9")[1].returncode != 0)
        check(f"{what} was not there before", before in source)


def wix(folder):
    subprocess.run([MSI / "source.py", "--stage", folder / "stage", "--version", "1.2.3", "--out", folder / "wix", "--wix"], check=True)
    written = (folder / "wix" / "options.wxi").read_text(encoding="utf-8")
    root = ElementTree.fromstring(written.replace("<Include>", '<Include xmlns="http://schemas.microsoft.com/wix/2006/wi">'))
    secure = {one.get("Id") for one in root.iter(WIX + "Property") if one.get("Secure") == "yes"}
    check("WiX makes the same properties secure", secure == {p + o for o in tables.OPTIONS for p in ("", "EARLIER_")})
    set_by = {one.get("Id"): (one.get("After"), one.text) for one in root.iter(WIX + "SetProperty")}
    check("WiX takes over the same earlier choices", set_by == {
        option: ("AppSearch", f"EARLIER_{option} AND NOT {option}") for option in tables.OPTIONS})
    files = ElementTree.parse(folder / "wix" / "files.wxs")
    conditions = {one.get("Id"): one.find(WIX + "Condition").text for one in files.iter(WIX + "Component")
                  if one.find(WIX + "Condition") is not None}
    check("WiX has the same conditions", conditions == {
        "StartMenuEntry": 'STARTMENU <> "0"', "DesktopEntry": 'DESKTOPSHORTCUT = "1"'})
    check("every component is a 64-bit one", all(one.get("Win64") == "yes" for one in files.iter(WIX + "Component")))
    named = [one.get("Id") for one in files.iter(WIX + "ComponentRef")]
    check("every component is installed", sorted(named) == sorted(one.get("Id") for one in files.iter(WIX + "Component")))


def licences():
    """Of what only this installer brings, which the programs built here do not show in About."""
    rows = json.loads((TREE / "resources/licences.json").read_text(encoding="utf-8"))["components"]
    shipped = (TREE / "resources/resources.qrc").read_text(encoding="utf-8")
    names = {name for row in rows for name in row["texts"]}
    check("the compiler's exception is among the licences", "GCC-exception-3.1" in names)
    for name in names:
        check(f"the licence {name} is in the program", f"licences/{name}.txt" in shipped)


def icon():
    data = (MSI / "wecom-setup.ico").read_bytes()
    count = struct.unpack_from("<HHH", data)[2]
    rows = [struct.unpack_from("<BBBBHHII", data, 6 + 16 * number) for number in range(count)]
    check("the icon has what Explorer shows", {row[0] or 256 for row in rows} >= {16, 32, 48, 256})
    for row in rows:
        check("the icon's pictures are whole", data[row[7]:row[7] + 8] == b"\x89PNG\r\n\x1a\n" and row[7] + row[6] <= len(data))


with tempfile.TemporaryDirectory() as made:
    place = pathlib.Path(made)
    for name in STUB:
        (place / "stage" / name).parent.mkdir(parents=True, exist_ok=True)
        (place / "stage" / name).write_text("a stub of " + name, encoding="utf-8")
    msi(place)
    again(place)
    refuses(place)
    wix(place)
    icon()
    licences()
print(f"{len(failed)} failed" if failed else "all is as it has to be")
sys.exit(1 if failed else 0)
