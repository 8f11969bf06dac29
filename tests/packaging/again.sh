#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# again.sh PACKAGES: makes the packages in the folder PACKAGES once more, from a copy of the sources in another folder, and
# compares: AppImage, Debian package and their bills of materials byte for byte; of an MSI what is in it (samemsi.py). Qt for
# Windows is what the cache has, so of that nothing is said.
set -euo pipefail
packages=$(realpath "$1")
here=$(realpath "$(dirname "$(realpath "$0")")")
root=$(realpath "$here/../..")
kinds=()
for kind in deb AppImage msi; do
    ! compgen -G "$packages/*.$kind" >/dev/null || kinds+=("${kind,,}")
done
[ ${#kinds[@]} -gt 0 ] || { echo "there is no package in $packages"; exit 2; }

work=$(mktemp -d "${TMPDIR:-/var/tmp}/again.XXXXXX")
trap 'rm -rf "$work"' EXIT
# Of the time that their bills of materials name.
created=$(sed -n 's/.*"created": "\(.*\)".*/\1/p' "$packages"/*.spdx.json | head -1)
SOURCE_DATE_EPOCH=$(date -d "${created:?no bill of materials there}" +%s)
export SOURCE_DATE_EPOCH
mkdir "$work/a-longer-name-of-the-tree"
cd "$work/a-longer-name-of-the-tree"
(cd "$root" && git ls-files -z --cached --others --exclude-standard | xargs -0 cp --parents -t "$OLDPWD")
(umask 027 && ./dev package -y "${kinds[@]}" >&2)
failed=0
compared=0
for file in "$packages"/*; do
    other=build/dist/$(basename "$file")
    case $file in
    */SHA256SUMS | *.msi.spdx.json) continue ;; # an MSI's are looked at with it
    *.msi) "$here/samemsi.py" "$file" "$other" || failed=1 ;;
    *) cmp "$file" "$other" || failed=1 ;;
    esac
    compared=$((compared + 1))
done
[ $failed = 0 ] && echo "made again in another folder, $compared files (${kinds[*]}): the same"
exit $failed
