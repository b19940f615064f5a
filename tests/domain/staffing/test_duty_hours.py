"""Hours on duty are counted by the year: every hour once, with its days, handovers and nights."""

import pytest

from socplanner.domain.coverage import DAY, DayKind
from socplanner.domain.coverage_text import coverage_of
from socplanner.domain.staffing.assumed import assumed_figures
from socplanner.domain.staffing.calculation import Figure
from socplanner.domain.staffing.duty_hours import (
    Stretch,
    day_figures,
    duty_figures,
    handovers,
    is_round_the_clock,
    stretches_by_day,
)

ONE = Figure("seats", 1)


def hours(text: str, symbol: str = "duty_hours", **assumptions: float) -> float | None:
    """Return one of the figures of a year for a coverage."""
    stated = {key.replace("_", "-"): value for key, value in assumptions.items()}
    bands = coverage_of(text).bands
    return duty_figures(bands, ONE, assumed_figures(stated))[symbol].value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("24x365", 8760),
        ("8x5", 245 * 8),
        ("mon-fri 22:00-06:00", 245 * 8),
        ("all 20:00-08:00; all 08:00-20:00", 8760),
        ("mon-fri 09:00-18:00; mon-fri 12:00-20:00", 245 * 11),
        ("all on-call", 0),
        ("mon-fri 08:30-17:30 on-duty; all on-call", 245 * 9),
        ("weekends", 104.2857 * 24),
        ("holidays", 15.7143 * 24),
        ("mon-fri 22:00-06:00; mon-fri 00:00-08:00", 245 * 10 + 49 * 6),
        ("mon 22:00-06:00; tue 02:00-03:00", 49 * 8),
        ("mon 22:00-06:00; tue 00:00-09:00", 49 * 11),
    ],
)
def test_hours_on_duty_count_once(text: str, expected: float) -> None:
    assert hours(text) == pytest.approx(expected, abs=0.01)


def test_days_off_and_the_calendar_give_the_same_year() -> None:
    by_days = day_figures(assumed_figures({"days-off": 120}))
    by_calendar = day_figures(assumed_figures({"holidays": 16}))
    assert by_days["weekdays"].value == pytest.approx(245)
    assert by_days["holidays"].value == pytest.approx(15.714, abs=0.001)
    assert by_calendar["weekdays"].value == pytest.approx(244.714, abs=0.001)
    for days in (by_days, by_calendar):
        assert sum(each.value or 0 for each in days.values()) == pytest.approx(365)


def test_fewer_days_off_than_weekends_leave_no_negative_days() -> None:
    days = day_figures(assumed_figures({"days-off": 52}))
    assert days["holidays"].value == 0
    assert days["weekdays"].value == pytest.approx(365 * 5 / 7)


@pytest.mark.parametrize(
    ("length", "shifts", "expected"),
    [(24, 3, 3), (24, 2, 2), (16, 3, 1), (9, 3, 0), (8, 3, 0), (12, 3, 1), (12, 2, 0), (0.5, 3, 0)],
)
def test_a_stretch_has_a_handover_between_two_shifts(
    length: float, shifts: int, expected: int
) -> None:
    assert handovers([Stretch(0, round(length * 60))], shifts) == expected


def test_hours_at_night_are_those_from_22_to_5() -> None:
    assert hours("24x365", "night_hours") == pytest.approx(2555)
    assert hours("all 22:00-05:00", "night_hours") == pytest.approx(2555)
    assert hours("all 20:00-23:00", "night_hours") == pytest.approx(365)
    assert hours("8x5", "night_hours") == 0


def test_round_the_clock_is_every_hour_of_every_day() -> None:
    assert is_round_the_clock(coverage_of("24x365").bands)
    assert is_round_the_clock(coverage_of("all 08:00-20:00; all 20:00-08:00").bands)
    assert not is_round_the_clock(coverage_of("mon-fri").bands)
    assert not is_round_the_clock(coverage_of("all on-call").bands)


def test_a_band_belongs_to_the_day_on_which_it_begins() -> None:
    days = stretches_by_day(coverage_of("mon 22:00-06:00").bands)
    assert days[DayKind.MONDAY] == (Stretch(22 * 60, DAY + 6 * 60),)
    assert days[DayKind.TUESDAY] == ()
