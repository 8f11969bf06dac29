# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2153
# Building and testing with the Qt of another Debian, for `source`: in a root of its own, which is kept outside the tree.

# The Debian that has a Qt.
suiteOfQt() {
    case $1 in
    6.8) echo trixie ;;
    *) die "there is no Debian known with Qt $1; there is 6.8 (Debian 13)" ;;
    esac
}

# qtRoot SUITE: a root with what the tree is built and tested with; its folder is printed. Made once, and again when the
# list of packages has changed.
qtRoot() (
    local suite=$1 folder list
    . "$ROOT/tests/packaging/root.sh"
    folder=$ROOTS/$suite-qt
    # What this computer has of its own (node) is not there, so the lists are asked as on a bare system.
    list=$(for group in build rooms; do packagesFor "$group"; done | tr ' ' '\n' | sort -u)
    mkdir -p "$ROOTS"
    exec 7>"$folder.lock"
    flock 7
    if [ "$(cat "$folder/packages" 2>/dev/null)" != "$list" ]; then
        note "installing Qt and what the tests need in a bare $suite (once)"
        [ -d "$folder" ] || { rm -rf "$folder.new" && bareRoot "$suite" "$folder.new" && mv "$folder.new" "$folder"; } ||
            die "a bare $suite could not be made"
        # shellcheck disable=SC2086
        installIn "$folder" nodejs $list || die "the packages could not be installed in $folder"
        echo "$list" >"$folder/packages"
    fi
    echo "$folder"
)

# testWithQt VERSION [NAME...]: the tree is seen read-only in the root, except for its build folder, and tested there like
# anywhere: unit and ui tests, or those whose names match. The build and its compiler cache are kept.
testWithQt() (
    local version=$1 suite folder
    shift
    suite=$(suiteOfQt "$version") || exit 1
    [ "$(id -u)" = 0 ] || { note "skipped: another Debian is tested in as root only" && exit 77; }
    command -v debootstrap >/dev/null || { note "skipped: debootstrap is not installed (./dev deps proof)" && exit 77; }
    unshare --mount --pid --fork true || { note "skipped: namespaces are not allowed here" && exit 77; }
    folder=$(qtRoot "$suite") || exit 1
    . "$ROOT/tests/packaging/root.sh"
    mkdir -p "$ROOT/build/qt-$version" "$CACHE/qt-$version" "$folder/tree" "$folder/cache"
    # The build folder is named in the tree, so that nothing is written to it but there.
    mkdir -p "$ROOT/build"
    # shellcheck disable=SC2034
    BINDS=("$ROOT:/tree:ro" "$ROOT/build/qt-$version:/tree/build" "$CACHE/qt-$version:/cache")
    note "building and testing with Qt $version ($suite)"
    inRoot "$folder" env CI=yes WECOM_SETUP_CACHE=/cache /tree/scripts/inroot.sh "$@"
)
