#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# certificates.sh DIR: a private CA and one certificate per thing that can be wrong with one.
# Makes ca.pem and {good,expired,future,wronghost,selfsigned,crm}.{pem,key} in DIR.
set -euo pipefail
cd "$1"

cat > ca.conf <<'CONF'
[ca]
default_ca = here
[here]
dir = .
database = index.txt
new_certs_dir = .
serial = serial
default_md = sha256
policy = any
unique_subject = no
copy_extensions = copy
email_in_dn = no
[any]
commonName = supplied
[req]
distinguished_name = dn
[dn]
[ca_ext]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign
CONF
: > index.txt
echo 1000 > serial

newkey() { openssl ecparam -name prime256v1 -genkey -noout -out "$1"; }

newkey ca.key
openssl req -x509 -new -key ca.key -subj "/CN=Test CA" -days 3650 -config ca.conf -extensions ca_ext -out ca.pem

# issue NAME HOST FROM TO   (YYYYMMDDHHMMSSZ)
issue() {
    newkey "$1.key"
    openssl req -new -key "$1.key" -subj "/CN=$2" -addext "subjectAltName=DNS:$2" -config ca.conf -out "$1.csr"
    openssl ca -batch -config ca.conf -cert ca.pem -keyfile ca.key -startdate "$3" -enddate "$4" \
        -in "$1.csr" -out "$1.pem" -notext
}
day() { date -u -d "$1" +%Y%m%d%H%M%SZ; }

issue good localhost "$(day yesterday)" "$(day '+1 year')"
issue expired localhost "$(day '-2 years')" "$(day yesterday)"
issue future localhost "$(day '+10 days')" "$(day '+1 year')"
issue wronghost other.example.com "$(day yesterday)" "$(day '+1 year')"
issue crm crm.example.com "$(day yesterday)" "$(day '+1 year')"

newkey selfsigned.key
openssl req -x509 -new -key selfsigned.key -subj "/CN=localhost" -addext "subjectAltName=DNS:localhost" -days 30 \
    -config ca.conf -out selfsigned.pem
