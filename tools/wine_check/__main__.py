"""`make windows-check`: install, associate, test, upgrade and remove the program under Wine.

Exit codes: 0 every check passed, 1 one failed, 3 a program it needs is not installed.
"""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from socplanner import __version__
from tools.windows.build_setup import ROOT, build, makensis
from tools.wine_check import check_all_users, check_per_user, inside_windows
from tools.wine_check.downloads import build_wheel, downloaded_wheels, unpack_python
from tools.wine_check.fixture import Fixture
from tools.wine_check.frozen_layout import frozen_layout
from tools.wine_check.tree import COMPILER, RESOURCES, lay_out, search_here
from tools.wine_check.wine import Wine

WORK = ROOT / "build" / "windows-check"
NOT_INSTALLED = 3
_OLD = "0.0.9"
_MB = 1024 * 1024
_NOT_CHECKED = """\
Not checked, since it needs a real Windows:
  - the programs as PyInstaller freezes them there: a launcher stood in for them
  - a double-click in the real Explorer, its icons, “Open with” and Default apps as they look
  - the pages of the setup program as they look, in both languages
  - the prompt of Windows for administrator rights (the uninstaller for all users shows it)
  - windows on a screen: high resolution, Japanese input, the taskbar (Qt ran without a display)
  - SmartScreen, signatures, virus scanners; long paths beyond 259 characters
"""


class Claims:
    """Prints each claim with its result, and counts both results."""

    def __init__(self) -> None:
        """Begin with none."""
        self.passed = 0
        self.failed = 0

    def __call__(self, text: str, is_true: object) -> None:
        """Print whether the claim `text` `is_true`."""
        self.passed += bool(is_true)
        self.failed += not is_true
        _print(f"  {'ok    ' if is_true else 'FAILED'}  {text}")


def main() -> int:
    """Run every check, and print the results and what could not be checked."""
    missing = _missing()
    if missing:
        _print(f"windows-check needs {' and '.join(missing)}, which are not installed:")
        _print(
            "    sudo apt-get install --no-install-recommends wine wine64 nsis gcc-mingw-w64-x86-64"
        )
        return NOT_INSTALLED
    claim = Claims()
    wine = Wine(WORK / "prefix")
    try:
        fixture = _make_fixture(wine)
        for title, check in _CHECKS.items():
            _print(title)
            check(fixture, claim)
    finally:
        wine.end()
    _print(f"{claim.passed} claims hold, {claim.failed} do not.\n\n{_NOT_CHECKED}")
    return 1 if claim.failed else 0


_CHECKS: dict[str, Callable[[Fixture, Claims], None]] = {
    "Version information and files in use": inside_windows.check,
    "One user": check_per_user.check,
    "All users, and other folders": check_all_users.check,
}


def _missing() -> list[str]:
    """Return the programs that the check needs and are not installed."""
    needed = {"Wine": "wine", "its server": "wineserver", "mingw": COMPILER, "windres": RESOURCES}
    missing = [name for name, program in needed.items() if _path_of(program) is None]
    return missing + ([] if makensis() else ["NSIS"])


def _path_of(program: str) -> str | None:
    return shutil.which(program)


def _make_fixture(wine: Wine) -> Fixture:
    """Lay out the tree, build an older and the current setup program, and start Wine."""
    cache, python, tree = WORK / "cache", WORK / "python", WORK / "tree" / "socplanner"
    _print("Laying out the program as it is frozen on Windows …")
    wheels = [*downloaded_wheels(ROOT, cache), build_wheel(ROOT, WORK / "wheel")]
    lay_out(tree, ROOT, cache, wheels, frozen_layout(ROOT))
    unpack_python(cache, python)
    search_here(python, f"../tree/{tree.name}/_internal")
    _print("Creating the Wine prefix …")
    wine.begin()
    wine.compile_modules(python, tree / "_internal")
    _print("Building the setup programs …")
    old, new = (wine.drive / f"setup-{version}.exe" for version in (_OLD, __version__))
    build(_old_tree(tree), old, _OLD, fast=True)
    build(tree, new)
    size = sum(each.stat().st_size for each in tree.rglob("*") if each.is_file())
    _print(f"setup.exe: {new.stat().st_size / _MB:.1f} MB, installed {size / _MB:.1f} MB")
    return Fixture(wine, wine.name(old), wine.name(new), tree, __version__)


def _old_tree(tree: Path) -> Path:
    """Return a small tree of an older version, with files that the current one has and has not."""
    old = WORK / "tree" / "old"
    shutil.rmtree(old, ignore_errors=True)
    (old / "_internal" / "gone").mkdir(parents=True)
    shutil.copy2(tree / "socplanner.exe", old)
    (old / "_internal" / "of-old.txt").write_text("old", encoding="utf-8")
    (old / "_internal" / "gone" / "also.txt").write_text("old", encoding="utf-8")
    return old


def _print(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
