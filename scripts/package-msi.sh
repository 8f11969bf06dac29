# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2153
# Making the Windows installer here, for `source`: cross-built, with everything but the embedded browser.

packageMsi() {
    local qt build=$ROOT/build/msi version msi
    version=$(projectVersion)
    msi=$ROOT/build/dist/WeCom_Setup-$version-x64.msi
    useCompilerCache
    note "Qt for Windows (cross-built once; later runs find it in $CACHE/msi)"
    qt=$("$ROOT/packaging/msi/qt.sh" "$CACHE/msi" </dev/null) || die "Qt could not be built for Windows"
    note "building the program for Windows"
    # Compiled as the other packages are, without what would be stripped anyway; this Qt unpacks no zstd, which the host's rcc
    # would use.
    PKG_CONFIG_LIBDIR=$qt/lib/pkgconfig cmake -G Ninja -S "$ROOT" -B "$build" -DCMAKE_BUILD_TYPE=Release \
        -DCMAKE_CXX_FLAGS_RELEASE="-O2 -DNDEBUG" -DCMAKE_AUTORCC_OPTIONS=--no-zstd \
        -DCMAKE_TOOLCHAIN_FILE="$qt/lib/cmake/Qt6/qt.toolchain.cmake" -DCMAKE_PREFIX_PATH="$qt" \
        -DQT_HOST_PATH=/usr -DQT_HOST_PATH_CMAKE_DIR=/usr/lib/x86_64-linux-gnu/cmake \
        -DQt6LinguistTools_DIR=/usr/lib/x86_64-linux-gnu/cmake/Qt6LinguistTools \
        -DWECOMSETUP_VIEWER=OFF -DBUILD_TESTING=OFF >&2 </dev/null || die "the tree could not be configured for Windows"
    cmake --build "$build" >&2 </dev/null || die "the tree does not build for Windows"
    note "making the MSI"
    "$ROOT/packaging/msi/stage.py" "$build" "$qt" "$build/stage" >&2 || die "the installer's files are not complete"
    "$ROOT/packaging/msi/make.sh" "$build/stage" "$version" "$msi" >&2 </dev/null || die "the MSI could not be made"
    "$ROOT/packaging/papers/sbom.py" --name "$(basename "$msi")" --version "$version" --root "$build/stage" --compiled program \
        --taken "$build/stage.taken.json" --built "$build/stage.built.json" --package "$msi" "$msi.spdx.json" ||
        die "no bill of materials could be made"
}
