"""What the Linux packages depend on, read from the libraries and programs that were frozen."""

import re
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

DATA_PACKAGES = ("fontconfig-config", "xkb-data")
"""Data that the frozen fontconfig and xkbcommon read at run time; no linker reports it."""

JAPANESE_FONT = "fonts-noto-cjk | fonts-japanese-gothic"
"""A Japanese font: Noto with its bold weight and rare characters, or any that is installed."""

_CONTROL = "Source: socplanner\n\nPackage: socplanner\nArchitecture: any\n"
_SHLIBS = "shlibs:Depends="
_NEEDED = re.compile(r"^\s+NEEDED\s+(\S+)$", re.MULTILINE)
_GLIBC = re.compile(r"\bGLIBC_(\d+)\.(\d+)")


class DependenciesUnknownError(Exception):
    """A library belongs to no package; the text is the message of `dpkg-shlibdeps`."""


def debian_depends(frozen: Path) -> list[str]:
    """Return the packages that the program in the folder `frozen` depends on in Debian.

    Raise DependenciesUnknownError if a library is neither in there nor in an installed package.
    """
    return [*sorted({*_shlibs_of(frozen.resolve()), *DATA_PACKAGES}), JAPANESE_FONT]


def rpm_requires(frozen: Path) -> list[str]:
    """Return what an RPM of the folder `frozen` requires, by names that all distributions know."""
    binaries = _binaries_in(frozen)
    headers = _output("objdump", "--private-headers", *map(str, binaries))
    needed = set(_NEEDED.findall(headers)) - {path.name for path in frozen.rglob("*")}
    major, minor = max((int(a), int(b)) for a, b in _GLIBC.findall(headers))
    return [
        f"libc.so.6(GLIBC_{major}.{minor})(64bit)",
        *(f"{name}()(64bit)" for name in sorted(needed)),
        "fontconfig",
        "xkeyboard-config",
    ]


def _shlibs_of(frozen: Path) -> list[str]:
    """Return the packages of the libraries that are needed in `frozen` and are not in it.

    The frozen folder counts as the root of the package, and each of its folders as a folder of
    private libraries: dpkg-shlibdeps looks there before it asks for a package of the system.
    """
    binaries = _binaries_in(frozen)
    folders = sorted({path.relative_to(frozen).parent.as_posix() for path in binaries})
    with TemporaryDirectory() as place:
        control = Path(place) / "debian" / "control"
        control.parent.mkdir()
        control.write_text(_CONTROL, encoding="utf-8")
        command = [
            *("dpkg-shlibdeps", "-O", "--warnings=0", "--ignore-missing-info", f"-S{frozen}"),
            *(f"-l/{folder}" for folder in folders),
            *map(str, binaries),
        ]
        run = subprocess.run(command, cwd=place, capture_output=True, encoding="utf-8", check=False)
    lines = [line for line in run.stdout.splitlines() if line.startswith(_SHLIBS)]
    if run.returncode or len(lines) != 1:
        raise DependenciesUnknownError(run.stderr)
    return lines[0].removeprefix(_SHLIBS).split(", ")


def _binaries_in(folder: Path) -> list[Path]:
    """Return the programs and libraries in `folder`, without links to them."""
    return [path for path in sorted(folder.rglob("*")) if _is_binary(path)]


def _is_binary(path: Path) -> bool:
    if not path.is_file() or path.is_symlink():
        return False
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def _output(*command: str) -> str:
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
