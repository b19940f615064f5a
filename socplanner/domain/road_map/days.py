"""Days as numbers, for periods and drawing.

A day that its month does not have, such as 2027-02-30, is the last one of that month: what a plan
states as a day is only compared elsewhere.
"""

from calendar import monthrange, timegm

_SECONDS = 24 * 60 * 60


def day_number(day: str) -> int:
    """Return the number of days from 1970-01-01 to `day`, as 2026-12-31."""
    year, month, date = (int(part) for part in day.split("-"))
    last = monthrange(year, month)[1]
    return timegm((year, month, min(date, last), 0, 0, 0)) // _SECONDS


def month_end(day: str) -> int:
    """Return the number of the last day of the month of `day`."""
    return day_number(f"{day[:8]}31")
