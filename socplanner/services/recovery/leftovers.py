"""Journals that programs left which did not end by themselves, and what becomes of them.

Rules:

- A journal whose process runs is locked, and not listed. Those that are listed are locked while
  they are, so that two windows never show the same work.
- Nothing is removed unless the planner discards it, or its plan is saved or journaled again.
- A journal that is damaged is moved to `damaged` once it was shown, and kept there for `DAYS_KEPT`
  days; the last `LEAST_KEPT` stay longer, as the clock may be wrong. So is what another program has
  left in the place of one. A journal of a newer version stays where it is.
"""

import contextlib
import errno
import os
import sys
import time
from collections.abc import Collection
from pathlib import Path
from typing import NamedTuple

from socplanner.formats.journal.journal_text import Journal, UnreadableJournal, journal_of
from socplanner.services import file_lock, files
from socplanner.services.file_closing import close_file
from socplanner.services.file_problem import FileProblem
from socplanner.services.recovery.journal_file import SUFFIX

DAYS_KEPT, LEAST_KEPT = 90, 3
_DAMAGED = "damaged"
_SECONDS = 86_400
_NO_FILE = frozenset({errno.ELOOP, errno.ENXIO})
"""The errors of opening a link, and a pipe or a device."""


class RecoverableWork(NamedTuple):
    """Work that was not saved: its journal, and the file descriptor that locks it."""

    place: Path
    journal: Journal
    opened: int


class Leftovers(NamedTuple):
    """What is left in the folder of journals."""

    works: tuple[RecoverableWork, ...] = ()
    unreadable: tuple[tuple[Path, str], ...] = ()
    """Journals that give no plan, each with a reason of `UnreadableJournal` or of a file."""


def leftovers_in(folder: Path) -> Leftovers:
    """Return the journals in `folder` that no process writes any more, the newest work first."""
    _remove_old(folder / _DAMAGED)
    works: list[RecoverableWork] = []
    unreadable: list[tuple[Path, str]] = []
    for place in _journals_in(folder):
        try:
            opened = _locked(place)
        except OSError as error:
            unreadable.append((place, _reason_of(error)))
            continue
        if opened is None:
            continue
        try:
            works.append(RecoverableWork(place, journal_of(_content(place, opened)), opened))
        except UnreadableJournal as error:
            close_file(opened)
            if error.reason == "empty":  # no state was ever written to it
                _remove(place)
            else:
                unreadable.append((place, error.reason))
        except FileProblem as problem:
            close_file(opened)
            reason = "unreadable" if problem.code == "file-unreadable" else "other"
            unreadable.append((place, reason))
    works.sort(key=_made_at, reverse=True)
    return Leftovers(tuple(works), tuple(unreadable))


def has_leftovers(folder: Path, ours: Collection[Path] = ()) -> bool:
    """Return whether `folder` has another file than `ours`, without reading one."""
    names = {place.name for place in ours}
    try:
        with os.scandir(folder) as entries:
            return any(
                entry.is_file(follow_symlinks=False) and entry.name not in names
                for entry in entries
            )
    except OSError:
        return False


def release(work: RecoverableWork) -> None:
    """Leave `work` for the next start."""
    close_file(work.opened)


def remove(work: RecoverableWork) -> None:
    """Remove the journal of `work`, which was recovered or discarded; keep one that is damaged."""
    if work.journal.is_damaged:
        release(work)
        keep_damaged(work.place)
        return
    if sys.platform == "win32":  # an open file cannot be removed there
        release(work)
    _remove(work.place)
    if sys.platform != "win32":
        release(work)


def keep_damaged(place: Path) -> Path:
    """Move a journal that could not be read whole out of sight, and return its new place."""
    target = place.parent / _DAMAGED / place.name
    with contextlib.suppress(OSError):
        target.parent.mkdir(mode=0o700, exist_ok=True)
        place.replace(target)
        os.utime(target)
    return target


def _journals_in(folder: Path) -> list[Path]:
    try:
        return sorted(each for each in folder.iterdir() if each.suffix == SUFFIX)
    except OSError:
        return []


def _reason_of(error: OSError) -> str:
    """Return why a file cannot be opened: what is no ordinary file is of another program."""
    return (
        "other" if error.errno in _NO_FILE or isinstance(error, IsADirectoryError) else "unreadable"
    )


def _locked(place: Path) -> int | None:
    """Return `place` open and locked, or None where a process has it; raise OSError."""
    flags = os.O_RDWR | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
    opened = os.open(place, flags | getattr(os, "O_NONBLOCK", 0))
    try:
        is_free = file_lock.try_lock(opened) and file_lock.is_at(opened, place)
    except OSError:  # no locks here: the process is the only sign
        is_free = not _is_running(place)
    if not is_free:
        close_file(opened)
        return None
    return opened


def _content(place: Path, opened: int) -> bytes:
    """Return what is in the journal; raise FileProblem."""
    if sys.platform == "win32":  # what is locked can be read by its own descriptor only
        os.lseek(opened, 0, os.SEEK_SET)
        return os.read(opened, files.MOST_BYTES)
    return files.read(place)


def _is_running(place: Path) -> bool:
    """Return whether the process that made `place` runs, by the number in its name."""
    process = place.stem.split("-")[-3:-2]
    if sys.platform == "win32" or not process or not process[0].isdigit():
        return False
    try:
        os.kill(int(process[0]), 0)
    except OverflowError:
        return False
    except OSError as error:
        return isinstance(error, PermissionError)
    return True


def _remove_old(folder: Path) -> None:
    """Remove damaged journals that were kept for `DAYS_KEPT` days, except for the last ones."""
    limit = time.time() - DAYS_KEPT * _SECONDS
    with contextlib.suppress(OSError):
        kept = [each for each in folder.iterdir() if each.suffix == SUFFIX]
        dated = sorted((each.lstat().st_mtime, each) for each in kept)
        for kept_at, place in dated[:-LEAST_KEPT]:
            if kept_at < limit:
                _remove(place)


def _remove(place: Path) -> None:
    with contextlib.suppress(OSError):
        place.unlink()


def _made_at(work: RecoverableWork) -> float:
    return work.journal.state.made_at
