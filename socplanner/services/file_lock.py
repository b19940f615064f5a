"""Advisory locks between processes of this program.

Rules:

- A lock belongs to an open file and ends with the process, so a crash leaves none behind.
- A lock file is removed after use; a process that waits for it notices, and makes a new one.
- Where the file system has no locks, or a policy allows none, the work is done without.
"""

import contextlib
import os
import stat
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from socplanner.services.file_closing import close_file

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LONGEST_WAIT = 10.0
"""Seconds; a process with the lock has only a check and a renaming to do."""

_PAUSE = 0.005
_NOT_FOLLOWING = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


class Busy(Exception):
    """Another process has had the lock for longer than the wait."""


@contextlib.contextmanager
def locked(place: Path, longest_wait: float = LONGEST_WAIT) -> Iterator[None]:
    """Lock `place` while the block runs; raise Busy if another process has it for `longest_wait` s.

    The lock file is beside `place` and is removed afterwards. Where it cannot be made, or the file
    system has no locks, the block runs without.
    """
    lock = place.with_name(f".{place.name}.lock")
    opened = _acquired(lock, longest_wait)
    try:
        yield
    finally:
        if opened is not None:
            _release(lock, opened)


def try_lock(opened: int) -> bool:
    """Lock the open file `opened` and return True, or False if another process has it locked.

    Raise OSError where the file system has no locks, or a security policy allows none.
    """
    if sys.platform == "win32":
        try:
            msvcrt.locking(opened, msvcrt.LK_NBLCK, 1)
        except PermissionError:  # the error for a lock of another process
            return False
        return True
    try:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def is_at(opened: int, place: Path) -> bool:
    """Return whether `place` is still the name of the open file `opened`."""
    try:
        facts = place.lstat()
    except FileNotFoundError:
        return False
    return os.path.samestat(os.fstat(opened), facts)


def _release(lock: Path, opened: int) -> None:
    """Remove and close a lock file.

    It is removed while it is locked: a process that waits for it notices that it is gone. Windows
    cannot remove an open file, so it is closed first there; a process that has opened it meanwhile
    has the lock, and removes it.
    """
    if sys.platform == "win32":
        close_file(opened)
    with contextlib.suppress(OSError):
        lock.unlink()
    if sys.platform != "win32":
        close_file(opened)


def _acquired(lock: Path, longest_wait: float) -> int | None:
    """Return the open and locked file `lock`, or None where locking is not possible; raise Busy."""
    until = time.monotonic() + longest_wait
    while True:
        try:
            opened = _opened(lock)
        except PermissionError:
            if sys.platform != "win32" or not lock.exists():
                return None  # on Windows a file that is being removed cannot be opened
        except OSError:
            return None
        else:
            if not _is_lock_file(opened):  # of another program, with the same name: keep it
                close_file(opened)
                return None
            try:
                if try_lock(opened) and is_at(opened, lock):
                    return opened
            except OSError:  # a file system without locks: removing it unlocks nothing
                _release(lock, opened)
                return None
            close_file(opened)
        if time.monotonic() > until:
            raise Busy
        time.sleep(_PAUSE)


def _opened(lock: Path) -> int:
    """Open the lock file `lock`, or create it, and return its number; raise OSError."""
    try:
        return os.open(lock, os.O_RDWR | os.O_CREAT | _NOT_FOLLOWING, 0o666)
    except PermissionError:  # of another user: reading is enough to lock it
        return os.open(lock, os.O_RDONLY | _NOT_FOLLOWING)


def _is_lock_file(opened: int) -> bool:
    """Return whether the open file is a regular, empty one, as every lock file is."""
    try:
        facts = os.fstat(opened)
    except OSError:
        return False
    return stat.S_ISREG(facts.st_mode) and facts.st_size == 0
