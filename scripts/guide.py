#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the guide's pictures out of those of the scenes.

    guide.py SCENES_FOLDER     from <language>-light/<number>-<step>-ok.png into resources/guide/pictures/<language>/

They are made smaller and get a palette of their own, since they travel with the program.
"""
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
PICTURES = ROOT / "resources" / "guide" / "pictures"
WIDTH = 720
COLOURS = 64


def main():
    if len(sys.argv) != 2 or not shutil.which("convert"):
        sys.exit(f"{__doc__}\nIt needs ImageMagick's convert.")
    made = 0
    for language in sorted(folder.name for folder in PICTURES.iterdir()):
        for scene in sorted(pathlib.Path(sys.argv[1]).glob(f"{language}-light/*-ok.png")):
            target = PICTURES / language / scene.name.replace("-ok.png", ".png")
            subprocess.run(["convert", scene, "-resize", str(WIDTH), "-dither", "None", "-colors", str(COLOURS), "-strip",
                            "-define", "png:exclude-chunks=date,time", f"PNG8:{target}"], check=True, timeout=60)
            made += 1
    if not made:
        sys.exit(f"{sys.argv[1]} has no scenes (./dev scenes)")
    print(f"{made} pictures in {PICTURES.relative_to(ROOT)}")


main()
