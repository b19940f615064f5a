"""The files that the setup program installs, and the list by which the uninstaller removes them.

Only files in the list are ever removed: the folder may contain files of its user.
"""

from pathlib import Path, PurePosixPath
from typing import NamedTuple

LIST = "installed-files.txt"
UNINSTALLER = "uninstall.exe"
PROGRAM = "socplanner.exe"


class Payload(NamedTuple):
    """The files of a tree by their names in it, sorted, and their size in bytes."""

    tree: Path
    files: tuple[PurePosixPath, ...]
    size: int

    @property
    def folders(self) -> tuple[PurePosixPath, ...]:
        """Every folder below the tree, the deepest first, in the order of removal."""
        folders = {folder for file in self.files for folder in file.parents[:-1]}
        return tuple(sorted(folders, key=lambda folder: (-len(folder.parts), folder)))

    @property
    def longest(self) -> int:
        """The characters of the longest name, with the backslash before it."""
        names = [*self.files, PurePosixPath(LIST), PurePosixPath(UNINSTALLER)]
        return 1 + max(len(str(name)) for name in names)


def payload_of(tree: Path) -> Payload:
    """Return the payload of `tree`; raise ValueError if it is no program for Windows."""
    if not (tree / PROGRAM).is_file():
        raise ValueError(f"{tree} contains no {PROGRAM}: it was not frozen on Windows")
    paths = sorted(path for path in tree.rglob("*") if path.is_file())
    files = tuple(PurePosixPath(path.relative_to(tree).as_posix()) for path in paths)
    for name in (LIST, UNINSTALLER):
        if PurePosixPath(name) in files:
            raise ValueError(f"{tree} contains {name}, which the setup program writes itself")
    return Payload(tree, files, sum(path.stat().st_size for path in paths))


def instructions(payload: Payload) -> str:
    """Return the lines of NSIS that install `payload`, folder by folder."""
    lines = ["; Made by tools/windows/payload.py."]
    folder = None
    for file in payload.files:
        if file.parent != folder:
            folder = file.parent
            inside = "" if folder == PurePosixPath() else f"\\{_quoted(_windows(folder))}"
            lines.append(f'SetOutPath "$INSTDIR{inside}"')
        lines.append(f'File "/oname={_quoted(file.name)}" "{payload.tree / file}"')
    return "\n".join(lines) + "\n"


def list_text(payload: Payload) -> str:
    """Return the list of `payload`: its files, then its folders, which end with a backslash."""
    files = [_windows(file) for file in payload.files]
    folders = [f"{_windows(folder)}\\" for folder in payload.folders]
    return "".join(f"{line}\r\n" for line in (*files, UNINSTALLER, *folders))


def _windows(path: PurePosixPath) -> str:
    return str(path).replace("/", "\\")


def _quoted(text: str) -> str:
    """Return `text` escaped for use between quotes of NSIS."""
    return text.replace("$", "$$").replace('"', '$\\"')
