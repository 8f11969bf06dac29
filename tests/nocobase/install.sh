#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Installs a real NocoBase on SQLite from npm, once, outside the tree, and prints the folder where it is.
#
#   install.sh            installs if need be, prints the folder
#   install.sh --where    prints the folder, installs nothing
#
# The folder is only used when its file `complete` is there; it is named after everything that went into it, so a
# changed recipe makes a new one. Several callers at once are fine: one works, the others wait for it.
# Inside: node_modules, and `fresh/off` and `fresh/on`, the storage of a new installation in which the WeCom plugin of
# ./plugin-auth-wecom is installed but disabled, or enabled. instance.mjs starts servers on copies of them.
set -euo pipefail
umask 022

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cache=${WECOM_SETUP_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/wecom-setup}
version=$(node -p 'require(process.argv[1]).version' "$here/packages.json")
platform=$(node -p '`${process.platform}-${process.arch}-node${process.versions.modules}`')
plugin=$here/plugin-auth-wecom
recipe=$(cd "$here" && { cat packages.json environment.sh install.sh tree.mjs plugin-auth-wecom/package.json; echo "$platform"; } |
    sha256sum | cut -c1-12)
target=$cache/nocobase-$version-$recipe

if [ "${1:-}" = --where ]; then
    echo "$target"
    exit 0
fi

say() { echo "nocobase: $*" >&2; }

# The server says "failed" only in its log: `install` ends with 0 whatever happened.
serverCommand() {
    local log=$1
    shift
    node node_modules/@nocobase/app/lib/index.js "$@" >"$log" 2>&1 || { cat "$log" >&2; return 1; }
    if grep -q '"level":"error"' "$log"; then
        cat "$log" >&2
        return 1
    fi
}

# package.json and a trimmed copy of the preset, whose list `builtIn` is what an installation enables.
writePackages() {
    mkdir -p vendor/preset
    npm pack "@nocobase/preset-nocobase@$version" --silent >/dev/null
    tar xzf nocobase-preset-nocobase-*.tgz -C vendor/preset --strip-components=1
    rm nocobase-preset-nocobase-*.tgz
    RECIPE=$here/packages.json node -e '
        const fs = require("fs");
        const { version, plugins, dependencies, overrides } = require(process.env.RECIPE);
        const names = plugins.map((name) => "@nocobase/plugin-" + name);
        const file = "vendor/preset/package.json";
        const preset = JSON.parse(fs.readFileSync(file));
        preset.dependencies = { "@formily/json-schema": "2.x" };
        preset.builtIn = names;
        preset.deprecated = [];
        fs.writeFileSync(file, JSON.stringify(preset, null, 2));
        fs.writeFileSync("package.json", JSON.stringify({
            name: "nocobase-for-tests",
            version: "0.0.0",
            private: true,
            dependencies: {
                "@nocobase/app": version,
                "@nocobase/preset-nocobase": "file:./vendor/preset",
                ...dependencies,
                ...Object.fromEntries(names.map((name) => [name, version])),
            },
            overrides: { "@nocobase/preset-nocobase": "$@nocobase/preset-nocobase", ...overrides },
            // npm refuses install scripts unless they are named here.
            allowScripts: { sqlite3: true },
        }, null, 2));'
}

# Compiling takes a minute or two; the one file that comes of it fits every later installation.
compileSqlite() {
    local sqlite kept
    sqlite=$(node -p 'require("./node_modules/sqlite3/package.json").version')
    kept=$cache/sqlite3-$sqlite-$platform/node_sqlite3.node
    if [ -f "$kept" ]; then
        mkdir -p node_modules/sqlite3/build/Release
        cp "$kept" node_modules/sqlite3/build/Release/
        return
    fi
    say "compiling sqlite3 $sqlite (a minute or two)"
    npm rebuild sqlite3 --loglevel=error >&2
    mkdir -p "$(dirname "$kept")"
    cp node_modules/sqlite3/build/Release/node_sqlite3.node "$kept.$$"
    mv "$kept.$$" "$kept"
    # Only that file is needed; the objects beside it are 20 MB.
    rm -rf node_modules/sqlite3/build
    mkdir -p node_modules/sqlite3/build/Release
    cp "$kept" node_modules/sqlite3/build/Release/
}

# A new installation's storage, first without, then with the WeCom plugin enabled.
prepareStorage() (
    work=$target/prepare
    node "$here/tree.mjs" "$target" "$work" "$plugin"
    ROOT=$work
    STORAGE_PATH=$work/storage
    mkdir -p "$STORAGE_PATH/db" "$STORAGE_PATH/plugins"
    . "$here/environment.sh"
    cd "$work"
    say "creating the database"
    serverCommand "$target/install.log" install -s
    mkdir -p "$target/fresh"
    rm -rf "$STORAGE_PATH"/{gateway.sock,.pm2,logs}
    cp -r "$STORAGE_PATH" "$target/fresh/off"
    say "enabling the WeCom plugin in a second copy"
    serverCommand "$target/enable.log" pm enable @nocobase/plugin-auth-wecom
    rm -rf "$STORAGE_PATH"/{gateway.sock,.pm2,logs}
    cp -r "$STORAGE_PATH" "$target/fresh/on"
    cd "$target"
    rm -rf "$work"
)

mkdir -p "$cache"
exec 9>"$cache/nocobase.lock"
flock -w 1400 9 || { say "another installation holds $cache/nocobase.lock"; exit 1; }
if [ ! -f "$target/complete" ]; then
    say "installing $version into $target"
    rm -rf "$target"
    mkdir -p "$target"
    cd "$target"
    export npm_config_audit=false npm_config_fund=false npm_config_update_notifier=false
    [ -d /usr/include/node ] && export npm_config_nodedir=${npm_config_nodedir:-/usr}
    writePackages
    say "fetching packages (a minute or two)"
    # Peers include packages that are not published, hence --legacy-peer-deps.
    npm install --legacy-peer-deps --omit=dev --ignore-scripts --no-progress --loglevel=error >&2
    compileSqlite
    prepareStorage
    chmod -R a+rX "$target"
    touch complete
    say "done"
fi
echo "$target"
