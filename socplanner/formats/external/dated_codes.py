"""Codes such as `1-2` that Excel turned into dates: what they were, as far as the others tell."""

import re
from collections.abc import Iterable
from itertools import pairwise

_DATE = re.compile(r"\d{4}-(\d{2})-(\d{2})")
_PAIR = re.compile(r"(\d{1,3})([-./])(\d{1,3})")

Codes = dict[str, str]
"""What each date stands for."""


def is_dated(text: str) -> bool:
    """Tell whether `text` is a day, as dates of workbooks are read."""
    return _DATE.fullmatch(text) is not None


def codes_behind_dates(texts: Iterable[str], *, is_headed: bool) -> Codes:
    """Return the codes that dates among `texts` stand for; nothing where they are dates indeed.

    They are codes where the others are pairs of numbers, or where a heading such as `No.` says so
    and all are days of one year.
    """
    every = [text for text in texts if text]
    dates = [text for text in every if is_dated(text)]
    others = [text for text in every if not is_dated(text)]
    pairs = [found for text in others if (found := _PAIR.fullmatch(text))]
    if not dates or len(pairs) < len(others) or not (pairs or is_headed):
        return {}
    if len({date[:4] for date in dates}) > 1:
        return {}
    sign = pairs[0][2] if pairs else "-"
    orders = [_decoded(dates, sign, is_day_first=first) for first in (sign == ".", sign != ".")]
    return next((codes for codes in orders if _ascends(every, codes)), orders[0])


def _decoded(dates: list[str], sign: str, *, is_day_first: bool) -> Codes:
    found: Codes = {}
    for date in dates:
        month, day = int(date[5:7]), int(date[8:])
        first, second = (day, month) if is_day_first else (month, day)
        found[date] = f"{first}{sign}{second}"
    return found


def _ascends(texts: list[str], codes: Codes) -> bool:
    numbers = [_numbers(codes.get(text, text)) for text in texts]
    return all(one <= other for one, other in pairwise(numbers))


def _numbers(code: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", code))
