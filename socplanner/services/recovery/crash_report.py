"""A report of a crash that can be sent to anyone: versions and lines of code.

It has no text of an exception, which may quote a plan, and no path above the program's own files,
which has the name of a user.
"""

import platform
import re
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from PySide6 import __version__ as binding_version
from PySide6.QtCore import qVersion

from socplanner import __version__
from socplanner.services.local_time import local_time
from socplanner.services.logs import short_path

_FRAME = re.compile(r'\s*File "(?P<file>[^"\n]*)", line (?P<line>\d+)(?P<rest>,? in [^\n]*)?')
_CLASS = re.compile(r"([A-Za-z_][\w.]*)(?::|$)")
_HEADINGS = ("Traceback (most recent call last):", "During handling of", "The above exception")
_OF_FAULTS = re.compile(
    r"(Fatal Python error|Windows fatal exception|Current thread|Thread|Extension modules|"
    r"Python runtime state|  <no Python frame>|  \.\.\.|  Garbage-collecting)[^\n]*"
)
_LOGGED = re.compile(r"(?P<at>\S+) (?P<trace>[A-Za-z_]\w*( \| \S+:\d+ \S+)+)")
_MOST_LINES = 20
_UNKNOWN = datetime.fromtimestamp(0, UTC)


def facts_of_program() -> str:
    """Return the versions of the program, of what it runs on, and of the system."""
    return (
        f"socplanner {__version__}\n"
        f"Python {platform.python_version()}, PySide6 {binding_version}, Qt {qVersion()}\n"
        f"{platform.system()} {platform.release()} {platform.machine()}, {sys.platform}\n"
    )


def report_of_exception(details: str) -> str:
    """Return the report for `details`, the full traceback of an exception."""
    return "\n".join([facts_of_program(), *_traceback(details.splitlines())]) + "\n"


def report_of_bad_end(began_at: float, fault: str, log: Path) -> str:
    """Return the report for a run that began at `began_at` and did not end by itself.

    `fault` is what Python's fault handler wrote; the lines of code that `log` has since are added.
    """
    began = local_time(began_at) or _UNKNOWN
    parts = [facts_of_program(), f"Began {began.isoformat(timespec='seconds')}, ended badly."]
    faults = list(_fault_lines(fault.splitlines()))
    parts += faults or ["No traceback was written: the process was killed, or the power failed."]
    logged = list(_logged_since(began, log))[-_MOST_LINES:]
    if logged:
        parts += ["", "Errors that were logged:", *logged]
    return "\n".join(parts) + "\n"


def _traceback(lines: Iterable[str]) -> Iterator[str]:
    """Yield headings, places in the code and classes of exceptions, but no message."""
    is_in_frames = False
    for line in lines:
        frame = _frame(line)
        if line.startswith(_HEADINGS):
            is_in_frames = True
            yield line
        elif frame is not None:
            yield frame
        elif is_in_frames and line and not line[0].isspace():
            is_in_frames = False
            kind = _CLASS.match(line)
            if kind is not None:
                yield kind[1]


def _fault_lines(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        frame = _frame(line)
        if frame is not None:
            yield frame
        elif _OF_FAULTS.fullmatch(line):
            yield line


def _frame(line: str) -> str | None:
    match = _FRAME.fullmatch(line)
    if match is None:
        return None
    return f'  File "{short_path(match["file"])}", line {match["line"]}{match["rest"] or ""}'


def _logged_since(began: datetime, log: Path) -> Iterator[str]:
    """Yield the lines of `log` that are tracebacks and not older than `began`."""
    try:
        lines = log.read_text("utf-8", errors="replace").splitlines()
    except OSError:
        return
    for line in lines:
        match = _LOGGED.fullmatch(line)
        if match is not None and _time_of(match["at"]) >= began.timestamp() - 1:
            yield line


def _time_of(text: str) -> float:
    try:
        return datetime.fromisoformat(text).timestamp()
    except ValueError:
        return 0.0
