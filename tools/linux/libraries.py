"""What the frozen program needs of the system, read from its libraries: nothing is guessed."""

import re
import subprocess
from pathlib import Path
from typing import NamedTuple

LOADER = {
    f"{name}.so.{version}"
    for name, version in (
        ("ld-linux-x86-64", 2),
        ("libc", 6),
        ("libdl", 2),
        ("libm", 6),
        ("libpthread", 0),
        ("librt", 1),
        ("libutil", 1),
    )
}
"""What the C library is made of; which version of it is needed, its symbols say."""

_NEEDED = re.compile(r"^\s+NEEDED\s+(\S+)$", re.MULTILINE)
_OWN_NAME = re.compile(r"^\s+SONAME\s+(\S+)$", re.MULTILINE)
_GLIBC = re.compile(r"\bGLIBC_(\d+)\.(\d+)")


class Needs(NamedTuple):
    """The libraries that must be there, and the oldest C library that is good enough."""

    libraries: tuple[str, ...]
    glibc: tuple[int, int]


def needs_of(folder: Path) -> Needs:
    """Return what the libraries and programs in `folder` need that is not in it."""
    said = [_told(path) for path in sorted(folder.rglob("*")) if is_binary(path)]
    own = {path.name for path in folder.rglob("*")}
    own |= {name for text in said for name in _OWN_NAME.findall(text)}
    needed = {name for text in said for name in _NEEDED.findall(text)} - own - LOADER
    versions = {(int(a), int(b)) for text in said for a, b in _GLIBC.findall(text)}
    return Needs(tuple(sorted(needed)), max(versions))


def rpm_requires(needs: Needs) -> list[str]:
    """Return what an RPM package of it requires, by names that each distribution provides."""
    return [
        f"libc.so.6(GLIBC_{needs.glibc[0]}.{needs.glibc[1]})(64bit)",
        *(f"{name}()(64bit)" for name in needs.libraries),
        "fontconfig",
        "xkeyboard-config",
    ]


def is_binary(path: Path) -> bool:
    """Return whether `path` is a program or a library, and no link to one."""
    if not path.is_file() or path.is_symlink():
        return False
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def _told(path: Path) -> str:
    """Return what objdump tells of `path`."""
    command = ["objdump", "--private-headers", str(path)]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    return run.stdout
