#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# tst_desktop.sh METAINFO: the desktop entry and the AppStream description are what desktops accept, and name each other.
set -euo pipefail
metainfo=$1
root=$(realpath "$(dirname "$0")/../..")
entry=$root/packaging/desktop/wecom-setup.desktop
desktop-file-validate "$entry"
appstreamcli validate --no-net "$metainfo"
grep -qx '  <launchable type="desktop-id">wecom-setup.desktop</launchable>' "$metainfo"
icon=$(sed -n 's/^Icon=//p' "$entry")
test -f "$root/resources/icons/$icon.svg"
grep -q "setDesktopFileName(u\"$icon\"" "$root/ui/main.cpp" # so that the window gets this entry's icon
