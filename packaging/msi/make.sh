#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# make.sh STAGE VERSION FILE.msi: the installer of what is in the folder STAGE, by wixl. Any word of wixl's is an error: what
# it does not understand it leaves out with a warning.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
stage=$(realpath "$1") version=$2 file=$(realpath -m "$3")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 "$here/source.py" --stage "$stage" --version "$version" --out "$work"
cp "$here/wecom-setup.wxs" "$here/wecom-setup.ico" "$work/"
ln -s "$stage" "$work/stage"
cd "$work"
wixl -a x64 -D "Version=$version" -D "ProductCode=$(cat product.txt)" -o made.msi wecom-setup.wxs files.wxs >said 2>&1 || echo "wixl ended with $?" >>said
[ ! -s said ] || { cat said >&2; exit 1; }
while read -r statement; do
    msibuild made.msi -q "$statement" >said 2>&1 || { echo "$statement: $(cat said)" >&2; exit 1; }
    [ ! -s said ] || { echo "$statement: $(cat said)" >&2; exit 1; }
done <after.sql
python3 "$here/tables.py" made.msi "$version"
mkdir -p "$(dirname "$file")"
mv made.msi "$file"
