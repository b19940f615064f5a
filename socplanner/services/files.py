"""Reading and writing whole files, so that a fault leaves on disk what was there before."""

import contextlib
import errno
import os
import stat
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from socplanner.services.file_problem import FileProblem, refused

MOST_BYTES = 64 * 1024 * 1024
"""No file of ours comes near it; one that does is a mistake or an attack."""

_BINARY = getattr(os, "O_BINARY", 0)
_NOT_WAITING = getattr(os, "O_NONBLOCK", 0)
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_MIB = 1024 * 1024
_WAITS = (0.02, 0.05, 0.1, 0.2, 0.4) if sys.platform == "win32" else ()
"""Seconds between tries to replace a file. On Windows virus scanners and indexers hold what was
just written for a moment, and nobody may replace what somebody holds."""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What a file held when it was last seen: all of it, so that no change is ever missed."""

    content: bytes = field(repr=False)

    def still_holds(self, path: Path) -> bool:
        """Tell whether `path` holds the same; True too where nothing is left to be overwritten."""
        try:
            return read(path) == self.content
        except FileProblem as problem:
            return problem.code == "file-missing"


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
    """Put `data` in the place of what `path` holds, at once or not at all.

    A link is followed, the mode is kept. Raise FileProblem, with the file as it was before.
    """
    try:
        target = Path(os.path.realpath(path))
        before = _proved_target(path, target)
    except ValueError as error:  # a NUL in the name
        raise refused(path, "file-failed", reason=str(error)) from None
    aside = _write_aside(path, target.parent, data, before)
    try:
        _replace(aside, target)
    except OSError as error:
        _drop(aside)
        raise _unreplaced(path, error) from None
    _settle(target.parent)


@contextlib.contextmanager
def claimed(path: Path) -> Iterator[None]:
    """Hold the name `path`, where no file may be, while one is made; give it back where that fails.

    Raise FileProblem if the name is taken, also by somebody who was faster by a moment.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY
    try:
        os.close(os.open(path, flags, 0o666))
    except FileExistsError:
        raise refused(path, "file-exists") from None
    except OSError as error:
        raise _unwritten(path, error) from None
    try:
        yield
    except BaseException:
        _drop(path)
        raise


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


def _proved_target(path: Path, target: Path) -> os.stat_result | None:
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
    return facts


def _write_aside(path: Path, folder: Path, data: bytes, before: os.stat_result | None) -> Path:
    """Return a new file in `folder` that holds `data` for certain."""
    try:
        aside, opened = _new_file(folder)
    except OSError as error:
        raise _unwritten(path, error) from None
    try:
        try:
            _write_opened(opened, data, before)
        finally:
            os.close(opened)
    except OSError as error:
        _drop(aside)
        raise _unwritten(path, error) from None
    except BaseException:
        _drop(aside)
        raise
    return aside


def _replace(aside: Path, target: Path) -> None:
    """Put `aside` in the place of `target`; wait for who holds either for a moment."""
    for wait in _WAITS:
        try:
            aside.replace(target)
        except PermissionError:
            time.sleep(wait)
        else:
            return
    aside.replace(target)


def _drop(aside: Path) -> None:
    """Remove `aside`; who holds it must not hide what went wrong before."""
    with contextlib.suppress(OSError):
        aside.unlink(missing_ok=True)


def _new_file(folder: Path) -> tuple[Path, int]:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY
    for number in count():
        aside = folder / f".socplanner-{os.getpid()}-{number}.tmp"
        try:
            return aside, os.open(aside, flags, 0o666)
        except FileExistsError:
            continue
    raise AssertionError


def _write_opened(opened: int, data: bytes, before: os.stat_result | None) -> None:
    if before is not None:
        _dress_as(before, opened)
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(opened, rest) :]
    os.fsync(opened)


def _dress_as(before: os.stat_result, opened: int) -> None:
    """Give the new file the owner and the mode of the old one, where the system has such."""
    if hasattr(os, "fchown"):
        now = os.fstat(opened)
        if (now.st_uid, now.st_gid) != (before.st_uid, before.st_gid):
            with contextlib.suppress(PermissionError):
                os.fchown(opened, before.st_uid, before.st_gid)
    if hasattr(os, "fchmod"):
        os.fchmod(opened, stat.S_IMODE(before.st_mode))


def _settle(folder: Path) -> None:
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
