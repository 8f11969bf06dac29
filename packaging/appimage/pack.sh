#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# pack.sh APPDIR OUT.AppImage VERSION: runtime and image in one file. COMPRESSION is zstd's level (19; 3 is quick);
# APPIMAGE_RUNTIME names another runtime than ours; UPDATE_INFORMATION is used instead of what update.txt says.
# The same AppDir and SOURCE_DATE_EPOCH give the same bytes.
set -euo pipefail
appdir=$(realpath "$1") out=$(realpath -m "$2") version=$3
here=$(dirname "$(realpath "$0")")
epoch=${SOURCE_DATE_EPOCH:-$(date +%s)}
mkdir -p "$(dirname "$out")"
work=$(mktemp -d "$(dirname "$out")/.pack.XXXXXX")
trap 'rm -rf "$work"' EXIT
if [ -n "${APPIMAGE_RUNTIME:-}" ]; then
    cp "$APPIMAGE_RUNTIME" "$work/runtime"
    chmod u+w "$work/runtime"
else
    "$here/runtime/build.sh" "$work/runtime" "$version"
fi
"$here/section.py" "$work/runtime" .upd_info "${UPDATE_INFORMATION-$(grep -v '^#' "$here/update.txt")}"
# mksquashfs takes SOURCE_DATE_EPOCH from the environment too and refuses both.
env -u SOURCE_DATE_EPOCH mksquashfs "$appdir" "$work/image" -comp zstd -Xcompression-level "${COMPRESSION:-19}" -b 128K \
    -root-owned -noappend -no-progress -quiet -no-xattrs -mkfs-time "$epoch" -all-time "$epoch" >/dev/null
cat "$work/runtime" "$work/image" >"$work/whole"
chmod 755 "$work/whole"
touch -d "@$epoch" "$work/whole"
mv "$work/whole" "$out"
