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

# source NAME FOLDER [SUITE]: the folder of a library's sources, fetched once.
source_of() {
    local name=$1 folder=$cache/src/$1
    if [ ! -f "$folder/.name" ]; then
        rm -rf "$folder"
        debianSource "$name" "$folder" "${2:-}" >"$folder.name" || return 1
        mv "$folder.name" "$folder/.name"
    fi
    echo "$folder/$(cat "$folder/.name")"
}

# Debian's mended security faults are wanted; its other patches are for Debian.
mend() {
    local folder=$1 patch
    [ ! -f "$folder/.mended" ] || return 0
    for patch in "$(dirname "$folder")"/debian/patches/"$2"; do
        patch -d "$folder" -p1 --forward --quiet <"$patch"
    done
    touch "$folder/.mended"
}

# The toolchain file is named in what Qt installs, so it has to live as long.
cp "$here/mingw64.cmake" "$cache/mingw64.cmake"

qtbase() {
    local folder build=$cache/build/qtbase option options=()
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
    install -Dm644 -t "$prefix/licences/qt" "$folder"/LICENSES/*
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
    local svg qrencode http keychain coro
    svg=$(source_of qtsvg-opensource-src)
    mend "$svg" '*.diff'
    [ -f "$svg/.ported" ] || { sed -i -f "$here/libs/qtsvg.sed" "$svg"/src/svg/*.{cpp,h} && touch "$svg/.ported"; }
    qrencode=$(source_of qrencode)
    http=$(source_of cpp-httplib)
    library libs "$here/libs" -DSVG="$svg" -DQRENCODE="$qrencode" -DHTTPLIB="$http"
    # Debian 12's archive has lost the sources of its own versions of these two.
    keychain=$(source_of qtkeychain trixie)
    sed -i 's| /utf-8||' "$keychain/qtkeychain/CMakeLists.txt" # an option of Microsoft's compiler
    library qtkeychain "$keychain" -DBUILD_WITH_QT6=ON -DBUILD_TRANSLATIONS=OFF -DBUILD_TEST_APPLICATION=OFF
    coro=$(source_of qcoro trixie)
    library qcoro "$coro" -DUSE_QT_VERSION=6 -DBUILD_SHARED_LIBS=OFF -DQCORO_BUILD_EXAMPLES=OFF -DQCORO_BUILD_TESTING=OFF \
        -DBUILD_TESTING=OFF -DQCORO_WITH_QTDBUS=OFF -DQCORO_WITH_QTWEBSOCKETS=OFF -DQCORO_WITH_QTQUICK=OFF \
        -DQCORO_WITH_QML=OFF -DQCORO_WITH_QTTEST=OFF
    install -Dm644 "$svg/LICENSE.LGPLv3" "$prefix/licences/qtsvg/LICENSE.LGPLv3"
    install -Dm644 "$qrencode/COPYING" "$prefix/licences/qrencode/COPYING"
    install -Dm644 "$http/LICENSE" "$prefix/licences/cpp-httplib/LICENSE"
    install -Dm644 "$keychain/COPYING" "$prefix/licences/qtkeychain/COPYING"
    install -Dm644 -t "$prefix/licences/qcoro" "$coro"/LICENSES/*
}

qtbase
libraries
echo "$key" >"$prefix/.recipe"
echo "$prefix" >&3
