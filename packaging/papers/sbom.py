#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The bill of materials of a package: SPDX 2.3 as JSON. The same files give the same bytes.

usage: sbom.py --name NAME --version VERSION --root FOLDER [--taken TAKEN.json] [--built BUILT.json] [--compiled GROUP]...
               [--package FILE] OUT

FOLDER holds the package's files. TAKEN.json says of the files that are not ours where on this computer they came
from ({"usr/lib/libx.so": "/usr/lib/.../libx.so"}); whose they are is asked of Debian's package database. BUILT.json names
those that were made from Debian's sources for another system ({"sources": {NAME: VERSION}, "files": {"x.dll": NAME}}); a
source without files is compiled into ours. Code of installed packages that is compiled into our own files is in
compiled.txt, by GROUP. FILE is the finished package, for its checksum.
"""
import argparse
import datetime
import fnmatch
import hashlib
import json
import os
import pathlib
import re
import sys

sys.dont_write_bytecode = True
import debian  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
OWN = "SPDXRef-Package-wecom-setup"
NOBODY = "NOASSERTION"


def checksums(path):
    data = path.read_bytes()
    return [{"algorithm": "SHA1", "checksumValue": hashlib.sha1(data).hexdigest()},
            {"algorithm": "SHA256", "checksumValue": hashlib.sha256(data).hexdigest()}]


def compiled_packages(groups):
    found = {}
    for line in (HERE / "compiled.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            package, group, *_ = line.split()
            if group in groups:
                found[package] = group
    return found


def identifier(kind, name):
    return f"SPDXRef-{kind}-{re.sub(r'[^A-Za-z0-9.-]', '-', name)}"


def read_json(path, otherwise):
    return json.loads(pathlib.Path(path).read_text(encoding="utf-8")) if path else otherwise


def licence_in_about(name):
    """Of what has papers that no machine can read: as About has it."""
    rows = read_json(HERE.parents[1] / "resources/licences.json", {})["components"]
    return next((row["licence"] for row in rows if any(fnmatch.fnmatchcase(name, pattern) for pattern in row["packages"])), None)


class Bill:
    def __init__(self, options):
        self.options = options
        self.built = read_json(options.built, {"sources": {}, "files": {}})
        self.files, self.relations, self.extracted = [], [], {}
        self.by_package = {}  # package -> files; None is ours

    def read_files(self):
        root = pathlib.Path(self.options.root)
        sources = {name: pathlib.Path(path) for name, path in read_json(self.options.taken, {}).items()}
        owner = debian.owners(set(sources.values()))
        for path in sorted(path for path in root.rglob("*") if path.is_file() and not path.is_symlink()):
            name = str(path.relative_to(root))
            package = self.built["files"].get(name)
            if name in sources:
                package = owner.get(sources[name]) or sys.exit(f"sbom: no package has {sources[name]}")
            self.files.append({"SPDXID": f"SPDXRef-File-{len(self.files) + 1}", "fileName": f"./{name}", "checksums": checksums(path),
                               "licenseConcluded": NOBODY, "copyrightText": NOBODY})
            self.by_package.setdefault(package, []).append(self.files[-1])

    def package(self, name, known, compiled):
        declared, extracted = debian.licences(name)
        self.extracted.update(extracted)
        key = identifier("Package", name)
        found = {"SPDXID": key, "name": name, "versionInfo": known["version"], "supplier": f"Organization: Debian ({known['maintainer']})",
                 "downloadLocation": f"https://snapshot.debian.org/package/{known['source']}/{known['sourceVersion']}/",
                 "sourceInfo": f"built from Debian's source package {known['source']} {known['sourceVersion']}",
                 "licenseConcluded": NOBODY, "licenseDeclared": declared or licence_in_about(name) or NOBODY, "copyrightText": NOBODY,
                 "externalRefs": [{"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl",
                                   "referenceLocator": f"pkg:deb/debian/{name}@{known['version']}?arch={known['architecture']}"}]}
        if known["homepage"]:
            found["homepage"] = known["homepage"]
        self.add_files(found, self.by_package.get(name))
        if compiled:
            self.relate(OWN, "STATIC_LINK" if compiled == "runtime" else "GENERATED_FROM", key)
        else:
            self.relate(OWN, "CONTAINS", key)
        return found

    def built_package(self, name, version):
        declared, extracted = debian.licences(name, pathlib.Path(self.options.root) / "licences" / name / "copyright")
        self.extracted.update(extracted)
        key = identifier("Package", name)
        found = {"SPDXID": key, "name": name, "versionInfo": version, "supplier": NOBODY,
                 "downloadLocation": f"https://snapshot.debian.org/package/{name}/{version}/",
                 "sourceInfo": f"built for Windows from Debian's source package {name} {version}, as packaging/msi/qt.sh has it",
                 "licenseConcluded": NOBODY, "licenseDeclared": declared or licence_in_about(name) or NOBODY, "copyrightText": NOBODY,
                 "externalRefs": [{"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl",
                                   "referenceLocator": f"pkg:deb/debian/{name}@{version}?arch=source"}]}
        self.add_files(found, self.by_package.get(name))
        self.relate(OWN, "CONTAINS" if self.by_package.get(name) else "STATIC_LINK", key)
        return found

    def add_files(self, package, files):
        package["filesAnalyzed"] = bool(files)
        if files:
            sums = sorted(file["checksums"][0]["checksumValue"] for file in files)
            package["packageVerificationCode"] = {"packageVerificationCodeValue": hashlib.sha1("".join(sums).encode()).hexdigest()}
            for file in files:
                self.relate(package["SPDXID"], "CONTAINS", file["SPDXID"])

    def relate(self, one, how, other):
        self.relations.append({"spdxElementId": one, "relationshipType": how, "relatedSpdxElement": other})

    def own(self):
        package = {"SPDXID": OWN, "name": "wecom-setup", "versionInfo": self.options.version, "downloadLocation": NOBODY,
                   "licenseConcluded": "Apache-2.0", "licenseDeclared": "Apache-2.0",
                   "copyrightText": "The authors of WeCom Setup for NocoBase", "primaryPackagePurpose": "APPLICATION"}
        if self.options.package:
            package["packageFileName"] = pathlib.Path(self.options.package).name
            package["checksums"] = checksums(pathlib.Path(self.options.package))
        self.relate("SPDXRef-DOCUMENT", "DESCRIBES", OWN)
        self.add_files(package, self.by_package.get(None))
        return package

    def document(self):
        self.read_files()
        compiled = compiled_packages(self.options.compiled)
        made = self.built["sources"]
        names = set(compiled) | {name for name in self.by_package if name and name not in made}
        known = debian.packages(names)
        if unknown := names - set(known):
            sys.exit(f"sbom: not installed: {', '.join(sorted(unknown))}")
        packages = [self.own()] + [self.package(name, known[name], compiled.get(name)) for name in sorted(names)]
        packages += [self.built_package(name, made[name]) for name in sorted(made)]
        content = json.dumps([packages, self.files], sort_keys=True).encode()
        time = datetime.datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), datetime.timezone.utc)
        return {"spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT", "name": self.options.name,
                "documentNamespace": f"https://spdx.org/spdxdocs/{self.options.name}-{hashlib.sha256(content).hexdigest()[:32]}",
                "creationInfo": {"created": time.strftime("%Y-%m-%dT%H:%M:%SZ"), "creators": ["Tool: wecom-setup-sbom"]},
                "packages": packages, "files": self.files, "relationships": self.relations,
                "hasExtractedLicensingInfos": [{"licenseId": key, "name": name, "extractedText": text}
                                               for key, (name, text) in sorted(self.extracted.items())]}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--name", "--version", "--root"):
        parser.add_argument(name, required=True)
    for name in ("--taken", "--built", "--package"):
        parser.add_argument(name)
    parser.add_argument("--compiled", action="append", default=[])
    parser.add_argument("out")
    options = parser.parse_args()
    pathlib.Path(options.out).write_text(json.dumps(Bill(options).document(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
