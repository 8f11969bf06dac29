#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""tst_msifile.py FILE.msi: an installer that was really made. Its size, its tables, what is in it, and its bill of materials,
which lies beside it. Called by provemsi.sh."""
import collections
import hashlib
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.dont_write_bytecode = True
TREE = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TREE / "packaging/msi"))
import tables  # noqa: E402

MSI = pathlib.Path(sys.argv[1]).resolve()
MOST = 20_000_000  # bytes
AMD64 = 0x8664
WINDOWED, CONSOLE = 2, 3


def header(path):
    """(machine, subsystem) of a program or library of Windows."""
    data = path.read_bytes()
    start = int.from_bytes(data[0x3C:0x40], "little")
    assert data[:2] == b"MZ" and data[start:start + 4] == b"PE\0\0", path
    return int.from_bytes(data[start + 4:start + 6], "little"), int.from_bytes(data[start + 24 + 68:start + 24 + 70], "little")


class File(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.holder = tempfile.TemporaryDirectory()
        subprocess.run(["msiextract", "-C", cls.holder.name, MSI], check=True, stdout=subprocess.DEVNULL)
        programs = list(pathlib.Path(cls.holder.name).rglob("wecom-setup.exe"))
        assert len(programs) == 1, programs
        cls.home = programs[0].parent
        cls.files = {path.relative_to(cls.home).as_posix(): path for path in cls.home.rglob("*") if path.is_file()}
        cls.bill = json.loads(MSI.with_name(MSI.name + ".spdx.json").read_text(encoding="utf-8"))
        cls.properties = {row["Property"]: row["Value"] for row in tables.table(str(MSI), "Property")}

    @classmethod
    def tearDownClass(cls):
        cls.holder.cleanup()

    def test_size(self):
        self.assertLessEqual(MSI.stat().st_size, MOST)

    def test_tables(self):
        version = self.properties["ProductVersion"]
        self.assertIn(f"project(WecomSetup VERSION {version} ", (TREE / "CMakeLists.txt").read_text(encoding="utf-8"))
        self.assertEqual(list(tables.differences(str(MSI), version)), [])

    def test_everything_is_of_64_bit_windows(self):
        libraries = [path for name, path in self.files.items() if name.endswith((".exe", ".dll"))]
        self.assertGreater(len(libraries), 12)
        for path in libraries:
            self.assertEqual(header(path)[0], AMD64, path)

    def test_only_the_command_line_has_a_console(self):
        self.assertEqual(header(self.files["wecom-setup.exe"])[1], WINDOWED)
        self.assertEqual(header(self.files["wecom-setup-cli.exe"])[1], CONSOLE)

    def test_only_the_programs_languages(self):
        shipped = {path.stem.removeprefix("wecom-setup_") for path in (TREE / "translations").glob("*.ts")} - {"en"}
        self.assertEqual({pathlib.Path(name).stem.removeprefix("qtbase_") for name in self.files if name.endswith(".qm")}, shipped)

    def test_bill_names_every_file_with_its_sum(self):
        sums = {file["fileName"].removeprefix("./"): entry["checksumValue"] for file in self.bill["files"]
                for entry in file["checksums"] if entry["algorithm"] == "SHA256"}
        self.assertEqual(sums, {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in self.files.items()})

    def test_bill_is_of_this_installer(self):
        own = next(package for package in self.bill["packages"] if package["name"] == "wecom-setup")
        self.assertEqual((own["packageFileName"], own["versionInfo"]), (MSI.name, self.properties["ProductVersion"]))
        sums = {entry["algorithm"]: entry["checksumValue"] for entry in own["checksums"]}
        self.assertEqual(sums["SHA256"], hashlib.sha256(MSI.read_bytes()).hexdigest())

    def test_bill_is_sound(self):
        ids = [entry["SPDXID"] for entry in [self.bill, *self.bill["packages"], *self.bill["files"]]]
        self.assertEqual([one for one, times in collections.Counter(ids).items() if times > 1], [])
        for relation in self.bill["relationships"]:
            self.assertIn(relation["spdxElementId"], ids)
            self.assertIn(relation["relatedSpdxElement"], ids)

    def files_of(self):
        """{package: [file]} by the bill."""
        names = {package["SPDXID"]: package["name"] for package in self.bill["packages"]}
        paths = {file["SPDXID"]: file["fileName"].removeprefix("./") for file in self.bill["files"]}
        found = {name: [] for name in names.values()}
        for relation in self.bill["relationships"]:
            if relation["relationshipType"] == "CONTAINS" and relation["relatedSpdxElement"] in paths:
                found[names[relation["spdxElementId"]]].append(paths[relation["relatedSpdxElement"]])
        return found

    def test_nothing_foreign_passes_as_ours(self):
        ours = [name for name in self.files_of()["wecom-setup"] if name.endswith((".exe", ".dll", ".qm"))]
        self.assertEqual(sorted(ours), ["libwecomsetup.dll", "wecom-setup-cli.exe", "wecom-setup.exe"])

    def test_licence_of_everything_is_shipped(self):
        packages = self.files_of()
        self.assertTrue({"qt6-base", "qtkeychain", "qcoro", "qrencode", "gcc-mingw-w64-x86-64-posix-runtime"} <= set(packages))
        for package in packages:
            self.assertIn(f"licences/{package}/copyright", self.files)
            self.assertGreater(self.files[f"licences/{package}/copyright"].stat().st_size, 600, package)
        for package in self.bill["packages"]:
            self.assertNotEqual(package["licenseDeclared"], "NOASSERTION", package["name"])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=1)
