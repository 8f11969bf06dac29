#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""tables.py FILE.msi VERSION: what an installer of ours has to say in its tables, whoever made it; every difference is
printed, and the exit code is 1."""
import re
import subprocess
import sys

UPGRADE_CODE = "{6C0C6B57-6C0E-4F4C-9A0E-5B1A3D0C7E21}"
OPTIONS = ["DESKTOPSHORTCUT", "INSTALLDIR", "STARTMENU"]
IS_64_BIT = 0x100
DETECT_ONLY = 2


def table(file, name):
    done = subprocess.run(["msiinfo", "export", file, name], capture_output=True, text=True)
    if done.returncode:
        return []
    lines = [line.split("\t") for line in done.stdout.replace("\r", "").splitlines()]
    return [dict(zip(lines[0], line)) for line in lines[3:]]


def differences(file, version):
    properties = {row["Property"]: row["Value"] for row in table(file, "Property")}
    expected = {"ProductVersion": version, "UpgradeCode": UPGRADE_CODE, "ALLUSERS": "1", "REBOOT": "ReallySuppress"}
    for name, value in expected.items():
        if properties.get(name) != value:
            yield f"the property {name} is {properties.get(name)}, not {value}"
    if not re.fullmatch(r"\{[0-9A-F-]{36}\}", properties.get("ProductCode", "")):
        yield "the product code is none"

    secure = set(properties.get("SecureCustomProperties", "").split(";"))
    for name in OPTIONS + ["EARLIER_" + option for option in OPTIONS] + ["WIX_DOWNGRADE_DETECTED", "WIX_UPGRADE_DETECTED"]:
        if name not in secure:
            yield f"SecureCustomProperties lacks {name}, so an elevated installation would not hear it"

    upgrades = {row["ActionProperty"]: row for row in table(file, "Upgrade")}
    older, newer = upgrades.get("WIX_UPGRADE_DETECTED"), upgrades.get("WIX_DOWNGRADE_DETECTED")
    if not older or older["VersionMax"] != version or int(older["Attributes"]) & DETECT_ONLY:
        yield f"older versions are not replaced: {older}"
    if not newer or newer["VersionMin"] != version or not int(newer["Attributes"]) & DETECT_ONLY:
        yield f"newer versions are not noticed: {newer}"
    conditions = [row["Condition"] for row in table(file, "LaunchCondition")]
    if "NOT WIX_DOWNGRADE_DETECTED" not in conditions:
        yield "a downgrade is not refused"
    if not any("VersionNT64" in condition for condition in conditions):
        yield "32-bit Windows is not refused"

    actions = {row["Action"]: int(row["Sequence"]) for row in table(file, "InstallExecuteSequence")}
    for name in ("ForceReboot", "ScheduleReboot"):
        if name in actions:
            yield f"it wants a restart: {name}"
    for name in OPTIONS:
        if not actions.get("AppSearch", 0) < actions.get("Set" + name, 0) < actions.get("LaunchConditions", 0):
            yield f"an earlier {name} is not taken over: {actions.get('Set' + name)}"
    for row in table(file, "CustomAction"):
        if int(row["Type"]) & 0x3F != 51:
            yield f"{row['Action']} runs something of its own"
    if not 0 < actions.get("RemoveExistingProducts", 0) < actions.get("InstallFiles", 0):
        yield "an older version is not removed before files are installed"

    components = {row["Component"]: row for row in table(file, "Component")}
    for name, row in components.items():
        if not int(row["Attributes"]) & IS_64_BIT:
            yield f"the component {name} is not a 64-bit one"
    shortcuts = {row["Component_"]: row for row in table(file, "Shortcut")}
    for name, condition in (("StartMenuEntry", 'STARTMENU <> "0"'), ("DesktopEntry", 'DESKTOPSHORTCUT = "1"')):
        if name not in shortcuts or shortcuts[name]["Target"] != "[INSTALLDIR]wecom-setup.exe":
            yield f"there is no {name}"
        elif components[name]["Condition"] != condition:
            yield f"{name} is installed when {components[name]['Condition']}"
    template = subprocess.run(["msiinfo", "suminfo", file], capture_output=True, text=True).stdout
    if "Template: x64;1033" not in template:
        yield "the package is not an x64 one"


if __name__ == "__main__":
    found = list(differences(sys.argv[1], sys.argv[2]))
    print("\n".join(found), end="\n" if found else "")
    sys.exit(1 if found else 0)
