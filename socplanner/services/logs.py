"""The log: what the program did and what went wrong in it, never what stands in a plan.

The standard library's logging would cost a tenth of the start for a handful of lines.
"""

import sys
import time
from pathlib import Path
from types import TracebackType

MOST_BYTES = 512 * 1024
_PACKAGE = Path(__file__).resolve().parent.parent


class Log:
    """Adds lines to a file and begins a new one when it is long; never fails, whatever the disk."""

    def __init__(self, place: Path) -> None:
        """Write to `place`; what was there last time stays, once more under `.1`."""
        self.place = place

    def write(self, text: str) -> None:
        """Add `text` with the time."""
        at = time.strftime("%Y-%m-%dT%H:%M:%S%z")
        line = " | ".join(part.rstrip() for part in text.splitlines() if part.strip())
        try:
            self.place.parent.mkdir(parents=True, exist_ok=True)
            self._turn_over()
            with self.place.open("a", encoding="utf-8", errors="replace") as file:
                file.write(f"{at} {line}\n")
        except OSError:
            return

    def _turn_over(self) -> None:
        if self.place.exists() and self.place.stat().st_size > MOST_BYTES:
            self.place.replace(self.place.with_name(self.place.name + ".1"))


def trace_of(error: BaseException, trace: TracebackType | None) -> str:
    """Return what kind of error came from which lines, less its message: that may quote a plan."""
    return "\n".join([type(error).__name__, *places_of(trace)])


def places_of(trace: TracebackType | None) -> tuple[str, ...]:
    """Return the lines an error came through, the last of them where it was raised."""
    from traceback import extract_tb

    return tuple(
        f"{_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in extract_tb(trace)
    )


def _short(file: str) -> str:
    """Return the place of a file of ours without the folders above it, which name a user."""
    try:
        return Path(file).relative_to(_PACKAGE.parent).as_posix()
    except ValueError:
        return f"{Path(file).parent.name}/{Path(file).name}"


def system_facts() -> str:
    """Return what a report needs to know of the machine."""
    return f"Python {sys.version.split()[0]} {sys.platform}"
