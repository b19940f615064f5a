"""What tests of reading and writing files share: problems that are met, calls that fail."""

import contextlib
import errno
import os
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from socplanner.services.file_problem import FileProblem

if sys.platform != "win32":
    import fcntl


def problem_of(work: Callable[[], object]) -> FileProblem:
    """Return the problem that `work` meets."""
    with pytest.raises(FileProblem) as caught:
        work()
    return caught.value


def names_in(folder: Path) -> list[str]:
    """Return what stands in `folder`."""
    return sorted(each.name for each in folder.iterdir())


def make_fail(patch: pytest.MonkeyPatch, name: str, fault: int, nth: int) -> None:
    """Make the `nth` call of `os.name` fail; a file is closed none the less."""
    real, calls = getattr(os, name), iter(range(1000))

    def failing(*arguments: object) -> object:
        if next(calls) != nth:
            return real(*arguments)
        if name == "close":
            real(*arguments)
        raise OSError(fault, os.strerror(fault))

    patch.setattr(os, name, failing)


_OF_WRITING = (errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.ESTALE)
_OF_LOOKING = (errno.EACCES, errno.EIO, errno.ESTALE)
_OF_CHANGING = (*_OF_WRITING, errno.EROFS, errno.EACCES)

ERRORS: Mapping[str, tuple[int, ...]] = {
    "open": _OF_CHANGING,
    "read": (errno.EIO, errno.ESTALE),
    "write": _OF_WRITING,
    "fsync": _OF_WRITING,
    "close": _OF_WRITING,
    "lseek": (errno.EIO, errno.ESTALE),
    "ftruncate": (errno.EIO, errno.EROFS, errno.ESTALE),
    "stat": _OF_LOOKING,
    "lstat": _OF_LOOKING,
    "fstat": (errno.EIO, errno.ESTALE),
    "listdir": _OF_LOOKING,
    "scandir": _OF_LOOKING,
    "mkdir": _OF_CHANGING,
    "replace": _OF_CHANGING,
    "rename": _OF_CHANGING,
    "link": (*_OF_CHANGING, errno.EPERM),
    "unlink": (errno.EIO, errno.EROFS, errno.EACCES, errno.ESTALE),
    "fchmod": (errno.EPERM, errno.EIO, errno.EROFS, errno.ESTALE),
    "utime": (errno.EPERM, errno.EIO, errno.EROFS, errno.ESTALE),
    "flock": (errno.ENOLCK, errno.EIO, errno.ESTALE),
}
"""The functions by which the program uses files, and the errors that each may meet."""

_OURS = ("MainThread", "journal")
"""The threads whose calls are those of the program; tests may have others."""

NEVER, FOR_EVER = 1_000_000, 2_000_000


@contextlib.contextmanager
def failing_calls(first: int, fault: int = 0, last: int | None = None) -> Iterator[list[str]]:
    """Have the calls `first` to `last` (only `first` without it) fail with `fault`.

    Yield the names of the functions as they are called. Only those fail that may meet this error.
    """
    calls: list[str] = []
    final = first if last is None else last

    def failing(name: str, real: Callable[..., object]) -> Callable[..., object]:
        def called(*arguments: object, **options: object) -> object:
            if threading.current_thread().name not in _OURS:
                return real(*arguments, **options)
            calls.append(name)
            if not first <= len(calls) - 1 <= final or fault not in ERRORS[name]:
                return real(*arguments, **options)
            if name == "close":  # the system closes a file whatever it answers
                real(*arguments)
            if name == "write":  # half of it is on the disk, as when the disk is full then
                opened, data = arguments
                real(opened, bytes(data)[: len(bytes(data)) // 2])  # type: ignore[call-overload]
            raise OSError(fault, os.strerror(fault))

        return called

    with pytest.MonkeyPatch.context() as patch:
        for name in ERRORS:
            module = fcntl if name == "flock" else os
            patch.setattr(module, name, failing(name, getattr(module, name)))
        yield calls
