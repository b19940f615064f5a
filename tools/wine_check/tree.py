"""The tree that the setup program is tested with, laid out as the freeze lays it out on Windows.

The program, its resources and Qt are the real ones; Python is unpacked instead of frozen, and a
launcher replaces the two programs of PyInstaller.
"""

import re
import shutil
import subprocess
import zipfile
from pathlib import Path

from tools.windows.version_resource import rc_text
from tools.wine_check.downloads import PYTHON_DLL, unpack_python
from tools.wine_check.frozen_layout import FrozenLayout

HERE = Path(__file__).resolve().parent
COMPILER = "x86_64-w64-mingw32-gcc"
RESOURCES = "x86_64-w64-mingw32-windres"
_KEPT_OF_QT = re.compile(
    r"PySide6/(\w+\.py|support/.*\.py|Qt(Core|Gui|PrintSupport|Svg|Widgets)\.pyd|plugins/.*\.dll|translations/.*"
    r"|(Qt6(Core|Gui|PrintSupport|Svg|Widgets)|pyside6\.abi3|(msvcp|vcruntime|concrt)140\w*)\.dll)"
)
_DROPPED_OF_PYTHON = re.compile(
    r"(python\w*\.exe|_?sqlite3?\.\w+|lib(crypto|ssl).*|_(ssl|asyncio)\.pyd)"
)


def lay_out(tree: Path, root: Path, cache: Path, wheels: list[Path], layout: FrozenLayout) -> None:
    """Lay out the program in `tree` by `layout`."""
    shutil.rmtree(tree, ignore_errors=True)
    inside = tree / "_internal"
    unpack_python(cache, inside)
    for file in list(inside.iterdir()):
        if _DROPPED_OF_PYTHON.fullmatch(file.name):
            file.unlink()
    search_here(inside, ".")
    for wheel in wheels:
        _unpack(wheel, inside, layout)
    for source, folder in layout.datas:
        _copy(Path(source), inside / folder)
    shutil.copy2(HERE / "start_as_frozen.py", inside)
    for name, options in layout.programs.items():
        compile_launcher(tree / f"{name}.exe", root, is_windowed=not options["console"])


def search_here(python: Path, *folders: str) -> None:
    """Let the Python in `python` look for modules in `folders` and nowhere else."""
    library = PYTHON_DLL.removesuffix(".dll")
    text = "\n".join((f"{library}.zip", *folders))
    (python / f"{library}._pth").write_text(text + "\n", encoding="utf-8")


def compile_launcher(program: Path, root: Path, *, is_windowed: bool) -> None:
    """Compile the launcher that replaces `program`, with icon and version of the real one."""
    work = root / "build" / "windows-check" / "launcher"
    work.mkdir(parents=True, exist_ok=True)
    (work / "launcher.rc").write_text(rc_text(program.stem, root), encoding="utf-8")
    compiled = work / f"{program.stem}.o"
    _run(RESOURCES, "--codepage=65001", str(work / "launcher.rc"), str(compiled))
    flags = ["-Os", "-s", "-Wall", f'-DPYTHON_DLL=L"{PYTHON_DLL}"']
    if is_windowed:
        flags += ["-mwindows", "-DWINDOWED"]
    _run(COMPILER, *flags, str(HERE / "launcher.c"), str(compiled), "-o", str(program), "-lshell32")


def compile_library(library: Path) -> None:
    """Compile the stub of a library that Windows has and Wine has not."""
    source = HERE / f"{library.stem}.c"
    _run(COMPILER, "-Os", "-s", "-shared", str(source), "-o", str(library))


def compile_unelevated_runner(program: Path) -> None:
    """Compile the program that runs another without administrator rights."""
    _run(COMPILER, "-Os", "-s", str(HERE / "run_unelevated.c"), "-o", str(program), "-ladvapi32")


def _unpack(wheel: Path, inside: Path, layout: FrozenLayout) -> None:
    with zipfile.ZipFile(wheel) as files:
        for name in files.namelist():
            if is_laid_out(name, layout):
                files.extract(name, inside)


def is_laid_out(name: str, layout: FrozenLayout) -> bool:
    """Return whether the file `name` of a wheel is in the frozen program, whole or as a module."""
    return _belongs(name) and (name.endswith(".py") or layout.is_kept(name))


def _belongs(name: str) -> bool:
    if name.startswith("PySide6/"):
        return _KEPT_OF_QT.fullmatch(name) is not None
    if "/_resources/" in name or name.split("/", maxsplit=1)[0].endswith((".dist-info", ".data")):
        return False
    return not name.endswith((".pyi", ".lib", ".pxd", ".pyx", ".typed"))


def _copy(source: Path, target: Path) -> None:
    """Copy what the spec adds, except the files it filters out."""
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("*.po"), dirs_exist_ok=True)
    else:
        target.mkdir(parents=True, exist_ok=True)
        shutil.copy2(source, target)


def _run(*command: str) -> None:
    subprocess.run(command, check=True)
