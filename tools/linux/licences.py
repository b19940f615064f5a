"""The licences of everything frozen into the program, collected from where it came from."""

import re
import shutil
import subprocess
import sysconfig
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path

COMMON = Path("/usr/share/common-licenses")
WHEELS = (
    "PyInstaller",
    "PyYAML",
    "XlsxWriter",
    "budoux",
    "holidays",
    "platformdirs",
    "python-dateutil",
    "rapidfuzz",
    "six",
    "typing_extensions",
)
_LICENCE = re.compile(r"(^|/)(LICEN[CS]E|COPYING)[^/]*$", re.IGNORECASE)
_OF_WHEELS = re.compile(r"lib(Qt6|icu|pyside6|shiboken6|python3)")


class UnknownOriginError(Exception):
    """The origin of a frozen library is unknown, and so is its licence."""


def collect_licences(frozen: Path, target: Path) -> None:
    """Write the licences of everything in `frozen` into the folder `target`, one file each."""
    target.mkdir(parents=True)
    for name in ("LGPL-3", "GPL-3"):  # of Qt and PySide6; the LGPL adds to the GPL
        shutil.copyfile(COMMON / name, target / f"{name}.txt")
    for name in WHEELS:
        texts = [path.read_text("utf-8") for path in _licences_of(name)]
        if not texts:
            raise UnknownOriginError(name)
        (target / f"{name}.txt").write_text("\n".join(texts), encoding="utf-8")
    unicode = distribution("Babel").locate_file("babel/locale-data/LICENSE.unicode")
    shutil.copyfile(str(unicode), target / "ICU.txt")  # the same for all that comes from Unicode
    shutil.copyfile(_licence_of_python(), target / "Python.txt")
    for package in sorted(packages_of(frozen)):
        shutil.copyfile(Path("/usr/share/doc", package, "copyright"), target / f"{package}.txt")


def packages_of(frozen: Path) -> set[str]:
    """Return the Debian packages whose libraries were frozen."""
    listed = subprocess.run(
        ["/sbin/ldconfig", "-p"], capture_output=True, encoding="utf-8", check=True
    ).stdout
    places = dict(re.findall(r"^\s+(\S+) \(libc6,x86-64[^)]*\) => (\S+)$", listed, re.MULTILINE))
    names = [path.name for path in sorted((frozen / "_internal").glob("lib*.so*"))]
    return {_package_of(Path(places[n])) if n in places else _refuse(n) for n in _of_system(names)}


def _of_system(names: list[str]) -> Iterator[str]:
    """Yield the libraries that came from the system, not from a wheel or Python."""
    return (name for name in names if not _OF_WHEELS.match(name))


def _package_of(place: Path) -> str:
    """Return the package that owns the library in `place`, by either name of a merged /usr."""
    real = place.resolve()
    spellings = (real, Path("/", *real.parts[2:]) if real.parts[1] == "usr" else real)
    for spelling in spellings:
        run = subprocess.run(
            ["dpkg-query", "--search", str(spelling)],
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        if run.returncode == 0:
            return run.stdout.split(":", 1)[0]
    return _refuse(place.name)


def _refuse(name: str) -> str:
    raise UnknownOriginError(f"{name}: no package of the system owns it, so its licence is unknown")


def _licences_of(wheel: str) -> Iterator[Path]:
    for file in distribution(wheel).files or ():
        if ".dist-info/" in str(file) and _LICENCE.search(str(file)):
            yield Path(str(file.locate()))


def _licence_of_python() -> Path:
    beside = Path(sysconfig.get_path("stdlib"), "LICENSE.txt")
    version = sysconfig.get_python_version()
    return beside if beside.is_file() else Path(f"/usr/share/doc/python{version}/copyright")
