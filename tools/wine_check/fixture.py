"""The fixture that every check shares, and the type of a claim."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tools.windows.payload import LIST, UNINSTALLER
from tools.wine_check.wine import Registry, Wine

Claim = Callable[[str, object], None]
"""Reports a claim and whether it holds."""

CLASSES = r"Software\Classes"
UNINSTALL_KEY = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\socplanner"
OFFSCREEN = {"SOCPLANNER_PLATFORM": "offscreen"}
PAINTED = {**OFFSCREEN, "SOCPLANNER_QUIT_WHEN_PAINTED": "1"}


class Fixture(NamedTuple):
    """Wine, the Windows names of both setup programs, and the tree of the newer one."""

    wine: Wine
    old_setup: str
    setup: str
    tree: Path
    version: str

    def install(self, setup: str, *arguments: str) -> int:
        """Run `setup` silently and return its exit code."""
        return self.wine.run(setup, "/S", *arguments).returncode

    def values(self, key: str, root: str = "HKCU") -> dict[str, str]:
        """Return the values of one key of the registry."""
        full = {"HKCU": "HKEY_CURRENT_USER", "HKLM": "HKEY_LOCAL_MACHINE"}[root]
        return self.wine.registry(f"{root}\\{key}").get(f"{full}\\{key}", {})

    def installed_files(self) -> set[str]:
        """Return the files that must be in the installed folder, and no others."""
        files = {each.relative_to(self.tree).as_posix() for each in files_in(self.tree)}
        return files | {LIST, UNINSTALLER}

    def everything(self) -> tuple[Registry, set[str]]:
        """Return what an installed program may leave: registry keys, files and folders."""
        keys = self.wine.registry(r"HKCU\Software") | self.wine.registry(r"HKLM\Software")
        ours = {
            key: values
            for key, values in keys.items()
            if "socplan" in f"{key}{values}".lower() or "\\Classes\\." in key
        }
        places = (self.wine.drive / "users", self.wine.drive / "Program Files")
        return ours, {str(each) for place in places for each in place.rglob("*")}


def files_in(folder: Path) -> list[Path]:
    """Return every file below `folder`."""
    return [each for each in folder.rglob("*") if each.is_file()]


def names_in(folder: Path) -> set[str]:
    """Return the files below `folder` by their names in it."""
    return {each.relative_to(folder).as_posix() for each in files_in(folder)}
