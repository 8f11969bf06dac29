#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# sign.sh PACKAGES OUT: signs copies of all packages in a folder and verifies what was made. OUT appears only when
# every single file in it is signed; what cannot be signed is refused. In the environment:
#   WECOM_SETUP_GPG_KEY         fingerprint of the key that gpg signs with
#   WECOM_SETUP_CODE_CERT/_KEY  PEM files, certificate chain and key for Windows' packages
#   WECOM_SETUP_CODE_PASS       file with that key's passphrase, if it has one
#   WECOM_SETUP_TIMESTAMP       address of a time-stamping service, so that signatures outlive the certificate
set -euo pipefail
packages=$(realpath "$1") out=$(realpath -m "$2")
here=$(dirname "$(realpath "$0")")
die() { echo "sign: $*" >&2; exit 1; }

[ ! -e "$out" ] || die "$out is there already"
[ -n "${WECOM_SETUP_GPG_KEY:-}" ] || die "nothing is released unsigned: WECOM_SETUP_GPG_KEY is not set"
[[ $WECOM_SETUP_GPG_KEY =~ ^[0-9A-F]{40}$ ]] || die "WECOM_SETUP_GPG_KEY has to be a whole fingerprint"
gpg --batch --list-secret-keys "$WECOM_SETUP_GPG_KEY" >/dev/null 2>&1 || die "there is no secret key $WECOM_SETUP_GPG_KEY"
work=$(mktemp -d)
trap 'rm -rf "$work" "$out.part"' EXIT
rm -rf "$out.part"
mkdir -p "$out.part"

# Only the public half of our key decides what is valid.
trusted=$work/gpg
mkdir -m 700 "$trusted"
gpg --batch --armor --export "$WECOM_SETUP_GPG_KEY" >"$out.part/wecom-setup.asc"
gpg --homedir "$trusted" --batch --quiet --import "$out.part/wecom-setup.asc"

detached() { gpg --batch --yes --local-user "$WECOM_SETUP_GPG_KEY" --armor --detach-sign "$1"; }
signedByUs() {
    local status
    status=$(gpg --homedir "$trusted" --batch --status-fd 1 --verify "$1.asc" "$1" 2>/dev/null) || return 1
    grep -q "^\[GNUPG:\] VALIDSIG .*$WECOM_SETUP_GPG_KEY" <<<"$status"
}
signCode() {
    local file=$1 more=()
    [ -f "${WECOM_SETUP_CODE_CERT:-}" ] && [ -f "${WECOM_SETUP_CODE_KEY:-}" ] ||
        die "$(basename "$file") needs WECOM_SETUP_CODE_CERT and WECOM_SETUP_CODE_KEY"
    [ -z "${WECOM_SETUP_CODE_PASS:-}" ] || more+=(-readpass "$WECOM_SETUP_CODE_PASS")
    [ -z "${WECOM_SETUP_TIMESTAMP:-}" ] || more+=(-ts "$WECOM_SETUP_TIMESTAMP")
    osslsigncode sign -certs "$WECOM_SETUP_CODE_CERT" -key "$WECOM_SETUP_CODE_KEY" -h sha256 -n "WeCom Setup for NocoBase" "${more[@]}" \
        -in "$file" -out "$work/signed" >"$work/said" 2>&1 || die "$(basename "$file"): $(cat "$work/said")"
    cat "$work/signed" >"$file"
    rm "$work/signed"
}
verifyCode() { osslsigncode verify -CAfile "$WECOM_SETUP_CODE_CERT" -in "$1" >"$work/said" 2>&1 || { cat "$work/said" >&2; return 1; }; }

for file in "$packages"/*; do
    name=$(basename "$file")
    copy=$out.part/$name
    case $name in
    SHA256SUMS) continue ;; # of what is not signed yet
    *.AppImage)
        cp "$file" "$copy"
        "$here/appimage/sign.py" "$copy" "$WECOM_SETUP_GPG_KEY"
        [ "$(GNUPGHOME=$trusted "$here/appimage/sign.py" --verify "$copy")" = "$WECOM_SETUP_GPG_KEY" ] || die "$name: its signature is not ours"
        if command -v zsyncmake >/dev/null; then (cd "$out.part" && zsyncmake -u "$name" -o "$name.zsync" "$name" 2>"$work/said"); fi
        ;;
    *.msi | *.exe)
        cp "$file" "$copy"
        signCode "$copy"
        verifyCode "$copy" || die "$name: its signature is not valid"
        ;;
    *.deb | *.spdx.json) cp "$file" "$copy" ;; # by the detached signature below
    *) die "$name is of a kind that nobody has said how to sign" ;;
    esac
done
find "$out.part" -name '*.AppImage' -o -name '*.deb' -o -name '*.msi' | grep -q . || die "there is no package in $packages"
(cd "$out.part" && find . -maxdepth 1 -type f -printf '%P\n' | sort | xargs sha256sum >"$work/sums")
mv "$work/sums" "$out.part/SHA256SUMS"
for file in "$out.part"/*; do detached "$file"; done
for file in "$out.part"/*; do
    case $file in *.asc) [ "$file" = "$out.part/wecom-setup.asc" ] || continue ;; esac
    signedByUs "$file" || die "$(basename "$file"): its signature is not valid"
done
(cd "$out.part" && sha256sum --quiet -c SHA256SUMS)
mv "$out.part" "$out"
echo "sign: signed by $WECOM_SETUP_GPG_KEY: $out" >&2
