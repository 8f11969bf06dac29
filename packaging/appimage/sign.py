#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Signs an AppImage in its own sections, as AppImage tools check it, or verifies that.

usage: sign.py APPIMAGE KEY         KEY as gpg names it
       sign.py --verify APPIMAGE    by gpg's keyring; prints the fingerprint of the key

Signed is the SHA-256 of the file, in hexadecimal, with both sections taken as zeros.
"""
import hashlib
import pathlib
import re
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
import section  # noqa: E402

SIGNATURE, KEY = ".sha256_sig", ".sig_key"


def digest(data):
    plain = bytearray(data)
    for name in (SIGNATURE, KEY):
        offset, size = section.find(plain, name)
        plain[offset:offset + size] = bytes(size)
    return hashlib.sha256(plain).hexdigest().encode()


def gpg(*arguments, data=b""):
    return subprocess.run(["gpg", "--batch", *arguments], input=data, capture_output=True, check=False)


def made(done):
    if done.returncode != 0:
        sys.exit(f"sign: gpg: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout


def sign(path, key):
    signature = made(gpg("--local-user", key, "--armor", "--detach-sign", data=digest(path.read_bytes())))
    public = made(gpg("--armor", "--export-options", "export-minimal", "--export", key))
    section.write(path, SIGNATURE, signature)
    section.write(path, KEY, public)


def verify(path):
    data = path.read_bytes()
    offset, size = section.find(data, SIGNATURE)
    signature = data[offset:offset + size].rstrip(b"\0")
    if not signature:
        sys.exit(f"sign: {path.name} is not signed")
    with tempfile.NamedTemporaryFile() as file:
        file.write(signature)
        file.flush()
        done = gpg("--status-fd", "1", "--verify", file.name, "-", data=digest(data))
    found = re.search(r"^\[GNUPG:\] VALIDSIG (\w+)", done.stdout.decode(errors="replace"), re.MULTILINE)
    if done.returncode != 0 or not found:
        sys.exit(f"sign: the signature of {path.name} is not valid")
    print(found[1])


def main():
    try:
        if sys.argv[1] == "--verify":
            verify(pathlib.Path(sys.argv[2]))
        else:
            sign(pathlib.Path(sys.argv[1]), sys.argv[2])
    except ValueError as problem:
        sys.exit(f"sign: {problem}")


if __name__ == "__main__":
    main()
