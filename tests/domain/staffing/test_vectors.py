"""Every row of the table of vectors is computed by the functions of the program."""

import csv
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from socplanner.domain.cost.party_costs import inhouse_figures
from socplanner.domain.cost_inputs import Rates
from socplanner.domain.ids import PartyId
from socplanner.domain.local_text import LocalText
from socplanner.domain.staffing.assumed import (
    NET_HOURS,
    NET_HOURS_BY_CALENDAR,
    assumed_figures,
)
from socplanner.domain.staffing.calculation import Figure
from socplanner.domain.staffing.crews import (
    CREW_GAP,
    CREW_OVERTIME,
    CREW_WEEK,
    RELIEF,
    SHIFT_HOURS,
    crew_check,
    crew_verdict,
    fits_averaging_by_year,
)
from socplanner.domain.staffing.labour_law import JAPAN
from socplanner.domain.staffing.needs import (
    CALL_OUT_HOURS,
    DAILY_LOAD,
    ON_CALL_NEED,
    WORK_FTE,
    post_figures,
    work_hours,
)
from socplanner.domain.staffing.overtime import (
    averaging_total,
    months_over_limit,
    overtime_faults,
)
from socplanner.domain.staffing.parties import GAP, NEED_PEOPLE, today_figure
from socplanner.domain.staffing.pay import NIGHT_PREMIUM, pay_rate
from socplanner.domain.staffing_inputs import People, Post, Workload

with (Path(__file__).parent / "staffing-vectors.csv").open(encoding="utf-8", newline="") as _file:
    ROWS: Mapping[str, dict[str, str]] = {row["id"]: row for row in csv.DictReader(_file)}

NAME = LocalText.same("N")
CALENDAR = {"holidays": 16.0}


def fte(
    coverage: str = "24x365",
    seats: int = 1,
    minutes: float = 30,
    shifts: float = 3,
    others: Mapping[str, float] | None = None,
    days: int = 365,
) -> float:
    """Return what a post needs in full-time equivalents."""
    assumptions = {"handover-minutes": minutes, "shifts": shifts, **(others or {})}
    post = Post("p", NAME, PartyId("soc"), coverage, seats)
    value = post_figures(post, (), assumed_figures(assumptions, days))["post_fte"].value
    assert value is not None
    return value


def people(need: float) -> float | None:
    """Return the people for a need in full-time equivalents."""
    return NEED_PEOPLE(need_fte=need)


def week(crews: float, shifts: float, minutes: float = 0, pause: float = 0) -> float:
    """Return the weekly hours of crews that share the day in equal shifts."""
    length = SHIFT_HOURS(shifts=shifts, handover_minutes=minutes, break_minutes=pause)
    value = CREW_WEEK(shift_hours=length, shifts=shifts, cycle_days=crews)
    assert value is not None
    return value


def night_hours() -> float | None:
    """Return the hours at night of a seat round the clock."""
    post = Post("p", NAME, PartyId("soc"), "24x365")
    return post_figures(post, (), assumed_figures({}))["night_hours"].value


def premium() -> float | None:
    """Return the premium of P2."""
    return NIGHT_PREMIUM(
        night_hours=night_hours(), pay_an_hour=3000, night_premium=JAPAN.night_premium
    )


def project_fte() -> float | None:
    """Return the project work of W3."""
    amounts = ((24, 40), (6, 16), (12, 8))
    hours = sum(
        work_hours(
            Workload("w", NAME, PartyId("c"), incidents=number, hours=each), assumed_figures({})
        ).value
        or 0
        for number, each in amounts
    )
    assert hours == 1152
    return WORK_FTE(work_hours=hours, net_hours=assumed_figures({})["net_hours"].value)


def gap() -> float | None:
    """Return the gap of S12."""
    today = today_figure(People(4, 2, 50), Figure("headcount", 4), assumed_figures({})).value
    assert today == 3.0
    return GAP(today_fte=today, need_fte=fte())


NUMBERS: dict[str, Callable[[], float | None]] = {
    "F1": lambda: NET_HOURS(days=365, days_off=120, leave=20, training=5, sick=5, hours_a_day=8),
    "F2": lambda: NET_HOURS_BY_CALENDAR(
        days=365, holidays=16, leave=20, training=5, sick=5, hours_a_day=8
    ),
    "F3": lambda: assumed_figures({})["shrinkage"].value,
    "S1": lambda: fte(minutes=0),
    "S2": fte,
    "S3": lambda: fte(others=CALENDAR),
    "S5": lambda: fte(shifts=2),
    "S6": lambda: fte("16x365"),
    "S7": lambda: fte("8x5"),
    "S9": lambda: fte(others={"days-off": 121}, days=366),
    "S12": gap,
    "O1": lambda: ON_CALL_NEED(on_call_seats=1, on_call_weeks=4),
    "O2": lambda: CALL_OUT_HOURS(call_outs_a_month=2, hours=3),
    "C1": lambda: week(4, 3),
    "C2": lambda: week(4, 3, pause=60),
    "C4": lambda: week(4, 3, pause=23),
    "C6": lambda: week(5, 3),
    "C7": lambda: week(5, 3, minutes=30),
    "C8": lambda: week(4, 2, pause=60),
    "C9": lambda: week(4, 2),
    "C11": lambda: week(3, 3),
    "C12": lambda: CREW_WEEK(shift_hours=8, shifts=17, cycle_days=24),
    "L1": lambda: CREW_GAP(crew_people=4, post_fte=fte()),
    "L2": lambda: CREW_GAP(crew_people=5, post_fte=fte()),
    "L4": lambda: CREW_GAP(crew_people=8, post_fte=fte(seats=2, minutes=0)),
    "M28": lambda: averaging_total(28),
    "M29": lambda: averaging_total(29),
    "M30": lambda: averaging_total(30),
    "M31": lambda: averaging_total(31),
    "M1": lambda: 16 * (SHIFT_HOURS(shifts=2, handover_minutes=0, break_minutes=60) or 0),
    "M3": lambda: 23 * (SHIFT_HOURS(shifts=3, handover_minutes=0, break_minutes=0) or 0),
    "Y1": lambda: averaging_total(365),
    "Y2": lambda: SHIFT_HOURS(shifts=2, handover_minutes=0, break_minutes=60),
    "T3": lambda: months_over_limit([50.0] * 7 + [0.0] * 5),
    "P1": night_hours,
    "P2": premium,
    "P6": lambda: JAPAN.leave_days_due(10),
    "W2": lambda: DAILY_LOAD(volume=45, left=30, minutes=12),
    "W3": project_fte,
    "K1": lambda: (
        inhouse_figures(
            Figure("cost_fte", fte()),
            {
                "today_fte": Figure("today_fte", 6),
                "night_hours": Figure("night_hours", night_hours()),
            },
            Rates(9_000_000, 3000, 300_000, None, 12_000_000),
            assumed_figures({}),
            JAPAN,
        )["inhouse_cost"].value
    ),
}
LIMITS: dict[str, Callable[[], tuple[float, ...]]] = {
    "T1": lambda: (JAPAN.month_overtime, JAPAN.year_overtime),
    "T2": lambda: (
        *(JAPAN.special_year, JAPAN.special_month, JAPAN.special_average),
        JAPAN.special_months,
    ),
}
WITHOUT_A_NUMBER = {"S13", "P3", "P4", "P5"}


def test_every_row_is_computed_here() -> None:
    assert {*NUMBERS, *LIMITS, *WITHOUT_A_NUMBER} == set(ROWS)
    assert {key for key, row in ROWS.items() if not _is_number(row["expected"])} == {
        *WITHOUT_A_NUMBER,
        *LIMITS,
    }


def _is_number(text: str) -> bool:
    return text.replace(".", "", 1).replace("-", "", 1).isdecimal()


@pytest.mark.parametrize("key", NUMBERS)
def test_a_number_is_that_of_the_table(key: str) -> None:
    expected = ROWS[key]["expected"]
    places = len(expected.partition(".")[2])
    value = NUMBERS[key]()
    assert value is not None
    assert value == pytest.approx(float(expected), abs=0.5001 * 10**-places)


@pytest.mark.parametrize("key", LIMITS)
def test_limits_are_those_of_the_table(key: str) -> None:
    assert LIMITS[key]() == tuple(float(each) for each in ROWS[key]["expected"].split(";"))


@pytest.mark.parametrize("key", [key for key in ROWS if ROWS[key]["verdict"].startswith("heads")])
def test_people_are_rounded_up_as_in_the_table(key: str) -> None:
    assert people(NUMBERS[key]() or 0) == int(ROWS[key]["verdict"].removeprefix("heads "))


@pytest.mark.parametrize("key", [key for key in ROWS if key.startswith("C")])
def test_crews_fit_the_law_where_the_table_has_ok(key: str) -> None:
    verdict = crew_verdict(NUMBERS[key]())
    assert (verdict == "fits") == (ROWS[key]["verdict"] == "OK")
    assert (verdict == "no-shift-system") == (ROWS[key]["note"] == "no shift system")


@pytest.mark.parametrize(("key", "crews"), [("L1", 4), ("L2", 5), ("L4", 8)])
def test_relief_is_that_of_the_table(key: str, crews: int) -> None:
    need = fte() if key != "L4" else fte(seats=2, minutes=0)
    relief = RELIEF(post_fte=need, crew_people=crews)
    assert ROWS[key]["verdict"] == f"relief of {relief:.0f} needed"


def test_c1_is_104_hours_of_overtime_a_year() -> None:
    assert CREW_OVERTIME(crew_week=week(4, 3), legal_week=JAPAN.week) == 104


def test_m1_and_m3_against_the_total_of_the_month() -> None:
    assert [(NUMBERS[key]() or 0) <= averaging_total(31) for key in ("M1", "M3")] == [True, False]
    assert [ROWS[key]["verdict"] for key in ("M1", "M3")] == ["OK", "over"]


def test_y1_and_y2_averaging_by_year() -> None:
    assert averaging_total(366) == 2091.4
    assert (JAPAN.averaged_day, JAPAN.averaged_week, JAPAN.averaged_days_a_year) == (10, 52, 280)
    assert JAPAN.averaged_days_in_a_row == 6
    assert not fits_averaging_by_year(NUMBERS["Y2"]() or 0, week(4, 2, pause=60), 182.5)
    assert fits_averaging_by_year(8, 33.6, 219)


def test_t1_has_lower_limits_under_averaging_by_year() -> None:
    assert (JAPAN.month_overtime_averaged, JAPAN.year_overtime_averaged) == (42, 320)


def test_t3_is_too_many_months_of_a_special_clause() -> None:
    months = [50.0] * 7 + [0.0] * 5
    assert overtime_faults(months, has_special_clause=True) == ("special-months",)
    assert overtime_faults(months) == ("month",)


def test_s13_one_person_alone_has_no_lawful_break() -> None:
    assumed = assumed_figures({})
    post = Post("p", NAME, PartyId("soc"), "24x365")
    need = post_figures(post, (), assumed)["post_fte"]
    lone, pair = (
        crew_check(Figure("seats", 1), need, assumed),
        crew_check(Figure("seats", 2), need, assumed),
    )
    assert lone is not None
    assert pair is not None
    assert (lone.is_lone, lone.has_break) == (True, False)
    assert (pair.is_lone, pair.has_break) == (False, True)
    assert (lone.week.value, pair.week.value) == (44.625, 39.375)


def test_p3_rates_of_pay() -> None:
    assert pay_rate(is_overtime=True) == 1.25
    assert pay_rate(is_long_overtime=True) == 1.5
    assert pay_rate(is_night=True) == 1.25
    assert pay_rate(is_overtime=True, is_night=True) == 1.5
    assert pay_rate(is_long_overtime=True, is_night=True) == 1.75
    assert pay_rate(is_holiday=True) == pytest.approx(1.35)
    assert pay_rate(is_holiday=True, is_night=True) == pytest.approx(1.6)


def test_p4_weekly_rest() -> None:
    assert JAPAN.rest_days_in_four_weeks == 4
    need = Figure("post_fte", 5)
    by_crews = [
        crew_check(Figure("seats", 2), need, assumed_figures({"crews": crews})) for crews in (3, 4)
    ]
    assert [each is not None and each.has_weekly_rest for each in by_crews] == [False, True]


def test_p5_health_check_for_regular_work_at_night() -> None:
    assert [JAPAN.needs_health_check(nights) for nights in (3.9, 4)] == [False, True]
