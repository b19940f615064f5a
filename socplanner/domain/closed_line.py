"""The days of closing as people type them in one line, and as that line shows them."""

import re
from unicodedata import normalize

from socplanner.domain.work_calendar import ClosedDays, closed_days_of, closed_text

_DAY = r"(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?"
_RANGE = rf"{_DAY}(?:\s*(?:to|から|[-~〜–—])\s*{_DAY}(?:まで)?)?"
_BETWEEN = re.compile(r"[,、;\n]")


def closed_line(closed: tuple[ClosedDays, ...]) -> str:
    """Return the line that shows `closed`."""
    return ", ".join(map(closed_text, closed))


def closed_of_line(line: str) -> tuple[tuple[ClosedDays, ...], str]:
    """Return the days that `line` names, and the first part of it that names none."""
    closed: list[ClosedDays] = []
    for part in filter(None, map(str.strip, _BETWEEN.split(normalize("NFKC", line)))):
        days = closed_days_of(_usual(part))
        if days is None:
            return tuple(closed), part
        closed.append(days)
    return tuple(dict.fromkeys(closed)), ""


def _usual(part: str) -> str:
    """Return days that people wrote in one of the usual forms as `12-29 to 01-03`."""
    match = re.fullmatch(_RANGE, part, re.IGNORECASE)
    if match is None:
        return part
    numbers = [None if each is None else f"{int(each):02}" for each in match.groups()]
    first, last = "-".join(filter(None, numbers[:2])), "-".join(filter(None, numbers[2:]))
    return f"{first} to {last}" if last else first
