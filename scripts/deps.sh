# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# The one list of what has to be installed, by Debian's names, and how it gets there. For `source`.

packagesFor() {
    case $1 in
    build)
        echo cmake ninja-build g++ ccache pkg-config ca-certificates \
            qt6-base-dev qt6-svg-dev qt6-webengine-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools \
            qt6-translations-l10n qtkeychain-qt6-dev qcoro-qt6-dev libexpected-dev libvalijson-dev libqrencode-dev \
            libcpp-httplib-dev
        # The tests are part of every build of the tree.
        echo qt6-httpserver-dev qt6-websockets-dev
        command -v node >/dev/null || echo nodejs
        # QtKeychain opens it at run time, so nothing depends on it.
        echo libsecret-1-0
        ;;
    run)
        echo python3 util-linux dbus dbus-bin fonts-noto-core fonts-wqy-microhei
        ;;
    display)
        echo xvfb openbox
        ;;
    rooms)
        # What the rooms of unit and ui tests are furnished with.
        packagesFor run
        packagesFor display
        echo iproute2 xauth x11-utils xdotool gnome-keyring libsecret-tools at-spi2-core python3-pyatspi libnss3-tools \
            openssl poppler-utils git
        ;;
    test)
        packagesFor rooms
        packagesFor package
        packagesFor release
        echo sqlite3 jq curl python3-yaml
        # NocoBase comes from npm; its SQLite is compiled here, which takes make, g++ and python3.
        echo make g++
        hasNode || echo nodejs npm
        ;;
    package)
        # help2man and lintian are for the Debian package; the rest is what goes into an AppImage or makes it.
        echo help2man lintian desktop-file-utils appstream dpkg-dev python3 squashfs-tools patchelf libsquashfuse-dev libfuse3-dev fuse3 \
            libzstd-dev qt6-wayland qt6-xdgdesktopportal-platformtheme libqt6svg6 libnss3
        # For the Windows installer.
        echo wixl msitools
        ;;
    windows)
        # What Qt and the program are cross-built with.
        echo g++-mingw-w64-x86-64-posix patch
        ;;
    release)
        echo gnupg openssl osslsigncode zsync
        ;;
    proof)
        echo debootstrap util-linux wine wine64 xvfb openbox
        ;;
    guide)
        echo imagemagick python3
        ;;
    lint)
        echo clang-format clang-tidy clazy python3
        ;;
    *) die "there is no group of packages called '$1'" ;;
    esac
}

# A node that did not come from Debian is as good.
hasNode() {
    command -v npm >/dev/null && command -v node >/dev/null &&
        node -e 'process.exit(process.versions.node.split(".")[0] >= 18 ? 0 : 1)' 2>/dev/null </dev/null
}

# Debian 12's npm 9 cannot read NocoBase's packages ("Invalid comparator"): then a newer one is kept in the cache, by npm.
useRecentNpm() {
    local version folder=$CACHE/npm-10
    version=$(npm --version </dev/null) || die "npm does not run"
    [ "${version%%.*}" -lt 10 ] || return 0
    if [ ! -x "$folder/node_modules/.bin/npm" ]; then
        note "npm is $version, 10 is needed; fetching it into $folder"
        mkdir -p "$folder"
        npm install --silent --no-audit --no-fund --prefix "$folder" npm@10 </dev/null >&2 || die "npm 10 could not be fetched"
    fi
    export PATH="$folder/node_modules/.bin:$PATH"
}

missingPackages() {
    local group name installed
    installed=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' 2>/dev/null | awk '$2 == "installed" { print $1 }')
    for group in "$@"; do packagesFor "$group"; done | tr ' ' '\n' | sort -u | while read -r name; do
        grep -qxF "$name" <<<"$installed" || echo "$name"
    done
}

# ensurePackages GROUP...: installs what is missing, after asking; ends the script when it may not or cannot.
ensurePackages() {
    local group missing answer become=()
    for group in "$@"; do packagesFor "$group" >/dev/null; done
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        note "this is not Debian; needed are the counterparts of: $(for group in "$@"; do packagesFor "$group"; done | xargs)"
        return 0
    fi
    mapfile -t missing < <(missingPackages "$@")
    [ ${#missing[@]} -gt 0 ] || return 0
    note "these packages are not installed yet:"
    printf '%s\n' "${missing[@]}" | fmt -w 100 | sed 's/^/    /' >&2
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null || die "install them as root: apt-get install ${missing[*]}"
        become=(sudo)
    fi
    if [ -z "$YES" ]; then
        [ -t 0 ] || die "nothing is installed without a yes: say -y (./dev $COMMAND -y), or install them yourself"
        read -r -p "Install them now with ${become[*]} apt-get? [y/N] " answer
        case $answer in [yY]*) ;; *) die "nothing was installed" ;; esac
    fi
    note "updating the list of packages"
    "${become[@]}" apt-get update -q </dev/null || note "the list of packages could not be updated; trying with the old one"
    "${become[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
        -o Dpkg::Use-Pty=0 "${missing[@]}" </dev/null || die "apt-get could not install the packages"
}
