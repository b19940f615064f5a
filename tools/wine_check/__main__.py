"""`make windows-check`: install, associate, test, upgrade and remove the program under Wine.

Exit codes: 0 all holds, 1 something does not, 3 what it takes is not installed.
"""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from socplanner import __version__
from tools.windows.build_setup import ROOT, build, makensis
from tools.wine_check import check_all_users, check_per_user, inside_windows
from tools.wine_check.downloads import build_wheel, fetched, unpack_python
from tools.wine_check.fixture import Stage
from tools.wine_check.frozen_layout import frozen_layout
from tools.wine_check.tree import COMPILER, RESOURCES, lay_out, search_here
from tools.wine_check.wine import Wine

WORK = ROOT / "build" / "windows-check"
NOT_INSTALLED = 3
_OLD = "0.0.9"
_MB = 1024 * 1024
_NOT_CHECKED = """\
What this could not check, since it takes a real Windows:
  - the programs as PyInstaller freezes them there: a launcher stood in for them
  - a double-click in the real Explorer, its icons, “Open with” and Default apps as they look
  - the pages of the setup program as they look, in both languages
  - the question of Windows for an administrator's rights (the uninstaller for all users asks)
  - windows on a screen: high resolution, Japanese input, the taskbar (Qt ran without a display)
  - SmartScreen, signatures, virus scanners; long paths beyond 259 characters
"""


class Claims:
    """Says each claim as it is made, and counts."""

    def __init__(self) -> None:
        """Begin with none."""
        self.held = 0
        self.failed = 0

    def __call__(self, said: str, holds: object) -> None:
        """Say whether what is `said` `holds`."""
        self.held += bool(holds)
        self.failed += not holds
        _say(f"  {'ok    ' if holds else 'FAILED'}  {said}")


def main() -> int:
    """Check everything, and say what was and what could not be."""
    missing = _missing()
    if missing:
        _say(f"windows-check needs {' and '.join(missing)}, which are not installed:")
        _say(
            "    sudo apt-get install --no-install-recommends wine wine64 nsis gcc-mingw-w64-x86-64"
        )
        return NOT_INSTALLED
    claim = Claims()
    wine = Wine(WORK / "prefix")
    try:
        stage = _set_stage(wine)
        for title, check in _CHECKS.items():
            _say(title)
            check(stage, claim)
    finally:
        wine.end()
    _say(f"{claim.held} claims hold, {claim.failed} do not.\n\n{_NOT_CHECKED}")
    return 1 if claim.failed else 0


_CHECKS: dict[str, Callable[[Stage, Claims], None]] = {
    "Version information and files in use": inside_windows.check,
    "One user": check_per_user.check,
    "Other ways": check_all_users.check,
}


def _missing() -> list[str]:
    """Return what the check takes and is not there."""
    wanted = {"Wine": "wine", "its server": "wineserver", "mingw": COMPILER, "windres": RESOURCES}
    missing = [said for said, program in wanted.items() if _found(program) is None]
    return missing + ([] if makensis() else ["NSIS"])


def _found(program: str) -> str | None:
    return shutil.which(program)


def _set_stage(wine: Wine) -> Stage:
    """Lay out the tree, build an older and the present setup program, and begin Wine."""
    cache, python, tree = WORK / "cache", WORK / "python", WORK / "tree" / "socplanner"
    _say("Laying out the program as it is frozen on Windows …")
    wheels = [*fetched(ROOT, cache), build_wheel(ROOT, WORK / "wheel")]
    lay_out(tree, ROOT, cache, wheels, frozen_layout(ROOT))
    unpack_python(cache, python)
    search_here(python, f"../tree/{tree.name}/_internal")
    _say("Making a Windows of Wine …")
    wine.begin()
    wine.compile_modules(python, tree / "_internal")
    _say("Building the setup programs …")
    old, new = (wine.drive / f"setup-{version}.exe" for version in (_OLD, __version__))
    build(_old_tree(tree), old, _OLD, fast=True)
    build(tree, new)
    size = sum(each.stat().st_size for each in tree.rglob("*") if each.is_file())
    _say(f"setup.exe: {new.stat().st_size / _MB:.1f} MB, installed {size / _MB:.1f} MB")
    return Stage(wine, wine.name(old), wine.name(new), tree, __version__)


def _old_tree(tree: Path) -> Path:
    """Return a small tree of an older version: some of it is still there, some is not."""
    old = WORK / "tree" / "old"
    shutil.rmtree(old, ignore_errors=True)
    (old / "_internal" / "gone").mkdir(parents=True)
    shutil.copy2(tree / "socplanner.exe", old)
    (old / "_internal" / "of-old.txt").write_text("old", encoding="utf-8")
    (old / "_internal" / "gone" / "also.txt").write_text("old", encoding="utf-8")
    return old


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
