#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# provemsi.sh FILE.msi: the Windows installer and what it installs, under Wine in a prefix of its own. 77: cannot be tried here.
set -euo pipefail
here=$(realpath "$(dirname "$0")")
tree=$(realpath "$here/../..")
msi=$(realpath "$1")
CACHE=${WECOM_SETUP_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/wecom-setup}

for tool in wine wineserver msiextract Xvfb jq; do
    command -v "$tool" >/dev/null || { echo "needs $tool (./dev deps package proof test)"; exit 77; }
done
if [ -z "${ROOM:-}" ]; then
    exec "$tree/tests/run/room.py" --x --see "$(dirname "$msi")" --timeout 2400 -- "$here/provemsi.sh" "$msi"
fi

export WINEDEBUG=-all WINEDLLOVERRIDES='mscoree,mshtml=;winemenubuilder.exe=' QT_QPA_PLATFORM=
unset QT_QPA_PLATFORM
work=$(mktemp -d)
failed=0
note() { echo "== $(date +%T) $*"; }
wrong() { echo "WRONG: $*"; failed=1; }

# Windows as it comes is made once; each proof has a copy.
kept=$CACHE/wine/$(wine --version 2>/dev/null | tr -cs 'A-Za-z0-9.\n' -)/prefix
if [ ! -f "$kept/.made" ]; then
    note "making Wine's Windows (once)"
    mkdir -p "$(dirname "$kept")"
    rm -rf "$kept.new" "$kept"
    WINEPREFIX=$kept.new timeout 300 wineboot --init >/dev/null 2>&1 || { echo "Wine cannot make its Windows here"; exit 77; }
    WINEPREFIX=$kept.new wineserver --wait
    touch "$kept.new/.made"
    mv "$kept.new" "$kept"
fi
export WINEPREFIX=$work/prefix
cp -a "$kept" "$WINEPREFIX"
# Wine's desktop and documents are links into the home of whoever made it; here they are Windows' own.
find "$WINEPREFIX/drive_c/users" -type l | while read -r link; do rm "$link" && mkdir "$link"; done
trap 'wineserver --kill 2>/dev/null; wineserver --wait 2>/dev/null; rm -rf "$work"' EXIT
c=$WINEPREFIX/drive_c
home="$c/Program Files/WeCom Setup for NocoBase"
key='HKLM\Software\WeCom Setup for NocoBase'
refused=67 # 1603, of which a process of Unix passes on the lower half

# installer ARGUMENT...: the exit code of msiexec, silently.
installer() {
    local code=0
    timeout 300 wine msiexec "$@" /qn >"$work/said" 2>&1 || code=$?
    wineserver --wait
    echo "$code"
}
# entry_in FOLDER: an entry that starts the program there. Windows takes everybody's folder for an installer that is for the
# whole computer, Wine the user's, so either will do.
entry_in() {
    local file
    file=$(find "$c/ProgramData" "$c/users" -path "*/$1/*" -name 'WeCom Setup for NocoBase.lnk' | head -1)
    [ -n "$file" ] && tr -d '\0' <"$file" | grep -aq 'wecom-setup\.exe'
}
kept_value() { wine reg query "$key" /v "$1" 2>/dev/null | tr -d '\r' | sed -n 's/.*REG_SZ *//p'; }
installed_versions() {
    wine reg query 'HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall' /s 2>/dev/null | tr -d '\r' | awk '
        /^HKEY/ { name = "" } /DisplayName .*WeCom Setup/ { name = 1 } /DisplayVersion/ { version = $3 }
        /^$/ { if (name) print version; name = version = "" } END { if (name) print version }'
}
all_files() { (cd "$c" && find . -not -path './windows/Installer*' -not -path './windows/temp/*' | sort); }

older() { # what is in the installer again, as version $1
    [ -d "$work/stage" ] || {
        msiextract -C "$work/extracted" "$msi" >/dev/null
        mv "$(dirname "$(find "$work/extracted" -name wecom-setup.exe)")" "$work/stage"
    }
    "$tree/packaging/msi/make.sh" "$work/stage" "$1" "$work/$1.msi"
}

note "its size, tables, libraries and bill of materials"
/usr/bin/python3 "$here/tst_msifile.py" "$msi" >"$work/file.txt" 2>&1 || { wrong "the file"; cat "$work/file.txt"; }
version=$(msiinfo export "$msi" Property | tr -d '\r' | awk -F'\t' '$1 == "ProductVersion" { print $2 }')
note "$(basename "$msi") is $version, $(stat -c %s "$msi") bytes"

note "Windows 7 is refused, Windows 10 is not"
wine winecfg -v win7 >/dev/null 2>&1 && wineserver --wait
[ "$(installer /i "$msi")" = "$refused" ] || wrong "Windows 7 was not refused"
wine winecfg -v win10 >/dev/null 2>&1 && wineserver --wait
all_files >"$work/before"
[ "$(installer /i "$msi")" = 0 ] || wrong "it cannot be installed: $(cat "$work/said")"
[ -f "$home/wecom-setup.exe" ] || wrong "the program is not there"
entry_in "Start Menu/Programs" || wrong "there is no entry in the Start menu"
! entry_in Desktop || wrong "there is an entry on the desktop that nobody wanted"
[ "$(installed_versions)" = "$version" ] || wrong "Windows lists: $(installed_versions)"

note "the command line"
said=$(cd "$home" && timeout 120 wine wecom-setup-cli.exe --version 2>/dev/null | tr -d '\r' | head -1) || true
[ "$said" = "wecom-setup-cli $version" ] || wrong "the command line says: $said"

note "playing the rehearsal through the window"
code=0
(cd "$work" && timeout 600 wine "$home/wecom-setup.exe" --play played --lang zh_CN >"$work/played.txt" 2>&1) || code=$?
wineserver --wait
[ "$code" = 0 ] || { wrong "the rehearsal ended with $code"; tail -15 "$work/played.txt"; }
tr -d '\r' <"$work/played.txt" | grep -Eq '^test +confirmed' || wrong "the test login: $(grep '^test' "$work/played.txt" || echo "nothing is said of it")"
pictures=$(find "$work/played" -name '*.png' -size +10k 2>/dev/null | wc -l) || true
[ "$pictures" -ge 12 ] || wrong "there are $pictures pictures"
[ -z "${PROOF:-}" ] || cp -r "$work/played" "$PROOF/msi-played"

note "the Credential Manager keeps what an apply has written over, and undo takes it from there"
"$here/keychainmsi.sh" "$home" "$work/keychain" >"$work/keychain.txt" 2>&1 || { wrong "the keychain"; cat "$work/keychain.txt"; }

note "an upgrade keeps what was said, and leaves one version"
[ "$(installer /x "$msi")" = 0 ] || wrong "it cannot be removed"
older 0.0.1 && older 99.0.0
[ "$(installer /i "$work/0.0.1.msi" STARTMENU=0 DESKTOPSHORTCUT=1 'INSTALLDIR=C:\Elsewhere\')" = 0 ] || wrong "0.0.1 cannot be installed"
[ -f "$c/Elsewhere/wecom-setup.exe" ] || wrong "INSTALLDIR was not heard"
! entry_in "Start Menu/Programs" || wrong "STARTMENU=0 was not heard"
entry_in Desktop || wrong "DESKTOPSHORTCUT=1 was not heard"
[ "$(installer /i "$msi")" = 0 ] || wrong "it does not replace 0.0.1"
[ "$(installed_versions)" = "$version" ] || wrong "after an upgrade Windows lists: $(installed_versions | xargs)"
[ -f "$c/Elsewhere/wecom-setup.exe" ] || wrong "the upgrade forgot the folder"
! entry_in "Start Menu/Programs" && entry_in Desktop || wrong "the upgrade forgot the shortcuts"
[ "$(kept_value StartMenu)" = 0 ] || wrong "the upgrade forgot STARTMENU: $(kept_value StartMenu)"

note "a downgrade is refused"
[ "$(installer /i "$work/99.0.0.msi")" = 0 ] || wrong "99.0.0 does not replace it"
[ "$(installer /i "$msi")" = "$refused" ] || wrong "a downgrade was not refused"
[ "$(installed_versions)" = 99.0.0 ] || wrong "after a refused downgrade Windows lists: $(installed_versions | xargs)"

note "nothing is left"
[ "$(installer /x "$work/99.0.0.msi")" = 0 ] || wrong "it cannot be removed"
all_files >"$work/after"
left=$(comm -13 "$work/before" "$work/after" | grep -iE 'wecom|elsewhere' || true)
[ -z "$left" ] || wrong "left behind: $left"
! entry_in "Start Menu/Programs" && ! entry_in Desktop || wrong "an entry is left"
! wine reg query "$key" >/dev/null 2>&1 || wrong "the key is left: $(wine reg query "$key")"
[ -z "$(installed_versions)" ] || wrong "Windows still lists $(installed_versions)"

[ "$failed" = 0 ] && note "proven"
exit "$failed"
