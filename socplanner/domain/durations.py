"""Durations after ISO 8601, such as PT15M, P3D or P1Y: what a time limit is written as.

Rules:

- A duration has whole numbers of years, months, weeks, days, hours and minutes, in this order; days
  and longer units stand before the T, hours and minutes after it.
- Limits are compared and added in minutes: a month counts as 30 days, a year as 365. A limit that
  is written keeps its unit; only the clock of a walk-through uses the minutes.
"""

import re

MINUTES_OF_UNIT = {
    "Y": 365 * 24 * 60,
    "M": 30 * 24 * 60,
    "W": 7 * 24 * 60,
    "D": 24 * 60,
    "TH": 60,
    "TM": 1,
}
"""The minutes of each unit; `T` before it is the part of the time of day."""

MOST_MINUTES = 100 * 365 * 24 * 60
"""No duration is longer than a hundred years."""

DURATION_PATTERN = (
    r"^P(?=[0-9T])(?:[0-9]{1,6}Y)?(?:[0-9]{1,6}M)?(?:[0-9]{1,6}W)?(?:[0-9]{1,6}D)?"
    r"(?:T(?=[0-9])(?:[0-9]{1,6}H)?(?:[0-9]{1,6}M)?)?$"
)
"""The form of a duration, also for a JSON Schema."""


def minutes_of(duration: str) -> int | None:
    """Return the minutes of `duration`; None if it is none, or longer than a hundred years."""
    parts = parts_of_duration(duration)
    if not parts:
        return None
    minutes = sum(number * MINUTES_OF_UNIT[unit] for number, unit in parts)
    return minutes if minutes <= MOST_MINUTES else None


def parts_of_duration(duration: str) -> tuple[tuple[int, str], ...]:
    """Return numbers and units of `duration` that are not zero; none if it is no duration.

    A duration of nothing, such as PT0M, keeps its zero.
    """
    if not re.fullmatch(DURATION_PATTERN, duration, re.ASCII):
        return ()
    days, _, time = duration[1:].partition("T")
    parts = [
        (int(number), prefix + unit)
        for prefix, text in (("", days), ("T", time))
        for number, unit in re.findall(r"([0-9]+)([YMWDH])", text)
    ]
    return tuple(part for part in parts if part[0]) or tuple(parts[-1:])


def duration_of(minutes: int) -> str:
    """Return the duration of `minutes` in days, hours and minutes; raise ValueError below 0."""
    if minutes < 0:
        raise ValueError(minutes)
    days, rest = divmod(minutes, 24 * 60)
    hours, left = divmod(rest, 60)
    # Two days and less are read as hours: PT24H and PT36H are usual.
    if days < 2 and days:
        days, hours = 0, hours + days * 24
    date = f"{days}D" if days else ""
    time = (f"{hours}H" if hours else "") + (f"{left}M" if left or not (date or hours) else "")
    return f"P{date}" + (f"T{time}" if time else "")
