#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""The forge's workflows call commands that there are, with actions of a named version, and everything in them ends."""
import pathlib
import re
import subprocess
import sys
import unittest

import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
WORKFLOWS = {path.name: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted((ROOT / ".github/workflows").glob("*.yml"))}


def jobs():
    return [(f"{name}: {key}", job) for name, workflow in WORKFLOWS.items() for key, job in workflow["jobs"].items()]


def commands():
    return [(name, step["run"]) for name, job in jobs() for step in job["steps"] if "run" in step]


class Workflows(unittest.TestCase):
    def test_change_is_tested_and_packaged(self):
        everything = "\n".join(command for name, command in commands() if name.startswith("ci.yml"))
        for wanted in ("./dev test", "./dev lint", "./dev package all"):
            self.assertIn(wanted, everything)
        events = WORKFLOWS["ci.yml"][True]  # YAML reads "on" as a truth value
        self.assertEqual(set(events), {"push", "pull_request"})

    def test_every_job_ends(self):
        self.assertTrue(jobs())
        for name, job in jobs():
            self.assertIsInstance(job.get("timeout-minutes"), int, name)
            self.assertTrue(job["runs-on"], name)

    def test_commands_of_dev_are_there(self):
        known = set(re.findall(r"^  ([a-z]+)", subprocess.run([ROOT / "dev", "help"], capture_output=True, text=True, check=True).stdout,
                               re.MULTILINE))
        used = [(name, word) for name, command in commands() for word in re.findall(r"\./dev (\S+)", command)]
        self.assertTrue(used)
        for name, word in used:
            self.assertIn(word, known, name)

    def test_actions_have_a_version(self):
        for name, job in jobs():
            for step in job["steps"]:
                self.assertTrue(("uses" in step) != ("run" in step), f"{name}: {step}")
                if "uses" in step:
                    self.assertRegex(step["uses"], r"^[\w./-]+@v\d+", name)

    def test_files_of_the_tree_are_there(self):
        named = {word for _, command in commands() for word in re.findall(r"(?<![\w/.-])packaging/[\w./-]+", command)}
        self.assertIn("packaging/msi/wecom-setup.wxs", named)
        for path in named:
            self.assertTrue((ROOT / path).is_file(), path)

    def test_windows_has_the_programs_languages(self):
        shipped = {path.stem.removeprefix("wecom-setup_") for path in (ROOT / "translations").glob("*.ts")} - {"en"}
        everything = "\n".join(command for name, command in commands() if name.startswith("windows.yml"))
        self.assertEqual(set(re.search(r"--translations (\S+)", everything)[1].split(",")), shipped)
        self.assertEqual(set(re.findall(r'"(\w+)"', re.search(r"foreach \(\$language in ([^)]*)\)", everything)[1])), shipped)

    def test_secrets_are_in_no_command(self):
        # They reach a step by its environment only: a command line is seen by every process and by the log.
        for name, command in commands():
            self.assertNotIn("secrets.", command, name)


if __name__ == "__main__":
    unittest.main(argv=sys.argv, verbosity=1)
