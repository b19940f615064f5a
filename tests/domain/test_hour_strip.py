"""A strip has the state of the greater part of each hour, and of several days what they share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.coverage import WORKDAYS, CoverageState, DayKind
from socplanner.domain.coverage_text import coverage_of
from socplanner.domain.hour_strip import HOURS, duty_hours_a_week, hour_strip

SIGNS = {
    CoverageState.ON_DUTY: "D",
    CoverageState.ON_CALL: "C",
    CoverageState.PRE_APPROVED: "P",
    CoverageState.BEST_EFFORT: "B",
    CoverageState.UNMANNED: "-",
    CoverageState.NOT_STATED: " ",
    None: "*",
}
SUNDAY, HOLIDAY = frozenset({DayKind.SUNDAY}), frozenset({DayKind.HOLIDAY})


def shown(text: str, days: frozenset[DayKind]) -> str:
    """Return the strip as one text."""
    return "".join(SIGNS[state] for state in hour_strip(text, days))


@pytest.mark.parametrize(
    ("text", "days", "strip"),
    [
        ("24x365", WORKDAYS, "D" * 24),
        ("24x365", HOLIDAY, "D" * 24),
        ("weekdays 9:00-18:00", WORKDAYS, "-" * 9 + "D" * 9 + "-" * 6),
        ("weekdays 9:00-18:00", SUNDAY, "-" * 24),
        ("weekdays 8:30-17:30, on call otherwise", WORKDAYS, "C" * 8 + "D" * 10 + "C" * 6),
        ("weekdays 8:40-17:20", WORKDAYS, "-" * 9 + "D" * 8 + "-" * 7),
        ("weekdays 8:15-17:45", WORKDAYS, "-" * 8 + "D" * 10 + "-" * 6),
        ("mon 9:00-12:00", WORKDAYS, "-" * 9 + "***" + "-" * 12),
        ("", WORKDAYS, " " * 24),
        ("once a year", SUNDAY, " " * 24),
    ],
)
def test_an_hour_has_the_state_of_its_greater_part(
    text: str, days: frozenset[DayKind], strip: str
) -> None:
    assert shown(text, days) == strip


def test_hours_on_duty_are_of_a_week_without_holidays() -> None:
    assert duty_hours_a_week("weekdays 8:30-17:30, on call otherwise") == 45
    assert duty_hours_a_week("24x365") == 168
    assert duty_hours_a_week("on call 24x365") == 0
    assert duty_hours_a_week("once a year") is None


@given(st.integers(0, 23), st.integers(1, 24), st.sampled_from(list(DayKind)))
def test_whole_hours_are_shown_as_they_are_covered(first: int, last: int, day: DayKind) -> None:
    text = f"{day.value} {first:02}:00-{last:02}:00 on-duty"
    coverage = coverage_of(text)
    before = list(DayKind)[list(DayKind).index(day) - 1]
    for hour in HOURS if last > first else ():
        expected = coverage.state_at(day, before, hour * 60)
        assert hour_strip(text, frozenset({day}))[hour] is expected
