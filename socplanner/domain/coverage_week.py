"""The week of a role, minute by minute: what a strip shows and what painting changes.

Rules:

- A week has the seven days and, beside them, the public holiday. Each is divided into spans that
  are covered in one way.
- What a band covers after midnight is part of the day that follows. A holiday follows a working
  day, as in `Moment`; what follows a holiday is the day of the week that it is.
- Painted hours replace what was there. Other hours, the remark, times to answer and parties stay.
- `coverage_of_week` writes as few bands as a planner would: where everything that is not covered
  in a stronger way is covered in one other way, that one is stated for the whole day or week.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from socplanner.domain.coverage import (
    DAY,
    WEEK,
    Coverage,
    CoverageBand,
    CoverageMode,
    DayKind,
)
from socplanner.domain.ids import PartyId

DAY_KINDS = tuple(DayKind)
"""The days of a strip: Monday to Sunday, then the public holiday."""


class Covered(NamedTuple):
    """How hours are covered: the way, the time to answer in minutes, and by whom."""

    mode: CoverageMode = CoverageMode.ON_DUTY
    answer_within: int | None = None
    party: PartyId | None = None


class Span(NamedTuple):
    """Minutes of a day that are covered in one way, or by no one (None)."""

    start: int
    end: int
    covered: Covered | None


Week = dict[DayKind, tuple[Span, ...]]
"""The spans of each day, in their order and without a gap."""


def week_of(coverage: Coverage) -> Week:
    """Return the week of `coverage`."""
    return {day: spans_of_day(coverage, day, _usual_before(day)) for day in DAY_KINDS}


def spans_of_day(coverage: Coverage, day: DayKind, before: DayKind) -> tuple[Span, ...]:
    """Return the spans of a `day` that follows a day `before`."""
    edges = {0, DAY}
    for band in coverage.bands:
        edges |= {band.start, band.end}
    spans = []
    for start, end in pairwise(sorted(edges)):
        strongest = coverage.band_at(day, before, start)
        covered = None if strongest is None else _covered(strongest)
        spans.append(Span(start, end, covered))
    return _merged(spans)


def painted(
    week: Week, days: Iterable[DayKind], start: int, end: int, covered: Covered | None
) -> Week:
    """Return `week` with the minutes from `start` to `end` of `days` covered in another way."""
    result = dict(week)
    for day in days:
        before = (Span(s, min(e, start), c) for s, e, c in week[day] if s < start)
        after = (Span(max(s, end), e, c) for s, e, c in week[day] if e > end)
        result[day] = _merged([*before, Span(start, end, covered), *after])
    return result


def coverage_of_week(week: Week, remark: str = "") -> Coverage:
    """Return the bands of `week`, the strongest first."""
    kinds = {span.covered for spans in week.values() for span in spans} - {None}
    bands: list[CoverageBand] = []
    stronger: frozenset[Covered | None] = frozenset()
    for covered in sorted(filter(None, kinds), key=_strength):
        bands += _bands(week, covered, stronger)
        stronger |= {covered}
    return Coverage(tuple(bands), remark)


def hours_a_week(week: Week, mode: CoverageMode) -> float:
    """Return how many hours of a week without holidays are covered in the way `mode`."""
    minutes = sum(
        span.end - span.start
        for day in WEEK
        for span in week[day]
        if span.covered is not None and span.covered.mode is mode
    )
    return minutes / 60


def _usual_before(day: DayKind) -> DayKind:
    return DayKind.THURSDAY if day is DayKind.HOLIDAY else WEEK[DAY_KINDS.index(day) - 1]


def _covered(band: CoverageBand) -> Covered:
    return Covered(band.mode, band.answer_within, band.party)


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return `spans` with neighbours of one way as one."""
    result: list[Span] = []
    for span in spans:
        if result and result[-1].covered == span.covered:
            result[-1] = result[-1]._replace(end=span.end)
        else:
            result.append(span)
    return tuple(result)


def _strength(covered: Covered) -> tuple[int, int, str]:
    """Return what ways are ordered by: the strongest first, then by their times and parties."""
    within = -1 if covered.answer_within is None else covered.answer_within
    return covered.mode, within, covered.party or ""


def _bands(
    week: Week, covered: Covered, stronger: frozenset[Covered | None]
) -> Iterator[CoverageBand]:
    """Yield the bands for `covered`, over hours that `stronger` ways cover where that is short."""
    days_of: dict[tuple[int, int], list[DayKind]] = {}
    for day, spans in week.items():
        for hours in _hours(spans, covered, stronger):
            days_of.setdefault(hours, []).append(day)
    for (start, end), days in sorted(days_of.items(), key=_by_first_day):
        yield CoverageBand(frozenset(days), start, end, *covered)


def _by_first_day(item: tuple[tuple[int, int], list[DayKind]]) -> tuple[int, tuple[int, int]]:
    hours, days = item
    return min(map(DAY_KINDS.index, days)), hours


def _hours(
    spans: tuple[Span, ...], covered: Covered, stronger: frozenset[Covered | None]
) -> list[tuple[int, int]]:
    own = [(span.start, span.end) for span in spans if span.covered == covered]
    if own and all(span.covered == covered or span.covered in stronger for span in spans):
        return [(0, DAY)]
    return own
