"""Days as numbers are those of the calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.road_map.days import day_number, month_end

EPOCH = date(1970, 1, 1)


@given(st.dates(date(1000, 1, 1)))
def test_a_day_has_the_number_of_the_calendar(day: date) -> None:
    assert EPOCH + timedelta(day_number(day.isoformat())) == day


@pytest.mark.parametrize(
    ("day", "last"),
    [("2027-02-31", "2027-02-28"), ("2028-02-30", "2028-02-29"), ("2027-04-31", "2027-04-30")],
)
def test_a_day_that_a_month_does_not_have_is_its_last(day: str, last: str) -> None:
    assert day_number(day) == day_number(last) == month_end(f"{day[:8]}01")
