#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""tst_appdir.py BUILD: the AppDir made from a build folder holds all that it needs, its bill of materials names every file,
and the programs' own list of licences names whatever they use.
"""
import fnmatch
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
BUILD = pathlib.Path(sys.argv[1])
sys.dont_write_bytecode = True
sys.path.insert(0, str(PACKAGING / "appimage"))
import bundle  # noqa: E402


def dynamic(path):
    """(needed names, run paths) of an ELF file."""
    text = subprocess.run(["readelf", "-dW", path], capture_output=True, text=True, check=True).stdout
    needed = re.findall(r"\(NEEDED\).*\[(.+)\]", text)
    paths = re.findall(r"\((?:RUNPATH|RPATH)\).*\[(.*)\]", text)
    return needed, [part for joined in paths for part in joined.split(":")]


class AppDir(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.holder = tempfile.TemporaryDirectory(prefix="appdir", dir=BUILD)
        folder = pathlib.Path(cls.holder.name)
        subprocess.run(["cmake", "--install", BUILD, "--prefix", "/usr"], check=True, stdout=subprocess.DEVNULL,
                       env=dict(os.environ, DESTDIR=str(folder / "installed")))
        cls.appdir = folder / "AppDir"
        subprocess.run([PACKAGING / "appimage/bundle.py", folder / "installed", cls.appdir], check=True)
        cls.taken = folder / "AppDir.taken.json"
        cls.usr = cls.appdir / "usr"
        cls.elf = [path for path in sorted(cls.usr.rglob("*")) if bundle.is_elf(path)]
        cls.bill = cls.made_bill(folder / "bill.json")

    @classmethod
    def tearDownClass(cls):
        cls.holder.cleanup()

    @classmethod
    def made_bill(cls, out):
        subprocess.run([PACKAGING / "papers/sbom.py", "--name", "test", "--version", "1.2.3", "--root", cls.appdir, "--taken",
                        cls.taken, "--compiled", "program", "--compiled", "runtime", out], check=True)
        return json.loads(out.read_text(encoding="utf-8"))

    def test_every_library_is_there_or_the_hosts(self):
        self.assertGreater(len(self.elf), 80)
        host = bundle.entries("host.txt")
        fallback = {path.name for path in (self.usr / "fallback").iterdir()}
        for path in self.elf:
            needed, run_paths = dynamic(path)
            self.assertTrue(run_paths, path)
            for run_path in run_paths:
                self.assertTrue(run_path.startswith("$ORIGIN"), f"{path}: {run_path}")
            folders = [pathlib.Path(run_path.replace("$ORIGIN", str(path.parent))) for run_path in run_paths]
            for name in needed:
                if bundle.matches(name, bundle.C_LIBRARY):
                    continue
                here = any((folder / name).exists() for folder in folders)
                from_host = bundle.matches(name, host) and name in fallback
                self.assertTrue(here or from_host, f"{path.relative_to(self.appdir)} needs {name}")

    def test_no_c_library_is_taken_along(self):
        for path in self.elf:
            self.assertFalse(bundle.matches(path.name, bundle.C_LIBRARY), path)

    def test_what_is_opened_at_run_time_is_there(self):
        for name in bundle.entries("opened.txt"):
            self.assertTrue((self.usr / "lib" / name).exists(), name)
        for plugin in bundle.entries("plugins.txt"):
            self.assertTrue((self.usr / "plugins" / f"{plugin}.so").exists(), plugin)
        self.assertTrue(list((self.usr / "lib/wecom-setup").glob("libwecomsetup_viewer.so")))
        for folder in ("bin", "libexec"):
            self.assertIn("Prefix=..", (self.usr / folder / "qt.conf").read_text())

    def test_only_the_programs_languages(self):
        shipped = {path.stem.removeprefix("wecom-setup_") for path in (ROOT / "translations").glob("*.ts")}
        web = {path.stem.replace("-US", "").replace("-", "_") for path in (self.usr / "translations/qtwebengine_locales").iterdir()}
        self.assertEqual(web, shipped)
        texts = {path.stem.removeprefix("qtbase_") for path in (self.usr / "translations").glob("*.qm")}
        self.assertEqual(texts | {"en"}, shipped)

    def test_links_stay_inside(self):
        for path in self.appdir.rglob("*"):
            if path.is_symlink():
                self.assertFalse(os.path.isabs(os.readlink(path)), path)
                self.assertIn(self.appdir, path.resolve(strict=True).parents, path)
        for name in ("AppRun", "wecom-setup.desktop", "wecom-setup.svg", ".DirIcon"):
            self.assertTrue((self.appdir / name).exists(), name)
        self.assertTrue(list((self.usr / "share/metainfo").glob("*.metainfo.xml")))

    def test_what_a_start_reads_is_named(self):
        named = (self.appdir / ".startup").read_text().splitlines()
        self.assertEqual(len(named), len(set(named)))
        for name in named:
            self.assertTrue(bundle.is_elf(self.appdir / name), name)
        for name in ("usr/bin/wecom-setup", "usr/lib/libQt6Widgets.so.6", "usr/lib/libQt6Core.so.6"):
            self.assertIn(name, named)
        self.assertFalse([name for name in named if "WebEngine" in name], "the browser is not needed for the window")

    def test_runs_from_where_it_lies(self):
        # Also as a host sees it that has none of our libraries: only the AppDir's and the C library's are looked for.
        done = subprocess.run([self.appdir / "AppRun", "cli", "--version"], capture_output=True, text=True, check=True, timeout=60)
        self.assertTrue(done.stdout.startswith("wecom-setup-cli "), done.stdout)

    def test_bill_names_every_file_with_its_sum(self):
        files = {file["fileName"]: file for file in self.bill["files"]}
        there = {f"./{path.relative_to(self.appdir)}": path for path in self.appdir.rglob("*")
                 if path.is_file() and not path.is_symlink()}
        self.assertEqual(set(files), set(there))
        for name, path in there.items():
            sums = {entry["algorithm"]: entry["checksumValue"] for entry in files[name]["checksums"]}
            self.assertEqual(sums["SHA256"], hashlib.sha256(path.read_bytes()).hexdigest(), name)

    def test_bill_is_sound(self):
        bill = self.bill
        self.assertEqual((bill["spdxVersion"], bill["dataLicense"]), ("SPDX-2.3", "CC0-1.0"))
        ids = [entry["SPDXID"] for entry in [bill, *bill["packages"], *bill["files"]]]
        self.assertEqual(len(ids), len(set(ids)))
        for one in ids:
            self.assertRegex(one, r"^SPDXRef-[A-Za-z0-9.-]+$")
        for relation in bill["relationships"]:
            self.assertIn(relation["spdxElementId"], ids)
            self.assertIn(relation["relatedSpdxElement"], ids)
        used = set(re.findall(r"LicenseRef-[A-Za-z0-9.-]+", " ".join(package["licenseDeclared"] for package in bill["packages"])))
        defined = {entry["licenseId"] for entry in bill["hasExtractedLicensingInfos"]}
        self.assertEqual(used, defined)
        held = [relation["relatedSpdxElement"] for relation in bill["relationships"] if relation["relationshipType"] == "CONTAINS"]
        for file in bill["files"]:
            self.assertEqual(held.count(file["SPDXID"]), 1, file["fileName"])

    def test_bill_is_the_same_again(self):
        self.assertEqual(self.bill, self.made_bill(self.appdir.parent / "again.json"))

    def package_of(self):
        """{file name: package} by the bill."""
        names = {package["SPDXID"]: package["name"] for package in self.bill["packages"]}
        paths = {file["SPDXID"]: file["fileName"] for file in self.bill["files"]}
        return {paths[relation["relatedSpdxElement"]]: names[relation["spdxElementId"]] for relation in self.bill["relationships"]
                if relation["relationshipType"] == "CONTAINS" and relation["relatedSpdxElement"] in paths}

    def test_nothing_foreign_passes_as_ours(self):
        for name, package in self.package_of().items():
            if name.startswith(("./usr/lib/", "./usr/libexec/Q", "./usr/plugins/", "./usr/resources/", "./usr/fallback/")):
                self.assertEqual(package == "wecom-setup", pathlib.Path(name).name.startswith("libwecomsetup"), name)

    def test_licence_of_everything_is_shipped(self):
        folder = self.usr / "share/doc/wecom-setup/licences"
        for package in set(self.package_of().values()):
            self.assertTrue((folder / package / "copyright").exists(), package)
        self.assertTrue((folder / "common-licenses/LGPL-3").exists())

    def test_about_names_what_the_programs_use(self):
        components = json.loads((ROOT / "resources/licences.json").read_text(encoding="utf-8"))["components"]
        patterns = [pattern for component in components for pattern in component["packages"]]
        package_of = {pathlib.Path(name).name: package for name, package in self.package_of().items()}
        used = {package["name"] for package in self.bill["packages"]} & set(
            line.split()[0] for line in (PACKAGING / "papers/compiled.txt").read_text().splitlines() if line[:1].isalpha())
        for path in self.elf:
            if path.name.startswith(("wecom-setup", "libwecomsetup")):
                used.update(package_of[name] for name in dynamic(path)[0] if name in package_of)
        used -= {"wecom-setup", "libstdc++6", "libgcc-s1"}  # the compiler's own
        self.assertGreater(len(used), 8)
        for package in used:
            self.assertTrue(any(fnmatch.fnmatchcase(package, pattern) for pattern in patterns), package)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=1)
