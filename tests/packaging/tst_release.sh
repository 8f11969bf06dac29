#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Nothing is released unsigned or unready; what is signed is verified, and a changed byte is seen. With keys for tests.
set -euo pipefail
here=$(realpath "$(dirname "$0")")
root=$(realpath "$here/../..")
for tool in gpg openssl osslsigncode mksquashfs; do
    command -v $tool >/dev/null || { echo "$tool is not installed"; exit 77; }
done
work=$(mktemp -d /tmp/release.XXXXXX) # short: gpg's socket lies below it
trap 'gpgconf --homedir "$work/gpg" --kill all 2>/dev/null || true; rm -rf "$work"' EXIT
fail() { echo "FAILED: $*"; cat "$work/said" 2>/dev/null || true; exit 1; }
unset "${!WECOM_SETUP_@}"
packages=$work/packages

sign() { code=0; "$root/packaging/sign.sh" "$packages" "$work/out" >"$work/said" 2>&1 || code=$?; }
refuses() {
    sign
    [ $code != 0 ] || fail "signed, though $1"
    grep -q "$2" "$work/said" || fail "not said: $2"
    [ ! -e "$work/out" ] && [ ! -e "$work/out.part" ] || fail "something is left after: $1"
}

# Small packages, each of its real kind.
mkdir -p "$packages" "$work/AppDir" "$work/deb/DEBIAN"
printf '#!/bin/sh\necho ran\n' >"$work/AppDir/AppRun"
chmod 755 "$work/AppDir/AppRun"
COMPRESSION=3 "$root/packaging/appimage/pack.sh" "$work/AppDir" "$packages/It-x86_64.AppImage" 1.2.3 2>/dev/null
printf 'Package: it\nVersion: 1\nArchitecture: all\nMaintainer: x <x@example.com>\nDescription: x\n' >"$work/deb/DEBIAN/control"
dpkg-deb --build --root-owner-group "$work/deb" "$packages/it.deb" >/dev/null
echo '{}' >"$packages/it.deb.spdx.json"
(cd "$packages" && sha256sum ./* >SHA256SUMS)
if command -v msibuild >/dev/null; then
    msibuild "$packages/it.msi" -s It authors '' "{00000000-0000-0000-0000-000000000001}"
else
    echo "msibuild is not installed: signing of an MSI is not tried"
fi

refuses "there is no key" "nothing is released unsigned"
export WECOM_SETUP_GPG_KEY=0000000000000000000000000000000000000000
refuses "the key is not there" "no secret key"
sed -n '/^testKeys/,/^}/p' "$root/packaging/release.sh" >"$work/keys.sh"
. "$work/keys.sh"
testKeys "$work"
touch "$packages/notes.txt"
refuses "one file cannot be signed" "nobody has said how"
rm "$packages/notes.txt"
if [ -f "$packages/it.msi" ]; then
    cert=$WECOM_SETUP_CODE_CERT
    WECOM_SETUP_CODE_CERT='' refuses "there is no certificate" "it.msi needs"
    export WECOM_SETUP_CODE_CERT=$cert
fi
sign
[ $code = 0 ] || fail "not signed"

cd "$work/out"
expected="It-x86_64.AppImage it.deb it.deb.spdx.json SHA256SUMS wecom-setup.asc"
[ ! -f "$packages/it.msi" ] || expected+=" it.msi"
for file in $expected; do
    gpg --batch --verify "$file.asc" "$file" 2>/dev/null || fail "$file has no valid signature"
done
sha256sum --quiet -c SHA256SUMS || fail "the sums"
[ "$(APPIMAGE_EXTRACT_AND_RUN=1 ./It-x86_64.AppImage)" = ran ] || fail "the signed AppImage does not run"
./It-x86_64.AppImage --appimage-signature | grep -q 'BEGIN PGP SIGNATURE' || fail "it does not show its signature"
[ "$("$root/packaging/appimage/sign.py" --verify It-x86_64.AppImage)" = "$WECOM_SETUP_GPG_KEY" ] || fail "its own signature"
if [ -f it.msi ]; then
    osslsigncode verify -CAfile "$WECOM_SETUP_CODE_CERT" -in it.msi >/dev/null || fail "the MSI's signature"
fi
# One byte at the end of the image.
printf 'x' | dd of=It-x86_64.AppImage bs=1 seek=$(($(stat -c %s It-x86_64.AppImage) - 1)) conv=notrunc status=none
! "$root/packaging/appimage/sign.py" --verify It-x86_64.AppImage 2>/dev/null || fail "a changed AppImage passes"
! "$root/packaging/appimage/sign.py" --verify "$packages/It-x86_64.AppImage" 2>/dev/null || fail "an unsigned AppImage passes"

# A release that is not ready, in a tree of its own.
git() { command git -c user.name=x -c user.email=x@example.com "$@"; }
git init -q "$work/tree"
cp -r "$root/packaging" "$root/CMakeLists.txt" "$work/tree"
cd "$work/tree"
version=$(sed -nE 's/^project\(WecomSetup VERSION ([0-9.]+).*/\1/p' CMakeLists.txt)
printf '# Changelog\n\n## [Unreleased]\n' >CHANGELOG.md
unready() {
    local code=0
    WECOM_SETUP_PACKAGES=$packages packaging/release.sh >"$work/said" 2>&1 || code=$?
    [ $code != 0 ] || fail "released, though it should have said: $1"
    grep -q "$1" "$work/said" || fail "not said: $1"
    [ ! -e build/release ] || fail "something was made"
}
unready "not committed"
git add -A && git commit -qm x
unready "not tagged v$version"
git tag "v$version"
unready "does not say what $version brings"
printf '# Changelog\n\n## [%s] - 2026-01-01\n' "$version" >CHANGELOG.md
git commit -qam x && git tag -f "v$version" >/dev/null
key=$WECOM_SETUP_GPG_KEY
unset WECOM_SETUP_GPG_KEY
unready "nothing is released unsigned"
export WECOM_SETUP_GPG_KEY=$key
printf 'build/\n' >.git/info/exclude
WECOM_SETUP_PACKAGES=$packages packaging/release.sh >"$work/said" 2>&1 || fail "what is ready is not released"
[ -f build/release/SHA256SUMS.asc ] || fail "nothing was released"
