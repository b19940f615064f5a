"""Folders that a planner writes into a field: what they mean, and what is wrong with them."""

import os
from pathlib import Path

from socplanner.domain.problem import Problem


def folder_meant(text: str) -> str:
    """Return the folder that `text` names, with `~` expanded; empty for no folder."""
    return os.path.expanduser(text.strip())  # noqa: PTH111 a home that is unknown stays as it is


def folder_problem(folder: str) -> Problem | None:
    """Return why file dialogs cannot begin in `folder`, or None; an empty one is no problem."""
    if not folder:
        return None
    if not os.path.isabs(folder):  # noqa: PTH117 as below
        return Problem("folder-not-absolute", {"example": str(Path.home())})
    if not os.path.isdir(folder):  # noqa: PTH112 it never raises
        return Problem("folder-missing", {"folder": folder})
    if not os.access(folder, os.W_OK):
        return Problem("folder-read-only", {"folder": folder})
    return None
