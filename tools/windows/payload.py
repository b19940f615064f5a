"""What the setup program lays down, file by file, and the list by which it is removed again.

Nothing is ever removed but what stands in the list: a folder may hold what its user put there.
"""

from pathlib import Path, PurePosixPath
from typing import NamedTuple

LIST = "installed-files.txt"
UNINSTALLER = "uninstall.exe"
PROGRAM = "socplanner.exe"


class Payload(NamedTuple):
    """The files of a tree by their names in it, sorted, and how many bytes they are."""

    tree: Path
    files: tuple[PurePosixPath, ...]
    size: int

    @property
    def folders(self) -> tuple[PurePosixPath, ...]:
        """Every folder below the tree, the deepest first, as they can be removed."""
        found = {folder for file in self.files for folder in file.parents[:-1]}
        return tuple(sorted(found, key=lambda each: (-len(each.parts), each)))

    @property
    def longest(self) -> int:
        """How many characters the longest name takes, with the stroke before it."""
        names = [*self.files, PurePosixPath(LIST), PurePosixPath(UNINSTALLER)]
        return 1 + max(len(str(name)) for name in names)


def payload_of(tree: Path) -> Payload:
    """Return what stands in `tree`; raise ValueError if it is no program for Windows."""
    if not (tree / PROGRAM).is_file():
        raise ValueError(f"{tree} holds no {PROGRAM}: it is no program frozen on Windows")
    found = sorted(each for each in tree.rglob("*") if each.is_file())
    files = tuple(PurePosixPath(each.relative_to(tree).as_posix()) for each in found)
    for name in (LIST, UNINSTALLER):
        if PurePosixPath(name) in files:
            raise ValueError(f"{tree} holds {name}, which the setup program writes itself")
    return Payload(tree, files, sum(each.stat().st_size for each in found))


def instructions(payload: Payload) -> str:
    """Return the lines of NSIS that lay down `payload`, folder by folder."""
    lines = ["; Made by tools/windows/payload.py."]
    folder = None
    for file in payload.files:
        if file.parent != folder:
            folder = file.parent
            inside = "" if folder == PurePosixPath() else f"\\{_said(_windows(folder))}"
            lines.append(f'SetOutPath "$INSTDIR{inside}"')
        lines.append(f'File "/oname={_said(file.name)}" "{payload.tree / file}"')
    return "\n".join(lines) + "\n"


def list_text(payload: Payload) -> str:
    """Return the list of `payload`: its files, then its folders, each with a stroke behind it."""
    files = [_windows(file) for file in payload.files]
    folders = [f"{_windows(folder)}\\" for folder in payload.folders]
    return "".join(f"{line}\r\n" for line in (*files, UNINSTALLER, *folders))


def _windows(path: PurePosixPath) -> str:
    return str(path).replace("/", "\\")


def _said(text: str) -> str:
    """Return `text` as NSIS reads it between quotes."""
    return text.replace("$", "$$").replace('"', '$\\"')
