"""The log: what the program did and what went wrong in it, never the content of a plan.

The standard library's logging would cost a tenth of the start for a handful of lines.
"""

import sys
import time
from pathlib import Path
from types import TracebackType

MOST_BYTES = 512 * 1024
_PACKAGE = Path(__file__).resolve().parent.parent


class Log:
    """Appends lines to a file, and begins a new one at `MOST_BYTES`; errors are ignored."""

    def __init__(self, place: Path) -> None:
        """Append to the file `place`; a full one is renamed with `.1`, replacing an older one."""
        self.place = place

    def write(self, text: str) -> None:
        """Append `text` as one line, after the time."""
        at = time.strftime("%Y-%m-%dT%H:%M:%S%z")
        line = " | ".join(part.rstrip() for part in text.splitlines() if part.strip())
        try:
            self.place.parent.mkdir(parents=True, exist_ok=True)
            self._rotate()
            with self.place.open("a", encoding="utf-8", errors="replace") as file:
                file.write(f"{at} {line}\n")
        except OSError:
            return

    def _rotate(self) -> None:
        if self.place.exists() and self.place.stat().st_size > MOST_BYTES:
            self.place.replace(self.place.with_name(self.place.name + ".1"))


def trace_of(error: BaseException, trace: TracebackType | None) -> str:
    """Return the class and the lines of code of `error`, not its message: it may quote a plan."""
    return "\n".join([type(error).__name__, *places_of(trace)])


def places_of(trace: TracebackType | None) -> tuple[str, ...]:
    """Return the lines of code in `trace`, the one that raised last."""
    from traceback import extract_tb

    return tuple(
        f"{short_path(frame.filename)}:{frame.lineno} {frame.name}" for frame in extract_tb(trace)
    )


def short_path(file: str) -> str:
    """Return the path of a source file without the folders above, which contain a user's name."""
    try:
        return Path(file).relative_to(_PACKAGE.parent).as_posix()
    except ValueError:
        return f"{Path(file).parent.name}/{Path(file).name}"


def system_facts() -> str:
    """Return what a report needs about the machine: Python and the system."""
    return f"Python {sys.version.split()[0]} {sys.platform}"
