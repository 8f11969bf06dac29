# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# Bare Debian systems to try packages in, for `source`. Needs root; all mounts end with the command that needed them.

ROOTS=${WECOM_SETUP_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/wecom-setup}/roots

# bareRoot SUITE FOLDER: a minimal Debian of its own in FOLDER; what debootstrap makes is kept for the next time.
bareRoot() {
    local suite=$1 folder=$2 kept=$ROOTS/$1.tar
    if [ ! -f "$kept" ]; then
        mkdir -p "$ROOTS"
        echo "making a bare $suite (once)" >&2
        debootstrap --variant=minbase "$suite" "$folder.new" >&2 || return 1
        rm -rf "$folder.new"/var/cache/apt/archives/*.deb
        tar -C "$folder.new" -cf "$kept.part" . && mv "$kept.part" "$kept" && rm -rf "$folder.new"
    fi
    mkdir -p "$folder"
    tar -C "$folder" -xf "$kept"
    # As this computer reaches Debian, so does the root.
    cp /etc/resolv.conf /etc/hosts "$folder/etc/"
    find /etc/apt -maxdepth 2 \( -name '*proxy*' -o -path '*/apt.conf' \) -type f -exec cp {} "$folder/etc/apt/apt.conf.d/" \;
    chroot "$folder" useradd --create-home tester
}

# inRoot FOLDER COMMAND...: with processes, devices and temporary files of its own. Its file system is pivoted to, since
# the kernel makes no user namespaces in a chroot and the browser's sandbox needs them. BINDS names further folders that are
# seen there, as FOLDER:PLACE or FOLDER:PLACE:ro.
BINDS=()
inRoot() {
    # shellcheck disable=SC2016
    BINDS=$(printf '%s\n' "${BINDS[@]}") unshare --mount --pid --fork --kill-child sh -ec '
        folder=$1; shift
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
        exec env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"
    ' sh "$@" </dev/null
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
