"""Reading and writing whole files, so that a fault leaves on disk what was there before."""

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

from socplanner.services.file_lock import Busy, locked
from socplanner.services.file_problem import FileProblem, refused
from socplanner.services.temporary_files import new_temporary_file, remove_left_over_files

MOST_BYTES = 64 * 1024 * 1024
"""No file of ours comes near it; one that does is a mistake or an attack."""

_BINARY = getattr(os, "O_BINARY", 0)
_NOT_WAITING = getattr(os, "O_NONBLOCK", 0)
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_MIB = 1024 * 1024
_NONE = -1
"""The number of no open file."""

_WAITS = (0.02, 0.05, 0.1, 0.2, 0.4) if sys.platform == "win32" else ()
"""Seconds between tries to replace a file. On Windows virus scanners and indexers hold what was
just written for a moment, and nobody may replace what somebody holds."""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What a file held when it was last seen: all of it, so that no change is ever missed."""

    content: bytes = field(repr=False)

    def is_unchanged(self, path: Path) -> bool:
        """Tell whether `path` holds the same; True too where nothing is left to be overwritten.

        Raise FileProblem if that cannot be looked at.
        """
        try:
            return read(path) == self.content
        except FileProblem as problem:
            if problem.code != "file-missing":
                raise
            return True


class _Target(NamedTuple):
    """A file that is to be replaced, and what the system knows of it."""

    path: Path
    facts: os.stat_result


def read(path: Path, most: int = MOST_BYTES) -> bytes:
    """Return what the regular file `path` holds, `most` bytes at most.

    Raise FileProblem if that cannot be had.
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
        os.close(opened)


def write_atomically(path: Path, data: bytes) -> None:
    """Put `data` in the place of whatever file `path` is, at once or not at all.

    A link is followed; mode, owner and extended attributes are kept. Raise FileProblem, with the
    file as it was before.
    """
    _write(path, data, _replace)


def write_over(path: Path, data: bytes, before: Fingerprint) -> None:
    """Write as `write_atomically` does, but only over what `before` saw in the file.

    That is looked at directly before the file is replaced, under a lock that every process of ours
    honours. Raise FileProblem where the file holds anything else, or cannot be looked at.
    """

    def place(temporary: Path, target: Path) -> None:
        if not before.is_unchanged(target):
            raise refused(path, "file-changed")
        _replace(temporary, target)

    _write(path, data, place)


def write_new(path: Path, data: bytes) -> None:
    """Write the new file `path`, at once or not at all; raise FileProblem if one is there."""
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
    """Return what is known of the file to be replaced; raise FileProblem if it must not be."""
    try:
        facts = target.stat()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _unwritten(path, error) from None
    if stat.S_ISDIR(facts.st_mode):
        raise refused(path, "file-is-folder")
    if not stat.S_ISREG(facts.st_mode):
        raise refused(path, "file-not-regular")
    if not os.access(target, os.W_OK):
        raise refused(path, "file-read-only")
    return _Target(target, facts)


def _write(path: Path, data: bytes, place: Callable[[Path, Path], None]) -> None:
    """Write a temporary file and have `place` put it where it belongs, under the lock of `path`."""
    try:
        target = Path(os.path.realpath(path))
        before = _checked_target(path, target)
    except ValueError as error:  # a NUL in the name
        raise refused(path, "file-failed", reason=str(error)) from None
    remove_left_over_files(target.parent)
    temporary, opened = _new_temporary_file(path, target.parent)
    try:
        _fill(path, opened, data, before)
        if sys.platform == "win32":  # where an open file cannot be renamed
            opened = _closed(opened)
        _place(path, temporary, target, place)
    except BaseException:
        _drop(temporary)
        raise
    finally:
        _closed(opened)
    _fsync_folder(target.parent)


def _new_temporary_file(path: Path, folder: Path) -> tuple[Path, int]:
    try:
        return new_temporary_file(folder)
    except OSError as error:
        raise _unwritten(path, error) from None


def _fill(path: Path, opened: int, data: bytes, before: _Target | None) -> None:
    """Write `data` into the temporary file `opened`, for certain; raise FileProblem."""
    try:
        if before is not None:
            _copy_mode_and_owner(before, opened)
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(opened, rest) :]
        os.fsync(opened)
    except OSError as error:
        raise _unwritten(path, error) from None


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
    """Put `temporary` in the place of `target`; wait for who holds either for a moment."""
    for wait in _WAITS:
        try:
            temporary.replace(target)
        except PermissionError:
            time.sleep(wait)
        else:
            return
    temporary.replace(target)


def _place_new(temporary: Path, target: Path) -> None:
    """Give `temporary` the name `target`; raise FileExistsError if something has it."""
    if sys.platform == "win32":
        temporary.rename(target)
        return
    try:
        os.link(temporary, target, follow_symlinks=False)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links: the lock keeps out others of ours
        if os.path.lexists(target):
            raise FileExistsError from None
        _replace(temporary, target)
    else:
        temporary.unlink()


def _drop(temporary: Path) -> None:
    """Remove `temporary`; who holds it must not hide what went wrong before."""
    with contextlib.suppress(OSError):
        temporary.unlink(missing_ok=True)


def _closed(opened: int) -> int:
    """Close `opened` unless it is closed already, and return what is none."""
    if opened != _NONE:
        with contextlib.suppress(OSError):
            os.close(opened)
    return _NONE


def _copy_mode_and_owner(before: _Target, opened: int) -> None:
    """Give the new file owner, mode and extended attributes of the old one, as far as they go."""
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
    """Copy what may be copied: some attributes are the system's own."""
    if sys.platform != "linux":
        return
    with contextlib.suppress(OSError):
        for name in os.listxattr(source):
            with contextlib.suppress(OSError):
                os.setxattr(opened, name, os.getxattr(source, name))


def _fsync_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where folders can be asked for that."""
    with contextlib.suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _unread(path: Path, error: OSError) -> FileProblem:
    if isinstance(error, FileNotFoundError):
        return refused(path, "file-missing")
    if isinstance(error, IsADirectoryError) or os.path.isdir(path):  # noqa: PTH112
        return refused(path, "file-is-folder")
    if isinstance(error, PermissionError):
        return refused(path, "file-unreadable")
    return _failed(path, error)


def _unwritten(path: Path, error: OSError) -> FileProblem:
    folder = str(path.parent)
    if error.errno in _FULL:
        return refused(path, "disk-full")
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return refused(path, "folder-missing", folder=folder)
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return refused(path, "folder-read-only", folder=folder)
    return _failed(path, error)


def _unreplaced(path: Path, error: OSError) -> FileProblem:
    if isinstance(error, PermissionError):
        return refused(path, "file-in-use")
    return _unwritten(path, error)


def _failed(path: Path, error: OSError) -> FileProblem:
    return refused(path, "file-failed", reason=error.strerror or type(error).__name__)
