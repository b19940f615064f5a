"""Time across the road map: which days are shown, where each one is, and the ticks of quarters."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from PySide6.QtCore import QRectF

from socplanner.domain.plan import Plan
from socplanner.domain.road_map.days import day_number, month_end
from socplanner.domain.road_map.moves import Move, period_of

_EPOCH = date(1970, 1, 1)
_QUARTERS = (1, 4, 7, 10)
_YEARS_OF_QUARTERS = 6
"""With more years than these only years have ticks."""


class Tick(NamedTuple):
    """The first day of a quarter; `is_year` where its year begins, or the first one shown."""

    day: int
    year: int
    month: int
    is_year: bool


class TimeScale(NamedTuple):
    """The first and the last day that are shown, as numbers of days."""

    first: int
    last: int

    def x(self, day: int, rect: QRectF) -> float:
        """Return where `day` begins in `rect`."""
        share = (day - self.first) / max(self.last + 1 - self.first, 1)
        return rect.left() + rect.width() * share

    def span(self, begins: str, ends: str, rect: QRectF) -> tuple[float, float]:
        """Return where the day `begins` begins, and where the day `ends` ends."""
        return self.x(day_number(begins), rect), self.x(day_number(ends) + 1, rect)

    def has(self, day: int) -> bool:
        """Return whether `day` is shown."""
        return self.first <= day <= self.last

    def ticks(self) -> Iterator[Tick]:
        """Yield the first days of the quarters that are shown."""
        year, last = _year_of(self.first), _year_of(self.last)
        months = _QUARTERS if last - year < _YEARS_OF_QUARTERS else _QUARTERS[:1]
        is_first = True
        for each in range(year, last + 1):
            for month in months:
                day = day_number(f"{each:04}-{month:02}-01")
                if self.has(day):
                    yield Tick(day, each, month, is_first or month == 1)
                    is_first = False


def time_scale(plan: Plan, moves: Iterable[Move]) -> TimeScale | None:
    """Return the whole months that all phases and `moves` need; None where nothing has days."""
    days: list[str] = []
    for phase in plan.phases:
        days += [day for day in (phase.terms.begins, phase.terms.ends) if day]
    periods = (period_of(move.phase, move.stated) for move in moves)
    for period in periods:
        if period is not None:
            days += (period.begins, period.ends)
    if not days:
        return None
    first, last = min(days), max(days)
    return TimeScale(day_number(f"{first[:8]}01"), month_end(last))


def _year_of(day: int) -> int:
    return (_EPOCH + timedelta(day)).year
