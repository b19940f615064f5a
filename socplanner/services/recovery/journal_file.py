"""A journal on disk: made by one process, locked while it lives, appended and flushed."""

import contextlib
import itertools
import os
import sys
import time
from pathlib import Path

from socplanner.services import file_lock
from socplanner.services.file_closing import close_file

SUFFIX = ".journal"
_FLAGS = (
    os.O_RDWR
    | os.O_CREAT
    | os.O_EXCL
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NOINHERIT", 0)
)
_PRIVATE_FILE, _PRIVATE_FOLDER = 0o600, 0o700


class JournalFile:
    """A new file that only this process appends to; its lock marks it as in use."""

    def __init__(self, folder: Path, plan_id: str) -> None:
        """Create the file in `folder`, readable by its owner only; raise OSError."""
        folder.mkdir(mode=_PRIVATE_FOLDER, parents=True, exist_ok=True)
        self.size = 0
        self._has_lock, self._is_open = False, True
        for number in itertools.count():
            began = time.time_ns() // 1_000_000
            self.place = folder / f"{plan_id}-{os.getpid()}-{began}-{number}{SUFFIX}"
            try:
                self._opened = os.open(self.place, _FLAGS, _PRIVATE_FILE)
            except FileExistsError:
                continue
            if self._is_ours():
                return

    def _is_ours(self) -> bool:
        """Lock the file; return False if another window has removed it before that, as empty."""
        try:
            self._has_lock = file_lock.try_lock(self._opened)
            if self._has_lock and file_lock.is_at(self._opened, self.place):
                return True
        except OSError:  # a file system without locks, at least at this moment
            return True
        close_file(self._opened)
        return False

    @property
    def is_there(self) -> bool:
        """Whether the file is still in its folder: what is removed from outside keeps nothing."""
        try:
            return file_lock.is_at(self._opened, self.place)
        except OSError:
            return False

    def append(self, data: bytes) -> None:
        """Write `data` at the end and flush it to disk; raise OSError, with part of it written."""
        if not self._has_lock:
            with contextlib.suppress(OSError):
                self._has_lock = file_lock.try_lock(self._opened)
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(self._opened, rest) :]
        os.fsync(self._opened)
        self.size += len(data)

    def close(self) -> None:
        """Close the file and keep it for the next start."""
        if self._is_open:
            self._is_open = False
            close_file(self._opened)

    def remove(self) -> bool:
        """Remove the file, which is not wanted any more; return whether it is gone.

        One that cannot be removed stays open, and so is not shown as work that was left.
        """
        if sys.platform == "win32":  # an open file cannot be removed there
            self.close()
        try:
            self.place.unlink(missing_ok=True)
        except OSError:
            return False
        self.close()
        return True
