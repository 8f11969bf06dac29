#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# tst_completions.sh PROGRAM CLI: what bash offers is what the programs know.
set -euo pipefail
here=$(dirname "$0")
maker=$(realpath "$here/../../packaging/manual/completions.py")
window=$(realpath "$1") cli=$(realpath "$2")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
touch setup.json notes.txt
mkdir sub

# offered PROGRAM WORD...: what is offered for the last WORD, sorted, in one line.
offered() {
    local program=$1
    shift
    # shellcheck source=/dev/null
    . <(python3 "$maker" bash "$program")
    COMP_WORDS=("$(basename "$program")" "$@")
    COMP_CWORD=$#
    COMPREPLY=()
    "_$(basename "$program" | tr - _)"
    printf '%s\n' "${COMPREPLY[@]}" | sort | xargs
}
expect() {
    local wanted=$1 got
    shift
    got=$(offered "$@")
    [ "$got" = "$wanted" ] || { echo "for '${*:2}' of $(basename "$1"): '$got' instead of '$wanted'"; exit 1; }
}

expect "apply check demo link plan report undo" "$cli" ""
expect "apply" "$cli" ap
expect "--json" "$cli" check --j
expect "env keychain stdin" "$cli" check --secrets ""
expect "setup.json sub" "$cli" check ""
expect "notes.txt" "$cli" report setup.json --out no
expect "" "$cli" demo --port ""
expect "sub" "$window" --play ""
expect "dark light" "$window" --theme ""
expect "en ja zh_CN zh_TW" "$window" --lang ""
expect "--demo --fault --help --lang --play --theme --version" "$window" --
# Every option that is offered is one that the program knows.
for option in $(offered "$cli" check --); do
    ! "$cli" check "$option" 2>&1 </dev/null | grep -qi 'unknown option' || { echo "$option is offered but unknown"; exit 1; }
done
for program in "$window" "$cli"; do python3 "$maker" zsh "$program" | head -1 | grep -qx "#compdef $(basename "$program")"; done
if command -v zsh >/dev/null; then
    for program in "$window" "$cli"; do python3 "$maker" zsh "$program" | zsh -n; done
fi
