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
    local deb files
    deb=$(find "$ROOT/build/dist" -name "*_$(projectVersion)_*.deb" | head -1)
    files=$(buildFolder)/deb-files
    rm -rf "$files"
    dpkg-deb -x "$deb" "$files"
    "$ROOT/packaging/papers/sbom.py" --name "$(basename "$deb")" --version "$(projectVersion)" --root "$files" --compiled program \
        --package "$deb" "$deb.spdx.json" || die "no bill of materials could be made"
}

packageAppImage() {
    note "making the AppImage"
    "$ROOT/packaging/appimage/make.sh" "$(buildFolder)" "$ROOT/build/dist/WeCom_Setup-$(projectVersion)-x86_64.AppImage" \
        "$(projectVersion)" >&2 </dev/null || die "the AppImage could not be made"
}

. "$ROOT/scripts/package-msi.sh"

# Times get into what is configured and compiled, so a folder that was built with another time is not gone on with.
forgetOtherTimes() {
    local folder
    for folder in "$(buildFolder)" "$ROOT/build/msi"; do
        [ ! -d "$folder" ] || [ "$(cat "$folder/time" 2>/dev/null)" = "$SOURCE_DATE_EPOCH" ] || rm -rf "$folder"
        mkdir -p "$folder"
        echo "$SOURCE_DATE_EPOCH" >"$folder/time"
    done
}

# package KIND...: into build/dist, with checksums.
package() {
    local kind
    [ $# -gt 0 ] || die "say which package: appimage, deb, msi or all"
    [ "$1" != all ] || set -- deb appimage msi
    for kind in "$@"; do
        case $kind in deb | appimage | msi) ;; *) die "there is no package of kind '$kind'; there are appimage, deb and msi" ;; esac
    done
    PRESET=package
    useReleaseTime
    forgetOtherTimes
    umask 022 # folders of the Debian package have the modes they are made with
    [ "$*" = msi ] || build
    mkdir -p "$ROOT/build/dist"
    for kind in "$@"; do
        case $kind in
        deb) packageDeb ;;
        appimage) packageAppImage ;;
        msi) packageMsi ;;
        esac
    done
    (cd "$ROOT/build/dist" && find . -maxdepth 1 -type f ! -name SHA256SUMS -printf '%P\n' | sort | xargs sha256sum >SHA256SUMS)
    note "made in build/dist:"
    cat "$ROOT/build/dist/SHA256SUMS"
}

# measureFirstWindow APPIMAGE: how much later its window is there than that of the same program installed. A number, no verdict.
measureFirstWindow() {
    local installed=$ROOT/build/package/appimage/installed/usr/bin/wecom-setup
    PRESET=dev
    build bench_firstpaint
    python3 "$ROOT/tests/run/room.py" --timeout 280 -- "$(buildFolder)/bin/bench_firstpaint" "$1" "$installed" "the installed program" 2.5 ||
        note "SKIPPED: the time until the first window could not be measured here"
}

# provePackages: makes all packages and tries each in the bare systems it is for. What cannot be tried here is counted.
provePackages() {
    local folder=$ROOT/build/dist proven=0 skipped=0 wrong=0 kind suite file code
    rm -rf "$folder"
    package all >&2
    while read -r kind suite; do
        file=$(find "$folder" -name "*.$kind" | head -1)
        code=0
        note "proving $(basename "$file") in $suite"
        case $kind in
        msi) "$ROOT/tests/packaging/provemsi.sh" "$file" || code=$? ;;
        *) "$ROOT/tests/packaging/prove.sh" "${kind,,}" "$suite" "$file" || code=$? ;;
        esac
        case $code in 0) proven=$((proven + 1)) ;; 77) skipped=$((skipped + 1)) ;; *) wrong=$((wrong + 1)) ;; esac
    done <<END
deb bookworm
AppImage bookworm
AppImage trixie
msi Wine
END
    note "making all packages again, in another folder"
    if "$ROOT/tests/packaging/again.sh" "$folder"; then proven=$((proven + 1)); else wrong=$((wrong + 1)); fi
    measureFirstWindow "$(find "$folder" -name '*.AppImage')"
    note "packages: $proven proven, $wrong failed, $skipped could not be tried here"
    [ "$wrong" = 0 ] && [ "$proven" -gt 0 ]
}
