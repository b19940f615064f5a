"""Public holidays are those of the library, for every country that a plan may state."""

import json
from datetime import date

import pytest
from holidays import country_holidays, list_supported_countries

from socplanner.domain.calendar_days import day_counts
from socplanner.domain.countries import COUNTRIES
from socplanner.domain.local_text import LocalText
from socplanner.domain.work_calendar import DEFAULT_COUNTRY, NO_CALENDAR, ClosedDays, WorkCalendar
from socplanner.services import paths
from socplanner.services.plan_files import open_plan
from socplanner.services.public_holidays import public_holidays
from tests.support.fresh_process import output_of

OFFICIAL_2026 = {
    "2026-01-01": "元日",
    "2026-01-12": "成人の日",
    "2026-02-11": "建国記念の日",
    "2026-02-23": "天皇誕生日",
    "2026-03-20": "春分の日",
    "2026-04-29": "昭和の日",
    "2026-05-03": "憲法記念日",
    "2026-05-04": "みどりの日",
    "2026-05-05": "こどもの日",
    "2026-05-06": "振替休日",
    "2026-07-20": "海の日",
    "2026-08-11": "山の日",
    "2026-09-21": "敬老の日",
    "2026-09-22": "国民の休日",
    "2026-09-23": "秋分の日",
    "2026-10-12": "スポーツの日",
    "2026-11-03": "文化の日",
    "2026-11-23": "勤労感謝の日",
}
"""As the Cabinet Office lists them, with the day between two holidays and the substitute."""


def test_japan_has_the_holidays_of_its_law() -> None:
    holidays = public_holidays("JP", 2026)
    assert {day: name.ja for day, name in holidays.names.items()} == OFFICIAL_2026
    assert holidays.names["2026-05-03"] == LocalText("憲法記念日", "Constitution Day")
    assert holidays.is_available
    assert not holidays.is_estimated
    assert holidays.source.startswith("holidays ")


def test_days_off_of_years_are_as_counted_by_hand() -> None:
    year_end = WorkCalendar("", (ClosedDays("12-29", "01-03"),))
    assert day_counts(NO_CALENDAR, public_holidays("JP", 2026)) == (104, 17, 0)
    assert day_counts(year_end, public_holidays("JP", 2026)) == (104, 17, 4)
    assert day_counts(NO_CALENDAR, public_holidays("JP", 2027)) == (104, 16, 0)
    assert day_counts(year_end, public_holidays("JP", 2027)) == (104, 16, 3)


@pytest.mark.parametrize(
    ("sample", "days_off"),
    [("manufacturer", {2026: 125, 2028: 122}), ("bank", {2026: 123, 2027: 121})],
)
def test_the_samples_have_as_many_days_off_as_their_comments_state(
    sample: str, days_off: dict[int, int]
) -> None:
    plan = open_plan(paths.resources() / "examples" / f"{sample}.socplan").plan
    for year, expected in days_off.items():
        assert day_counts(plan.calendar, public_holidays("JP", year)).days_off == expected


def test_a_year_that_the_library_does_not_know_has_none_and_is_marked_so() -> None:
    for year in (1948, 2100):
        holidays = public_holidays("JP", year)
        assert not holidays.is_available
        assert not holidays.names
        assert (holidays.first_year, holidays.last_year) == (1949, 2099)


def test_days_that_are_estimated_are_marked() -> None:
    holidays = public_holidays("AE", 2040)
    assert holidays.is_estimated
    assert any("(estimated)" in name.ja for name in holidays.names.values())


def test_a_country_without_japanese_names_has_english_ones() -> None:
    names = public_holidays("DE", 2027).names
    assert names["2027-01-01"] == LocalText.same("New Year's Day")


def test_a_plan_may_state_every_country_of_the_library() -> None:
    assert set(list_supported_countries(include_aliases=False)) >= COUNTRIES
    assert DEFAULT_COUNTRY in COUNTRIES


@pytest.mark.parametrize("country", sorted(COUNTRIES))
def test_every_country_has_its_holidays(country: str) -> None:
    expected = country_holidays(country, years=2026, language="en_US")
    names = public_holidays(country, 2026).names
    assert {date.fromisoformat(day) for day in names} == {d for d in expected if d.year == 2026}


def test_only_one_module_imports_the_library() -> None:
    sources = paths.resources().parent / "socplanner"
    users = [
        path.name
        for path in sources.rglob("*.py")
        if any(
            line.strip().startswith(("import holidays", "from holidays"))
            for line in path.read_text("utf-8").splitlines()
        )
    ]
    assert users == ["public_holidays.py"]


def test_the_library_is_read_when_holidays_are_first_needed_and_without_qt() -> None:
    code = (
        "import json, sys\n"
        "from socplanner.services.public_holidays import public_holidays\n"
        "before = 'holidays' in sys.modules\n"
        "public_holidays('JP', 2027)\n"
        "print(json.dumps([before, 'holidays' in sys.modules, 'PySide6' in sys.modules]))"
    )
    assert json.loads(output_of(code).splitlines()[-1]) == [False, True, False]
