#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""tst_computer.py PROGRAM: a computer without a display or without fonts is told so in words, and nothing aborts."""
import os
import pathlib
import select
import subprocess
import sys
import tempfile
import time
import unittest

PROGRAM = pathlib.Path(sys.argv[1])


class Computer(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory(prefix="computer")
        self.addCleanup(holder.cleanup)
        self.home = pathlib.Path(holder.name)

    def environment(self, **more):
        return {"HOME": str(self.home), "XDG_RUNTIME_DIR": str(self.home), "PATH": os.environ["PATH"], **more}

    def test_no_display(self):
        done = subprocess.run([PROGRAM, "--demo"], capture_output=True, text=True, timeout=60, env=self.environment(), check=False)
        self.assertEqual(done.returncode, 2)
        self.assertIn("no display", done.stderr)
        self.assertIn("wecom-setup-cli", done.stderr)
        done = subprocess.run([PROGRAM, "--demo"], capture_output=True, text=True, timeout=60, check=False,
                              env=self.environment(APPIMAGE="/opt/It.AppImage"))
        self.assertIn("It.AppImage cli", done.stderr)

    def test_help_needs_no_display(self):
        done = subprocess.run([PROGRAM, "--help"], capture_output=True, text=True, timeout=60, env=self.environment(), check=True)
        self.assertIn("--play", done.stdout)

    def test_no_fonts(self):
        settings = self.home / "fonts.conf"
        settings.write_text('<?xml version="1.0"?>\n<fontconfig>\n<cachedir>%s</cachedir>\n</fontconfig>\n' % self.home)
        said, alive = self.said_of_fonts(self.environment(FONTCONFIG_FILE=str(settings), QT_QPA_PLATFORM="offscreen"))
        self.assertIn("No fonts", said)
        self.assertTrue(alive, "it goes on")

    def said_of_fonts(self, environment):
        """What is said until fonts are spoken of, and whether the program still runs a moment later."""
        process = subprocess.Popen([PROGRAM, "--demo"], stderr=subprocess.PIPE, env=environment)
        said, end = b"", time.monotonic() + 60
        try:
            while b"No fonts" not in said and process.poll() is None and time.monotonic() < end:
                if select.select([process.stderr], [], [], 1)[0]:
                    said += os.read(process.stderr.fileno(), 4096)
            try:
                process.wait(timeout=1)
            except subprocess.TimeoutExpired:
                pass
            return said.decode(errors="replace"), process.poll() is None
        finally:
            process.kill()
            process.communicate()


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=1)
