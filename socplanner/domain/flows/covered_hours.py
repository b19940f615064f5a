"""When a role is covered, minute by minute from a moment on.

A walk looks up thousands of moments; what a text of hours states about a day is worked out once.
"""

from bisect import bisect_right
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple, Protocol

from socplanner.domain.coverage import (
    DAY,
    STATE_OF_MODE,
    WEEK,
    CoverageMode,
    CoverageState,
    DayKind,
)
from socplanner.domain.coverage_text import coverage_of
from socplanner.domain.coverage_week import Covered, Span, spans_of_day, week_of
from socplanner.domain.role_coverage import Moment

MANNED = frozenset({CoverageMode.ON_DUTY, CoverageMode.ON_CALL, CoverageMode.PRE_APPROVED})
"""How a role is covered so that a step of a flow gets done; best effort promises nothing."""

WEEK_MINUTES = 7 * DAY
_LOOK_AHEAD = 15
"""The days after which a week with one holiday has shown everything."""

DayOf = Callable[[int], DayKind]
"""Returns the kind of the day that is so many days after the first."""


class StartedClock(NamedTuple):
    """A clock that was started at a moment; `day_of` knows the days that follow."""

    start: Moment
    day_of: DayOf

    def moment(self, minutes: int) -> Moment:
        """Return the moment `minutes` after the start."""
        days, minute = divmod(self.start.minute + minutes, DAY)
        before = self.start.day_before if days == 0 else self.day_of(days - 1)
        return Moment(self.day_of(days), minute, before)


def started_at(start: Moment) -> StartedClock:
    """Return the clock of a week without further holidays.

    A holiday at the start stands for a Wednesday: working days are before and after it.
    """
    first = 2 if start.day is DayKind.HOLIDAY else WEEK.index(start.day)

    def day_of(days: int) -> DayKind:
        return start.day if days == 0 else WEEK[(first + days) % 7]

    return StartedClock(start, day_of)


class RoleHours(Protocol):
    """The hours of a role from the start of a walk on, in minutes."""

    def covered(self, minutes: int) -> Covered | None:
        """Return how the role is covered `minutes` after the start; None where it is not."""
        ...

    def until_manned(self, minutes: int) -> int | None:
        """Return the first minute from `minutes` on at which it is manned, None if it never is."""
        ...


class ClockHours(NamedTuple):
    """The hours that a text states, on a clock that may meet holidays."""

    coverage: str
    clock: StartedClock

    def covered(self, minutes: int) -> Covered | None:
        """Return how the role is covered `minutes` after the start; None where it is not."""
        moment = self.clock.moment(minutes)
        spans = _spans(self.coverage, moment.day, moment.day_before)
        return next(span for span in spans if moment.minute < span.end).covered

    def until_manned(self, minutes: int) -> int | None:
        """Return the first minute from `minutes` on at which it is manned, None if it never is."""
        clock = self.clock
        day, minute = divmod(clock.start.minute + minutes, DAY)
        for days in range(day, day + _LOOK_AHEAD):
            before = clock.start.day_before if days == 0 else clock.day_of(days - 1)
            for span in _spans(self.coverage, clock.day_of(days), before):
                is_later = days > day or span.end > minute
                if is_later and is_manned(span.covered):
                    begins = days * DAY + span.start - clock.start.minute
                    return max(begins, minutes)
        return None


class WeekHours(NamedTuple):
    """The hours that a text states in a week without holidays, from a minute of the week on."""

    week: "WeekSpans"
    start: int

    def covered(self, minutes: int) -> Covered | None:
        """Return how the role is covered `minutes` after the start; None where it is not."""
        return self.week.covered[self.week.place((self.start + minutes) % WEEK_MINUTES)]

    def until_manned(self, minutes: int) -> int | None:
        """Return the first minute from `minutes` on at which it is manned, None if it never is."""
        at = (self.start + minutes) % WEEK_MINUTES
        place = self.week.place(at)
        manned = self.week.manned_from[place]
        if is_manned(self.week.covered[place]):
            return minutes
        return None if manned is None else minutes + manned - at


class WeekSpans(NamedTuple):
    """The spans of a week without holidays, Monday midnight first.

    `manned_from` is the minute at which the role is manned next, from each span on: of the next
    week where it is none in this one, None where it is never.
    """

    starts: tuple[int, ...]
    covered: tuple[Covered | None, ...]
    manned_from: tuple[int | None, ...]

    def place(self, minute: int) -> int:
        """Return the number of the span of a minute of the week."""
        return bisect_right(self.starts, minute) - 1


@lru_cache(maxsize=4096)
def week_spans(coverage: str) -> WeekSpans:
    """Return the spans of a week of the hours `coverage`."""
    week = week_of(coverage_of(coverage))
    spans = [
        (number * DAY + span.start, span.covered)
        for number, day in enumerate(WEEK)
        for span in week[day]
    ]
    manned = [start for start, covered in spans if is_manned(covered)]
    following = [*manned, *(start + WEEK_MINUTES for start in manned)]
    return WeekSpans(
        tuple(start for start, _ in spans),
        tuple(covered for _, covered in spans),
        tuple(next((each for each in following if each >= start), None) for start, _ in spans),
    )


def is_manned(covered: Covered | None) -> bool:
    """Return whether a role that is `covered` so gets a step of a flow done."""
    return covered is not None and covered.mode in MANNED


def state_of(covered: Covered | None, coverage: str) -> CoverageState:
    """Return the state of a role with the hours `coverage` that are `covered` at a moment."""
    if not states_hours(coverage):
        return CoverageState.NOT_STATED
    return CoverageState.UNMANNED if covered is None else STATE_OF_MODE[covered.mode]


def states_hours(coverage: str) -> bool:
    """Return whether the text `coverage` states any hours."""
    return bool(coverage) and bool(coverage_of(coverage).bands)


@lru_cache(maxsize=4096)
def _spans(coverage: str, day: DayKind, before: DayKind) -> tuple[Span, ...]:
    return spans_of_day(coverage_of(coverage), day, before)
