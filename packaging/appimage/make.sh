#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# make.sh BUILD OUT.AppImage VERSION: the AppImage from a build folder of the preset package. COMPRESSION is zstd's level
# (19; 3 is quick). The same sources, computer and SOURCE_DATE_EPOCH give the same bytes.
set -euo pipefail
build=$(realpath "$1") out=$(realpath -m "$2") version=$3
here=$(dirname "$(realpath "$0")")
work=$build/appimage
epoch=${SOURCE_DATE_EPOCH:-$(date +%s)}
mkdir -p "$work" "$(dirname "$out")"
rm -rf "$work/installed"
DESTDIR=$work/installed cmake --install "$build" >/dev/null
"$here/bundle.py" "$work/installed" "$work/AppDir"
if [ -n "${APPIMAGE_RUNTIME:-}" ]; then
    cp "$APPIMAGE_RUNTIME" "$work/runtime"
else
    "$here/runtime/build.sh" "$work/runtime" "$version"
fi
# mksquashfs takes SOURCE_DATE_EPOCH from the environment too and refuses both.
env -u SOURCE_DATE_EPOCH mksquashfs "$work/AppDir" "$work/image" -comp zstd -Xcompression-level "${COMPRESSION:-19}" -b 128K \
    -root-owned -noappend -no-progress -quiet -no-xattrs -mkfs-time "$epoch" -all-time "$epoch" >/dev/null
cat "$work/runtime" "$work/image" >"$out"
chmod 755 "$out"
