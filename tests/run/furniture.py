# SPDX-License-Identifier: Apache-2.0
"""What stands in a room: bus, keyring, display, accessibility, certificates and the TLS front.

Each function starts one thing, returns when it is really there, adds to the environment what leads to it, and raises
Broken, with what was printed, when it does not come up. Ending them is the room's business.
"""
import json
import os
import shutil
import subprocess

import namespaces

HERE = os.path.dirname(os.path.abspath(__file__))
KEYRING_PASSWORD = "room"
# A bus that starts nothing by itself: without service folders nobody can answer for org.freedesktop.secrets.
BUS_WITHOUT_SERVICES = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><keep_umask/><listen>unix:path={socket}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>
"""


class Broken(Exception):
    pass


def start_bus(room):
    socket = room.path("run", "bus")
    command = ["dbus-daemon", "--nofork", "--nopidfile", "--nosyslog"]
    if room.options.keyring == "none":
        with open(room.path("bus.conf"), "w") as file:
            file.write(BUS_WITHOUT_SERVICES.format(socket=socket))
        os.chmod(room.path("bus.conf"), 0o644)
        command += ["--config-file", room.path("bus.conf")]
    else:
        command += ["--session", "--address", f"unix:path={socket}"]
    room.env["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={socket}"
    bus = room.helper("dbus", command)
    room.wait_until("dbus", lambda: os.path.exists(socket) and ask(
        room, "org.freedesktop.DBus", "/", "org.freedesktop.DBus.GetId"), bus)


def start_keyring(room):
    daemon = room.helper("keyring", ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
                         stdin=subprocess.PIPE)
    daemon.stdin.write(KEYRING_PASSWORD.encode())
    daemon.stdin.close()
    room.env["ROOM_KEYRING_PASSWORD"] = KEYRING_PASSWORD
    room.wait_until("keyring", lambda: keyring_is_open(room), daemon)
    if room.options.keyring == "locked":
        ask(room, "org.freedesktop.secrets", "/org/freedesktop/secrets", "org.freedesktop.Secret.Service.Lock",
            "array:objpath:/org/freedesktop/secrets/collection/login")


def keyring_is_open(room):
    # First whether the name is taken: any call to it before that would make the bus start a second daemon.
    taken = ask(room, "org.freedesktop.DBus", "/", "org.freedesktop.DBus.NameHasOwner", "string:org.freedesktop.secrets")
    return "true" in taken and "boolean false" in ask(
        room, "org.freedesktop.secrets", "/org/freedesktop/secrets/collection/login", "org.freedesktop.DBus.Properties.Get",
        "string:org.freedesktop.Secret.Collection", "string:Locked")


def ask(room, name, *call):
    command = ["dbus-send", "--session", "--print-reply", "--reply-timeout=5000", f"--dest={name}", *call]
    return room.helper("ask", command, stdout=subprocess.PIPE).communicate(timeout=room.left())[0].decode()


def start_display(room):
    read, write = os.pipe()
    server = room.helper("xvfb", ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x900x24", "-nolisten", "tcp"],
                         pass_fds=(write,))
    os.close(write)
    number = os.fdopen(read).readline().strip()
    if not number:
        raise Broken(f"xvfb did not start ({server.poll()}):\n{room.log('xvfb')}")
    room.env.update(DISPLAY=f":{number}", QT_QPA_PLATFORM="xcb")
    # The command after --startup runs once the window manager has taken the display.
    ready = room.path("tmp", "wm-ready")
    manager = room.helper("openbox", ["openbox", "--sm-disable", "--startup", f"touch {ready}"])
    room.wait_until("openbox", lambda: os.path.exists(ready), manager)


def use_callers_display(room):
    if "DISPLAY" in os.environ:
        room.env["DISPLAY"] = os.environ["DISPLAY"]
    room.env["QT_QPA_PLATFORM"] = os.environ.get("QT_QPA_PLATFORM", "xcb")
    cookies = os.environ.get("XAUTHORITY") or os.path.expanduser("~/.Xauthority")
    if os.path.isfile(cookies):
        room.env["XAUTHORITY"] = shutil.copy(cookies, room.path("run", "xauthority"))
        os.chown(room.env["XAUTHORITY"], room.uid, room.gid)


def start_accessibility(room):
    room.env["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
    launcher = room.helper("a11y", ["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"])
    room.wait_until("a11y", lambda: ask(room, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus.GetAddress"), launcher)


def trust_and_front(room):
    """The CA for WebEngine (its own database, always a new one) and the TLS front."""
    database = room.path("home", ".pki", "nssdb")
    os.makedirs(database, 0o700)
    for part in (os.path.dirname(database), database):
        os.chown(part, room.uid, room.gid)
    certificate = os.path.join(namespaces.CA_FOLDER, "ca.pem")
    room.once("certutil", ["certutil", "-d", f"sql:{database}", "-N", "--empty-password"])
    room.once("certutil", ["certutil", "-d", f"sql:{database}", "-A", "-t", "C,,", "-n", "room", "-i", certificate])
    front = room.path("front.json")
    with open(front, "w") as file:
        json.dump({}, file)
    os.chown(front, room.uid, room.gid)
    room.env.update(ROOM_CA=certificate, ROOM_FRONT=front, ROOM_FRONT_LOG=room.path("front.log"))
    read, write = os.pipe()
    server = room.helper("front", ["node", os.path.join(HERE, "tlsfront.mjs"), namespaces.CA_FOLDER, front, str(write)],
                         as_user=False, pass_fds=(write,))
    os.close(write)
    if os.fdopen(read).readline().strip() != "ready":
        raise Broken(f"the TLS front did not start ({server.poll()}):\n{room.log('front')}")
