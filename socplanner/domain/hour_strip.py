"""A kind of day of a role as 24 hours, each in one state: what a printed strip shows.

Rules:

- An hour has the state of the greater part of it; of equal parts, the stronger one.
- Several days are one strip. An hour whose state differs between them has none.
- Without bands nothing is known about the hours.
"""

from collections.abc import Iterable
from functools import lru_cache

from socplanner.domain.coverage import STATE_OF_MODE, CoverageMode, CoverageState, DayKind
from socplanner.domain.coverage_text import coverage_of
from socplanner.domain.coverage_week import Span, hours_a_week, week_of

HOURS = range(24)
_HOUR = 60
HourStrip = tuple[CoverageState | None, ...]
"""The state of each hour; None where it differs between the days."""


@lru_cache(maxsize=2048)
def hour_strip(text: str, days: frozenset[DayKind]) -> HourStrip:
    """Return the strip of `days` for the coverage `text`."""
    coverage = coverage_of(text)
    if not coverage.bands:
        return (CoverageState.NOT_STATED,) * len(HOURS)
    week = week_of(coverage)
    return tuple(_one({_state(week[day], hour) for day in days}) for hour in HOURS)


@lru_cache(maxsize=1024)
def duty_hours_a_week(text: str) -> float | None:
    """Return the hours on duty in a week without holidays; None where no hours are stated."""
    coverage = coverage_of(text)
    return hours_a_week(week_of(coverage), CoverageMode.ON_DUTY) if coverage.bands else None


def _one(states: Iterable[CoverageState]) -> CoverageState | None:
    first, *others = states
    return None if others else first


def _state(spans: Iterable[Span], hour: int) -> CoverageState:
    """Return the state of the greater part of `hour`."""
    minutes = dict.fromkeys(CoverageState, 0)
    begin = hour * _HOUR
    for start, end, covered in spans:
        state = CoverageState.UNMANNED if covered is None else STATE_OF_MODE[covered.mode]
        minutes[state] += max(0, min(end, begin + _HOUR) - max(start, begin))
    return max(minutes, key=lambda state: minutes[state])
