"""A change of the calendar touches its own lines, and each mistake is reported in its line."""

from dataclasses import replace
from pathlib import Path

import pytest

from socplanner.domain.calendar_edits import SetCalendar
from socplanner.domain.work_calendar import NO_CALENDAR, ClosedDays, WorkCalendar
from socplanner.formats.format_error import FormatError
from socplanner.formats.plan.plan_yaml import dumps, loads
from socplanner.services.catalogues import catalogue_of
from socplanner.services.i18n import words_for
from socplanner.wording import errors

PLACE = Path(__file__).parents[2] / "golden" / "plans" / "calendar.socplan"
TEXT = PLACE.read_text("utf-8")
OPENED = loads(TEXT.encode(), catalogue_of)
PLAN = OPENED.plan
YEAR_END, FOUNDATION = ClosedDays("12-29", "01-03"), ClosedDays("05-01", "05-01")


def test_an_unedited_plan_keeps_its_bytes() -> None:
    assert PLAN.calendar == WorkCalendar("JP", (YEAR_END, FOUNDATION))
    assert dumps(PLAN, OPENED) == TEXT.encode()
    assert loads(dumps(PLAN), catalogue_of).plan == PLAN


def test_another_country_changes_one_word() -> None:
    after = SetCalendar(PLAN.calendar._replace(country="US")).apply(PLAN)
    data = dumps(after, OPENED)
    assert data.decode() == TEXT.replace("country: JP ", "country: US ")
    assert loads(data, catalogue_of).plan == after


@pytest.mark.parametrize("closed", [(), (YEAR_END,), (ClosedDays("08-13", "08-15"), FOUNDATION)])
def test_other_days_of_closing_are_written_and_read_again(closed: tuple[ClosedDays, ...]) -> None:
    after = SetCalendar(PLAN.calendar._replace(closed=closed)).apply(PLAN)
    data = dumps(after, OPENED)
    assert loads(data, catalogue_of).plan == after
    assert b"x-agreed: '2026-04-01'" in data
    assert b"country: JP   # head office" in data
    assert b"# the end" in data


def test_a_plan_without_a_calendar_gets_a_section_before_staffing() -> None:
    text = TEXT[: TEXT.index("calendar:")] + TEXT[TEXT.index("staffing:") :]
    opened = loads(text.encode(), catalogue_of)
    assert opened.plan.calendar is NO_CALENDAR
    after = SetCalendar(WorkCalendar("", (YEAR_END, FOUNDATION))).apply(opened.plan)
    section = "calendar:\n  closed: ['12-29 to 01-03', '05-01']\nstaffing:"
    assert section in dumps(after, opened).decode()


def test_a_plan_whose_calendar_is_removed_has_none() -> None:
    text = TEXT.replace("  x-agreed: '2026-04-01'\n", "")
    opened = loads(text.encode(), catalogue_of)
    data = dumps(replace(opened.plan, calendar=NO_CALENDAR), opened)
    assert b"calendar:" not in data
    assert loads(data, catalogue_of).plan.calendar is NO_CALENDAR


@pytest.mark.parametrize("empty", ["", " {}", " {closed: []}", " {country: , closed: }"])
def test_a_calendar_without_anything_is_none(empty: str) -> None:
    text = TEXT[: TEXT.index("calendar:")] + f"calendar:{empty}\n"
    assert loads(text.encode(), catalogue_of).plan.calendar is NO_CALENDAR


@pytest.mark.parametrize(
    ("old", "new", "code", "words"),
    [
        ("country: JP ", "country: XX ", "unknown-country", "“XX”"),
        ("country: JP ", "country: jp ", "unknown-country", "“jp”"),
        ("country: JP ", "country: Japan ", "unknown-country", "such as JP"),
        ("country: JP ", "contry: JP ", "unknown-key", "“country”"),
        ("- 12-29 to 01-03", "- 12-29 - 01-03", "bad-closed-days", "12-29 to 01-03"),
        ("- 12-29 to 01-03", "- 12-29 to 01-32", "bad-closed-days", "“12-29 to 01-32”"),
        ("- 12-29 to 01-03", "- 2026-12-29", "bad-closed-days", "“2026-12-29”"),
        ("'05-01'", "'13-01'", "bad-closed-days", "“13-01”"),
        ("'05-01'", "'02-30'", "bad-closed-days", "“02-30”"),
        ("'05-01'", "{day: 05-01}", "expected-text", "a text is expected"),
    ],
)
def test_a_mistake_is_reported_in_its_line(old: str, new: str, code: str, words: str) -> None:
    assert old in TEXT
    wrong = TEXT.replace(old, new, 1)
    with pytest.raises(FormatError) as refusal:
        loads(wrong.encode(), catalogue_of)
    error = refusal.value
    line = next(n for n, each in enumerate(wrong.splitlines(), 1) if new.strip() in each)
    assert (error.problem.code, error.line) == (code, line)
    assert words in errors.message(error.problem, words_for("en"))
    assert "{" not in errors.message(error.problem, words_for("ja"))
