#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# release.sh [--test]: makes all packages and signs them, into build/release. Refuses what is not ready: a tree with
# changes, a commit without the version's tag, a changelog without the version. --test signs with a key and a
# certificate made for the moment, into build/release-test, and asks for neither tag nor changelog.
set -euo pipefail
root=$(realpath "$(dirname "$(realpath "$0")")/..")
cd "$root"
die() { echo "release: $*" >&2; exit 1; }
version=$(sed -nE 's/^project\(WecomSetup VERSION ([0-9.]+).*/\1/p' CMakeLists.txt)
out=$root/build/release

# testKeys FOLDER: a key and a certificate that say of themselves that they are for tests.
testKeys() {
    export GNUPGHOME=$1/gpg
    mkdir -m 700 "$GNUPGHOME"
    gpg --batch --quiet --pinentry-mode loopback --passphrase '' --quick-generate-key "TEST ONLY, not for release" ed25519 sign 1d
    WECOM_SETUP_GPG_KEY=$(gpg --batch --with-colons --list-secret-keys | sed -n 's/^fpr:*\([0-9A-F]*\):.*/\1/p' | head -1)
    WECOM_SETUP_CODE_CERT=$1/cert.pem WECOM_SETUP_CODE_KEY=$1/key.pem
    openssl req -x509 -newkey rsa:3072 -nodes -days 1 -subj "/CN=TEST ONLY, not for release" -addext extendedKeyUsage=codeSigning \
        -keyout "$WECOM_SETUP_CODE_KEY" -out "$WECOM_SETUP_CODE_CERT" 2>/dev/null
    unset WECOM_SETUP_CODE_PASS WECOM_SETUP_TIMESTAMP
    export WECOM_SETUP_GPG_KEY WECOM_SETUP_CODE_CERT WECOM_SETUP_CODE_KEY
}

ready() {
    [ -z "$(git status --porcelain)" ] || die "the tree has changes that are not committed"
    [ "$(git tag --points-at HEAD --list "v$version")" = "v$version" ] || die "this commit is not tagged v$version"
    grep -qE "^## \[$version\] - [0-9]{4}-[0-9]{2}-[0-9]{2}$" CHANGELOG.md || die "CHANGELOG.md does not say what $version brings"
    ! grep -q '^## \[Unreleased\]' CHANGELOG.md || die "CHANGELOG.md still has an [Unreleased] part"
}

case ${1:-} in
--test)
    keys=$(mktemp -d)
    trap 'gpgconf --homedir "$keys/gpg" --kill all 2>/dev/null || true; rm -rf "$keys"' EXIT
    testKeys "$keys"
    out=$out-test
    ;;
"")
    ready
    [ -n "${WECOM_SETUP_GPG_KEY:-}" ] || die "nothing is released unsigned: WECOM_SETUP_GPG_KEY is not set"
    rm -rf build/package build/dist # made from nothing, so that somebody else can make the same
    ;;
*) die "usage: release.sh [--test]" ;;
esac
# Packages that were made elsewhere from the same commit (the Windows one) are given by their folder.
if [ -z "${WECOM_SETUP_PACKAGES:-}" ]; then
    ./dev package -y all >&2
    WECOM_SETUP_PACKAGES=$root/build/dist
fi
rm -rf "$out"
packaging/sign.sh "$WECOM_SETUP_PACKAGES" "$out"
ls -l "$out"
