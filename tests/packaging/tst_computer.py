#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""tst_computer.py PROGRAM: a computer without a display or without fonts is told so in words, and nothing aborts."""
import os
import pathlib
import select
import socket
import struct
import subprocess
import sys
import tempfile
import threading
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

    def ended(self, **environment):
        """What is said where no window can be opened; the program ends by itself, and not by a signal."""
        done = subprocess.run([PROGRAM, "--demo"], capture_output=True, text=True, timeout=60, check=False,
                              env=self.environment(**environment))
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertIn("wecom-setup-cli", done.stderr)
        for name, value in environment.items():
            self.assertIn(f"{name}={value}", done.stderr)
        return done.stderr

    def test_nobody_at_the_display(self):
        said = self.ended(DISPLAY=":77")
        self.assertTrue(said.startswith("The display that is set cannot be used (DISPLAY=:77)."), said)
        self.assertNotIn("failed to start", said)
        self.assertNotIn("plugin", said)
        self.ended(DISPLAY="localhost:77.0")
        self.ended(WAYLAND_DISPLAY="nowhere")
        self.ended(DISPLAY=":77", WAYLAND_DISPLAY="nowhere")
        self.assertIn("no-such-platform", self.ended(QT_QPA_PLATFORM="no-such-platform", DISPLAY=":77"))

    def test_the_display_refuses(self):
        """An X server that lets nobody in, as one with another's cookie does."""
        server = socket.create_server(("127.0.0.1", 0))
        self.addCleanup(server.close)
        reason = b"No protocol specified\n\0\0"
        asked = []

        def refuse():
            while True:
                try:
                    client, _ = server.accept()
                except OSError:
                    return
                with client:
                    asked.append(client.recv(4096))
                    client.sendall(struct.pack("<BBHHH", 0, len(reason), 11, 0, len(reason) // 4) + reason)

        threading.Thread(target=refuse, daemon=True).start()
        self.ended(DISPLAY=f"127.0.0.1:{server.getsockname()[1] - 6000}.0")
        self.assertTrue(asked, "the display was asked")

    def test_another_platform_takes_its_place(self):
        """What Qt falls back to is no lack, and what it warned of on the way there is still told."""
        process = subprocess.Popen([PROGRAM, "--demo"], stderr=subprocess.PIPE,
                                   env=self.environment(QT_QPA_PLATFORM="xcb;offscreen", DISPLAY=":77"))
        said, end = b"", time.monotonic() + 60
        try:
            while b"could not connect" not in said and process.poll() is None and time.monotonic() < end:
                if select.select([process.stderr], [], [], 1)[0]:
                    said += os.read(process.stderr.fileno(), 4096)
            self.assertIn(b"qt.qpa.xcb: could not connect to display :77", said)
            with self.assertRaises(subprocess.TimeoutExpired):
                process.wait(timeout=1)
        finally:
            process.kill()
            process.communicate()

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
