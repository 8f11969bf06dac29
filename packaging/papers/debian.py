# SPDX-License-Identifier: Apache-2.0
"""What Debian knows of a file: its package, version, source, and the licences its copyright file names."""
import pathlib
import re
import subprocess

DOCUMENTS = pathlib.Path("/usr/share/doc")
# Debian's short names that SPDX writes otherwise; names with a version are turned by rule.
NAMES = {"expat": "MIT", "mit": "MIT", "isc": "ISC", "zlib": "Zlib", "bsd-2-clause": "BSD-2-Clause", "bsd-3-clause": "BSD-3-Clause",
         "bsd-4-clause": "BSD-4-Clause", "mpl-1.1": "MPL-1.1", "mpl-2.0": "MPL-2.0", "apache-2.0": "Apache-2.0", "cc0-1.0": "CC0-1.0",
         "cc0": "CC0-1.0", "bsl-1.0": "BSL-1.0", "ftl": "FTL", "openssl": "OpenSSL", "curl": "curl", "ofl-1.1": "OFL-1.1",
         "artistic": "Artistic-1.0", "x11": "X11", "afl-2.1": "AFL-2.1"}
FAMILY = re.compile(r"^(AGPL|LGPL|GPL|GFDL)-v?(\d)(?:\.(\d))?(\+?)$", re.IGNORECASE)


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def owners(paths):
    """{path: package} of installed files; a path that no package has is left out."""
    asked = {}
    for path in paths:
        real = str(path.resolve())
        for name in {real, real.removeprefix("/usr") if real.startswith("/usr/lib") else real,
                     f"/usr{real}" if real.startswith("/lib") else real}:
            asked.setdefault(name, []).append(path)
    found, names = {}, sorted(asked)
    for start in range(0, len(names), 200):
        for line in run("dpkg", "-S", *names[start:start + 200]).splitlines():
            packages, _, name = line.partition(": ")
            for path in asked.get(name, []):
                found[path] = packages.split(",")[0].split(":")[0]
    return found


def packages(names):
    """{name: {version, source, sourceVersion, maintainer, homepage, architecture}} of installed packages."""
    form = "\t".join(f"${{{field}}}" for field in ("Package", "Version", "source:Package", "source:Version", "Maintainer", "Homepage",
                                                   "Architecture"))
    keys = ("version", "source", "sourceVersion", "maintainer", "homepage", "architecture")
    lines = run("dpkg-query", "-W", "-f", form + "\n", *sorted(names)).splitlines() if names else []
    return {line.split("\t")[0]: dict(zip(keys, line.split("\t")[1:])) for line in lines}


def copyright_file(package):
    return DOCUMENTS / package / "copyright"


def spdx_name(name):
    """SPDX's identifier for one of Debian's short names; None where there is none."""
    if name.lower() in NAMES:
        return NAMES[name.lower()]
    if found := FAMILY.match(name):
        family, major, minor, later = found.groups()
        return f"{family.upper()}-{major}.{minor or 0}-{'or-later' if later else 'only'}"
    return None


def paragraphs(text):
    """The paragraphs of a machine-readable copyright file as {field: value}; none when it is not one."""
    if not text.lstrip().lower().startswith("format:"):
        return []
    found = []
    for block in re.split(r"\n[ \t]*\n", text):
        fields, field = {}, None
        for line in block.splitlines():
            if line[:1] in " \t" and field:
                fields[field] += "\n" + line.strip()
            elif ":" in line and not line.startswith("#"):
                field, _, value = line.partition(":")
                field = field.strip().lower()
                fields[field] = value.strip()
        found.append(fields)
    return found


def licences(package, path=None):
    """(SPDX expression or None, {LicenseRef: (name, text)}) from the package's copyright file, or that of a source at path."""
    path = path or copyright_file(package)
    text = path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""
    texts, expressions, extracted = {}, [], {}
    all_paragraphs = paragraphs(text)
    for fields in all_paragraphs:
        name, _, body = fields.get("license", "").partition("\n")
        if body and name not in texts:
            texts[name] = body
    for fields in all_paragraphs:
        name = fields.get("license", "").partition("\n")[0].strip()
        if name and ("files" in fields or "format" in fields):
            expressions.append(expression(package, name, texts, extracted))
    joined = " AND ".join(f"({one})" if " OR " in one else one for one in sorted(set(expressions)))
    return joined or None, extracted


def expression(package, name, texts, extracted):
    words = []
    for part in re.split(r"\s*(,?\s+and\s+|,?\s+or\s+|\s*\|\s*)\s*", name):
        if re.fullmatch(r",?\s*(and|or)|\|", part.strip()):
            words.append("AND" if "and" in part else "OR")
        elif part:
            words.append(spdx_name(part.strip()) or reference(package, part.strip(), texts, extracted))
    # Of the two, AND binds closer, so a list with "or" needs no brackets.
    return " ".join(words)


def reference(package, name, texts, extracted):
    key = "LicenseRef-Debian-" + re.sub(r"[^A-Za-z0-9.-]+", "-", f"{package}-{name}").strip("-")
    text = texts.get(name) or f"As named in {copyright_file(package)}: {name}"
    extracted[key] = (name, text)
    return key
