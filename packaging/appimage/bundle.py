#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Makes an AppDir that runs on another computer from an installed program and the Qt it was built with.

usage: bundle.py INSTALLED APPDIR

INSTALLED is what `cmake --install` put below a DESTDIR (it has usr/bin, usr/lib, usr/share). What is taken along is
data: plugins.txt, opened.txt and host.txt beside this file. Programs find their libraries by relative run paths, so
that nothing in the environment leaks into the programs that they start. APPDIR.taken.json says where on this computer
each file came from that is not ours.
"""
import fnmatch
import json
import os
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.dont_write_bytecode = True
sys.path.insert(0, str(HERE.parent / "papers"))
import debian  # noqa: E402

COMMON_LICENCES = pathlib.Path("/usr/share/common-licenses")
# Of Qt's and WebEngine's languages the ones that the program is in.
LANGUAGES = [row["code"] for row in
             json.loads((HERE.parents[1] / "resources/languages.json").read_text(encoding="utf-8"))["languages"]]
WEB_LOCALES = ["en-US" if language == "en" else language.replace("_", "-") for language in LANGUAGES]
QT_LANGUAGES = [language for language in LANGUAGES if language != "en"]  # English is in the sources
QT_CONF = "[Paths]\nPrefix=..\nPlugins=plugins\nLibraryExecutables=libexec\nData=.\nTranslations=translations\n"
# Parts of the C library: a copy of another version beside the host's own would break both.
C_LIBRARY = ("ld-linux*", "linux-vdso*", "libc.so*", "libdl.so*", "libm.so*", "libmvec.so*", "libpthread.so*",
             "libresolv.so*", "librt.so*", "libutil.so*", "libnss_*.so*", "libanl.so*", "libBrokenLocale.so*",
             "libthread_db.so*")
NOT_AHEAD = ("libicudata.so*",)  # of its 30 MB a start reads a few pages


def entries(name):
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def output(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def is_elf(path):
    if path.is_symlink() or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def matches(name, patterns):
    return any(fnmatch.fnmatchcase(name, pattern) for pattern in patterns)


class Qt:
    """Where the Qt of this computer keeps what is taken along."""

    def __init__(self):
        qmake = os.environ.get("QMAKE", "qmake6")
        query = dict(line.split(":", 1) for line in output(qmake, "-query").splitlines() if ":" in line)
        self.plugins = pathlib.Path(query["QT_INSTALL_PLUGINS"])
        self.libexec = pathlib.Path(query["QT_INSTALL_LIBEXECS"])
        self.data = pathlib.Path(query["QT_INSTALL_DATA"])
        self.translations = pathlib.Path(query["QT_INSTALL_TRANSLATIONS"])
        self.libraries = pathlib.Path(query["QT_INSTALL_LIBS"])


taken = {}  # what was copied, and where it was


def copy(source, target):
    if not source.exists():
        sys.exit(f"bundle: {source} is missing; which package has it?")
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(source, target, follow_symlinks=True)
    taken[target] = source


def take_programs(installed, usr, libdir):
    """Moves the installed tree into place; the project's own libraries go where the others are."""
    shutil.copytree(installed / "usr", usr, symlinks=True)
    own = next(usr.glob("lib/**/libwecomsetup_viewer.so")).parent
    own.rename(libdir / "wecom-setup")
    for left in usr.glob("lib/*-linux-gnu"):
        left.rmdir()


def take_qt(qt, usr):
    for plugin in entries("plugins.txt"):
        copy(qt.plugins / f"{plugin}.so", usr / "plugins" / f"{plugin}.so")
    copy(qt.libexec / "QtWebEngineProcess", usr / "libexec/QtWebEngineProcess")
    for pack in (qt.data / "resources").glob("*.pak"):
        if "devtools" not in pack.name:  # for remote debugging only
            copy(pack, usr / "resources" / pack.name)
    for extra in ("icudtl.dat", "v8_context_snapshot.bin"):  # not in every build of WebEngine
        if (qt.data / "resources" / extra).exists():
            copy(qt.data / "resources" / extra, usr / "resources" / extra)
    for locale in WEB_LOCALES:
        copy(qt.translations / f"qtwebengine_locales/{locale}.pak", usr / f"translations/qtwebengine_locales/{locale}.pak")
    for language in QT_LANGUAGES:
        copy(qt.translations / f"qtbase_{language}.qm", usr / f"translations/qtbase_{language}.qm")
    for folder in ("bin", "libexec"):
        (usr / folder / "qt.conf").write_text(QT_CONF, encoding="ascii")


def take_opened(qt, libdir):
    for name in entries("opened.txt"):
        found = [folder / name for folder in (qt.libraries, qt.libraries / "nss") if (folder / name).exists()]
        if not found:
            sys.exit(f"bundle: {name} is missing on this computer")
        copy(found[0], libdir / name)
        check = found[0].with_suffix(".chk")  # NSS checks its own libraries' sums
        if check.exists():
            copy(check, libdir / check.name)
    # Qt asks for the unversioned names first and would find a development link of the host.
    for name in ("libssl.so", "libcrypto.so"):
        (libdir / name).symlink_to(f"{name}.3")


def needed(paths):
    """Names of the libraries that these need, with where this computer has them; all the way down."""
    found = {}
    for path in paths:
        for line in output("ldd", str(path)).splitlines():
            words = line.split()
            if "not found" in line and not words[0].startswith("libwecomsetup"):
                sys.exit(f"bundle: {path} needs {words[0]}, which this computer lacks")
            if len(words) >= 3 and words[1] == "=>" and words[2].startswith("/"):
                found[words[0]] = pathlib.Path(words[2])
    return found


def take_libraries(usr, libdir):
    host = entries("host.txt")
    for name, path in needed([path for path in usr.rglob("*") if is_elf(path)]).items():
        if matches(name, host):
            if not matches(name, C_LIBRARY):
                copy(path, usr / "fallback" / name / name)
        elif not name.startswith("libwecomsetup") and not (libdir / name).exists():
            copy(path, libdir / name)


def run_path(path, usr):
    """Where a file looks for libraries: relative, so that the AppDir can be anywhere."""
    to_libraries = os.path.relpath(usr / "lib", path.parent)
    own = os.path.relpath(usr / "lib/wecom-setup", path.parent)
    return f"$ORIGIN/{to_libraries}:$ORIGIN/{own}"


def finish(usr):
    for path in usr.rglob("*"):
        if is_elf(path):
            subprocess.run(["strip", "--strip-unneeded", path], check=False, stderr=subprocess.DEVNULL)
            subprocess.run(["patchelf", "--set-rpath", run_path(path, usr), path], check=True)
    # What only a package of the system needs.
    for folder in ("share/man", "share/bash-completion", "share/zsh", "share/doc/wecom-setup/changelog.gz"):
        target = usr / folder
        shutil.rmtree(target) if target.is_dir() else target.unlink(missing_ok=True)


def take_desktop(usr, appdir):
    links = {"wecom-setup.desktop": "usr/share/applications/wecom-setup.desktop",
             "wecom-setup.svg": "usr/share/icons/hicolor/scalable/apps/wecom-setup.svg",
             ".DirIcon": "wecom-setup.svg"}
    for name, target in links.items():
        (appdir / name).symlink_to(target)
    copy(HERE / "AppRun", appdir / "AppRun")
    licences = usr / "share/doc/wecom-setup/licences"
    copy(HERE.parents[1] / "LICENSE", licences / "wecom-setup/copyright")


def write_startup(usr, appdir):
    """Names what a start reads before there is a window; the runtime has it read ahead."""
    program = usr / "bin/wecom-setup"
    libraries = [path.resolve() for name, path in needed([program]).items() if not matches(name, NOT_AHEAD)]
    names = [f"{path.relative_to(appdir)}\n" for path in [program, *libraries] if appdir in path.parents]
    (appdir / ".startup").write_text("".join(names), encoding="ascii")


def set_modes(appdir):
    """The same whatever the umask was."""
    for path in [appdir, *appdir.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or is_elf(path) or path.name == "AppRun" else 0o644)


def take_licences(licences):
    """The copyright file of every Debian package of which something is bundled, and the texts that those refer to."""
    for text in sorted(COMMON_LICENCES.iterdir()):
        copy(text, licences / "common-licenses" / text.name)
    packages = set(debian.owners(set(taken.values())).values())
    # One package's papers may be a link to another's.
    packages |= set(debian.owners({debian.copyright_file(package) for package in packages}).values())
    for package in sorted(packages):
        copy(debian.copyright_file(package), licences / package / "copyright")


def write_taken(appdir):
    names = {str(target.relative_to(appdir)): str(source) for target, source in taken.items() if HERE.parents[1] not in source.parents}
    appdir.with_suffix(".taken.json").write_text(json.dumps(names, indent=1, sort_keys=True), encoding="utf-8")


def main():
    installed, appdir = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
    usr, qt = appdir / "usr", Qt()
    libdir = usr / "lib"
    if appdir.exists():
        shutil.rmtree(appdir)
    appdir.mkdir(parents=True)
    take_programs(installed, usr, libdir)
    take_qt(qt, usr)
    take_opened(qt, libdir)
    take_libraries(usr, libdir)
    finish(usr)
    take_licences(usr / "share/doc/wecom-setup/licences")
    take_desktop(usr, appdir)
    write_startup(usr, appdir)
    set_modes(appdir)
    write_taken(appdir)


if __name__ == "__main__":
    main()
