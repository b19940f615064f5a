"""When a role is covered from a moment on, against a minute by minute count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.coverage import DAY, WEEK, CoverageMode, CoverageState, DayKind
from socplanner.domain.coverage_week import Covered
from socplanner.domain.flows.covered_hours import (
    WEEK_MINUTES,
    ClockHours,
    StartedClock,
    WeekHours,
    is_manned,
    started_at,
    state_of,
    states_hours,
    week_spans,
)
from socplanner.domain.role_coverage import Moment

HOURS = (
    *("24x365", "8x5", "weekdays 9:00-17:00", "weekdays 22:00-6:00", "sun 23:00-24:00"),
    *("24x365 best effort", "mon 9:00-10:00 on call 30 min; sat 8:00-12:00 pre-approved"),
    *("", "once a year", "weekdays 9:00-17:00; 24x365 on call 15 min by mss"),
)


@pytest.mark.parametrize(
    ("covered", "is_done"),
    [
        (None, False),
        (Covered(CoverageMode.ON_DUTY), True),
        (Covered(CoverageMode.ON_CALL), True),
        (Covered(CoverageMode.PRE_APPROVED), True),
        (Covered(CoverageMode.BEST_EFFORT), False),
    ],
)
def test_best_effort_promises_nothing(covered: Covered | None, is_done: bool) -> None:
    assert is_manned(covered) is is_done


@pytest.mark.parametrize(
    ("hours", "state"),
    [
        ("", CoverageState.NOT_STATED),
        ("once a year", CoverageState.NOT_STATED),
        ("weekdays 9:00-17:00", CoverageState.UNMANNED),
    ],
)
def test_hours_that_are_not_stated_are_no_hole(hours: str, state: CoverageState) -> None:
    assert state_of(None, hours) is state
    assert states_hours(hours) is (state is CoverageState.UNMANNED)


@given(st.sampled_from(HOURS), st.integers(0, WEEK_MINUTES - 1), st.integers(0, WEEK_MINUTES))
def test_the_next_manned_minute_is_the_first_one(hours: str, start: int, minutes: int) -> None:
    day, minute = divmod(start, DAY)
    of_clock = ClockHours(hours, started_at(Moment(WEEK[day], minute)))
    of_week = WeekHours(week_spans(hours), start)
    assert of_week.covered(minutes) == of_clock.covered(minutes)
    manned = of_clock.until_manned(minutes)
    assert of_week.until_manned(minutes) == manned
    if manned is None:
        steps = range(minutes, minutes + WEEK_MINUTES, 30)
        assert not any(is_manned(of_clock.covered(each)) for each in steps)
        return
    assert is_manned(of_clock.covered(manned))
    assert manned == minutes or not is_manned(of_clock.covered(manned - 1))
    steps = range(minutes, manned, 30)
    assert not any(is_manned(of_clock.covered(each)) for each in steps)


def test_a_clock_that_knows_holidays_waits_over_them() -> None:
    def day_of(days: int) -> DayKind:
        return DayKind.HOLIDAY if days in (1, 2) else WEEK[(4 + days) % 7]

    clock = StartedClock(Moment(DayKind.FRIDAY, 18 * 60), day_of)
    assert [clock.moment(each * DAY).day for each in range(4)] == [
        *(DayKind.FRIDAY, DayKind.HOLIDAY, DayKind.HOLIDAY, DayKind.MONDAY)
    ]
    assert ClockHours("8x5", clock).until_manned(0) == ClockHours(
        "8x5", started_at(Moment(DayKind.FRIDAY, 18 * 60))
    ).until_manned(0)
    assert ClockHours("holidays 10:00-11:00", clock).until_manned(0) == 16 * 60


def test_a_shift_over_midnight_belongs_to_the_day_on_which_it_begins() -> None:
    eve = StartedClock(Moment(DayKind.HOLIDAY, 120, DayKind.MONDAY), lambda _: DayKind.WEDNESDAY)
    assert is_manned(ClockHours("weekdays 22:00-6:00", eve).covered(0))
    after = StartedClock(Moment(DayKind.MONDAY, 120, DayKind.HOLIDAY), lambda _: DayKind.TUESDAY)
    assert not is_manned(ClockHours("weekdays 22:00-6:00", after).covered(0))
