"""Days of closing recur each year, also over its end; a calendar with a mistake is rejected."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.calendar_edits import SetCalendar
from socplanner.domain.history import History
from socplanner.domain.limits import MOST_CLOSED
from socplanner.domain.problem import EditRejected
from socplanner.domain.work_calendar import (
    NO_CALENDAR,
    ClosedDays,
    WorkCalendar,
    closed_days_of,
    closed_text,
)
from tests.support.small_plan import small_plan

YEAR_END = ClosedDays("12-29", "01-03")
MONTH_DAYS = st.dates().map(lambda day: f"{day.month:02}-{day.day:02}")


@pytest.mark.parametrize(
    ("day", "is_closed"),
    [
        ("2026-12-28", False),
        ("2026-12-29", True),
        ("2026-12-31", True),
        ("2027-01-01", True),
        ("2027-01-03", True),
        ("2027-01-04", False),
        ("2027-07-01", False),
        ("2027-05-01", True),
        ("2027-05-02", False),
    ],
)
def test_the_end_of_the_year_is_within_a_range(day: str, is_closed: bool) -> None:
    calendar = WorkCalendar("", (YEAR_END, ClosedDays("05-01", "05-01")))
    assert calendar.is_closed_on(day) is is_closed


@given(MONTH_DAYS, MONTH_DAYS)
def test_what_is_written_is_read_again(first: str, last: str) -> None:
    days = ClosedDays(first, last)
    assert closed_days_of(closed_text(days)) == days


@pytest.mark.parametrize(
    "text",
    ["", "12-32", "13-01", "00-10", "1-3", "12-29 to", "12-29to01-03", "02-30", "12-29 to 04-31"],
)
def test_what_is_no_day_of_a_year_is_none(text: str) -> None:
    assert closed_days_of(text) is None


def test_a_calendar_is_set_and_undone_as_one_step() -> None:
    plan = small_plan()
    history = History.of(plan).perform(SetCalendar(WorkCalendar("US", (YEAR_END, YEAR_END))))
    assert history.plan.calendar == WorkCalendar("US", (YEAR_END,))
    assert history.undone().plan is plan
    assert SetCalendar(NO_CALENDAR).apply(plan) is plan


def test_without_a_country_it_is_japan() -> None:
    assert NO_CALENDAR.counted_country == "JP"
    assert WorkCalendar("US").counted_country == "US"


@pytest.mark.parametrize(
    ("calendar", "code"),
    [
        (WorkCalendar("XX"), "unknown-country"),
        (WorkCalendar("JPN"), "unknown-country"),
        (WorkCalendar("", (ClosedDays("02-30", "02-30"),)), "bad-closed-days"),
        (
            WorkCalendar(
                "",
                tuple(ClosedDays("01-01", f"{n // 28 + 1:02}-{n % 28 + 1:02}") for n in range(101)),
            ),
            "too-many-closed-days",
        ),
    ],
)
def test_a_mistake_changes_nothing(calendar: WorkCalendar, code: str) -> None:
    with pytest.raises(EditRejected) as rejection:
        SetCalendar(calendar).apply(small_plan())
    assert rejection.value.problem.code == code
    assert MOST_CLOSED == 100
