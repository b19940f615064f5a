"""The bill of materials of the frozen program, in CycloneDX: every third-party part.

Python packages come from `cyclonedx-py`, without those that only build. This module adds what it
cannot see: Python itself, and the frozen libraries of the system, by the package they came from.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any

Document = dict[str, Any]
"""A bill as parsed JSON."""

Origin = tuple[str, str]
"""Name and version of a package of the system."""


def without_builders(bill: Document, needed: Iterable[str]) -> Document:
    """Return `bill` with only the packages `needed` and their own dependencies."""
    ref_of = {_normalised(part["name"]): part["bom-ref"] for part in bill["components"]}
    needs = {entry["ref"]: entry.get("dependsOn", []) for entry in bill["dependencies"]}
    first = [ref_of[_normalised(name)] for name in needed if _normalised(name) in ref_of]
    kept, pending = set[str](), list(first)
    while pending:
        ref = pending.pop()
        if ref not in kept:
            kept.add(ref)
            pending.extend(needs.get(ref, []))
    root = {"ref": bill["metadata"]["component"]["bom-ref"], "dependsOn": sorted(first)}
    return {
        **bill,
        "components": [part for part in bill["components"] if part["bom-ref"] in kept],
        "dependencies": [root, *(entry for entry in bill["dependencies"] if entry["ref"] in kept)],
    }


def _normalised(name: str) -> str:
    """Return `name` normalised for comparison, as PEP 503 does."""
    return re.sub(r"[-_.]+", "-", name).lower()


def with_parts(bill: Document, parts: Iterable[Document]) -> Document:
    """Return `bill` with `parts` as dependencies of its root, in the order of their names."""
    added = sorted(parts, key=lambda part: str(part["name"]))
    root = bill["metadata"]["component"]["bom-ref"]
    dependencies = [
        {**entry, "dependsOn": sorted({*entry.get("dependsOn", []), *_refs(added)})}
        if entry["ref"] == root
        else entry
        for entry in bill["dependencies"]
    ]
    return {
        **bill,
        "components": [*bill["components"], *added],
        "dependencies": [*dependencies, *({"ref": ref} for ref in _refs(added))],
    }


def python_part(version: str) -> Document:
    """Return the part for CPython of `version`, which is frozen too."""
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
    """Return a part for each package of the system that owns one of the files `libraries`.

    A library that no package owns came with a wheel, and that wheel is in the bill.
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
