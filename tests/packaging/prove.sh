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
note() { echo "== $*"; }
wrong() { echo "WRONG: $*"; failed=1; }

# played FOLDER COMMAND...: walks through the rehearsal; every step that a machine can see has to be verified.
played() {
    local folder=$1 out=/home/tester/played code=0
    shift
    rm -rf "$folder$out"
    asTester "$folder" timeout 300 "$@" --play "$out" >"$work/said" 2>&1 || code=$?
    [ "$code" = 0 ] || { wrong "the rehearsal ended with $code"; tail -15 "$work/said"; return 0; }
    local pictures
    pictures=$(find "$folder$out" -name '*.png' -size +10k | wc -l)
    [ "$pictures" = 12 ] || wrong "there are $pictures pictures"
    grep -Eq '^test +verified' "$work/said" || wrong "the test login was not verified: $(grep '^test' "$work/said")"
}

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
    installIn "$root" xvfb fonts-wqy-microhei
    played "$root" wecom-setup
    note "removing it"
    inRoot "$root" apt-get -q purge -y wecom-setup >/dev/null 2>&1 || wrong "it cannot be removed"
    local left
    left=$(find "$root"/{etc,usr,var/lib,opt} -path "$root/var/lib/dpkg" -prune -o -name '*wecom-setup*' -print)
    [ -z "$left" ] || wrong "left behind: $left"
}

proveAppImage() {
    cp "$package" "$root/home/tester/it.AppImage"
    chmod 755 "$root/home/tester/it.AppImage"
    local app=/home/tester/it.AppImage
    note "without anything but the bare $suite"
    [ "$(asTester "$root" $app cli --version 2>/dev/null | head -1 | cut -d' ' -f1)" = wecom-setup-cli ] || wrong "the command line does not run"
    note "no fonts are said so"
    installIn "$root" xvfb
    asTester "$root" timeout 60 sh -c "$app --help" >"$work/said" 2>&1 || true
    grep -q 'no fonts' "$work/said" || wrong "nothing said of the fonts"
    note "with a display and fonts, no Qt, no keyring, no FUSE"
    installIn "$root" fonts-wqy-microhei
    [ -z "$(find "$root/usr/lib" -name 'libQt6*')" ] || wrong "this root has a Qt of its own"
    played "$root" $app
    grep -q 'FUSE cannot be used' "$work/said" || wrong "nothing said of FUSE"
}

bareRoot "$suite" "$root"
case $kind in
deb) proveDeb ;;
appimage) proveAppImage ;;
*) echo "deb or appimage, not $kind"; exit 2 ;;
esac
[ "$failed" = 0 ] && note "proven"
exit "$failed"
