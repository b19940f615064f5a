"""What a day is, and how many days off a year has, with holidays that are given here."""

from datetime import date, timedelta
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.calendar_days import (
    DayCounts,
    PublicHolidays,
    calendar_day,
    dated_moment_of,
    day_after,
    day_counts,
    is_real_day,
)
from socplanner.domain.coverage import WEEK, DayKind
from socplanner.domain.local_text import LocalText
from socplanner.domain.role_coverage import Moment
from socplanner.domain.work_calendar import NO_CALENDAR, ClosedDays, WorkCalendar

NEW_YEAR = LocalText("元日", "New Year's Day")
MAY = LocalText("憲法記念日", "Constitution Day")
SPRING = LocalText("春分の日", "Vernal Equinox Day")
NAMES = {"01-01": NEW_YEAR, "03-21": SPRING, "05-03": MAY}
CLOSED = WorkCalendar("", (ClosedDays("12-29", "01-03"),))


def holidays_of(country: str, year: int) -> PublicHolidays:
    """Return the holidays of a country with three of them, from 2000 to 2050."""
    is_available = 2000 <= year <= 2050
    names = {f"{year}-{day}": name for day, name in NAMES.items()} if is_available else {}
    return PublicHolidays(country, year, MappingProxyType(names), "a table", 2000, 2050)


def no_holidays_of(country: str, _year: int) -> PublicHolidays:
    """Return that no holidays are known."""
    return holidays_of(country, 1900)


@pytest.mark.parametrize(
    ("day", "kind", "before", "holiday", "is_closed"),
    [
        ("2027-05-03", DayKind.HOLIDAY, DayKind.SUNDAY, MAY, False),
        ("2027-05-04", DayKind.TUESDAY, DayKind.HOLIDAY, None, False),
        ("2027-01-01", DayKind.HOLIDAY, DayKind.HOLIDAY, NEW_YEAR, True),
        ("2026-12-29", DayKind.HOLIDAY, DayKind.MONDAY, None, True),
        ("2027-01-03", DayKind.HOLIDAY, DayKind.HOLIDAY, None, True),
        ("2027-01-04", DayKind.MONDAY, DayKind.HOLIDAY, None, False),
        ("2027-03-21", DayKind.HOLIDAY, DayKind.SATURDAY, SPRING, False),
    ],
)
def test_a_day_is_what_the_calendar_makes_of_it(
    day: str, kind: DayKind, before: DayKind, holiday: LocalText | None, is_closed: bool
) -> None:
    result = calendar_day(CLOSED, day, holidays_of)
    assert (result.kind, result.before, result.holiday) == (kind, before, holiday)
    assert result.is_closed is is_closed
    assert result.at(180) == Moment(kind, 180, before)


def test_the_first_day_of_january_looks_at_the_year_before() -> None:
    requests = []

    def remembered(country: str, year: int) -> PublicHolidays:
        requests.append((country, year))
        return holidays_of(country, year)

    calendar_day(WorkCalendar("US"), "2027-01-01", remembered)
    assert requests == [("US", 2027), ("US", 2026)]


def test_where_no_holidays_are_known_a_day_is_one_of_the_week() -> None:
    result = calendar_day(NO_CALENDAR, "2051-01-01", holidays_of)
    assert result.kind is DayKind.SUNDAY
    assert not result.holidays.is_available
    closed = calendar_day(CLOSED, "2051-01-02", holidays_of)
    assert closed.kind is DayKind.HOLIDAY


def test_days_off_are_weekends_and_holidays_on_weekdays() -> None:
    # 2027 begins on a Friday; its 21 March is a Sunday. Closed on weekdays: 29 to 31 December.
    assert day_counts(CLOSED, holidays_of("JP", 2027)) == DayCounts(104, 2, 3)
    assert day_counts(NO_CALENDAR, holidays_of("JP", 2027)) == DayCounts(104, 2, 0)
    assert DayCounts(104, 16, 3).on_weekdays == 19
    assert DayCounts(104, 16, 3).days_off == 123


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("2027-01-01 03:00", ("2027-01-01", 180)),
        ("  2027-01-01   23:59 ", ("2027-01-01", 1439)),
        ("2028-02-29 00:00", ("2028-02-29", 0)),
        ("2027-02-29 00:00", None),
        ("2027-01-01 24:00", None),
        ("2027-01-01", None),
        ("0000-01-01 03:00", None),
        ("2027-1-1 03:00", None),
        ("sun 03:00", None),
    ],
)
def test_a_moment_of_a_day_has_a_day_and_a_time(text: str, result: tuple[str, int] | None) -> None:
    assert dated_moment_of(text) == result


def test_a_day_that_its_month_does_not_have_is_an_error_of_ours() -> None:
    assert not is_real_day("2027-04-31")
    with pytest.raises(ValueError, match="2027-04-31"):
        calendar_day(NO_CALENDAR, "2027-04-31", holidays_of)


@given(st.dates(date(1, 1, 3), date(9999, 12, 29)), st.integers(-2, 2))
def test_days_are_counted_as_python_counts_them(day: date, days: int) -> None:
    text = day.isoformat()
    assert day_after(text, days) == (day + timedelta(days)).isoformat()
    result = calendar_day(NO_CALENDAR, text, no_holidays_of)
    assert result.kind is WEEK[day.weekday()]
    assert result.before is WEEK[(day.weekday() - 1) % 7]
