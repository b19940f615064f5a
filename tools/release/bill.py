"""The bill of materials of the frozen program, in CycloneDX: every part somebody else has made.

Python packages come from `cyclonedx-py`, less those that only build. What it cannot see is put in
here: Python itself, and the libraries of the system that the freeze took along, by the package of
the system they came from.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any

Document = dict[str, Any]
"""A bill as JSON has it."""

Origin = tuple[str, str]
"""Name and version of a package of the system."""


def without_builders(bill: Document, needed: Iterable[str]) -> Document:
    """Return `bill` with just the packages `needed`, and what these need in turn."""
    ref_of = {_plain(each["name"]): each["bom-ref"] for each in bill["components"]}
    needs = {each["ref"]: each.get("dependsOn", []) for each in bill["dependencies"]}
    first = [ref_of[_plain(name)] for name in needed if _plain(name) in ref_of]
    wanted, ways = set[str](), list(first)
    while ways:
        ref = ways.pop()
        if ref not in wanted:
            wanted.add(ref)
            ways.extend(needs.get(ref, []))
    root = {"ref": bill["metadata"]["component"]["bom-ref"], "dependsOn": sorted(first)}
    return {
        **bill,
        "components": [each for each in bill["components"] if each["bom-ref"] in wanted],
        "dependencies": [root, *(each for each in bill["dependencies"] if each["ref"] in wanted)],
    }


def _plain(name: str) -> str:
    """Return `name` as packages are compared."""
    return re.sub(r"[-_.]+", "-", name).lower()


def with_parts(bill: Document, parts: Iterable[Document]) -> Document:
    """Return `bill` with `parts`, which its root needs, in the order of their names."""
    added = sorted(parts, key=lambda part: str(part["name"]))
    root = bill["metadata"]["component"]["bom-ref"]
    dependencies = [
        {**each, "dependsOn": sorted({*each.get("dependsOn", []), *_refs(added)})}
        if each["ref"] == root
        else each
        for each in bill["dependencies"]
    ]
    return {
        **bill,
        "components": [*bill["components"], *added],
        "dependencies": [*dependencies, *({"ref": ref} for ref in _refs(added))],
    }


def python_part(version: str) -> Document:
    """Return CPython of `version`, which the freeze carries."""
    return {
        "type": "platform",
        "bom-ref": f"cpython-{version}",
        "name": "CPython",
        "version": version,
        "cpe": f"cpe:2.3:a:python:python:{version}:*:*:*:*:*:*:*",
        "licenses": [{"license": {"id": "PSF-2.0"}}],
    }


def system_parts(
    libraries: Iterable[str], origin_of: Callable[[str], Origin | None]
) -> list[Document]:
    """Return a part for each package of the system that one of the file names `libraries` is of.

    A library that no package owns (a wheel brought it) is told by the wheel.
    """
    files: dict[Origin, list[str]] = {}
    for library in libraries:
        origin = origin_of(library)
        if origin is not None:
            files.setdefault(origin, []).append(library)
    return [_system_part(origin, sorted(names)) for origin, names in sorted(files.items())]


def _system_part(origin: Origin, files: list[str]) -> Document:
    name, version = origin
    purl = f"pkg:deb/debian/{name}@{version.replace('+', '%2B').replace(':', '%3A')}"
    return {
        "type": "library",
        "bom-ref": purl,
        "name": name,
        "version": version,
        "purl": purl,
        "properties": [{"name": "socplanner:file", "value": file} for file in files],
    }


def _refs(parts: Iterable[Document]) -> list[str]:
    return [str(part["bom-ref"]) for part in parts]
