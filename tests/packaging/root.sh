# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# Bare Debian systems to try packages in, for `source`. Needs root; all mounts end with the command that needed them.

ROOTS=${WECOM_SETUP_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/wecom-setup}/roots

# keptRoot SUITE FILE: made by debootstrap when it is not there; two who want it at once make it once.
keptRoot() (
    [ ! -f "$2" ] || exit 0
    mkdir -p "$ROOTS"
    exec 8>"$2.lock"
    flock 8
    [ ! -f "$2" ] || exit 0
    echo "making a bare $1 (once)" >&2
    rm -rf "$2.new"
    debootstrap --variant=minbase "$1" "$2.new" >&2 8>&- || exit 1
    rm -rf "$2.new"/var/cache/apt/archives/*.deb
    tar -C "$2.new" -cf "$2.part" . && mv "$2.part" "$2" && rm -rf "$2.new"
)

# bareRoot SUITE FOLDER: a minimal Debian of its own in FOLDER; what debootstrap makes is kept for the next time.
bareRoot() {
    local suite=$1 folder=$2 kept=$ROOTS/$1.tar
    keptRoot "$suite" "$kept" || return 1
    mkdir -p "$folder"
    tar -C "$folder" -xf "$kept"
    # As this computer reaches Debian, so does the root.
    cp /etc/resolv.conf /etc/hosts "$folder/etc/"
    find /etc/apt -maxdepth 2 \( -name '*proxy*' -o -path '*/apt.conf' \) -type f -exec cp {} "$folder/etc/apt/apt.conf.d/" \;
    chroot "$folder" useradd --create-home tester
}

# inRoot FOLDER COMMAND...: with processes, devices and temporary files of its own. Its file system is pivoted to, since
# the kernel makes no user namespaces in a chroot and the browser's sandbox needs them. BEFORE is a script that is run
# inside as root first; what it mounts and starts ends with the command. BINDS names further folders that are seen there, as
# FOLDER:PLACE or FOLDER:PLACE:ro.
BINDS=()
inRoot() {
    # shellcheck disable=SC2016
    BINDS=$(printf '%s\n' "${BINDS[@]}") unshare --mount --pid --fork --kill-child sh -ec '
        folder=$1 before=$2; shift 2
        mount --bind "$folder" "$folder"
        cd "$folder"
        mount -t proc proc proc
        mount --rbind /dev dev
        mount -t tmpfs tmpfs dev/shm
        mount -t sysfs -o ro sysfs sys
        while IFS=: read -r from to how; do
            [ -n "$from" ] || continue
            mkdir -p ".$to"
            mount --bind "$from" ".$to"
            [ "$how" != ro ] || mount -o remount,bind,ro ".$to"
        done <<END
$BINDS
END
        mkdir -p .outside
        pivot_root . .outside
        umount -l /.outside
        cd /
        eval "$before"
        exec env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"
    ' sh "$1" "${BEFORE:-}" "${@:2}" </dev/null
}

# asTester FOLDER COMMAND...: as an ordinary user.
asTester() {
    local folder=$1
    shift
    inRoot "$folder" runuser -u tester -- env HOME=/home/tester "$@"
}

# installIn FOLDER PACKAGE...
installIn() {
    local folder=$1
    shift
    inRoot "$folder" sh -c 'apt-get -q update && apt-get -q install -y --no-install-recommends "$@"' sh "$@" >"$folder.apt" 2>&1 ||
        { tail -20 "$folder.apt" >&2; return 1; }
}
