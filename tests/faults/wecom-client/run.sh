#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# run.sh SERVER: installs the client from npm once, outside the tree, and lets it ask the given rehearsal server.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cache=${WECOM_SETUP_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/wecom-setup}
if ! command -v npm >/dev/null; then
    echo "wecom-client: npm is not installed, so this was not tested" >&2
    exit 77
fi
target=$cache/wecom-client-$(cat "$here/package.json" "$here/package-lock.json" | sha256sum | cut -c1-12)
if [ ! -e "$target/complete" ]; then
    mkdir -p "$cache"
    exec 9>"$target.lock"
    flock 9
    if [ ! -e "$target/complete" ]; then
        rm -rf "$target"
        mkdir "$target"
        cp "$here/package.json" "$here/package-lock.json" "$target"
        # No package here needs a script of its own to run.
        (cd "$target" && timeout 240 npm ci --ignore-scripts --no-audit --no-fund >&2)
        touch "$target/complete"
    fi
    exec 9>&-
fi
NODE_PATH=$target/node_modules exec timeout 60 node "$here/client.cjs" "$1"
