"""Overtime is held against the limits of a month, of a year, and of a special clause."""

import pytest

from socplanner.domain.staffing.assumed import assumed_figures
from socplanner.domain.staffing.calculation import Figure
from socplanner.domain.staffing.crews import crew_check, crew_verdict, fits_averaging_by_year
from socplanner.domain.staffing.labour_law import JAPAN, LabourLaw
from socplanner.domain.staffing.overtime import overtime_faults

ONE = Figure("seats", 1)


@pytest.mark.parametrize(
    ("months", "expected"),
    [
        ([30.0] * 12, ()),
        ([46.0] + [10.0] * 11, ("month",)),
        ([31.0] * 12, ("year",)),
    ],
)
def test_the_general_limits(months: list[float], expected: tuple[str, ...]) -> None:
    assert overtime_faults(months) == expected


def test_averaging_by_year_has_lower_limits() -> None:
    assert overtime_faults([43.0] + [0.0] * 11, is_averaged=True) == ("month",)
    assert overtime_faults([27.0] * 12, is_averaged=True) == ("year",)


@pytest.mark.parametrize(
    ("months", "holidays", "expected"),
    [
        ([45.0] * 12, [], ()),
        ([61.0] * 12, [], ("special-year", "special-months")),
        ([60.0] + [0.0] * 11, [40.0] + [0.0] * 11, ("special-month",)),
        ([81.0] * 2 + [0.0] * 10, [], ("special-average",)),
    ],
)
def test_the_limits_of_a_special_clause(
    months: list[float], holidays: list[float], expected: tuple[str, ...]
) -> None:
    assert overtime_faults(months, holidays, has_special_clause=True) == expected


def test_limits_are_parameters() -> None:
    law = LabourLaw(as_of="2030-04-01", week=35)
    assert crew_verdict(36.75) == "fits"
    assert crew_verdict(36.75, law) == "overtime"
    assert crew_verdict(None) == "fits"


def test_breaks_depend_on_the_hours_of_work() -> None:
    assert [JAPAN.break_minutes(hours) for hours in (6, 6.5, 8, 8.5)] == [0, 45, 45, 60]
    assert [JAPAN.leave_days_due(granted) for granted in (9, 10, 20)] == [0, 5, 5]


def test_averaging_by_year_limits_day_week_and_days() -> None:
    assert fits_averaging_by_year(10, 40, 280)
    assert not fits_averaging_by_year(10.5, 40, 280)
    assert not fits_averaging_by_year(10, 41, 280)
    assert not fits_averaging_by_year(10, 40, 281)


def test_a_post_without_shifts_has_no_crews() -> None:
    need = Figure("post_fte", 5)
    assumed = dict(assumed_figures({}))
    assert crew_check(ONE, need, {**assumed, "crews": Figure("crews", 0)}) is None
    assert crew_check(ONE, need, {**assumed, "shifts": Figure("shifts", None)}) is None
    check = crew_check(Figure("seats", 2), need, assumed_figures({"break-minutes": 10}))
    assert check is not None
    assert not check.has_break
