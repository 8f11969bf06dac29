#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# inroot.sh [NAME...]: what `./dev test --qt` does within the other Debian: builds, then runs unit and ui tests, or those
# whose names match one of NAME.
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
CACHE=$WECOM_SETUP_CACHE PRESET=dev
note() { echo "dev: $*" >&2; }
die() { note "$*"; exit 1; }
. "$ROOT/scripts/build.sh"

note "Qt $(qmake6 -query QT_VERSION), $(c++ --version | head -1)"
if [ $# -gt 0 ]; then
    build
    runTests "$PRESET" "$@"
    exit
fi
# Just what is run below: the rest of the tree is built and tested with this computer's own Qt.
build tests/unit/all tests/ui/all
code=0
for part in unit ui; do
    ctest --test-dir "$(buildFolder)/tests/$part" -j "$(($(nproc) + 1))" --output-on-failure --no-tests=error --timeout 300 || code=1
done
exit "$code"
