# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# Fetching Debian's sources of a library without changing this computer's package lists. For `source`.

# debianSource NAME FOLDER [SUITE]: unpacks Debian's source of the package NAME into FOLDER, without Debian's patches, which
# are in FOLDER/debian where the archive still has them; NAME's own folder name, for example squashfuse-0.1.105, is printed.
# SUITE names another Debian than this computer's. What apt has fetched it has compared with the archive's signed lists.
debianSource() {
    local name=$1 folder=$2 suite=${3:-} lists=$2/.apt file unpacked
    mkdir -p "$lists/lists/partial" "$lists/sources.d"
    sourceLists "$suite" "$lists"
    local apt=(apt-get -q -o "Dir::Etc::sourcelist=$lists/sources.list" -o "Dir::Etc::sourceparts=$lists/sources.d"
        -o "Dir::State::lists=$lists/lists" -o "APT::Sandbox::User=" -o "Dir::Cache::srcpkgcache=" -o "Dir::Cache::pkgcache=")
    "${apt[@]}" update >&2 </dev/null || return 1
    # An archive may have lost the description or the patches of a version and still have its source.
    (cd "$folder" && "${apt[@]}" source --download-only "$name" >&2 </dev/null) || true
    file=$(find "$folder" -maxdepth 1 -name "${name}_*.orig.tar.*" ! -name '*.asc' | head -1)
    [ -n "$file" ] || return 1
    unpacked=$(tar -tf "$file" | head -1 | cut -d/ -f1)
    tar -C "$folder" -xf "$file" || return 1
    file=$(find "$folder" -maxdepth 1 -name "${name}_*.debian.tar.*" | head -1)
    [ -z "$file" ] || tar -C "$folder" -xf "$file" || return 1
    rm -rf "$lists"
    echo "$unpacked"
}

# keptSource FOLDER NAME [SUITE]: the folder of a library's unpacked source below FOLDER, fetched once; it is printed.
keptSource() {
    local folder=$1/$2
    if [ ! -f "$folder/.name" ]; then # also when fetching was cut off
        rm -rf "$folder"
        mkdir -p "$folder"
        debianSource "$2" "$folder" "${3:-}" >"$folder/.new" || return 1
        mv "$folder/.new" "$folder/.name"
    fi
    echo "$folder/$(cat "$folder/.name")"
}

# debianVersion NAME FOLDER: the version of what debianSource has put there; the upstream one where the archive had no more.
debianVersion() {
    local kind file
    for kind in dsc 'debian.tar.*' 'orig.tar.*'; do
        file=$(find "$2" -maxdepth 1 -name "$1_*.$kind" ! -name '*.asc' -printf '%f\n' | head -1)
        [ -z "$file" ] || break
    done
    sed -E 's/^[^_]*_(.*)\.(dsc|debian\.tar\.[a-z0-9]+|orig\.tar\.[a-z0-9]+)$/\1/' <<<"$file"
}

# sourceLists SUITE FOLDER: package lists of sources alone, of this computer's Debian or of SUITE from the same place.
sourceLists() {
    local suite=$1 folder=$2 file place
    if [ -n "$suite" ]; then
        place=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' 'Origin: Debian' 'Label: Debian' | head -1)
        echo "deb-src ${place:?apt knows no Debian archive} $suite main" >"$folder/sources.list"
        return
    fi
    for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
        [ -f "$file" ] && sed -nE 's/^deb /deb-src /p' "$file" >>"$folder/sources.list"
    done
    for file in /etc/apt/sources.list.d/*.sources; do
        [ -f "$file" ] && sed -E 's/^Types:.*/Types: deb-src/' "$file" >"$folder/sources.d/$(basename "$file")"
    done
    touch "$folder/sources.list"
}
