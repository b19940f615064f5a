"""A logarithmic axis of time from one hour after detection to sixty days, or longer if needed."""

import math
from collections.abc import Iterable

_HOUR, _DAY = 60, 24 * 60
FIRST_MINUTES = _HOUR
LAST_MINUTES = 60 * _DAY
AXIS_TICKS = (
    *(_HOUR, 4 * _HOUR, 12 * _HOUR, _DAY, 3 * _DAY, 5 * _DAY, 10 * _DAY, 30 * _DAY, 60 * _DAY),
)
"""The moments with a line and a label, in minutes after detection."""


def axis_end(terms: Iterable[int | None]) -> int:
    """Return the last minute of an axis for `terms`: sixty days, or the longest of them."""
    return max((LAST_MINUTES, *(each for each in terms if each is not None)))


def axis_place(minutes: float, end: int = LAST_MINUTES) -> float:
    """Return the place of `minutes` on an axis that ends at `end`, from 0 to 1."""
    bounded = min(max(minutes, FIRST_MINUTES), end)
    return math.log(bounded / FIRST_MINUTES) / math.log(end / FIRST_MINUTES)
