#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""A room for a test: runs one command where nothing of the caller's desktop can be seen or harmed.

    room.py [options] -- COMMAND...

Always: a new HOME, XDG folders, XDG_RUNTIME_DIR (0700) and TMPDIR, and a D-Bus session of its own. Whatever was
started ends with the room, by process id, and everything is bounded by --timeout. The exit code is the command's;
124 when time ran out, 77 when this machine cannot offer the room (so that ctest says SKIPPED), 70 when a part of the
room did not start.

  --user              as root, run the command as the user nobody: WebEngine's sandbox refuses root and stays on in tests
  --keyring[=STATE]   gnome-keyring: unlocked (default) or locked. Without it, or with none, the bus has no Secret Service
  --x                 Xvfb on a free display, with a window manager that is really there (no activation without one)
  --display           the caller's own display, for a window that a person is to see
  --a11y              the accessibility bus, and Qt's accessibility on; wants --x
  --realnames         new network and mount namespaces in which WeCom's host names and crm.example.com are this computer,
                      a private CA is trusted by Qt and by WebEngine, and a TLS front on port 443 forwards to the ports
                      that a test writes into the file ROOM_FRONT: {"qyapi.weixin.qq.com": 40001, ...}
  --outside           a network of its own: this computer alone, and one way out, named by ROOM_OUTSIDE, that leads nowhere and
                      counts what is sent
  --out DIR           a folder (ROOM_OUT, and {out} in the command) whose content is in DIR afterwards, owned by the caller
  --see PATH          also needed by the command; matters with --user when PATH lies below a folder closed to others
  --timeout SECONDS   for everything together; 300 unless given

For the command: ROOM is the room's folder, ROOM_KEYRING_PASSWORD opens the keyring, ROOM_CA is the private CA's
certificate, ROOM_FRONT_LOG lists what the front forwarded, WECOM_SETUP_CACHE is still the caller's.
"""
import argparse
import ctypes
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
TREE = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, HERE)
sys.dont_write_bytecode = True
import furniture  # noqa: E402
import namespaces  # noqa: E402
from furniture import Broken  # noqa: E402

SKIPPED, BROKEN, LATE = 77, 70, 124
SESSION_ONLY = ("DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "SSH_AUTH_SOCK", "GNOME_KEYRING_CONTROL", "AT_SPI_BUS_ADDRESS",
                "DESKTOP_SESSION", "SESSION_MANAGER", "QTWEBENGINE_DISABLE_SANDBOX")

class Late(Exception):
    pass


def say(text):
    print(f"room: {text}", file=sys.stderr, flush=True)


def arguments(argv):
    own, command = (argv[:argv.index("--")], argv[argv.index("--") + 1:]) if "--" in argv else (argv, [])
    parser = argparse.ArgumentParser(usage="room.py [options] -- COMMAND...", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--user", action="store_true")
    parser.add_argument("--keyring", nargs="?", const="unlocked", default="none", choices=("unlocked", "locked", "none"))
    parser.add_argument("--x", action="store_true")
    parser.add_argument("--display", action="store_true")
    parser.add_argument("--a11y", action="store_true")
    parser.add_argument("--realnames", action="store_true")
    parser.add_argument("--outside", action="store_true")
    parser.add_argument("--out")
    parser.add_argument("--see", action="append", default=[])
    parser.add_argument("--timeout", type=float, default=300)
    options = parser.parse_args(own)
    if not command:
        parser.error("no command after --")
    options.command = command
    return options


class Room:
    def __init__(self, options):
        self.options = options
        self.deadline = time.monotonic() + options.timeout
        self.uid, self.gid = os.getuid(), os.getgid()
        if options.user and self.uid == 0 and not namespaces.mapped_user():
            nobody = pwd.getpwnam("nobody")
            self.uid, self.gid = nobody.pw_uid, nobody.pw_gid
        # /tmp and not TMPDIR: socket paths may have 107 characters.
        self.folder = tempfile.mkdtemp(prefix="room.", dir="/tmp")
        os.chown(self.folder, self.uid, self.gid)
        self.env = self.environment()
        self.libc = ctypes.CDLL(None)
        self.libc.prctl(36, 1)  # PR_SET_CHILD_SUBREAPER: what a child leaves behind becomes ours to end

    def path(self, *parts):
        return os.path.join(self.folder, *parts)

    def make(self, name, mode=0o700):
        os.mkdir(self.path(name), mode)
        os.chmod(self.path(name), mode)
        os.chown(self.path(name), self.uid, self.gid)
        return self.path(name)

    def environment(self):
        env = {k: v for k, v in os.environ.items()
               if k not in SESSION_ONLY and not k.startswith(("XDG_", "DBUS_", "ROOM_"))}
        cache = namespaces.cache_folder()
        env.update(ROOM=self.folder, HOME=self.make("home"), XDG_RUNTIME_DIR=self.make("run"), TMPDIR=self.make("tmp"),
                   XDG_CONFIG_HOME=self.make("config"), XDG_DATA_HOME=self.make("data"),
                   XDG_CACHE_HOME=self.make("cache"), XDG_STATE_HOME=self.make("state"), WECOM_SETUP_CACHE=cache)
        if self.options.out:
            env["ROOM_OUT"] = self.make("out")
        if self.options.outside:
            env["ROOM_OUTSIDE"] = namespaces.OUTSIDE
        if "UTF-8" not in env.get("LC_ALL", env.get("LANG", "")).upper().replace("UTF8", "UTF-8"):
            env["LC_ALL"] = "C.UTF-8"
        env.setdefault("QT_QPA_PLATFORM", "offscreen")
        return env

    def left(self):
        seconds = self.deadline - time.monotonic()
        if seconds <= 0:
            raise Late
        return seconds

    def start(self, command, as_user=True, own_group=True, **more):
        ids = {}
        if as_user and self.uid != os.getuid():
            ids = dict(user=self.uid, group=self.gid, extra_groups=[])
        death = signal.SIGKILL
        return subprocess.Popen(command, env=more.pop("env", self.env), start_new_session=own_group,
                                preexec_fn=lambda: self.libc.prctl(1, death), **ids, **more)  # PR_SET_PDEATHSIG

    def helper(self, name, command, **more):
        """Starts a part of the room; what it prints is in the room and is shown when it fails."""
        log = open(self.path(name + ".log"), "ab")
        more.setdefault("stdin", subprocess.DEVNULL)
        more.setdefault("stdout", log)
        try:
            return self.start(command, stderr=log, **more)
        except FileNotFoundError as error:
            raise Broken(f"{name}: {error.filename} is not installed (./dev deps)") from error

    def once(self, name, command, **more):
        try:
            code = self.helper(name, command, **more).wait(min(20, self.left()))
        except subprocess.TimeoutExpired:
            code = "no end"
        if code != 0:
            raise Broken(f"{name} failed ({code}):\n{self.log(name)}")

    def log(self, name):
        with open(self.path(name + ".log"), errors="replace") as file:
            return file.read()[-2000:]

    def wait_until(self, what, ready, process):
        until = time.monotonic() + 20
        while not ready():
            if process.poll() is not None or time.monotonic() > until:
                raise Broken(f"{what} did not start:\n{self.log(what)}")
            self.left()
            time.sleep(0.02)

    def run(self):
        signal.signal(signal.SIGALRM, late)  # for whatever below waits without a limit of its own
        signal.setitimer(signal.ITIMER_REAL, self.left())
        furniture.start_bus(self)
        if self.options.keyring != "none":
            furniture.start_keyring(self)
        if self.options.x:
            furniture.start_display(self)
        if self.options.display:
            furniture.use_callers_display(self)
        if self.options.a11y:
            furniture.start_accessibility(self)
        if self.options.realnames:
            for name in [n for n in self.env if n.lower() in ("http_proxy", "https_proxy", "all_proxy", "no_proxy")]:
                del self.env[name]
            furniture.trust_and_front(self)
        command = [part.replace("{out}", self.path("out")) for part in self.options.command]
        started = self.start(namespaces.as_mapped_user() + command, own_group=False, cwd=self.where())
        try:
            code = started.wait(self.left())
        except subprocess.TimeoutExpired:
            raise Late from None
        return 128 - code if code < 0 else code

    def where(self):
        """The caller's folder if the command may be there, else the room's home."""
        folder = os.getcwd()
        if self.uid != os.getuid() and namespaces.closed_at(folder, self.uid, self.gid):
            return self.path("home")
        return folder

    def end(self):
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        end_children()
        if self.options.out:
            os.makedirs(self.options.out, exist_ok=True)
            subprocess.run(["cp", "-R", "--no-preserve=ownership", self.path("out") + "/.", self.options.out], check=False)
        shutil.rmtree(self.folder, ignore_errors=True)


def children():
    with open(f"/proc/self/task/{os.getpid()}/children") as file:
        return [int(pid) for pid in file.read().split()]


def end_children():
    """Ends all that the room started, also what it left behind: being the subreaper, we are its parent by now."""
    for name, patience in ((signal.SIGTERM, 2.0), (signal.SIGKILL, 5.0)):
        until = time.monotonic() + patience
        sent = set()
        while (pids := children()) and time.monotonic() < until:
            for pid in pids:
                if pid not in sent:
                    sent.add(pid)
                    try:
                        os.kill(pid, name)
                    except ProcessLookupError:
                        pass
            try:
                while os.waitpid(-1, os.WNOHANG)[0]:
                    pass
            except ChildProcessError:
                return
            time.sleep(0.02)


def late(number, frame):
    raise Late


def interrupted(number, frame):
    raise KeyboardInterrupt


def main():
    options = arguments(sys.argv[1:])
    if options.out:
        options.out = os.path.abspath(options.out)
    try:
        namespaces.enter(options, [TREE, os.getcwd(), os.path.dirname(options.command[0]), namespaces.cache_folder()])
    except namespaces.Impossible as error:
        say(f"skipped: {error}")
        return SKIPPED
    signal.signal(signal.SIGTERM, interrupted)
    signal.signal(signal.SIGHUP, interrupted)
    room = Room(options)
    try:
        return room.run()
    except Late:
        say(f"no end after {options.timeout:g} s: {' '.join(options.command)}")
        return LATE
    except KeyboardInterrupt:
        return 130
    except Broken as error:
        say(str(error))
        return BROKEN
    except FileNotFoundError as error:
        say(f"{error.filename}: no such program")
        return 127
    finally:
        room.end()


if __name__ == "__main__":
    sys.exit(main())
