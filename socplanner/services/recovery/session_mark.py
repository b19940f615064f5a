"""A file that exists while the program runs; what remains of it means that it ended badly.

Python's fault handler writes its traceback there, where the interpreter itself is struck down.
"""

import contextlib
import faulthandler
import os
import re
import sys
import time
from pathlib import Path
from typing import IO, NamedTuple

from socplanner.services import file_lock
from socplanner.services.file_closing import close_file

_SUFFIX = ".session"
_NAME = re.compile(r"[0-9]+-([0-9]{1,15})")
_MOST_BYTES = 64 * 1024
_JUST_BEGUN = 1.0
"""Seconds in which a process may not have locked its mark yet."""

_PRIVATE_FOLDER = 0o700


class BadEnd(NamedTuple):
    """A run of the program that did not end by itself: when it began, and what was written."""

    place: Path
    began_at: float
    traceback: str


class SessionMark:
    """The mark of this process; a folder that cannot be written to means none."""

    def __init__(self, folder: Path) -> None:
        """Make the mark in `folder`, and have Python write there if it is struck down."""
        self._file: IO[str] | None = None
        self.place = folder / f"{os.getpid()}-{time.time_ns() // 1_000_000}{_SUFFIX}"
        try:
            folder.mkdir(mode=_PRIVATE_FOLDER, parents=True, exist_ok=True)
            self._file = self.place.open("x", encoding="utf-8")
        except OSError:
            return
        with contextlib.suppress(OSError):  # a file system without locks
            file_lock.try_lock(self._file.fileno())
        faulthandler.enable(self._file)

    def end(self) -> None:
        """Remove the mark: the program ends by itself."""
        if self._file is None:
            return
        faulthandler.disable()
        if sys.platform != "win32":  # an open file cannot be removed there
            self._remove()
        with contextlib.suppress(OSError):
            self._file.close()
        if sys.platform == "win32":
            self._remove()
        self._file = None

    def _remove(self) -> None:
        with contextlib.suppress(OSError):
            self.place.unlink()


def bad_ends(folder: Path) -> list[BadEnd]:
    """Return the runs whose mark no process has any more, the latest last."""
    try:
        places = sorted(each for each in folder.iterdir() if each.suffix == _SUFFIX)
    except OSError:
        return []
    ends = [_bad_end(place) for place in places]
    return sorted((each for each in ends if each is not None), key=_began_at)


def forget(end: BadEnd) -> None:
    """Remove the mark of a run that was reported."""
    with contextlib.suppress(OSError):
        end.place.unlink()


def _bad_end(place: Path) -> BadEnd | None:
    """Return the run that left the mark `place`, or None where it runs or cannot be read."""
    try:
        opened = os.open(place, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
    except OSError:
        return None
    try:
        if not file_lock.try_lock(opened):
            return None
        text = os.read(opened, _MOST_BYTES).decode("utf-8", "replace")
    except OSError:  # no locks here: whether the process runs is not known
        return None
    finally:
        close_file(opened)
    match = _NAME.fullmatch(place.stem)
    began_at = 0.0 if match is None else int(match[1]) / 1000
    is_beginning = 0 <= time.time() - began_at < _JUST_BEGUN
    return None if is_beginning else BadEnd(place, began_at, text)


def _began_at(end: BadEnd) -> float:
    return end.began_at
