#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# again.sh PACKAGES: makes all packages once more, from a copy of the sources in another folder, and compares every byte.
set -euo pipefail
packages=$(realpath "$1")
root=$(realpath "$(dirname "$(realpath "$0")")/../..")
work=$(mktemp -d "${TMPDIR:-/var/tmp}/again.XXXXXX")
trap 'rm -rf "$work"' EXIT
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git -C "$root" log -1 --format=%ct)}
mkdir "$work/a-longer-name-of-the-tree"
cd "$work/a-longer-name-of-the-tree"
(cd "$root" && git ls-files -z --cached --others --exclude-standard | xargs -0 cp --parents -t "$OLDPWD")
(umask 027 && ./dev package -y deb appimage >&2)
failed=0
for file in "$packages"/*; do
    case $file in *.msi* | */SHA256SUMS) continue ;; esac # the installer is made by a job of its own
    cmp "$file" "build/dist/$(basename "$file")" || failed=1
done
[ $failed = 0 ] && echo "made again in another folder: the same bytes"
exit $failed
