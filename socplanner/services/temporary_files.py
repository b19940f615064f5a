"""Temporary files, written before they replace others, and the removal of those that crashes left.

Each is locked while it is in use: one that can be locked is left over, and is removed. On Windows,
where the lock ends before the file is renamed, it must be old as well.
"""

import contextlib
import os
import re
import stat
import sys
import time
from itertools import count
from pathlib import Path

from socplanner.services import file_lock
from socplanner.services.file_closing import close_file

_NAME = re.compile(r"\.socplanner-\d+-\d+\.tmp")
_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_SURELY_OLD = 600.0
"""Seconds after which a file counts as left over where its lock alone does not decide."""


def new_temporary_file(folder: Path) -> tuple[Path, int]:
    """Return the path of a new file in `folder`, open for writing and locked; raise OSError."""
    for number in count():
        place = folder / f".socplanner-{os.getpid()}-{number}.tmp"
        try:
            opened = os.open(place, _FLAGS, 0o666)
        except FileExistsError:
            continue
        with contextlib.suppress(OSError):  # a file system without locks
            if not file_lock.try_lock(opened) or not file_lock.is_at(opened, place):
                close_file(opened)  # removed as left over in the moment before it was locked
                continue
        return place, opened
    raise AssertionError


def remove_left_over_files(folder: Path) -> None:
    """Remove the temporary files of ours in `folder` that no process has open any more."""
    try:
        with os.scandir(folder) as entries:
            places = [Path(each.path) for each in entries if _NAME.fullmatch(each.name)]
    except (OSError, ValueError):
        return
    for place in places:
        with contextlib.suppress(OSError):
            _remove_unless_open(place)


def _remove_unless_open(place: Path) -> None:
    """Remove the file `place` if it is this user's and no process uses it; raise OSError."""
    opened = os.open(place, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
    try:
        facts = os.fstat(opened)
        is_ours = stat.S_ISREG(facts.st_mode) and facts.st_uid == _owner(facts)
        is_left_over = is_ours and file_lock.try_lock(opened) and file_lock.is_at(opened, place)
        if sys.platform == "win32":  # locks there end before the file is renamed
            is_left_over = is_left_over and time.time() - facts.st_mtime > _SURELY_OLD
        if is_left_over and sys.platform != "win32":
            place.unlink()
    finally:
        close_file(opened)
    if is_left_over and sys.platform == "win32":  # an open file cannot be removed there
        place.unlink()


def _owner(facts: os.stat_result) -> int:
    return os.geteuid() if sys.platform != "win32" else facts.st_uid
