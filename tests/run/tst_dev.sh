#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Does ./dev ask before it installs, and does a run without tests fail?  tst_dev.sh CASE
# The package tools are stand-ins here that write down how they were called: nothing is installed.
set -euo pipefail
tree=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset CI

fail() { echo "FAILED: $*" >&2; exit 1; }
said() { grep -qF -- "$1" "$work/said" || fail "not said: $1; but: $(cat "$work/said")"; }
dev() { code=0; PATH="$work/bin:$PATH" "$tree/dev" "$@" </dev/null >"$work/said" 2>&1 || code=$?; }

# A machine on which everything of group lint is installed but clazy.
standIns() {
    mkdir "$work/bin"
    printf '#!/bin/sh\nprintf "%%s installed\\n" clang-format clang-tidy python3\n' >"$work/bin/dpkg-query"
    printf '#!/bin/sh\necho "$*" >>"%s/calls"\n' "$work" >"$work/bin/apt-get"
    # As an ordinary user the way leads through sudo.
    printf '#!/bin/sh\nexec "$@"\n' >"$work/bin/sudo"
    chmod +x "$work"/bin/*
}

case ${1:-} in
asks)
    standIns
    dev deps lint
    [ $code != 0 ] || fail "it went on without a yes"
    [ ! -e "$work/calls" ] || fail "it called apt-get without a yes: $(cat "$work/calls")"
    said clazy
    ! grep -q clang-tidy "$work/said" || fail "it names what is there already"
    dev deps lint -y
    [ $code = 0 ] || fail "with -y: $(cat "$work/said")"
    grep -q '^update' "$work/calls" || fail "no update before the installation"
    grep -q '^install.* --no-install-recommends .* clazy$' "$work/calls" || fail "$(cat "$work/calls")"
    rm "$work/calls"
    CI=true dev deps lint
    grep -q '^install' "$work/calls" || fail "CI needs no -y"
    ;;
nothing)
    standIns
    printf '#!/bin/sh\nprintf "%%s installed\\n" clang-format clang-tidy python3 clazy\n' >"$work/bin/dpkg-query"
    dev deps lint -y
    [ $code = 0 ] || fail "$(cat "$work/said")"
    [ ! -e "$work/calls" ] || fail "apt-get was called though nothing is missing"
    dev deps no-such-group
    [ $code != 0 ] || fail "an unknown group passed"
    dev no-such-command
    [ $code != 0 ] || fail "an unknown command passed"
    ;;
notests)
    # A tree whose tests are none, and one whose names match none.
    printf 'cmake_minimum_required(VERSION 3.25)\nproject(x NONE)\nenable_testing()\n' >"$work/CMakeLists.txt"
    cp "$tree/CMakePresets.json" "$work"
    cmake -S "$work" --preset dev >/dev/null
    export ROOT=$work
    # shellcheck source=../../scripts/build.sh
    . "$tree/scripts/build.sh"
    ! runTests dev >/dev/null 2>&1 || fail "a run without any test passed"
    echo 'add_test(NAME one COMMAND true)' >>"$work/CMakeLists.txt"
    cmake -S "$work" --preset dev >/dev/null
    runTests dev >"$work/said" 2>&1 || fail "$(cat "$work/said")"
    said '100% tests passed, 0 tests failed out of 1'
    runTests dev nothing one >/dev/null 2>&1 || fail "one of two names is enough"
    ! runTests dev nothing >/dev/null 2>&1 || fail "a name that fits no test passed"
    ;;
*)
    fail "no such case: ${1:-none}"
    ;;
esac
