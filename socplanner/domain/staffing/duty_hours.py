"""The hours of a year on duty, by the bands of a coverage.

Rules:

- A band belongs to the day on which it begins. Hours that several bands cover count once, also
  where a band over midnight runs into the next day.
- Only bands on duty are hours of work; being on call is not.
- A year has weekdays, weekends and public holidays (`day_figures`). The day after a public holiday
  counts as a working day.
- A stretch round the clock has a handover for each shift. A shorter one has as many shifts as it
  needs, each with its break, and a handover between two.
"""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import ceil
from types import MappingProxyType
from typing import NamedTuple

from socplanner.domain.coverage import (
    DAY,
    WEEK,
    WORKDAYS,
    CoverageBand,
    CoverageMode,
    DayKind,
)
from socplanner.domain.staffing.assumed import Figures
from socplanner.domain.staffing.calculation import Calculation, Figure
from socplanner.domain.staffing.labour_law import JAPAN, LabourLaw

HOLIDAYS = Calculation("holidays", "max(0, days_off - days * 2 / 7)")
WEEKDAYS = Calculation("weekdays", "days * 5 / 7 - holidays")
WEEKEND_DAYS = Calculation("weekend_days", "days * 2 / 7")
DUTY_HOURS = Calculation(
    "duty_hours",
    "weekday_hours * weekdays + weekend_hours * weekend_days + holiday_hours * holidays",
)
HANDOVERS = Calculation(
    "handovers",
    "weekday_handovers * weekdays + weekend_handovers * weekend_days"
    " + holiday_handovers * holidays",
)
NIGHT_HOURS = Calculation(
    "night_hours",
    "seats * (weekday_night_hours * weekdays + weekend_night_hours * weekend_days"
    " + holiday_night_hours * holidays)",
)

_BREAK_HOURS = 1
"""A stretch may be longer than its shifts by the break of one of them."""

_NEXT = {
    **{day: WEEK[(place + 1) % len(WEEK)] for place, day in enumerate(WEEK)},
    DayKind.HOLIDAY: DayKind.TUESDAY,
}
_KINDS = (
    ("weekday", tuple(day for day in WEEK if day in WORKDAYS)),
    ("weekend", tuple(day for day in WEEK if day not in WORKDAYS)),
    ("holiday", (DayKind.HOLIDAY,)),
)


class Stretch(NamedTuple):
    """Minutes on duty without a gap, from the midnight at which their day begins."""

    start: int
    end: int


def day_figures(assumed: Figures) -> Figures:
    """Return the numbers of weekdays, weekend days and public holidays of a year."""
    days, holidays = assumed["days"], assumed["holidays"]
    if holidays.value is None:
        holidays = HOLIDAYS.figure(assumed["days_off"], days)
    figures = (holidays, WEEKDAYS.figure(days, holidays), WEEKEND_DAYS.figure(days))
    return MappingProxyType({each.symbol: each for each in figures})


def duty_figures(
    bands: tuple[CoverageBand, ...],
    seats: Figure,
    assumed: Figures,
    *,
    law: LabourLaw = JAPAN,
) -> Figures:
    """Return hours on duty and handovers of one seat, and hours at night of `seats`, in a year."""
    by_day = stretches_by_day(bands)
    days = day_figures(assumed)
    shifts = assumed["shifts"].value or 1
    numbers: dict[str, dict[DayKind, float]] = {
        "hours": {day: sum(e - s for s, e in each) / 60 for day, each in by_day.items()},
        "handovers": {day: handovers(each, shifts) for day, each in by_day.items()},
        "night_hours": {day: _night(each, law) / 60 for day, each in by_day.items()},
    }
    results = (DUTY_HOURS, HANDOVERS, NIGHT_HOURS)
    figures = {}
    for (word, of_day), calculation in zip(numbers.items(), results, strict=True):
        means = [
            Figure(f"{kind}_{word}", sum(of_day[day] for day in group) / len(group))
            for kind, group in _KINDS
        ]
        inputs = [*means, *days.values(), *([seats] if word == "night_hours" else [])]
        figures[calculation.symbol] = calculation.figure(*inputs)
    return MappingProxyType(figures)


def is_round_the_clock(bands: tuple[CoverageBand, ...]) -> bool:
    """Return whether a person is on duty at every hour of every day."""
    hours = (sum(end - start for start, end in each) for each in stretches_by_day(bands).values())
    return all(minutes == DAY for minutes in hours)


@lru_cache(maxsize=1024)
def stretches_by_day(bands: tuple[CoverageBand, ...]) -> Mapping[DayKind, tuple[Stretch, ...]]:
    """Return what bands on duty cover, by the day on which it begins, every minute once."""
    own: dict[DayKind, list[Stretch]] = {day: [] for day in DayKind}
    for band in bands:
        if band.mode is CoverageMode.ON_DUTY:
            for day in band.days:
                own[day].append(Stretch(band.start, band.start + band.minutes))
    merged = {day: _merged(each) for day, each in own.items()}
    return MappingProxyType(
        {day: _without_next(each, merged[_NEXT[day]]) for day, each in merged.items()}
    )


def handovers(stretches: Iterable[Stretch], shifts: float) -> int:
    """Return the handovers in `stretches` of a day, with `shifts` of equal length in 24 hours."""
    count = 0
    for start, end in stretches:
        if end - start >= DAY:
            count += round(shifts * (end - start) / DAY)
        else:
            hours = (end - start) / 60 - _BREAK_HOURS
            count += max(0, ceil(hours / (24 / shifts)) - 1)
    return count


def _merged(stretches: list[Stretch]) -> tuple[Stretch, ...]:
    result: list[Stretch] = []
    for stretch in sorted(stretches):
        if result and stretch.start <= result[-1].end:
            result[-1] = Stretch(result[-1].start, max(result[-1].end, stretch.end))
        else:
            result.append(stretch)
    return tuple(result)


def _without_next(
    stretches: tuple[Stretch, ...], following: tuple[Stretch, ...]
) -> tuple[Stretch, ...]:
    """Return `stretches` without what the day after covers itself."""
    result: list[Stretch] = []
    for start, end in stretches:
        begin = start
        for next_start, next_end in following:
            if next_start + DAY < end and next_end + DAY > begin:
                result += [Stretch(begin, next_start + DAY)] if next_start + DAY > begin else []
                begin = max(begin, next_end + DAY)
        result += [Stretch(begin, end)] if begin < end else []
    return tuple(result)


def _night(stretches: Iterable[Stretch], law: LabourLaw) -> int:
    """Return the minutes of the night in `stretches`."""
    nights = [
        (law.night_begins + day * DAY, law.night_ends + (day + 1) * DAY) for day in (-1, 0, 1)
    ]
    return sum(
        max(0, min(end, night_end) - max(start, night_start))
        for start, end in stretches
        for night_start, night_end in nights
    )
