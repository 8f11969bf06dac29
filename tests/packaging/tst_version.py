#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""tst_version.py BUILD: the version stands once, in CMakeLists.txt, and everything else agrees with it."""
import datetime
import os
import pathlib
import re
import subprocess
import sys
import unittest
import xml.etree.ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(sys.argv[1])
VERSION = re.search(r"^project\(WecomSetup VERSION (\d+\.\d+\.\d+) ", (ROOT / "CMakeLists.txt").read_text(), re.MULTILINE)[1]


def number(version):
    return tuple(int(part) for part in version.split("."))


class Version(unittest.TestCase):
    def test_programs_say_it(self):
        for name in ("wecom-setup", "wecom-setup-cli"):
            told = subprocess.run([BUILD / "bin" / name, "--version"], capture_output=True, text=True, check=True, timeout=60).stdout
            self.assertEqual(told.split()[:2], [name, VERSION])

    def test_desktops_are_told_it(self):
        tree = xml.etree.ElementTree.parse(BUILD / "packaging/io.github.wecom_setup.WecomSetup.metainfo.xml")
        self.assertEqual([release.get("version") for release in tree.findall("releases/release")], [VERSION])

    def test_debian_is_told_it(self):
        self.assertTrue((BUILD / "packaging/changelog").read_text().startswith(f"wecom-setup ({VERSION}) "))

    def test_manual_page_is_told_it(self):
        made = subprocess.run(["help2man", "--no-info", "--locale=C.UTF-8", BUILD / "bin/wecom-setup-cli"], capture_output=True, text=True,
                              check=True, timeout=60).stdout
        heading = next(line for line in made.splitlines() if line.startswith(".TH "))
        self.assertIn(VERSION, heading)

    def test_stands_nowhere_else(self):
        # A second place would be forgotten: no source names the version as it is today.
        literal = re.compile(rf"(?<![\d.]){re.escape(VERSION)}(?![\d.])")
        found = []
        for top in ("app", "ui", "packaging", "scripts", "resources", ".github"):
            for folder, _, names in os.walk(ROOT / top):
                found += [f"{folder}/{name}" for name in names
                          if literal.search(pathlib.Path(folder, name).read_text(encoding="utf-8", errors="replace"))]
        self.assertEqual(found, [])

    def test_changelog_is_in_order(self):
        text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
        headings = re.findall(r"^## (.+)$", text, re.MULTILINE)
        self.assertTrue(headings)
        released = []
        for place, heading in enumerate(headings):
            if heading == "[Unreleased]":
                self.assertEqual(place, 0, "what is not released stands first")
                continue
            found = re.fullmatch(r"\[(\d+\.\d+\.\d+)\] - (\d{4}-\d{2}-\d{2})", heading)
            self.assertTrue(found, heading)
            datetime.date.fromisoformat(found[2])
            released.append(number(found[1]))
        self.assertEqual(released, sorted(set(released), reverse=True), "newest first, each once")
        if released:
            self.assertLessEqual(released[0], number(VERSION))
        if headings[0] != "[Unreleased]":
            self.assertEqual(released[0], number(VERSION))


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=1)
