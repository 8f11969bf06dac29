#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""An AppImage packed from a small AppDir: the same bytes again, another runtime, what update tools look for."""
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

PACKAGING = pathlib.Path(__file__).resolve().parents[2] / "packaging/appimage"


class Pack(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory(prefix="pack")
        self.addCleanup(holder.cleanup)
        self.folder = pathlib.Path(holder.name)

    def appdir(self, name, names):
        appdir = self.folder / name
        (appdir / "usr").mkdir(parents=True)
        for each in names:
            (appdir / "usr" / each).write_text(each)
        (appdir / "AppRun").write_text("#!/bin/sh\necho ran\n")
        for path in appdir.rglob("*"):
            path.chmod(0o755)
        appdir.chmod(0o755)
        return appdir

    def packed(self, appdir, out, **environment):
        subprocess.run([PACKAGING / "pack.sh", appdir, out, "1.2.3"], check=True, stderr=subprocess.DEVNULL,
                       env={**os.environ, "COMPRESSION": "3", "SOURCE_DATE_EPOCH": "1700000000", **environment})
        return out

    def test_same_files_give_the_same_bytes(self):
        one = self.packed(self.appdir("one", "abc"), self.folder / "one.AppImage")
        other = self.appdir("other", "cba")
        os.utime(other / "AppRun", (1, 1))
        self.assertEqual(one.read_bytes(), self.packed(other, self.folder / "deeper/other.AppImage").read_bytes())
        changed = self.packed(self.appdir("changed", "abd"), self.folder / "changed.AppImage")
        self.assertNotEqual(one.read_bytes(), changed.read_bytes())

    def test_says_where_updates_are(self):
        app = self.packed(self.appdir("one", "a"), self.folder / "one.AppImage")
        told = subprocess.run([app, "--appimage-updateinformation"], capture_output=True, text=True, check=True).stdout.strip()
        kind, *parts = told.split("|")
        self.assertEqual((kind, len(parts)), ("gh-releases-zsync", 4))
        self.assertTrue(parts[3].endswith(".AppImage.zsync"), parts[3])
        app = self.packed(self.appdir("two", "a"), self.folder / "two.AppImage", UPDATE_INFORMATION="zsync|https://example.com/x.zsync")
        told = subprocess.run([app, "--appimage-updateinformation"], capture_output=True, text=True, check=True).stdout
        self.assertEqual(told, "zsync|https://example.com/x.zsync\n")

    def test_another_runtime_is_used(self):
        runtime = self.folder / "runtime"
        subprocess.run([PACKAGING / "runtime/build.sh", runtime, "other"], check=True, stderr=subprocess.DEVNULL)
        before = runtime.read_bytes()
        app = self.packed(self.appdir("one", "a"), self.folder / "one.AppImage", APPIMAGE_RUNTIME=str(runtime))
        told = subprocess.run([app, "--appimage-version"], capture_output=True, text=True, check=True).stdout
        self.assertIn("runtime other", told)
        self.assertEqual(runtime.read_bytes(), before)
        done = subprocess.run([app], capture_output=True, text=True, check=True, env=dict(os.environ, APPIMAGE_EXTRACT_AND_RUN="1"))
        self.assertEqual(done.stdout, "ran\n")

    def test_what_is_no_runtime_is_refused(self):
        text = self.folder / "text"
        text.write_text("no program")
        with self.assertRaises(subprocess.CalledProcessError):
            self.packed(self.appdir("one", "a"), self.folder / "one.AppImage", APPIMAGE_RUNTIME=str(text))
        self.assertEqual([path.name for path in self.folder.glob("*.AppImage")], [])


if __name__ == "__main__":
    unittest.main(argv=sys.argv, verbosity=1)
