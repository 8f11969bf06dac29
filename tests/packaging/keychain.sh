#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# keychain.sh APPIMAGE: what an apply has written over is kept in the keychain and put back from there by another
# process. Run in a D-Bus session with or without a keyring; prints what was said, and "put back" at the end if it was.
set -eu
app=$1
cd "$HOME"
rm -rf keychain && mkdir keychain && cd keychain
"$app" cli demo >demo.json 2>demo.err &
demo=$!
trap 'kill $demo' EXIT
for _ in $(seq 300); do
    jq .setup demo.json >setup.json 2>/dev/null && [ -s setup.json ] && break
    sleep 0.2
done
value() { jq -r ".credentials.$1" demo.json; }
WECOM_COMPANY_ID=$(value companyId) WECOM_AGENT_ID=$(value agentId) WECOM_SECRET=$(value secret) NOCOBASE_PASSWORD=$(value password)
export WECOM_COMPANY_ID WECOM_AGENT_ID WECOM_SECRET NOCOBASE_PASSWORD
"$app" cli apply setup.json --yes --secrets env 2>&1
"$app" cli undo setup.json --secrets env 2>&1 && echo "put back"
