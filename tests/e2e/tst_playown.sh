#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# tst_playown.sh PROGRAM: where no browser can be embedded (it refuses root), the rehearsal is played by the person's own.
set -euo pipefail
[ "$(id -u)" = 0 ] || { echo "only root is refused by the embedded browser"; exit 77; }
program=$1
folder=$ROOM/played
fail() { echo "FAILED: $*" >&2; cat "$ROOM/said" >&2; exit 1; }

code=0
"$program" --play "$folder" --lang en >"$ROOM/said" 2>&1 || code=$?
[ "$code" = 0 ] || fail "it ended with $code"
grep -Eq '^test +confirmed$' "$ROOM/said" || fail "the test login was not done"
[ "$(find "$folder" -name '*.png' | wc -l)" = 12 ] || fail "there are not twelve pictures"
# The person says that it worked; the program itself did not see it, and does not say so.
jq -e '[.setups[0].findings[] | select(.check == "test.login")] | length == 1 and .[0].reason == "out-of-sight"' \
    "$folder/findings.json" >/dev/null || fail "the finding of the login"

# A fault of the login is one that this browser runs into too; nobody says then that it worked.
"$program" --play "$folder.fault" --lang en --fault domain.callback.mismatch >"$ROOM/said" 2>&1 || true
grep -Eq '^test ' "$ROOM/said" || fail "with a wrong callback domain it did not come to its end"
! grep -Eq '^test +(verified|confirmed)$' "$ROOM/said" || fail "a login that cannot work is said to have worked"
