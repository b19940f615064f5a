"""Versions of a file merged line by line by git, which marks what both sides changed."""

from pathlib import Path

from socplanner.services import files
from socplanner.services.git_setup import run_git

_NAMES = ("ours", "base", "theirs")


def merge_texts(base: Path, ours: Path, theirs: Path) -> None:
    """Merge `theirs` into `ours`, with marks at the conflicts; raise EditRejected without git.

    Texts that git does not merge stand one after the other between marks.
    """
    names = [word for name in _NAMES for word in ("-L", name)]
    done = run_git(Path.cwd(), "merge-file", *names, *map(str, (ours, base, theirs)))
    if done.returncode < 0 or done.returncode > _MOST_CONFLICTS:
        files.write_atomically(ours, _marked(ours.read_bytes(), theirs.read_bytes()))


_MOST_CONFLICTS = 127
"""The exit code of git is the number of conflicts, at most this; above, it has not merged."""


def _marked(ours: bytes, theirs: bytes) -> bytes:
    """Return both texts between the marks of a conflict."""
    return b"<<<<<<< ours\n" + ours + b"\n=======\n" + theirs + b"\n>>>>>>> theirs\n"
