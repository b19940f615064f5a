"""Reading and writing whole files, so that a failure leaves on disk what was there before.

Rules:

- Reading is bounded, and only of regular files; opening never waits, for a pipe for example.
- Writing fills a temporary file in the same folder, flushes it to disk, and renames it over the
  target: the target has the old content or the new one, never part of either.
- The rename is done under the lock of the target, directly after the last check of it; every
  process of this program uses the same lock.
- A link is followed: the file it leads to is replaced. Mode, owner and attributes are copied.
- Any failure is one FileProblem; the temporary file is removed, and a failure to remove it does not
  hide the first error. What a crash leaves is removed by a later write in the folder.
"""

import contextlib
import errno
import os
import stat
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from socplanner.services.file_closing import close_file
from socplanner.services.file_lock import Busy, locked
from socplanner.services.file_problem import FileProblem, refused
from socplanner.services.temporary_files import new_temporary_file, remove_left_over_files

MOST_BYTES = 64 * 1024 * 1024
"""The most bytes that are read; a file of this program that is larger is a mistake or an attack."""

_BINARY = getattr(os, "O_BINARY", 0)
_NOT_WAITING = getattr(os, "O_NONBLOCK", 0)
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_GONE_NAMES = (
    *("ESTALE", "ENOTCONN", "ETIMEDOUT", "EHOSTDOWN", "EHOSTUNREACH", "ENETDOWN", "ENETUNREACH"),
    *("ECONNABORTED", "ECONNRESET", "ECONNREFUSED", "EREMOTEIO"),
)
_GONE = frozenset(getattr(errno, name) for name in _GONE_NAMES if hasattr(errno, name))
_GONE_ON_WINDOWS = frozenset({51, 53, 54, 55, 59, 64, 65, 67, 121, 1225, 1231, 1232, 1236})
"""The errors of a network folder that cannot be reached; on Windows some seem a missing file."""

_MIB = 1024 * 1024
_NONE = -1
"""The file descriptor of no file."""

_WAITS = (0.02, 0.05, 0.1, 0.2, 0.4) if sys.platform == "win32" else ()
"""Seconds between tries to replace a file. On Windows virus scanners and indexers open a new file
for a moment, and an open file cannot be replaced."""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """The content of a file when it was last read: all of it, so that no change is ever missed."""

    content: bytes = field(repr=False)

    def is_unchanged(self, path: Path) -> bool:
        """Return whether `path` has the same content; True too where the file is missing.

        Raise FileProblem if it cannot be read.
        """
        try:
            return read(path) == self.content
        except FileProblem as problem:
            if problem.code != "file-missing":
                raise
            return True


class _Target(NamedTuple):
    """A file that is to be replaced, and its mode, owner and size."""

    path: Path
    facts: os.stat_result


def read(path: Path, most: int = MOST_BYTES) -> bytes:
    """Return the content of the regular file `path`.

    Raise FileProblem if it cannot be read, or is larger than `most` bytes.
    """
    try:
        opened = os.open(path, os.O_RDONLY | _BINARY | _NOT_WAITING)
    except OSError as error:
        raise _unread(path, error) from None
    except ValueError:  # a NUL in the name
        raise refused(path, "file-missing") from None
    try:
        return _read_opened(path, opened, most)
    except OSError as error:
        raise _unread(path, error) from None
    finally:
        close_file(opened)


def write_atomically(path: Path, data: bytes) -> None:
    """Replace the file `path` by `data`, or create it, as a whole or not at all.

    A link is followed; mode, owner and extended attributes are kept. Raise FileProblem, with the
    file unchanged.
    """
    _write(path, data, _replace)


def write_over(path: Path, data: bytes, before: Fingerprint) -> None:
    """Write as `write_atomically` does, but only over the content of `before`.

    The content is compared directly before the file is replaced, under a lock that every process
    of this program uses. Raise FileProblem where it differs or cannot be read.
    """

    def place(temporary: Path, target: Path) -> None:
        if not before.is_unchanged(target):
            raise refused(path, "file-changed")
        _replace(temporary, target)

    _write(path, data, place)


def write_new(path: Path, data: bytes) -> None:
    """Write the new file `path`, as a whole or not at all; raise FileProblem if it exists."""
    if os.path.lexists(path):
        raise refused(path, "file-exists")
    _write(path, data, _place_new)


def _read_opened(path: Path, opened: int, most: int) -> bytes:
    facts = os.fstat(opened)
    if stat.S_ISDIR(facts.st_mode):
        raise refused(path, "file-is-folder")
    if not stat.S_ISREG(facts.st_mode):
        raise refused(path, "file-not-regular")
    if facts.st_size > most:
        raise refused(path, "file-too-big", most=most // _MIB)
    parts, size = [], 0
    while part := os.read(opened, _MIB):
        parts.append(part)
        size += len(part)
        if size > most:
            raise refused(path, "file-too-big", most=most // _MIB)
    return b"".join(parts)


def _checked_target(path: Path, target: Path) -> _Target | None:
    """Return the file to be replaced, or None; raise FileProblem if it must not be replaced."""
    try:
        facts = target.lstat()
    except OSError as error:
        if isinstance(error, FileNotFoundError) and not _is_gone(error):
            return None
        raise unwritten(path, error) from None
    if stat.S_ISLNK(facts.st_mode):  # it could not be followed, and must not be replaced
        raise refused(path, "file-failed", reason=os.strerror(errno.ELOOP))
    if stat.S_ISDIR(facts.st_mode):
        raise refused(path, "file-is-folder")
    if not stat.S_ISREG(facts.st_mode):
        raise refused(path, "file-not-regular")
    if not os.access(target, os.W_OK):
        raise refused(path, "file-read-only")
    return _Target(target, facts)


def _write(path: Path, data: bytes, place: Callable[[Path, Path], None]) -> None:
    """Write a temporary file, and call `place` under the lock of `path` to give it its name."""
    try:
        target = Path(os.path.realpath(path))
        before = _checked_target(path, target)
    except ValueError as error:  # a NUL in the name
        raise refused(path, "file-failed", reason=str(error)) from None
    remove_left_over_files(target.parent)
    temporary, opened = _new_temporary_file(path, target.parent)
    try:
        _fill(path, opened, data, before)
        if sys.platform == "win32":  # an open file cannot be renamed there
            opened = _close(opened)
        _place(path, temporary, target, place)
    except BaseException:
        _remove_temporary(temporary)
        raise
    finally:
        _close(opened)
    _fsync_folder(target.parent)


def _new_temporary_file(path: Path, folder: Path) -> tuple[Path, int]:
    try:
        return new_temporary_file(folder)
    except OSError as error:
        raise unwritten(path, error) from None


def _fill(path: Path, opened: int, data: bytes, before: _Target | None) -> None:
    """Write `data` into the temporary file `opened`, and flush it to disk; raise FileProblem."""
    try:
        if before is not None:
            _copy_mode_and_owner(before, opened)
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(opened, rest) :]
        os.fsync(opened)
    except OSError as error:
        raise unwritten(path, error) from None


def _place(path: Path, temporary: Path, target: Path, place: Callable[[Path, Path], None]) -> None:
    try:
        with locked(target):
            place(temporary, target)
    except Busy:
        raise refused(path, "file-busy") from None
    except FileExistsError:
        raise refused(path, "file-exists") from None
    except OSError as error:
        raise _unreplaced(path, error) from None


def _replace(temporary: Path, target: Path) -> None:
    """Rename `temporary` to `target`; wait for programs that have either open for a moment."""
    for wait in _WAITS:
        try:
            temporary.replace(target)
        except PermissionError:
            time.sleep(wait)
        else:
            return
    temporary.replace(target)


def _place_new(temporary: Path, target: Path) -> None:
    """Rename `temporary` to `target`; raise FileExistsError if there is a file of that name."""
    if sys.platform == "win32":
        temporary.rename(target)
        return
    try:
        os.link(temporary, target, follow_symlinks=False)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links: the lock excludes our processes
        if os.path.lexists(target):
            raise FileExistsError from None
        _replace(temporary, target)
    else:
        _remove_temporary(temporary)


def _remove_temporary(temporary: Path) -> None:
    """Remove `temporary`; a failure must neither hide an error before nor be one: it goes later."""
    with contextlib.suppress(OSError):
        temporary.unlink(missing_ok=True)


def _close(opened: int) -> int:
    """Close `opened` unless it is closed already; return the descriptor of no file."""
    if opened != _NONE:
        close_file(opened)
    return _NONE


def _copy_mode_and_owner(before: _Target, opened: int) -> None:
    """Copy owner, mode and extended attributes of the old file to the new one, where allowed."""
    facts = before.facts
    if hasattr(os, "fchown"):
        now = os.fstat(opened)
        if (now.st_uid, now.st_gid) != (facts.st_uid, facts.st_gid):
            with contextlib.suppress(PermissionError):
                os.fchown(opened, facts.st_uid, facts.st_gid)
    if hasattr(os, "fchmod"):
        os.fchmod(opened, stat.S_IMODE(facts.st_mode))
    if sys.platform == "linux":
        _copy_attributes(before.path, opened)


def _copy_attributes(source: Path, opened: int) -> None:
    """Copy the extended attributes that may be copied: some are reserved for the system."""
    if sys.platform != "linux":
        return
    with contextlib.suppress(OSError):
        for name in os.listxattr(source):
            with contextlib.suppress(OSError):
                os.setxattr(opened, name, os.getxattr(source, name))


def _fsync_folder(folder: Path) -> None:
    """Flush the folder to disk, where that is possible: the new name then survives a power cut."""
    with contextlib.suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            close_file(opened)


def _unread(path: Path, error: OSError) -> FileProblem:
    if _is_gone(error):
        return refused(path, "share-gone")
    if isinstance(error, FileNotFoundError):
        return refused(path, "file-missing")
    if isinstance(error, IsADirectoryError) or os.path.isdir(path):  # noqa: PTH112
        return refused(path, "file-is-folder")
    if isinstance(error, PermissionError):
        return refused(path, "file-unreadable")
    return _failed(path, error)


def unwritten(path: Path, error: OSError) -> FileProblem:
    """Return the problem for the failed writing of `path`."""
    folder = str(path.parent)
    if _is_gone(error):
        return refused(path, "share-gone")
    if error.errno in _FULL:
        return refused(path, "disk-full")
    if isinstance(error, FileExistsError | NotADirectoryError):
        obstacle = _obstacle(path)
        if obstacle is not None:
            return refused(path, "folder-blocked", place=str(obstacle))
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return refused(path, "folder-missing", folder=folder)
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return refused(path, "folder-read-only", folder=folder)
    return _failed(path, error)


def _obstacle(path: Path) -> Path | None:
    """Return what is at `path` or above it in the place of a folder; None where nothing is."""
    places = (each for each in (path, *path.parents) if os.path.lexists(each))
    nearest = next(places, None)
    return nearest if nearest is not None and not nearest.is_dir() else None


def _unreplaced(path: Path, error: OSError) -> FileProblem:
    if isinstance(error, PermissionError):
        return refused(path, "file-in-use")
    return unwritten(path, error)


def _is_gone(error: OSError) -> bool:
    return error.errno in _GONE or getattr(error, "winerror", None) in _GONE_ON_WINDOWS


def _failed(path: Path, error: OSError) -> FileProblem:
    return refused(path, "file-failed", reason=error.strerror or type(error).__name__)
