"""The mark beside a plan that is open: who has it open, on which machine, since when.

Rules:

- The mark is a hidden file with one line of JSON, locked while the plan is open. The lock ends with
  the process: a mark that can be locked was left by a crash, and is replaced.
- Of another machine, whose locks may not reach this one, a mark counts until it was not renewed for
  an hour, by the clock of this machine or by that of the share: either may be wrong.
- A mark is never an obstacle: where it cannot be made, read or locked, the plan opens without; a
  file of that name that another program made stays as it is.
- It warns people. What protects the file is the comparison of its content at each save.

`docs/decisions/open-elsewhere.md` has why this is not QLockFile.
"""

import contextlib
import getpass
import json
import os
import platform
import stat
import sys
import time
from pathlib import Path
from typing import NamedTuple

from socplanner import __version__
from socplanner.domain.names import clean_line
from socplanner.services import file_lock
from socplanner.services.file_closing import close_file
from socplanner.services.file_problem import FileProblem, refused
from socplanner.services.local_time import local_time_text
from socplanner.services.temporary_files import new_temporary_file

LONGEST_SILENCE = 3600.0
"""Seconds after which a mark of another machine that was not renewed is one of a crash."""

_KEY = "socplanner-use"
_FORMAT = 1
_MOST_BYTES = 4096
_LONGEST_TEXT = 100
_LATEST = 4e9
"""Seconds since 1970 that no clock shows yet."""

_LOCK_AT = 1 << 30
"""The place of the locked byte: beyond the end, since Windows lets no one read a locked byte."""

_FLAGS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_TRIES = 5
_PAUSE = 0.02


class PlanUse(NamedTuple):
    """Who has a plan open; texts are empty where they are not known."""

    owner: str = ""
    machine: str = ""
    since: float = 0.0
    machine_id: str = ""

    @property
    def since_text(self) -> str:
        """The time since when, in local time."""
        return local_time_text(self.since, "%Y-%m-%d %H:%M")


class UseMark:
    """The mark of this process beside a plan; `release` removes it."""

    def __init__(self, place: Path, opened: int) -> None:
        """Own the open and locked file `opened` at `place`."""
        self.place = place
        self._opened: int | None = opened

    def renew(self) -> None:
        """Show other machines that the plan is still open."""
        with contextlib.suppress(OSError):
            os.utime(self.place)

    def release(self) -> None:
        """Remove the mark: the plan is closed."""
        if self._opened is None:
            return
        opened, self._opened = self._opened, None
        with contextlib.suppress(OSError):
            is_here = file_lock.is_at(opened, self.place)
            if sys.platform == "win32":  # an open file cannot be removed there
                close_file(opened)
            if is_here:
                self.place.unlink()
        if sys.platform != "win32":
            close_file(opened)


def mark_place(path: Path) -> Path:
    """Return the place of the mark of the plan in `path`; a link is followed."""
    target = Path(os.path.realpath(path))
    return target.with_name(f".{target.name}.in-use")


def user_name() -> str:
    """Return the name by which the system knows its user; empty if it has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def mark_use(path: Path, owner: str, *, is_anyway: bool = False) -> UseMark | PlanUse | None:
    """Mark the plan in `path` as open by `owner`, and return the mark.

    Return instead who else has it open, or None where no mark can be made. With `is_anyway`, the
    mark of another machine is replaced.
    """
    try:
        place = mark_place(path)
    except (OSError, ValueError):
        return None
    for _ in range(_TRIES):
        try:
            opened = os.open(place, os.O_RDWR | os.O_CREAT | _FLAGS, 0o666)
        except (OSError, ValueError):
            return _use_of_others(place)
        result: UseMark | PlanUse | None = None
        try:
            result = _marked(place, opened, owner, is_anyway=is_anyway)
        except _Again:
            time.sleep(_PAUSE)
            continue
        except OSError:  # a file system without locks
            _remove_empty(place)
            return None
        finally:
            if not isinstance(result, UseMark):
                close_file(opened)
        return result
    return PlanUse()


def _remove_empty(place: Path) -> None:
    """Remove a mark that was made and could not be locked; one with content stays."""
    with contextlib.suppress(OSError):
        if place.stat().st_size == 0:
            place.unlink()


def use_of(path: Path) -> PlanUse | None:
    """Return who has the plan in `path` open, or None; no mark stays."""
    mark = mark_use(path, "")
    if isinstance(mark, UseMark):
        mark.release()
        return None
    return mark


def refuse_used(path: Path) -> None:
    """Raise FileProblem if the plan in `path` is open elsewhere."""
    use = use_of(path)
    if use is not None:
        raise in_use(path, use)


def in_use(path: Path, use: PlanUse) -> FileProblem:
    """Return the error for a plan that is open elsewhere, as `use` states."""
    owner, machine, since = use.owner or "?", use.machine or "?", use.since_text
    return refused(path, "plan-in-use", owner=owner, machine=machine, since=since)


class _Again(Exception):
    """The mark is just being made or removed."""


def _marked(place: Path, opened: int, owner: str, *, is_anyway: bool) -> UseMark | PlanUse | None:
    """Lock and write the open mark; raise _Again, or OSError where that is not possible."""
    facts = os.fstat(opened)
    if not stat.S_ISREG(facts.st_mode):
        return None
    data = _read(opened)
    if not _is_locked(opened):
        if not data:
            raise _Again
        return _use_in(data) or PlanUse(since=facts.st_mtime)
    if not file_lock.is_at(opened, place):
        raise _Again
    use = _use_in(data)
    if use is None and data and not _is_begun(data):  # of another program
        return None
    if use is not None and not is_anyway and _is_of_others(place, use, facts.st_mtime):
        return use
    _write(opened, owner)
    return UseMark(place, opened)


def _is_locked(opened: int) -> bool:
    """Lock the mark and return True, or False if another process has it; raise OSError."""
    os.lseek(opened, _LOCK_AT, os.SEEK_SET)
    return file_lock.try_lock(opened)


def _is_of_others(place: Path, use: PlanUse, renewed_at: float) -> bool:
    """Return whether a mark that is not locked here is one of another machine in use."""
    here = _own_use("")
    is_here = (use.machine, use.machine_id) == (here.machine, here.machine_id)
    if is_here:
        return False
    return _is_recent(renewed_at, time.time()) or _is_recent(renewed_at, _clock_of(place.parent))


def _is_recent(renewed_at: float, now: float) -> bool:
    return abs(now - renewed_at) < LONGEST_SILENCE


def _clock_of(folder: Path) -> float:
    """Return the time by which the share of `folder` dates what is written now, 0 if unknown."""
    try:
        temporary, opened = new_temporary_file(folder)
    except OSError:
        return 0.0
    try:
        return os.fstat(opened).st_mtime
    except OSError:
        return 0.0
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()
        close_file(opened)


def _use_of_others(place: Path) -> PlanUse | None:
    """Return the use of a plan whose mark cannot be written here, or None."""
    try:
        opened = os.open(place, os.O_RDONLY | _FLAGS)
    except (OSError, ValueError):
        return None
    try:
        facts = os.fstat(opened)
        use = _use_in(_read(opened)) if stat.S_ISREG(facts.st_mode) else None
        if use is None:
            return None
        is_free = _is_locked(opened)
        return use if not is_free or _is_of_others(place, use, facts.st_mtime) else None
    except OSError:
        return None
    finally:
        close_file(opened)


def _read(opened: int) -> bytes:
    os.lseek(opened, 0, os.SEEK_SET)
    return os.read(opened, _MOST_BYTES)


def _write(opened: int, owner: str) -> None:
    use = _own_use(owner)
    line = {
        _KEY: _FORMAT,
        "owner": use.owner,
        "machine": use.machine,
        "since": use.since,
        "machine_id": use.machine_id,
        "pid": os.getpid(),
        "program": __version__,
    }
    os.ftruncate(opened, 0)
    os.lseek(opened, 0, os.SEEK_SET)
    os.write(opened, json.dumps(line).encode() + b"\n")


def _own_use(owner: str) -> PlanUse:
    return PlanUse(owner[:_LONGEST_TEXT], platform.node(), time.time(), _machine_id())


def _machine_id() -> str:
    """Return what distinguishes this machine from others of its name, where that is known."""
    try:
        text = Path("/etc/machine-id").read_text(encoding="ascii")
    except (OSError, ValueError):
        return ""
    return text.strip()[:_LONGEST_TEXT]


def _use_in(data: bytes) -> PlanUse | None:
    """Return the use that `data` states, also that of a newer program; None if there is none."""
    try:
        line = json.loads(data)
    except (ValueError, RecursionError):
        return None
    if not isinstance(line, dict) or _KEY not in line:
        return None
    texts = (_text(line.get(name)) for name in ("owner", "machine", "machine_id"))
    owner, machine, machine_id = texts
    return PlanUse(owner, machine, _seconds(line.get("since")), machine_id)


def _seconds(value: object) -> float:
    """Return `value` as seconds since 1970, 0 where it is no time."""
    return float(value) if isinstance(value, int | float) and 0 <= value < _LATEST else 0.0


def _text(value: object) -> str:
    """Return `value` as one short line without characters that change its direction."""
    return " ".join(clean_line(value).split())[:_LONGEST_TEXT] if isinstance(value, str) else ""


def _is_begun(data: bytes) -> bool:
    """Return whether `data` is the beginning of a mark of this program."""
    begun = json.dumps({_KEY: _FORMAT})[:-1].encode()
    return data.startswith(begun) or begun.startswith(data)
