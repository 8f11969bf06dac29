# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2153
# Making packages, for `source`.

projectVersion() { sed -nE 's/^project\(WecomSetup VERSION ([0-9.]+).*/\1/p' "$ROOT/CMakeLists.txt"; }

# The time in all packages: of the last commit, unless SOURCE_DATE_EPOCH says another.
useReleaseTime() {
    [ -n "${SOURCE_DATE_EPOCH:-}" ] || SOURCE_DATE_EPOCH=$(git -C "$ROOT" log -1 --format=%ct 2>/dev/null || date +%s)
    export SOURCE_DATE_EPOCH
}

packageDeb() {
    note "making the Debian package"
    (cd "$(buildFolder)" && cpack -G DEB -B "$ROOT/build/dist" >&2 </dev/null) || die "cpack failed"
    rm -rf "$ROOT/build/dist/_CPack_Packages"
}

packageAppImage() {
    note "making the AppImage"
    "$ROOT/packaging/appimage/make.sh" "$(buildFolder)" "$ROOT/build/dist/WeCom_Setup-$(projectVersion)-x86_64.AppImage" \
        "$(projectVersion)" >&2 </dev/null || die "the AppImage could not be made"
}

# package KIND...: into build/dist, with checksums.
package() {
    local kind
    [ $# -gt 0 ] || die "say which package: appimage, deb or all"
    [ "$1" != all ] || set -- deb appimage
    for kind in "$@"; do
        case $kind in deb | appimage) ;; *) die "there is no package of kind '$kind'; there are appimage and deb" ;; esac
    done
    PRESET=package
    useReleaseTime
    build
    mkdir -p "$ROOT/build/dist"
    for kind in "$@"; do
        case $kind in
        deb) packageDeb ;;
        appimage) packageAppImage ;;
        esac
    done
    (cd "$ROOT/build/dist" && find . -maxdepth 1 -type f ! -name SHA256SUMS -printf '%P\n' | sort | xargs sha256sum >SHA256SUMS)
    note "made in build/dist:"
    cat "$ROOT/build/dist/SHA256SUMS"
}
