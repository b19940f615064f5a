"""What the frozen program needs of the system, read from its libraries: nothing is guessed."""

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb.so.1": "libxcb1",
}
"""Where Debian has the libraries that are not frozen with the program."""

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

READ = ("fontconfig-config", "xkb-data")
"""What frozen libraries (fontconfig, xkbcommon) read of the system, and no linker knows."""

JAPANESE_FONT = "fonts-noto-cjk | fonts-japanese-gothic"
"""A Japanese font: the one with bold weight and rare names, or any that is there already."""

_NEEDED = re.compile(r"^\s+NEEDED\s+(\S+)$", re.MULTILINE)
_OWN_NAME = re.compile(r"^\s+SONAME\s+(\S+)$", re.MULTILINE)
_GLIBC = re.compile(r"\bGLIBC_(\d+)\.(\d+)")


class UnknownLibraryError(Exception):
    """A library that is neither frozen with the program nor known to be in a package."""


class Needs(NamedTuple):
    """The libraries that must be there, and the oldest C library that is good enough."""

    libraries: tuple[str, ...]
    glibc: tuple[int, int]


def needs_of(folder: Path) -> Needs:
    """Return what the libraries and programs in `folder` need that is not in it."""
    said = [_told(path) for path in sorted(folder.rglob("*")) if _is_binary(path)]
    own = {path.name for path in folder.rglob("*")}
    own |= {name for text in said for name in _OWN_NAME.findall(text)}
    needed = {name for text in said for name in _NEEDED.findall(text)} - own - LOADER
    versions = {(int(a), int(b)) for text in said for a, b in _GLIBC.findall(text)}
    return Needs(tuple(sorted(needed)), max(versions))


def debian_depends(needs: Needs) -> str:
    """Return what a Debian package of it depends on."""
    return ", ".join(
        (
            f"libc6 (>= {needs.glibc[0]}.{needs.glibc[1]})",
            *sorted({*_packages_of(needs.libraries), *READ}),
            JAPANESE_FONT,
        )
    )


def rpm_requires(needs: Needs) -> list[str]:
    """Return what an RPM package of it requires, by names that each distribution provides."""
    return [
        f"libc.so.6(GLIBC_{needs.glibc[0]}.{needs.glibc[1]})(64bit)",
        *(f"{name}()(64bit)" for name in needs.libraries),
        "fontconfig",
        "xkeyboard-config",
    ]


def _packages_of(libraries: Iterable[str]) -> set[str]:
    strangers = [name for name in libraries if name not in PACKAGES]
    if strangers:
        said = f"{', '.join(strangers)}: in which package? Say so in {Path(__file__).name}."
        raise UnknownLibraryError(said)
    return {PACKAGES[name] for name in libraries}


def _is_binary(path: Path) -> bool:
    if not path.is_file() or path.is_symlink():
        return False
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def _told(path: Path) -> str:
    """Return what objdump tells of `path`."""
    command = ["objdump", "--private-headers", str(path)]
    run = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    return run.stdout
