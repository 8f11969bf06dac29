#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""icon.py SVG ICO: the program's icon as Windows wants it. Its result is kept in the tree, since a Windows computer has
nothing that draws SVG; run this again (rsvg-convert from librsvg2-bin) when the drawing has changed."""
import struct
import subprocess
import sys

SIZES = (16, 24, 32, 48, 64, 256)

pictures = [subprocess.run(["rsvg-convert", "-w", str(size), "-h", str(size), sys.argv[1]], check=True, capture_output=True).stdout
            for size in SIZES]
offset = 6 + 16 * len(SIZES)
with open(sys.argv[2], "wb") as icon:
    icon.write(struct.pack("<HHH", 0, 1, len(SIZES)))
    for size, picture in zip(SIZES, pictures):
        icon.write(struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), offset))
        offset += len(picture)
    icon.write(b"".join(pictures))
