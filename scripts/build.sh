# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2153
# Configuring and building, for `source`.

buildFolder() { echo "$ROOT/build/$PRESET"; }

# Compiled objects are kept outside the tree, so that a fresh clone is not a cold one.
useCompilerCache() {
    command -v ccache >/dev/null || return 0
    export CMAKE_C_COMPILER_LAUNCHER=ccache CMAKE_CXX_COMPILER_LAUNCHER=ccache
    export CCACHE_DIR="${CCACHE_DIR:-$CACHE/ccache}" CCACHE_BASEDIR="$ROOT" CCACHE_NOHASHDIR=1
    export CCACHE_SLOPPINESS=pch_defines,time_macros
}

# build [TARGET...]: configures when there is need, then builds everything or the targets.
build() {
    local folder fresh=()
    folder=$(buildFolder)
    useCompilerCache
    if [ -f "$folder/CMakeCache.txt" ] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$ROOT" "$folder/CMakeCache.txt"; then
        note "the tree was moved; configuring anew"
        fresh=(--fresh)
    fi
    if [ ! -f "$folder/build.ninja" ] || [ ${#fresh[@]} -gt 0 ]; then
        note "configuring ($PRESET)"
        (cd "$ROOT" && cmake --preset "$PRESET" "${fresh[@]}" >&2 </dev/null) || die "the tree could not be configured"
    fi
    note "building ($PRESET)"
    cmake --build "$folder" ${1:+--target "$@"} >&2 </dev/null || die "the tree does not build"
}

# Tests run in parallel, one more than there are cores since many of them wait.
runTests() {
    local preset=$1 jobs name names=()
    shift
    jobs=$(($(nproc) + 1))
    [ "$preset" != bench ] || jobs=1
    for name in "$@"; do names+=("${names:+|}$name"); done
    [ ${#names[@]} -eq 0 ] || set -- -R "$(printf %s "${names[@]}")"
    (cd "$ROOT" && ctest --preset "$preset" -j "$jobs" --no-tests=error "$@" </dev/null)
}
