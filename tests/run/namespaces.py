# SPDX-License-Identifier: Apache-2.0
"""The room's namespaces: real host names on this computer, and a way for an ordinary user to a tree below /root.

enter() starts the program again below unshare(1), so that what it mounts is gone with it. Inside, everything is set up
as root, or as root of a user namespace of one's own; as_mapped_user() then leads back to the ordinary user.
"""
import os
import pwd
import shutil
import subprocess
import sys
import tempfile

NAMES = ("qyapi.weixin.qq.com", "login.work.weixin.qq.com", "open.weixin.qq.com", "open.work.weixin.qq.com",
         "crm.example.com")
CA_FOLDER = "/run/room-ca"  # in a tmpfs over /run, which only this namespace has
INSIDE = "ROOM_INSIDE"
OUTSIDE = "outside"


class Impossible(Exception):
    pass


def cache_folder():
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return os.environ.get("WECOM_SETUP_CACHE") or os.path.join(base, "wecom-setup")


def mapped_user():
    """The ordinary user's ids when we are root only in a user namespace that this user made."""
    parts = os.environ.get(INSIDE, "").split(":")
    return (int(parts[1]), int(parts[2])) if len(parts) == 3 else None


def as_mapped_user():
    user = mapped_user()
    return ["unshare", "--user", f"--map-user={user[0]}", f"--map-group={user[1]}", "--"] if user else []


def enter(options, needed):
    closed = []
    if options.user and os.getuid() == 0 and not mapped_user():
        nobody = pwd.getpwnam("nobody")[2:4]
        paths = {os.path.realpath(p) for p in needed + options.see if p and os.path.isabs(p) and os.path.exists(p)}
        # Nobody gets to see root's whole home because the caller happens to stand in it.
        home = os.path.realpath(os.path.expanduser("~"))
        closed = [p for p in sorted(paths) if not f"{home}/".startswith(p.rstrip("/") + "/") and closed_at(p, *nobody)]
    if not options.realnames and not options.outside and not closed:
        return
    if INSIDE not in os.environ:
        start_again(options.realnames, options.realnames or options.outside)
    folder = os.getcwd()
    for path in closed:
        open_way(path, *nobody)
    if closed:
        os.chdir(folder)  # the same path, now by way of what was laid over it
    if options.realnames:
        take_names()
    if options.outside:
        lead_nowhere()


def start_again(realnames, net):
    if realnames and not (shutil.which("openssl") and shutil.which("certutil") and shutil.which("node")):
        raise Impossible("openssl, certutil and node are needed for --realnames (./dev deps)")
    command = ["unshare", "--mount", "--propagation", "private"] + (["--net"] if net else [])
    inside = "root"
    if os.getuid() != 0:
        command += ["--user", "--map-root-user"]
        inside = f"user:{os.getuid()}:{os.getgid()}"
    trial = subprocess.run(command + ["--", "true"], stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=20)
    if trial.returncode != 0:
        raise Impossible(f"no namespaces here: {trial.stderr.strip()}")
    os.environ[INSIDE] = inside
    os.execvp(command[0], command + ["--", sys.executable, *sys.argv])


def do(*command, **more):
    result = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=30, **more)
    if result.returncode != 0:
        raise Impossible(f"{' '.join(command[:3])}: {result.stderr.strip()}")


def closed_at(path, uid, gid):
    """The first folder on the way to path, or path itself, that the user may not enter."""
    parts = [path]
    while os.path.dirname(parts[-1]) != parts[-1]:
        parts.append(os.path.dirname(parts[-1]))
    parts.reverse()
    pid = os.fork()
    if pid == 0:
        os.setgroups([])
        os.setgid(gid)
        os.setuid(uid)
        os._exit(next((i for i, p in enumerate(parts) if not os.access(p, os.X_OK | os.R_OK)), 255))
    index = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    return None if index == 255 else parts[index]


def open_way(path, uid, gid):
    """Lays an open, empty folder over each closed one and puts what is needed of it back in: no mode is changed."""
    for _ in range(8):
        closed = closed_at(path, uid, gid)
        if closed is None:
            return
        if not os.path.isdir(closed):
            break
        kept = [path] if closed != path else [os.path.join(path, name) for name in os.listdir(path)]
        kept = [(p, tempfile.mkdtemp(prefix="room-way.", dir="/tmp") if os.path.isdir(p) else make_file()) for p in kept
                if not os.path.islink(p)]
        for source, stage in kept:
            do("mount", "--rbind", source, stage)
        do("mount", "-t", "tmpfs", "-o", "mode=755", "tmpfs", closed)
        for source, stage in kept:
            if os.path.isdir(stage):
                os.makedirs(source, 0o755, exist_ok=True)
            else:
                open(source, "w").close()
            do("mount", "--move", stage, source)
            os.rmdir(stage) if os.path.isdir(stage) else os.unlink(stage)
    raise Impossible(f"{closed} is not readable for an ordinary user, whom this test needs: chmod -R o+rX {path}")


def make_file():
    handle, name = tempfile.mkstemp(prefix="room-way.", dir="/tmp")
    os.close(handle)
    return name


def lead_nowhere():
    """A way out that ends in this namespace: whatever is sent is counted in /proc/net/dev, and nobody answers."""
    do("ip", "link", "set", "lo", "up")
    do("ip", "link", "add", OUTSIDE, "type", "veth", "peer", "name", "nowhere")
    for name in (OUTSIDE, "nowhere"):
        quiet = f"/proc/sys/net/ipv6/conf/{name}/disable_ipv6"  # IPv6 introduces itself unasked
        if os.path.exists(quiet):
            with open(quiet, "w") as file:
                file.write("1")
    do("ip", "addr", "add", "198.18.0.2/15", "dev", OUTSIDE)
    for name in ("nowhere", OUTSIDE):
        do("ip", "link", "set", name, "up")
    do("ip", "route", "add", "default", "via", "198.18.0.1", "dev", OUTSIDE)
    handle, servers = tempfile.mkstemp(prefix="room-way.", dir="/tmp")
    with os.fdopen(handle, "w") as file:
        file.write("nameserver 198.18.0.1\n")
    os.chmod(servers, 0o644)
    do("mount", "--bind", servers, "/etc/resolv.conf")
    os.unlink(servers)


def take_names():
    do("ip", "link", "set", "lo", "up")
    do("mount", "-t", "tmpfs", "-o", "mode=755", "tmpfs", "/run")
    os.mkdir(CA_FOLDER, 0o755)
    make_certificates()
    hosts = os.path.join(CA_FOLDER, "hosts")
    with open(hosts, "w") as file:
        file.write("127.0.0.1 localhost " + " ".join(NAMES) + "\n::1 localhost\n")
    do("mount", "--bind", hosts, "/etc/hosts")
    trusted = os.path.join(CA_FOLDER, "trusted")
    shutil.copytree("/etc/ssl/certs", trusted, symlinks=True)
    certificate = os.path.join(CA_FOLDER, "ca.pem")
    # Qt looks a certificate up by its hash, other programs read the one big file: both must have it.
    shutil.copy(certificate, os.path.join(trusted, "room-ca.pem"))
    name = subprocess.run(["openssl", "x509", "-hash", "-noout", "-in", certificate], capture_output=True, text=True,
                          check=True).stdout.strip()
    os.symlink("room-ca.pem", os.path.join(trusted, name + ".0"))
    bundle = os.path.join(trusted, "ca-certificates.crt")
    with open(bundle, "rb") as file, open(certificate, "rb") as ca:
        both = file.read() + ca.read()
    os.unlink(bundle)
    with open(bundle, "wb") as file:
        file.write(both)
    do("mount", "--bind", trusted, "/etc/ssl/certs")
    # node's own list of authorities does not know this one.
    os.environ["NODE_EXTRA_CA_CERTS"] = certificate


def make_certificates():
    def openssl(*args):
        do("openssl", *args, cwd=CA_FOLDER)
    openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
            "-keyout", "ca.key", "-out", "ca.pem", "-subj", "/CN=Room test CA",
            "-addext", "basicConstraints=critical,CA:TRUE", "-addext", "keyUsage=critical,keyCertSign,cRLSign")
    openssl("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", "front.key",
            "-out", "front.csr", "-subj", f"/CN={NAMES[0]}")
    with open(os.path.join(CA_FOLDER, "front.ext"), "w") as file:
        file.write("subjectAltName=" + ",".join("DNS:" + n for n in NAMES) + "\nbasicConstraints=critical,CA:FALSE\n"
                   "keyUsage=critical,digitalSignature\nextendedKeyUsage=serverAuth\n")
    openssl("x509", "-req", "-in", "front.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "2",
            "-extfile", "front.ext", "-out", "front.pem")
    os.chmod(os.path.join(CA_FOLDER, "ca.pem"), 0o644)
