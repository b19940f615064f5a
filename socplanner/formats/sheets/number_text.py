"""Numbers as text, as a sheet shows them: dates in ISO format, no `.0`, leading zeros kept."""

import re
from datetime import datetime, time, timedelta
from enum import Enum
from math import isclose
from typing import NamedTuple

_DATES = frozenset({*range(14, 18), 22, *range(27, 32), 34, 35, 36, *range(50, 59)})
_HOURS = 46
_TIMES = frozenset({18, 19, 20, 21, 32, 33, 45, 46, 47})
_NOT_SHOWN = re.compile(
    r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|[Ee][+-]|General', re.IGNORECASE
)
_ELAPSED = re.compile(r"\[[hms]+\]", re.IGNORECASE)
_SIGNS_OF_DATE = re.compile(r"[dyeghms]", re.IGNORECASE)
_FIXED = re.compile(r"(0{1,15})(?:\.(0{1,9}))?(%)?")
_WIDE = 1e15
_BEGIN = datetime(1899, 12, 31)  # noqa: DTZ001 -- a workbook knows no time zones
_BEGIN_1904 = datetime(1904, 1, 1)  # noqa: DTZ001
_LAST_SERIAL = 2_957_000
_DAY_SECONDS = 86_400


class Shown(Enum):
    """How a style shows numbers, if that changes their meaning."""

    NUMBER = "number"
    DATE = "date"
    ELAPSED = "elapsed"


class Digits(NamedTuple):
    """At least `whole` digits before the point, exactly `decimals` after it, of `times` the number.

    `times` is 100 for percentages. It is not applied to numbers with more digits, so that nothing
    is rounded away.
    """

    whole: int
    decimals: int
    times: int = 1


Style = Shown | Digits
_BUILT_IN = {1: "0", 2: "0.00", 9: "0%", 10: "0.00%"}


def style_of(identity: int, code: str | None) -> Style:
    """Return the style of the number format `identity`, with its `code` if the file has one."""
    if code is None and (identity in _DATES or identity in _TIMES):
        return Shown.ELAPSED if identity == _HOURS else Shown.DATE
    code = _BUILT_IN.get(identity, "") if code is None else code
    fixed = _FIXED.fullmatch(code)
    if fixed is not None:
        whole, decimals, percent = fixed.groups()
        return Digits(len(whole), len(decimals or ""), 100 if percent else 1)
    bare = _NOT_SHOWN.sub("", code.split(";")[0])
    if _ELAPSED.search(bare):
        return Shown.ELAPSED
    return Shown.DATE if _SIGNS_OF_DATE.search(bare) else Shown.NUMBER


def number_text(raw: str, style: Style, *, is_1904: bool) -> str:
    """Return the number `raw` as `style` shows it; raise ValueError if it is no number.

    `is_1904` is whether the workbook counts days from 1904.
    """
    number = float(raw)
    if style is Shown.DATE and 0 <= number < _LAST_SERIAL:
        return _date_text(number, is_1904=is_1904)
    if style is Shown.ELAPSED and 0 <= number < _LAST_SERIAL:
        minutes = round(number * 24 * 60)
        return f"{minutes // 60}:{minutes % 60:02d}"
    if isinstance(style, Digits) and abs(number) < _WIDE:
        fixed = _fixed_text(number, style)
        if isclose(float(fixed.rstrip("%")), number * style.times, rel_tol=1e-12):
            return fixed
    if number.is_integer() and abs(number) < _WIDE:
        return str(int(number))
    return f"{number:.15g}"


def iso_text(raw: str) -> str:
    """Return a date or time that the file has in ISO format as `number_text` shows dates.

    A text that is neither is returned as it is.
    """
    written = raw.strip().removeprefix("T")
    try:
        if ":" in written and "-" not in written:
            return _clock_text(time.fromisoformat(written))
        return _moment_text(datetime.fromisoformat(written))
    except ValueError:
        return written


def _date_text(serial: float, *, is_1904: bool) -> str:
    days, seconds = int(serial), round((serial - int(serial)) * _DAY_SECONDS)
    # For the other programs the year 1900 has a 29th of February, which counts as day 60.
    begin = _BEGIN_1904 if is_1904 else _BEGIN if days < 60 else _BEGIN - timedelta(days=1)
    moment = begin + timedelta(days=days, seconds=seconds)
    if serial < 1 and not is_1904:
        return _clock_text(moment.time())
    return _moment_text(moment)


def _fixed_text(number: float, style: Digits) -> str:
    shown = number * style.times
    width = style.whole + (style.decimals + 1 if style.decimals else 0) + (shown < 0)
    return f"{shown:0{width}.{style.decimals}f}{'%' if style.times > 1 else ''}"


def _moment_text(moment: datetime) -> str:
    day, clock = moment.date().isoformat(), _clock_text(moment.time())
    return day if clock == "00:00" else f"{day} {clock}"


def _clock_text(clock: time) -> str:
    return clock.strftime("%H:%M:%S").removesuffix(":00")
