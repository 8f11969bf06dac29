#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Fills in a section that the AppImage's runtime keeps free for it (.upd_info, .sha256_sig, .sig_key).

usage: section.py FILE SECTION [TEXT]    writes TEXT, or prints where the section is when there is none: OFFSET SIZE
"""
import pathlib
import struct
import sys


def find(data, name):
    """(offset, size) of a section of a 64-bit little-endian ELF file."""
    if data[:4] != b"\x7fELF" or data[4] != 2:
        raise ValueError("not a 64-bit ELF file")
    start, = struct.unpack_from("<Q", data, 0x28)
    size, count, names = struct.unpack_from("<HHH", data, 0x3A)
    headers = [struct.unpack_from("<IIQQQQIIQQ", data, start + number * size) for number in range(count)]
    for header in headers:
        begin = headers[names][4] + header[0]
        if data[begin:data.index(b"\0", begin)] == name.encode():
            return header[4], header[5]
    raise ValueError(f"no section {name}")


def write(path, name, content):
    data = bytearray(path.read_bytes())
    offset, size = find(data, name)
    if len(content) >= size:  # one zero at the end, as readers expect a C string
        raise ValueError(f"{len(content)} bytes do not fit into {name}")
    data[offset:offset + size] = content.ljust(size, b"\0")
    mode = path.stat().st_mode
    path.write_bytes(data)
    path.chmod(mode)


def main():
    path = pathlib.Path(sys.argv[1])
    try:
        if len(sys.argv) > 3:
            write(path, sys.argv[2], sys.argv[3].encode())
        else:
            print(*find(path.read_bytes(), sys.argv[2]))
    except ValueError as problem:
        sys.exit(f"section: {path}: {problem}")


if __name__ == "__main__":
    main()
