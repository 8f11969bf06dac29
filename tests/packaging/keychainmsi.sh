#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# keychainmsi.sh PROGRAMS FOLDER: under Wine, an apply keeps in the Credential Manager what it writes over, and undo, another
# process, reads it from there, puts it back and deletes it.
set -euo pipefail
programs=$1 folder=$2
mkdir -p "$folder"
cd "$folder"
cli() { timeout 180 wine "$programs/wecom-setup-cli.exe" "$@"; }
entries() { wine reg query 'HKCU\Software\Wine\Credential Manager' /s 2>/dev/null | grep -c 'wecom-setup' || true; }
value() { jq -r ".credentials.$1" demo.json; }

[ "$(entries)" = 0 ] || { echo "there is something already"; exit 1; }
timeout 180 wine "$programs/wecom-setup-cli.exe" demo >demo.json 2>demo.err & # no function: its process is the one to end
demo=$!
trap 'kill "$demo" 2>/dev/null || true; wait "$demo" 2>/dev/null || true' EXIT
for _ in $(seq 300); do
    jq -e .setup demo.json >setup.json 2>/dev/null && [ -s setup.json ] && break
    sleep 0.2
done
WECOM_COMPANY_ID=$(value companyId) WECOM_AGENT_ID=$(value agentId) WECOM_SECRET=$(value secret) NOCOBASE_PASSWORD=$(value password)
export WECOM_COMPANY_ID WECOM_AGENT_ID WECOM_SECRET NOCOBASE_PASSWORD
cli apply setup.json --yes --secrets env
[ "$(entries)" -gt 0 ] || { echo "nothing was written"; exit 1; }
cli undo setup.json --secrets env
[ "$(entries)" = 0 ] || { echo "something was left"; exit 1; }
