#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# make.sh BUILD OUT.AppImage VERSION: the AppImage from a build folder of the preset package, and beside it its bill of
# materials. What pack.sh takes from the environment holds here too. The same sources, computer and SOURCE_DATE_EPOCH
# give the same bytes.
set -euo pipefail
build=$(realpath "$1") out=$(realpath -m "$2") version=$3
here=$(dirname "$(realpath "$0")")
work=$build/appimage
mkdir -p "$work"
rm -rf "$work/installed"
DESTDIR=$work/installed cmake --install "$build" --prefix /usr >/dev/null
"$here/bundle.py" "$work/installed" "$work/AppDir"
"$here/pack.sh" "$work/AppDir" "$out" "$version"
"$here/../papers/sbom.py" --name "$(basename "$out")" --version "$version" --root "$work/AppDir" --taken "$work/AppDir.taken.json" \
    --compiled program --compiled runtime --package "$out" "$out.spdx.json"
