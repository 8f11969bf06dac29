#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# prove.sh deb|appimage SUITE PACKAGE: a package in a bare Debian that has neither Qt nor a desktop. 77: cannot be tried here.
set -euo pipefail
here=$(realpath "$(dirname "$0")")
. "$here/root.sh"
kind=$1 suite=$2 package=$(realpath "$3")

[ "$(id -u)" = 0 ] || { echo "needs root"; exit 77; }
command -v debootstrap >/dev/null || { echo "needs debootstrap"; exit 77; }
unshare --mount --pid --fork true || { echo "namespaces are not allowed here"; exit 77; }

work=$(mktemp -d "${TMPDIR:-/var/tmp}/prove.XXXXXX")
[ -n "${KEEP:-}" ] || trap 'rm -rf "$work"' EXIT
root=$work/root
failed=0
note() { echo "== $(date +%T) $*"; }
wrong() { echo "WRONG: $*"; failed=1; }

# played ROOT COMMAND...: walks through the rehearsal; every step that a machine can see has to be verified.
played() {
    local root=$1
    shift
    playing "$root" "$@" || return 0
    local pictures
    pictures=$(find "$root/home/tester/played" -name '*.png' -size +10k | wc -l)
    [ "$pictures" = 12 ] || wrong "there are $pictures pictures"
    grep -Eq '^test +verified' "$work/said" || wrong "the test login was not verified: $(grep '^test' "$work/said")"
}

# playedWithoutBrowser ROOT COMMAND...: the embedded browser is not started, the test login goes through a person's own
# (which is played), and nothing else suffers.
playedWithoutBrowser() {
    local root=$1
    shift
    playing "$root" "$@" || return 0
    grep -Eq '^review +verified' "$work/said" || wrong "without the browser the rest does not work: $(grep '^review' "$work/said")"
    grep -Eq '^test +confirmed' "$work/said" || wrong "the test login: $(grep '^test' "$work/said")"
}

# playing ROOT COMMAND...: what is said is in $work/said; wrong when it did not end well.
playing() {
    local root=$1 out=/home/tester/played code=0
    shift
    rm -rf "$root$out"
    asTester "$root" timeout 300 "$@" --play "$out" >"$work/said" 2>&1 || code=$?
    [ "$code" = 0 ] || { wrong "the rehearsal ended with $code"; tail -15 "$work/said"; return 1; }
}

# On a display of its own, as every desktop has one.
onDisplay=(xvfb-run -a -s "-screen 0 1280x900x24")

proveDeb() {
    note "installing in a bare $suite"
    cp "$package" "$root/tmp/package.deb"
    installIn "$root" /tmp/package.deb
    [ "$(inRoot "$root" wecom-setup-cli --version | head -1)" = "wecom-setup-cli $(dpkg-deb -f "$package" Version)" ] || wrong "the version"
    local file
    for file in bin/wecom-setup share/man/man1/wecom-setup.1.gz share/man/man1/wecom-setup-cli.1.gz \
        share/bash-completion/completions/wecom-setup share/applications/wecom-setup.desktop; do
        # A minimal system may be told to leave manual pages out, so the package's own list is asked.
        inRoot "$root" dpkg -L wecom-setup | grep -qx "/usr/$file" || wrong "$file is missing"
    done
    note "playing the rehearsal as an ordinary user, browser sandbox on"
    installIn "$root" xvfb xauth fonts-wqy-microhei
    played "$root" "${onDisplay[@]}" wecom-setup
    note "removing it"
    inRoot "$root" apt-get -q purge -y wecom-setup >/dev/null 2>&1 || wrong "it cannot be removed"
    local left
    left=$(find "$root"/{etc,usr,var/lib,opt} -path "$root/var/lib/dpkg" -prune -o -name '*wecom-setup*' -print)
    [ -z "$left" ] || wrong "left behind: $left"
}

# FUSE as desktops have it: everybody may open the device. The root's own scripts, for inRoot's BEFORE.
withFuse='mknod -m 666 /tmp/fuse c 10 229; mount --bind /tmp/fuse /dev/fuse; rm /tmp/fuse'
withoutDrivers='mount -t tmpfs none /usr/lib/x86_64-linux-gnu/dri
    for library in /usr/lib/x86_64-linux-gnu/lib*_mesa.so.?; do [ ! -e "$library" ] || mount --bind /dev/null "$library"; done'

# The X server has read what is taken from the system afterwards; it says when it is ready.
displayFirst='rm -f /tmp/ready
    runuser -u tester -- sh -c "Xvfb :9 -screen 0 1280x900x24 -nolisten tcp -displayfd 1 >/tmp/ready 2>/dev/null" &
    for _ in $(seq 300); do [ -s /tmp/ready ] && break; sleep 0.1; done'
withoutKeyboards="$displayFirst; mount -t tmpfs none /usr/share/X11/xkb"
withoutGl="$displayFirst; mkdir -p /hidden"'
    for name in GL GLX EGL OpenGL GLESv2 GLdispatch; do
        for library in /usr/lib/x86_64-linux-gnu/lib$name.so*; do [ ! -e "$library" ] || mv "$library" /hidden/; done
    done
    ldconfig'

mounted() {
    note "mounted by $1"
    installIn "$root" "$1"
    BEFORE=$withFuse played "$root" "$app"
    ! grep -q 'FUSE cannot be used' "$work/said" || wrong "$1 is there and is not used"
}

proveMounts() {
    if [ ! -c /dev/fuse ]; then
        note "SKIPPED: this computer has no /dev/fuse, so mounting is not tried"
        return 0
    fi
    mounted fuse3
    inRoot "$root" apt-get -q purge -y fuse3 >/dev/null 2>&1
    if grep -q '^Version: 2' <<<"$(inRoot "$root" apt-cache show fuse 2>/dev/null)"; then
        mounted fuse
    else
        note "SKIPPED: $suite has no FUSE 2"
    fi
}

proveKeychain() {
    note "without a keyring: said, and it goes on without undo"
    installIn "$root" jq dbus-daemon
    cp "$here/keychain.sh" "$root/home/tester/"
    asTester "$root" timeout 200 dbus-run-session -- sh /home/tester/keychain.sh "$app" >"$work/said" 2>&1 || true
    grep -q 'No keychain was used' "$work/said" || { wrong "nothing said of the keychain"; tail -5 "$work/said"; }
    ! grep -q '^put back' "$work/said" || wrong "undo says that it worked"
    note "with gnome-keyring, in a private D-Bus session"
    installIn "$root" gnome-keyring
    asTester "$root" timeout 200 dbus-run-session -- sh -c \
        'printf test | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; sh /home/tester/keychain.sh "$1"' sh "$app" >"$work/said" 2>&1 || true
    grep -q '^put back' "$work/said" || { wrong "what the keychain keeps cannot be put back"; tail -5 "$work/said"; }
}

proveAppImage() {
    local app=/home/tester/it.AppImage
    cp "$package" "$root$app"
    chmod 755 "$root$app"
    note "without anything but the bare $suite: the command line, and words instead of a window"
    [ "$(asTester "$root" $app cli --version 2>"$work/said" | head -1 | cut -d' ' -f1)" = wecom-setup-cli ] || wrong "the command line does not run"
    grep -q 'FUSE cannot be used' "$work/said" || wrong "nothing said of FUSE"
    local code=0
    asTester "$root" timeout 60 $app --demo >"$work/said" 2>&1 || code=$?
    [ $code = 2 ] && grep -q 'no display' "$work/said" || wrong "nothing said of the display"
    code=0
    asTester "$root" timeout 60 env DISPLAY=:77 $app --demo >"$work/said" 2>&1 || code=$?
    [ $code = 2 ] && grep -q 'display that is set' "$work/said" || wrong "nothing said of a display that is not there"
    installIn "$root" xvfb xauth
    note "no fonts: said, the browser is not started, the rest works"
    playedWithoutBrowser "$root" "${onDisplay[@]}" $app
    grep -q 'No fonts' "$work/said" || wrong "nothing said of the fonts"
    installIn "$root" fonts-wqy-microhei
    [ -z "$(find "$root/usr/lib" -name 'libQt6*')" ] || wrong "this root has a Qt of its own"
    note "on a display, with fonts, without Qt, keyring and FUSE: everything with the embedded browser"
    played "$root" "${onDisplay[@]}" $app
    note "no display, nothing drawn by hardware"
    played "$root" $app
    note "no graphics drivers: everything works"
    BEFORE=$withoutDrivers played "$root" "${onDisplay[@]}" $app
    note "no OpenGL libraries at all: everything works"
    BEFORE=$withoutGl played "$root" env DISPLAY=:9 $app
    [ -e "$root/hidden/libGL.so.1" ] || wrong "libGL was not there to be taken away"
    mv "$root"/hidden/* "$root/usr/lib/x86_64-linux-gnu/"
    inRoot "$root" ldconfig
    note "no keyboard layouts: the browser is not started, the rest works"
    BEFORE=$withoutKeyboards playedWithoutBrowser "$root" env DISPLAY=:9 $app
    proveMounts
    proveKeychain
}

bareRoot "$suite" "$root"
case $kind in
deb) proveDeb ;;
appimage) proveAppImage ;;
*) echo "deb or appimage, not $kind"; exit 2 ;;
esac
[ "$failed" = 0 ] && note "proven"
exit "$failed"
