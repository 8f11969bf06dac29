# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# Fetching Debian's sources of a library without changing this computer's package lists. For `source`.

# debianSource NAME FOLDER: unpacks Debian's source of the package NAME into FOLDER, without Debian's patches;
# NAME's own folder name, for example squashfuse-0.1.105, is printed.
debianSource() {
    local name=$1 folder=$2 lists=$2/.apt file unpacked
    mkdir -p "$lists/lists/partial" "$lists/sources.d"
    for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
        [ -f "$file" ] && sed -nE 's/^deb /deb-src /p' "$file" >>"$lists/sources.list"
    done
    for file in /etc/apt/sources.list.d/*.sources; do
        [ -f "$file" ] && sed -E 's/^Types:.*/Types: deb-src/' "$file" >"$lists/sources.d/$(basename "$file")"
    done
    touch "$lists/sources.list"
    local apt=(apt-get -q -o "Dir::Etc::sourcelist=$lists/sources.list" -o "Dir::Etc::sourceparts=$lists/sources.d"
        -o "Dir::State::lists=$lists/lists" -o "APT::Sandbox::User=" -o "Dir::Cache::srcpkgcache=" -o "Dir::Cache::pkgcache=")
    "${apt[@]}" update >&2 </dev/null || return 1
    (cd "$folder" && "${apt[@]}" source --download-only "$name" >&2 </dev/null) || return 1
    file=$(find "$folder" -maxdepth 1 -name "${name}_*.orig.tar.*" ! -name '*.asc' | head -1)
    [ -n "$file" ] || return 1
    unpacked=$(tar -tf "$file" | head -1 | cut -d/ -f1)
    tar -C "$folder" -xf "$file" || return 1
    echo "$unpacked"
}
