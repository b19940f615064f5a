"""Codes such as `1-2` that Excel turned into dates, restored by the other codes beside them."""

import re
from collections.abc import Iterable
from itertools import pairwise

_DATE = re.compile(r"\d{4}-(\d{2})-(\d{2})")
_PAIR = re.compile(r"(\d{1,3})([-./])(\d{1,3})")

Codes = dict[str, str]
"""By the text of a date, the code it was."""


def is_dated(text: str) -> bool:
    """Return whether `text` is a day, as dates of workbooks are read: `2024-01-02`."""
    return _DATE.fullmatch(text) is not None


def codes_behind_dates(texts: Iterable[str], *, is_headed: bool) -> Codes:
    """Return the codes that dates among `texts` were; an empty mapping if they are real dates.

    They were codes if the other texts are pairs of numbers, or if the column has a heading such as
    `No.` (`is_headed`) and all texts are days of one year. Of day and month, the order in which
    the codes ascend counts.
    """
    filled = [text for text in texts if text]
    dates = [text for text in filled if is_dated(text)]
    others = [text for text in filled if not is_dated(text)]
    pairs = [pair for text in others if (pair := _PAIR.fullmatch(text))]
    if not dates or len(pairs) < len(others) or not (pairs or is_headed):
        return {}
    if len({date[:4] for date in dates}) > 1:
        return {}
    sign = pairs[0][2] if pairs else "-"
    orders = [_decoded(dates, sign, is_day_first=first) for first in (sign == ".", sign != ".")]
    return next((codes for codes in orders if _ascends(filled, codes)), orders[0])


def _decoded(dates: list[str], sign: str, *, is_day_first: bool) -> Codes:
    codes: Codes = {}
    for date in dates:
        month, day = int(date[5:7]), int(date[8:])
        first, second = (day, month) if is_day_first else (month, day)
        codes[date] = f"{first}{sign}{second}"
    return codes


def _ascends(texts: list[str], codes: Codes) -> bool:
    numbers = [_numbers(codes.get(text, text)) for text in texts]
    return all(upper <= lower for upper, lower in pairwise(numbers))


def _numbers(code: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", code))
