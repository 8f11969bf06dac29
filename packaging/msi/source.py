#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the part of the installer's source that follows from what is to be installed.

    source.py --stage FOLDER --version VERSION --out FOLDER [--wix]

Into --out: files.wxs (a component with a stable id per file, and the shortcuts), options.wxi (from options.txt), and
product.txt (the product code, which follows from the version). WiX understands what wixl does not: secure properties,
conditions of components, actions that set a property. With --wix these are in the source; without, after.sql has them,
to be carried out by msibuild. So both kinds of MSI have the same tables.
"""
import argparse
import os
import pathlib
import uuid
from xml.sax.saxutils import quoteattr

HERE = pathlib.Path(__file__).resolve().parent
OURS = uuid.uuid5(uuid.NAMESPACE_URL, "https://github.com/wecom-setup/wecom-setup/msi")
KEY = "Software\\WeCom Setup for NocoBase"
NAME = "WeCom Setup for NocoBase"
# Found by FindRelatedProducts and asked for by the launch conditions; both have to get through to the elevated half.
BY_MAJOR_UPGRADE = ["WIX_DOWNGRADE_DETECTED", "WIX_UPGRADE_DETECTED"]
AFTER_APP_SEARCH = 51


def guid(text):
    return str(uuid.uuid5(OURS, text)).upper()


def options():
    for line in (HERE / "options.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield dict(zip(("name", "kept", "component", "condition", "meaning"), line.split("|")))


def ident(prefix, path):
    """MSI's identifiers are letters, digits, dots and underscores, at most 72."""
    return prefix + uuid.uuid5(OURS, path.as_posix()).hex


def files_wxs(stage, wix):
    files = sorted(p.relative_to(stage) for p in stage.rglob("*") if p.is_file())
    folders = sorted({parent for file in files for parent in file.parents if parent != pathlib.Path(".")})
    out = ['<?xml version="1.0" encoding="utf-8"?>', '<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">', "<Fragment>"]
    for folder in folders:
        out.append(within(folder_id(folder.parent), f'<Directory Id="{folder_id(folder)}" Name={quoteattr(folder.name)}/>'))
    group = []
    for file in files:
        name = ident("f", file)
        # A folder is removed with the first of its files, when it is empty.
        remove = f'<RemoveFolder Id="r{name}" On="uninstall"/>' if first_of(file, files) else ""
        group.append("c" + name)
        out.append(within(folder_id(file.parent), component("c" + name, file.as_posix(), "", wix, (
            f'<File Id="{name}" Name={quoteattr(file.name)} Source={quoteattr("stage/" + file.as_posix())} KeyPath="yes"/>{remove}'))))
    group.append("Remembered")
    out.append(within("INSTALLDIR", component("Remembered", "Remembered", "", wix, "".join(
        value(option["kept"], f"[{option['name']}]", number == 0) for number, option in enumerate(options())))))
    conditions = {option["component"]: option["condition"] for option in options() if option["component"]}
    for entry, folder in (("StartMenuEntry", "ProgramMenuFolder"), ("DesktopEntry", "DesktopFolder")):
        group.append(entry)
        out.append(within(folder, component(entry, entry, conditions[entry], wix, (
            f'<Shortcut Id="{entry}" Name="{NAME}" Description="Sets up and proves WeCom login for NocoBase" '
            'Target="[INSTALLDIR]wecom-setup.exe" WorkingDirectory="INSTALLDIR" Icon="wecom_setup.ico"/>') + value(entry, "1", True))))
    out += ["</Fragment>", '<Fragment><ComponentGroup Id="Payload">']
    out += [f'<ComponentRef Id="{name}"/>' for name in group]
    out.append("</ComponentGroup></Fragment></Wix>")
    return "\n".join(out) + "\n"


def folder_id(folder):
    return ident("d", folder) if folder != pathlib.Path(".") else "INSTALLDIR"


def within(folder, content):
    return f'<DirectoryRef Id="{folder}">{content}</DirectoryRef>'


def first_of(file, files):
    return next(other for other in files if other.parent == file.parent) == file


def value(name, content, key_path):
    key = ' KeyPath="yes"' if key_path else ""
    return f'<RegistryValue Root="HKLM" Key="{KEY}" Name="{name}" Type="string" Value="{content}"{key}/>'


def component(name, stable, condition, wix, content):
    said = f"<Condition><![CDATA[{condition}]]></Condition>" if wix and condition else ""
    return f'<Component Id="{name}" Guid="{guid(stable)}" Win64="yes">{said}{content}</Component>'


def options_wxi(wix):
    """An earlier choice is looked up under a name of its own, since AppSearch would overrule what the caller says now."""
    secure = ' Secure="yes"' if wix else ""
    out = ["<Include>"]
    for option in options():
        earlier = "EARLIER_" + option["name"]
        out.append(f'<Property Id="{earlier}"{secure}><RegistrySearch Id="Search{option["name"]}" Root="HKLM" Key="{KEY}" '
                   f'Name="{option["kept"]}" Type="raw" Win64="yes"/></Property>')
        if wix:
            out.append(f'<Property Id="{option["name"]}" Secure="yes"/>')
            out.append(f'<SetProperty Id="{option["name"]}" Value="[{earlier}]" After="AppSearch" Sequence="execute">'
                       f'{earlier} AND NOT {option["name"]}</SetProperty>')
    out.append("</Include>")
    return "\n".join(out) + "\n"


def after_sql():
    """One statement a line."""
    names = [name for option in options() for name in (option["name"], "EARLIER_" + option["name"])]
    secure = ";".join(sorted(names + BY_MAJOR_UPGRADE))
    out = [f"UPDATE `Property` SET `Value` = '{secure}' WHERE `Property` = 'SecureCustomProperties'"]
    for number, option in enumerate(options()):
        name = option["name"]
        if option["component"]:
            out.append(f"UPDATE `Component` SET `Condition` = '{option['condition']}' WHERE `Component` = '{option['component']}'")
        out.append("INSERT INTO `CustomAction` (`Action`, `Type`, `Source`, `Target`) "
                   f"VALUES ('Set{name}', 51, '{name}', '[EARLIER_{name}]')")
        out.append("INSERT INTO `InstallExecuteSequence` (`Action`, `Condition`, `Sequence`) "
                   f"VALUES ('Set{name}', 'EARLIER_{name} AND NOT {name}', {AFTER_APP_SEARCH + number})")
    return "\n".join(out) + "\n"


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--stage", type=pathlib.Path, required=True)
    parser.add_argument("--version", required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--wix", action="store_true")
    told = parser.parse_args()
    os.makedirs(told.out, exist_ok=True)
    write = lambda name, text: (told.out / name).write_text(text, encoding="utf-8")  # noqa: E731
    write("files.wxs", files_wxs(told.stage, told.wix))
    write("options.wxi", options_wxi(told.wix))
    write("product.txt", guid("version " + told.version) + "\n")
    if not told.wix:
        write("after.sql", after_sql())


main()
