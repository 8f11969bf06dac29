#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Does room.py keep what it promises?  tst_room.sh CASE
set -euo pipefail
room=$(dirname "${BASH_SOURCE[0]}")/room.py
export tree; tree=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

fail() { echo "FAILED: $*" >&2; exit 1; }
is() { [ "$2" = "$3" ] || fail "$1: expected '$3', got '$2'"; }
isNot() { [ "$2" != "$3" ] || fail "$1: still '$3'"; }
export -f fail is isNot

# A room that cannot be had is a skipped test: its 77 must come through, with its reason.
inRoom() {
    local script=$1 code=0
    shift
    "$room" --timeout 60 "$@" -- bash -euo pipefail -c "$script" </dev/null || code=$?
    [ $code != 77 ] || exit 77
    return $code
}

# For a script below: does the bus know this name?
hasOwner() { dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus."$1" "string:$2"; }
loginKeyring() {
    dbus-send --session --print-reply --dest=org.freedesktop.secrets /org/freedesktop/secrets/collection/login \
        org.freedesktop.DBus.Properties.Get string:org.freedesktop.Secret.Collection string:Locked
}
export -f hasOwner loginKeyring

case ${1:-} in
private)
    export outside=$HOME DISPLAY=:99 XDG_RUNTIME_DIR=/nowhere DBUS_SESSION_BUS_ADDRESS=unix:path=/nowhere
    # shellcheck disable=SC2016
    seen=$(inRoom '
        isNot HOME "$HOME" "$outside"
        is display "${DISPLAY:-none}" none
        is mode "$(stat -c %a "$XDG_RUNTIME_DIR")" 700
        is empty "$(ls -A "$HOME")" ""
        hasOwner NameHasOwner org.example.none >/dev/null
        echo "$ROOM"')
    [ -n "$seen" ] || fail "no ROOM"
    [ ! -e "$seen" ] || fail "$seen was left behind"
    code=0; inRoom 'exit 3' || code=$?; is "exit code" $code 3
    code=0; inRoom 'kill -SEGV $$' || code=$?; is "exit code of a signal" $code 139
    ;;
ends)
    # What the command leaves running must not outlive the room, nor must the room its time.
    pid=$(inRoom 'setsid sleep 600 >/dev/null 2>&1 & echo $!')
    [ ! -e "/proc/$pid" ] || fail "process $pid was left behind"
    code=0; begun=$SECONDS; inRoom 'sleep 600' --timeout 1 --x --keyring || code=$?
    is "exit code when late" $code 124
    [ $((SECONDS - begun)) -lt 20 ] || fail "the room took too long to end"
    ;;
user)
    out=$(mktemp -d)
    trap 'rm -rf "$out"' EXIT
    # shellcheck disable=SC2016
    inRoom '
        isNot "user id" "$(id -u)" 0
        [ -r "$tree/tests/run/room.py" ] || fail "the tree cannot be read"
        if [ "$(stat -c %u%a /root)" = 0700 ]; then ! ls /root/.profile 2>/dev/null || fail "the home of root can be read"; fi
        [ -w "$HOME" ] || fail "HOME cannot be written"
        id -u > {out}/id; mkdir "$ROOM_OUT/folder"' --user --out "$out/asked/for"
    [ -s "$out/asked/for/id" ] || fail "the file did not come out"
    [ -d "$out/asked/for/folder" ] || fail "the folder did not come out"
    is "owner" "$(stat -c %u "$out/asked/for/id")" "$(id -u)"
    ;;
closed)
    # As root: a tree below folders that are closed to others is there for the room's user, and no mode was changed.
    [ "$(id -u)" = 0 ] || { echo "skipped: only root closes folders to the room's user"; exit 77; }
    export closed; closed=$(mktemp -d)
    trap 'rm -rf "$closed"' EXIT
    mkdir -p "$closed/a/b" && echo inside >"$closed/a/b/file" && echo hidden >"$closed/hidden"
    # shellcheck disable=SC2016
    inRoom 'is content "$(cat "$closed/a/b/file")" inside
        [ ! -e "$closed/hidden" ] || fail "more than was asked for can be seen"' --user --see "$closed/a/b"
    is mode "$(stat -c %a "$closed")" 700
    ;;
keyring)
    # shellcheck disable=SC2016
    inRoom '
        is open "$(loginKeyring | grep -c "boolean false")" 1
        printf %s "a value" | timeout 5 secret-tool store --label=test service room
        is "read back" "$(timeout 5 secret-tool lookup service room)" "a value"' --user --keyring
    ;;
locked)
    # shellcheck disable=SC2016
    inRoom '
        is locked "$(loginKeyring | grep -c "boolean true")" 1
        ! printf %s x | timeout 5 secret-tool store --label=test service room || fail "a locked keyring took a value"' \
        --user --keyring=locked
    ;;
nokeyring)
    # shellcheck disable=SC2016
    inRoom '
        is owner "$(hasOwner NameHasOwner org.freedesktop.secrets | grep -c "boolean false")" 1
        ! timeout 5 secret-tool lookup service room 2>"$TMPDIR/said" || fail "someone answered"
        grep -q org.freedesktop.secrets "$TMPDIR/said" || fail "$(cat "$TMPDIR/said")"' --keyring=none
    ;;
x)
    # shellcheck disable=SC2016
    inRoom '
        is platform "$QT_QPA_PLATFORM" xcb
        timeout 5 xprop -root _NET_SUPPORTING_WM_CHECK | grep -q "window id" || fail "no window manager"' --user --x
    ;;
a11y)
    inRoom 'dbus-send --session --print-reply --dest=org.a11y.Bus /org/a11y/bus org.a11y.Bus.GetAddress |
        grep -q unix:path' --user --x --a11y
    ;;
realnames)
    # shellcheck disable=SC2016
    inRoom '
        isNot "user id" "$(id -u)" 0
        is database "$(certutil -d "sql:$HOME/.pki/nssdb" -L -n room 2>/dev/null </dev/null | grep -c "CN=Room test CA" | sed s/[1-9]/yes/)" yes
        for trust in "-CApath /etc/ssl/certs" "-CAfile /etc/ssl/certs/ca-certificates.crt"; do
            timeout 10 openssl s_client -connect qyapi.weixin.qq.com:443 -servername qyapi.weixin.qq.com \
                -verify_hostname qyapi.weixin.qq.com -verify_return_error -no-CAfile -no-CApath $trust </dev/null >"$TMPDIR/tls" 2>&1 ||
                fail "$trust: $(tail -5 "$TMPDIR/tls")"
        done
        timeout 30 node "$tree/tests/run/realnames.mjs"' --user --realnames
    ! getent hosts crm.example.com | grep -q '^127\.' || fail "the names are this computer's outside, too"
    ;;
*)
    fail "no such case: ${1:-none}"
    ;;
esac
