#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The AppImage's runtime, over a small image of its own: mounted, unpacked, and with what can go wrong."""
import contextlib
import os
import pathlib
import pwd
import random
import signal
import stat
import subprocess
import sys
import tempfile
import threading
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
RUN = """#!/bin/sh
case "$1" in
wait)
    trap 'echo told; exit 9' TERM
    echo ready
    while :; do sleep 0.05; done
    ;;
read-ahead) # FILE SECONDS: is it in the computer's memory by then, although nobody has read it
    for _ in $(seq $(($3 * 20))); do
        [ "$(fincore -nbo RES "$APPDIR/$2")" -lt "$(stat -c %s "$APPDIR/$2")" ] || exit 0
        sleep 0.05
    done
    exit 1
    ;;
esac
echo "$APPDIR|$APPIMAGE|$ARGV0|$OWD|$XDG_CONFIG_HOME|$*"
cat "$APPDIR/data/small"
exit 7
"""


def tree(folder):
    """Names, kinds, modes and contents below a folder."""
    found = {}
    for path in sorted(folder.rglob("*")):
        status, name = path.lstat(), str(path.relative_to(folder))
        if stat.S_ISLNK(status.st_mode):
            found[name] = ("link", os.readlink(path))
        elif stat.S_ISDIR(status.st_mode):
            found[name] = ("folder", "")
        else:
            found[name] = (oct(status.st_mode & 0o777), path.read_bytes())
    return found


class Runtime(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.holder = tempfile.TemporaryDirectory(prefix="runtime")
        cls.folder = pathlib.Path(cls.holder.name)
        cls.folder.chmod(0o755)
        cls.source = cls.folder / "AppDir"
        (cls.source / "data/empty").mkdir(parents=True)
        (cls.source / "deep/a/b/c").mkdir(parents=True)
        (cls.source / "data/small").write_text("small\n")
        (cls.source / "data/big").write_bytes(os.urandom(3 << 20) + bytes(2 << 20))
        (cls.source / "deep/a/b/c/名字 with space").write_text("x")
        (cls.source / "data/link").symlink_to("../data/small")
        os.link(cls.source / "data/small", cls.source / "data/hard")
        (cls.source / "data/library").write_bytes(os.urandom(1 << 20))
        (cls.source / ".startup").write_text("data/nowhere\ndata/library\n")
        (cls.source / "AppRun").write_text(RUN)
        (cls.source / "AppRun").chmod(0o755)
        for number in range(300):  # more than one answer to a listing holds
            (cls.source / f"deep/file-with-a-long-name-{number:04}").write_text(str(number))
        cls.runtime = cls.folder / "runtime"
        subprocess.run([ROOT / "packaging/appimage/runtime/build.sh", cls.runtime, "1.2.3"], check=True,
                       stderr=subprocess.DEVNULL)
        subprocess.run([ROOT / "packaging/appimage/section.py", cls.runtime, ".upd_info", "zsync|https://example.com/x.zsync"],
                       check=True)
        cls.app = cls.packed("zstd")

    @classmethod
    def tearDownClass(cls):
        cls.holder.cleanup()

    @classmethod
    def packed(cls, compression):
        image, app = cls.folder / f"{compression}.image", cls.folder / f"{compression}.AppImage"
        subprocess.run(["mksquashfs", cls.source, image, "-comp", compression, "-noappend", "-quiet", "-no-progress",
                        "-root-owned"], check=True, stdout=subprocess.DEVNULL)
        app.write_bytes(cls.runtime.read_bytes() + image.read_bytes())
        app.chmod(0o755)
        return app

    def setUp(self):
        self.temporary = self.folder / f"tmp-{self.id()}"
        self.temporary.mkdir()
        self.temporary.chmod(0o777)

    def run_app(self, *arguments, app=None, prefix=(), **more):
        environment = {**os.environ, "TMPDIR": str(self.temporary), **more}
        return subprocess.run([*prefix, app or self.app, *arguments], capture_output=True, text=True, timeout=60,
                              env=environment, cwd=self.folder, check=False)

    def assert_ran(self, done, beginning):
        self.assertEqual(done.returncode, 7, done.stderr)
        first, second = done.stdout.splitlines()
        folder, app, called, here, _, words = first.split("|")
        self.assertTrue(pathlib.Path(folder).name.startswith(beginning), folder)
        self.assertEqual((app, called, here, words), (str(self.app), str(self.app), str(self.folder), "one two"))
        self.assertEqual(second, "small")

    def assert_nothing_left(self):
        for _ in range(100):
            if not any(self.temporary.iterdir()):
                return
            time.sleep(0.05)
        self.fail(f"left behind: {list(self.temporary.iterdir())}")

    def test_tells_about_itself(self):
        self.assertEqual(self.app.read_bytes()[8:11], b"AI\x02")
        self.assertIn("1.2.3", self.run_app("--appimage-version").stdout)
        self.assertEqual(int(self.run_app("--appimage-offset").stdout), self.runtime.stat().st_size)
        self.assertEqual(self.run_app("--appimage-updateinformation").stdout, "zsync|https://example.com/x.zsync\n")
        self.assertEqual(self.run_app("--appimage-signature").stdout, "")
        self.assertIn("--appimage-extract", self.run_app("--appimage-help").stdout)

    def test_links_nothing_under_the_gpl(self):
        self.assertNotIn(b"lzo1x", self.runtime.read_bytes())

    def test_unpacks_everything(self):
        self.assertEqual(self.run_app("--appimage-extract").returncode, 0)
        self.assertEqual(tree(self.folder / "squashfs-root"), tree(self.source))
        self.assertEqual(self.run_app("--appimage-extract").returncode, 0, "a second time, over the first")

    def test_unpacks_what_matches(self):
        where = self.folder / "part"
        where.mkdir()
        subprocess.run([self.app, "--appimage-extract", "data/s*"], check=True, cwd=where, stdout=subprocess.DEVNULL)
        self.assertEqual(set(tree(where / "squashfs-root")), {"data", "data/small"})

    def test_runs_unpacked(self):
        self.assert_ran(self.run_app("--appimage-extract-and-run", "one", "two"), "appimage_")
        self.assert_nothing_left()
        self.assert_ran(self.run_app("one", "two", APPIMAGE_EXTRACT_AND_RUN="1"), "appimage_")
        self.assert_nothing_left()

    def test_passes_signals_on_and_cleans_up(self):
        environment = dict(os.environ, TMPDIR=str(self.temporary))
        process = subprocess.Popen([self.app, "--appimage-extract-and-run", "wait"], stdout=subprocess.PIPE, text=True,
                                   env=environment, start_new_session=True)
        try:
            self.assertEqual(process.stdout.readline(), "ready\n")
            process.send_signal(signal.SIGTERM)  # at once: the runtime may not yet be ready to pass it on
            self.assertEqual(process.communicate(timeout=20)[0], "told\n")
        except Exception:
            os.killpg(process.pid, signal.SIGKILL)  # nobody is to wait for what was left alone
            raise
        self.assertEqual(process.returncode, 9)
        self.assert_nothing_left()

    def test_without_fuse_unpacks_and_says_so(self):
        if os.geteuid() != 0:
            self.skipTest("needs root to take FUSE away")
        done = self.run_app("one", "two", prefix=("unshare", "-m", "sh", "-c", 'mount -t tmpfs none /dev && exec "$@"', "sh"))
        self.assertIn("FUSE cannot be used here", done.stderr)
        self.assert_ran(done, "appimage_")
        self.assert_nothing_left()

    def run_below(self, options, more="true"):
        """Unpacked into a file system of its own, which has to be empty afterwards."""
        if os.geteuid() != 0:
            self.skipTest("needs root to mount a file system")
        script = f'mount -t tmpfs -o {options} none "$TMPDIR" && {more} && {{ "$@"; code=$?; ls "$TMPDIR"; exit $code; }}'
        return self.run_app("--appimage-extract-and-run", "one", "two", prefix=("unshare", "-m", "sh", "-c", script, "sh"))

    def test_unpacks_elsewhere_where_no_program_may_run(self):
        done = self.run_below("noexec", 'mount -t tmpfs none /var/tmp')
        self.assert_ran(done, "appimage_")
        self.assertTrue(done.stdout.startswith("/var/tmp/appimage_"), done.stdout)

    def test_says_when_no_program_may_run_anywhere(self):
        done = self.run_below("noexec", 'mount -t tmpfs -o noexec none /var/tmp')
        self.assertEqual((done.returncode, done.stdout), (127, ""))
        self.assertIn("TMPDIR", done.stderr)

    def test_says_when_there_is_no_room_and_leaves_nothing(self):
        done = self.run_below("size=2m")
        self.assertEqual((done.returncode, done.stdout), (127, ""))
        self.assertIn("No space left", done.stderr)

    def can_mount(self):
        if os.geteuid() != 0 or not os.path.exists("/dev/fuse"):
            self.skipTest("needs root and /dev/fuse")
        tried = subprocess.run(["unshare", "-m", "true"], check=False)
        if tried.returncode != 0:
            self.skipTest("mount namespaces are not allowed here")

    def test_runs_mounted_as_root(self):
        self.can_mount()
        done = self.run_app("one", "two")
        self.assertEqual(done.stderr, "")
        self.assert_ran(done, ".mount_")
        self.assert_nothing_left()

    def test_runs_mounted_as_ordinary_user(self):
        self.can_mount()
        # A private /dev/fuse that everybody may open, as desktops have it.
        script = ('mknod -m 666 "$TMPDIR/fuse" c 10 229 && mount --bind "$TMPDIR/fuse" /dev/fuse && rm -f "$TMPDIR/fuse" && '
                  f'exec setpriv --reuid {pwd.getpwnam("nobody").pw_uid} --regid 65534 --clear-groups "$@"')
        done = self.run_app("one", "two", prefix=("unshare", "-m", "sh", "-c", script, "sh"))
        self.assertEqual(done.stderr, "")
        self.assert_ran(done, ".mount_")

    @contextlib.contextmanager
    def mounted(self):
        environment = dict(os.environ, TMPDIR=str(self.temporary))
        process = subprocess.Popen([self.app, "--appimage-mount"], stdout=subprocess.PIPE, text=True, env=environment)
        try:
            yield pathlib.Path(process.stdout.readline().strip())
        finally:
            process.terminate()
            process.communicate(timeout=20)
        self.assert_nothing_left()

    def test_mounts_for_a_look(self):
        self.can_mount()
        with self.mounted() as folder:
            self.assertEqual(tree(folder), tree(self.source))
            with self.assertRaises(OSError):
                (folder / "data/new").write_text("x")

    def test_reads_ahead_what_starting_needs(self):
        self.can_mount()
        self.assertEqual(self.run_app("read-ahead", "data/library", "20").returncode, 0)
        self.assertEqual(self.run_app("read-ahead", "data/big", "1").returncode, 1, "nobody asked for it")
        self.assert_nothing_left()

    def test_answers_many_at_once(self):
        self.can_mount()
        whole = {path: path.read_bytes() for path in sorted(self.source.glob("data/[bl]*"))}
        wrong = []

        def read(number, folder):
            """Each begins somewhere else, so that several are asked for at the same time."""
            parts = [(path, at) for path, data in whole.items() for at in range(0, len(data), 50000)]
            random.Random(number).shuffle(parts)
            for path, at in parts:
                with open(folder / path.relative_to(self.source), "rb") as file:
                    file.seek(at)
                    if file.read(50000) != whole[path][at:at + 50000]:
                        wrong.append((path, at))

        for _ in range(5):
            with self.mounted() as folder:
                readers = [threading.Thread(target=read, args=(number, folder)) for number in range(8)]
                for reader in readers:
                    reader.start()
                for reader in readers:
                    reader.join()
            self.assertEqual(wrong, [])

    def test_ends_when_it_is_unmounted(self):
        self.can_mount()
        with self.mounted() as folder:
            subprocess.run(["umount", folder], check=True)
            self.assert_nothing_left()

    def test_uses_portable_folders(self):
        self.assertEqual(self.run_app("--appimage-portable-config").returncode, 0)
        try:
            done = self.run_app("--appimage-extract-and-run")
            self.assertEqual(done.stdout.split("|")[4], f"{self.app}.config")
        finally:
            os.rmdir(f"{self.app}.config")

    def test_says_when_the_file_is_cut_short(self):
        cut = self.folder / "cut.AppImage"
        cut.write_bytes(self.runtime.read_bytes() + b"hsqs" + bytes(40))
        cut.chmod(0o755)
        done = self.run_app(app=cut)
        self.assertEqual(done.returncode, 127)
        self.assertIn("downloaded whole", done.stderr)

    def test_refuses_other_compression(self):
        done = self.run_app(app=self.packed("gzip"))
        self.assertEqual(done.returncode, 127)
        self.assertIn("cannot be read", done.stderr)

    def test_says_when_there_is_no_place(self):
        done = self.run_app("--appimage-extract-and-run", TMPDIR="/nonexistent")
        self.assertEqual(done.returncode, 127)
        self.assertIn("/nonexistent", done.stderr)


if __name__ == "__main__":
    unittest.main(argv=sys.argv, verbosity=1)
