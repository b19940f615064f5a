"""Days as numbers are those of the calendar."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.road_map.days import day_number, day_text, days_in_month

EPOCH = date(1970, 1, 1)


@given(st.dates(date(1000, 1, 1)))
def test_a_day_has_the_number_of_the_calendar_and_back(day: date) -> None:
    number = day_number(day.isoformat())
    assert EPOCH + timedelta(number) == day
    assert day_text(number) == day.isoformat()


def test_a_day_that_a_month_does_not_have_is_its_last() -> None:
    assert day_text(day_number("2027-02-31")) == "2027-02-28"
    assert day_text(day_number("2028-02-30")) == "2028-02-29"
    assert day_text(day_number("2027-04-31")) == "2027-04-30"


def test_months_have_their_days() -> None:
    assert [days_in_month(2027, month) for month in range(1, 13)] == [
        *(31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    ]
    assert [days_in_month(year, 2) for year in (2000, 2024, 2100)] == [29, 29, 28]
