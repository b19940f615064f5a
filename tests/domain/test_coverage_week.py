"""The week of a role: what a strip shows, what painting changes, and the bands it becomes."""

from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.coverage import DAY, Coverage, CoverageBand, CoverageMode, DayKind
from socplanner.domain.coverage_text import coverage_of, coverage_text
from socplanner.domain.coverage_week import (
    DAY_KINDS,
    Covered,
    Span,
    Week,
    coverage_of_week,
    hours_a_week,
    painted,
    week_of,
)
from socplanner.domain.ids import PartyId
from socplanner.domain.role_coverage import Moment

MON, SAT, SUN = DayKind.MONDAY, DayKind.SATURDAY, DayKind.SUNDAY
ON_DUTY, ON_CALL = CoverageMode.ON_DUTY, CoverageMode.ON_CALL

minutes = st.integers(0, DAY // 15 - 1).map(lambda quarter: quarter * 15)
ends = st.integers(1, DAY // 15).map(lambda quarter: quarter * 15)
days = st.frozensets(st.sampled_from(DAY_KINDS), min_size=1)
coverings = st.builds(
    Covered,
    st.sampled_from(CoverageMode),
    st.sampled_from([None, 15, 60]),
    st.sampled_from([None, PartyId("soc")]),
)
bands = st.builds(
    lambda on, start, end, covered: CoverageBand(on, start, end, *covered),
    days,
    minutes,
    ends,
    coverings,
)
coverages = st.lists(bands, max_size=5).map(lambda each: Coverage(tuple(each)))


def covered_at(coverage: Coverage, day: DayKind, minute: int) -> Covered | None:
    """Return how `coverage` covers a minute, asked of its bands."""
    moment = Moment(day, minute)
    band = coverage.band_at(day, moment.day_before, minute)
    return None if band is None else Covered(band.mode, band.answer_within, band.party)


def covered_in(week: Week, day: DayKind, minute: int) -> Covered | None:
    """Return how `week` covers a minute."""
    return next(span.covered for span in week[day] if span.start <= minute < span.end)


@given(coverages)
def test_a_week_covers_every_minute_as_the_bands_do(coverage: Coverage) -> None:
    week = week_of(coverage)
    for day in DAY_KINDS:
        assert [span.start for span in week[day]] == [0, *(span.end for span in week[day][:-1])]
        assert week[day][-1].end == DAY
        for minute in range(0, DAY, 15):
            assert covered_in(week, day, minute) == covered_at(coverage, day, minute)


@given(coverages)
def test_the_bands_of_a_week_cover_the_same_hours(coverage: Coverage) -> None:
    week = week_of(coverage)
    again = coverage_of_week(week, "remark")
    assert week_of(again) == week
    assert again.remark == "remark"
    assert coverage_of(coverage_text(again)).bands == again.bands


@given(coverages, days, minutes, ends, st.none() | coverings)
def test_painting_changes_the_painted_hours_and_no_others(
    coverage: Coverage, on: frozenset[DayKind], start: int, end: int, covered: Covered | None
) -> None:
    start, end = sorted((start, end))
    week = week_of(coverage)
    after = painted(week, on, start, max(end, start + 15), covered)
    for day in DAY_KINDS:
        for minute in range(0, DAY, 15):
            is_painted = day in on and start <= minute < max(end, start + 15)
            assert covered_in(after, day, minute) == (
                covered if is_painted else covered_in(week, day, minute)
            )


def test_on_call_otherwise_stays_one_band() -> None:
    text = "mon-fri 08:30-17:30 on-duty; all on-call within 30 min"
    assert coverage_text(coverage_of_week(week_of(coverage_of(text)))) == text


def test_a_painted_saturday_becomes_a_band_of_its_own() -> None:
    week = painted(week_of(coverage_of("mon-fri 09:00-18:00")), [SAT], 600, 720, Covered(ON_CALL))
    text = coverage_text(coverage_of_week(week))
    assert text == "mon-fri 09:00-18:00 on-duty; sat 10:00-12:00 on-call"


def test_without_bands_nothing_is_covered() -> None:
    assert week_of(Coverage())[MON] == (Span(0, DAY, None),)
    assert coverage_of_week(week_of(Coverage())) == Coverage()


def test_hours_are_counted_by_mode_without_the_holiday() -> None:
    week = week_of(coverage_of("mon-fri 08:30-17:30; all on-call"))
    assert hours_a_week(week, ON_DUTY) == 45
    assert hours_a_week(week, ON_CALL) == 7 * 24 - 45
    assert week[SUN] == (Span(0, DAY, Covered(ON_CALL)),)
