#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# A library's source is fetched once, into a cache that may be empty; one that was cut off is fetched anew. The archive is
# played here.
set -euo pipefail
. "$(dirname "$0")/../../packaging/source.sh"
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
wrong() { echo "wrong: $*" >&2; exit 1; }

debianSource() {
    echo "$1 $3" >>"$room/asked"
    [ ! -e "$room/away" ] || return 1
    mkdir "$2/$1-1.0" || return 1
    echo "$1-1.0"
}
asked() { wc -l <"$room/asked"; }

cache=$room/none/yet
[ "$(keptSource "$cache" svg trixie)" = "$cache/svg/svg-1.0" ] || wrong "another folder"
[ -d "$cache/svg/svg-1.0" ] || wrong "the folder is not there"
[ "$(cat "$room/asked")" = "svg trixie" ] || wrong "asked for: $(cat "$room/asked")"

[ "$(keptSource "$cache" svg trixie)" = "$cache/svg/svg-1.0" ] || wrong "another folder the second time"
[ "$(asked)" = 1 ] || wrong "fetched again"

touch "$room/away"
! keptSource "$cache" other >/dev/null || wrong "no failure although the archive was away"
mkdir -p "$cache/other/left over"
rm "$room/away"
[ "$(keptSource "$cache" other)" = "$cache/other/other-1.0" ] || wrong "not fetched after a failure"
[ ! -e "$cache/other/left over" ] || wrong "what was cut off was kept"
echo "a source is fetched once, and anew after a failure"
