"""Who is there at a moment: days, holidays, midnight, and the stronger of two ways."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.coverage import (
    ALL_DAYS,
    DAY,
    WEEK,
    WORKDAYS,
    Coverage,
    CoverageBand,
    CoverageMode,
    CoverageState,
    DayKind,
)
from tests.domain.test_coverage_text import BANDS

OFFICE = CoverageBand(WORKDAYS, 8 * 60 + 30, 17 * 60 + 30)
CALL = CoverageBand(ALL_DAYS, mode=CoverageMode.ON_CALL)
MONDAY, SUNDAY, SATURDAY, HOLIDAY = (
    DayKind.MONDAY,
    DayKind.SUNDAY,
    DayKind.SATURDAY,
    DayKind.HOLIDAY,
)


def test_sunday_at_three_is_unmanned_or_on_call() -> None:
    assert Coverage((OFFICE,)).state_at(SUNDAY, SATURDAY, 180) is CoverageState.UNMANNED
    assert Coverage((OFFICE, CALL)).state_at(SUNDAY, SATURDAY, 180) is CoverageState.ON_CALL
    assert Coverage((), "once a year").state_at(SUNDAY, SATURDAY, 180) is CoverageState.NOT_STATED


def test_the_stronger_mode_counts_in_any_order() -> None:
    for bands in ((OFFICE, CALL), (CALL, OFFICE)):
        assert Coverage(bands).state_at(MONDAY, SUNDAY, 600) is CoverageState.ON_DUTY


def test_a_holiday_is_no_working_day() -> None:
    assert Coverage((OFFICE,)).state_at(HOLIDAY, SUNDAY, 600) is CoverageState.UNMANNED
    assert Coverage((CALL,)).state_at(HOLIDAY, SUNDAY, 600) is CoverageState.ON_CALL


def test_a_night_belongs_to_the_day_on_which_it_begins() -> None:
    night = Coverage((CoverageBand(frozenset({SATURDAY}), 22 * 60, 6 * 60),))
    assert night.state_at(SATURDAY, DayKind.FRIDAY, 23 * 60) is CoverageState.ON_DUTY
    assert night.state_at(SUNDAY, SATURDAY, 180) is CoverageState.ON_DUTY
    assert night.state_at(HOLIDAY, SATURDAY, 180) is CoverageState.ON_DUTY
    assert night.state_at(SATURDAY, DayKind.FRIDAY, 180) is CoverageState.UNMANNED
    assert night.state_at(SUNDAY, SATURDAY, 6 * 60) is CoverageState.UNMANNED


@given(st.lists(BANDS, max_size=4))
def test_the_strongest_band_is_that_of_the_least_mode(bands: list[CoverageBand]) -> None:
    coverage = Coverage(tuple(bands))
    step = 7
    for place, day in enumerate(WEEK[:2]):
        for minute in range(0, DAY, step * 13):
            band = coverage.band_at(day, WEEK[place - 1], minute)
            strongest = min(
                (each.mode for each in bands if each.covers(day, WEEK[place - 1], minute)),
                default=None,
            )
            assert (band.mode if band else None) == strongest


@pytest.mark.parametrize(("start", "end"), [(-1, 60), (DAY, 60), (0, 0), (0, DAY + 1)])
def test_hours_that_are_none_are_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="CoverageBand"):
        CoverageBand(ALL_DAYS, start, end)


def test_a_band_without_days_is_refused() -> None:
    with pytest.raises(ValueError, match="CoverageBand"):
        CoverageBand(frozenset())
