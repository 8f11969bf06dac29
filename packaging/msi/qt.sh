#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# qt.sh CACHE: Qt and the libraries of the program for Windows, cross-built from Debian's sources into CACHE/qt, which stands
# on the standard output. What is there already and is of today's recipe is left alone; what was begun is gone on with.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
cache=$(cd "$1" && pwd)
prefix=$cache/qt
. "$here/../source.sh"

exec 9>"$cache/lock"
flock 9
key=$(cat "$here"/{qt.sh,qtbase.txt,mingw64.cmake} "$here"/libs/* "$here/../source.sh" | sha256sum | cut -d' ' -f1)
if [ "$(cat "$prefix/.recipe" 2>/dev/null)" = "$key" ]; then
    echo "$prefix"
    exit
fi
exec 3>&1 >&2 # what tools say is no answer
jobs=$(nproc)

source_of() { keptSource "$cache/src" "$@"; }

# record NAME [--paper TEXT]... [FILE...]: notes for the bill of materials that the FILES in the prefix are made from the source
# NAME (none: it is compiled into something), and keeps its licence: as Debian has it, or else the source's own TEXTS.
record() {
    local name=$1 folder=$cache/src/$1 papers=() files=()
    shift
    while [ $# -gt 0 ]; do
        case $1 in --paper) papers+=("$2") && shift ;; *) files+=("$1") ;; esac
        shift
    done
    [ ! -f "$folder/debian/copyright" ] || papers=("$folder/debian/copyright")
    mkdir -p "$prefix/licences/$name"
    cat "${papers[@]}" >"$prefix/licences/$name/copyright"
    printf '%s\t%s\t%s\n' "$name" "$(debianVersion "$name" "$folder")" "${files[*]}" >>"$prefix/sources.new"
}

# The libraries and plugins that a build folder has put into the prefix.
installed() { sed -n "s|^$prefix/\(.*\.dll\)\$|\1|p" "$1/install_manifest.txt"; }

# Debian's mended security faults are wanted; its other patches are for Debian.
mend() {
    local folder=$1 patch
    [ ! -f "$folder/.mended" ] || return 0
    for patch in "$(dirname "$folder")"/debian/patches/$2; do
        patch -d "$folder" -p1 --forward --quiet <"$patch"
    done
    touch "$folder/.mended"
}

# The toolchain file is named in what Qt installs, so it has to live as long.
cp "$here/mingw64.cmake" "$cache/mingw64.cmake"

qtbase() {
    local folder build=$cache/build/qtbase option options=() files
    folder=$(source_of qt6-base)
    mend "$folder" 'cve-*'
    while read -r option; do
        case $option in '' | '#'*) ;; *) options+=("-D$option") ;; esac
    done <"$here/qtbase.txt"
    cmake -G Ninja -S "$folder" -B "$build" -DCMAKE_TOOLCHAIN_FILE="$cache/mingw64.cmake" -DCMAKE_BUILD_TYPE=Release \
        -DCMAKE_CXX_FLAGS=-Wno-attributes -DQT_HOST_PATH=/usr -DQT_HOST_PATH_CMAKE_DIR=/usr/lib/x86_64-linux-gnu/cmake \
        -DCMAKE_INSTALL_PREFIX="$prefix" -DQT_BUILD_TESTS=OFF -DQT_BUILD_EXAMPLES=OFF -DBUILD_SHARED_LIBS=ON "${options[@]}"
    ninja -C "$build" -j"$jobs"
    cmake --install "$build" >/dev/null
    mapfile -t files < <(installed "$build")
    record qt6-base "${files[@]}"
}

# library NAME FOLDER [OPTION...]: built with its own CMake files.
library() {
    local name=$1 folder=$2
    shift 2
    cmake -G Ninja -S "$folder" -B "$cache/build/$name" -DCMAKE_TOOLCHAIN_FILE="$prefix/lib/cmake/Qt6/qt.toolchain.cmake" \
        -DCMAKE_BUILD_TYPE=Release -DCMAKE_INSTALL_PREFIX="$prefix" -DQT_HOST_PATH=/usr \
        -DQT_HOST_PATH_CMAKE_DIR=/usr/lib/x86_64-linux-gnu/cmake "$@"
    ninja -C "$cache/build/$name" -j"$jobs"
    cmake --install "$cache/build/$name" >/dev/null
}

libraries() {
    local svg qrencode http keychain coro files
    svg=$(source_of qtsvg-opensource-src)
    if [ -f "$svg/.ported" ] && ! cmp -s "$here/libs/qtsvg.sed" "$svg/.ported"; then # by another recipe: anew
        rm -rf "$cache/src/qtsvg-opensource-src"
        svg=$(source_of qtsvg-opensource-src)
    fi
    mend "$svg" '*.diff'
    [ -f "$svg/.ported" ] || { sed -i -f "$here/libs/qtsvg.sed" "$svg"/src/svg/*.{cpp,h} && cp "$here/libs/qtsvg.sed" "$svg/.ported"; }
    qrencode=$(source_of qrencode)
    http=$(source_of cpp-httplib)
    library libs "$here/libs" -DSVG="$svg" -DQRENCODE="$qrencode" -DHTTPLIB="$http"
    # Debian 12's archive has lost the sources of its own versions of these two.
    keychain=$(source_of qtkeychain trixie)
    sed -i 's| /utf-8||' "$keychain/qtkeychain/CMakeLists.txt" # an option of Microsoft's compiler
    library qtkeychain "$keychain" -DBUILD_WITH_QT6=ON -DBUILD_TRANSLATIONS=OFF \
        -DBUILD_TEST_APPLICATION=OFF -DBUILD_TESTING=OFF
    coro=$(source_of qcoro trixie)
    library qcoro "$coro" -DUSE_QT_VERSION=6 -DBUILD_SHARED_LIBS=OFF -DQCORO_BUILD_EXAMPLES=OFF -DQCORO_BUILD_TESTING=OFF \
        -DBUILD_TESTING=OFF -DQCORO_WITH_QTDBUS=OFF -DQCORO_WITH_QTWEBSOCKETS=OFF -DQCORO_WITH_QTQUICK=OFF \
        -DQCORO_WITH_QML=OFF -DQCORO_WITH_QTTEST=OFF
    record qtsvg-opensource-src bin/Qt6Svg.dll plugins/iconengines/qsvgicon.dll
    record qrencode --paper "$qrencode/COPYING" bin/libqrencode.dll
    record cpp-httplib
    mapfile -t files < <(installed "$cache/build/qtkeychain")
    record qtkeychain --paper "$keychain/COPYING" "${files[@]}"
    record qcoro
}

rm -rf "$prefix/licences" "$prefix/sources.new"
qtbase
libraries
mv "$prefix/sources.new" "$prefix/sources.tsv"
echo "$key" >"$prefix/.recipe"
echo "$prefix" >&3
