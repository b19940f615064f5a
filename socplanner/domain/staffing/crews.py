"""Whether crews in shifts fit the law, and whether people are left for leave.

Rules:

- Hours of work in a shift are its length and the handover, without the break. With one seat there
  is no substitute, so that the break is work.
- Over 40 hours a week on average is not forbidden, but overtime under an agreement: it has limits
  and a premium. More than the special limit of a year is no shift system.
- The averaging scheme of a month fits up to 40 hours on average; that of a year also limits the
  day and the days of work.
"""

from typing import Literal, NamedTuple

from socplanner.domain.staffing.assumed import Figures
from socplanner.domain.staffing.calculation import Calculation, Figure
from socplanner.domain.staffing.labour_law import JAPAN, LabourLaw

CrewVerdict = Literal["fits", "overtime", "no-shift-system"]

SHIFT_HOURS = Calculation("shift_hours", "24 / shifts + handover_minutes / 60 - break_minutes / 60")
CREW_WEEK = Calculation("crew_week", "shift_hours * shifts / cycle_days * 7")
CREW_OVERTIME = Calculation("crew_overtime", "max(0, crew_week - legal_week) * 52")
CREW_PEOPLE = Calculation("crew_people", "crews * seats")
CREW_GAP = Calculation("crew_gap", "crew_people - post_fte")
RELIEF = Calculation("relief", "roundup(max(0, post_fte - crew_people))")

_WEEKS_OF_REST = 4


class CrewCheck(NamedTuple):
    """How the crews of a post round the clock fit the law.

    `is_lone` is True where one person is alone on duty; `fits_month` and `fits_year` are the
    averaging schemes; `rest_days` those of four weeks; `has_break` whether the break is lawful.
    """

    verdict: CrewVerdict
    week: Figure
    overtime: Figure
    relief: Figure
    rest_days: float
    fits_month: bool
    fits_year: bool
    has_weekly_rest: bool
    is_lone: bool
    has_break: bool
    needs_health_check: bool


def crew_check(
    seats: Figure, post_fte: Figure, assumed: Figures, *, law: LabourLaw = JAPAN
) -> CrewCheck | None:
    """Return how the crews of a post with `seats` fit `law`; None where it has no crews."""
    shifts, crews = assumed["shifts"], assumed["crews"]
    if not shifts.value or not crews.value or seats.value is None:
        return None
    pause = assumed["break_minutes"]
    if seats.value == 1:
        pause = Figure("break_minutes", 0)
    length = SHIFT_HOURS.figure(shifts, assumed["handover_minutes"], pause)
    cycle = Figure("cycle_days", crews.value, is_default=crews.is_default)
    week = CREW_WEEK.figure(length, shifts, cycle)
    people = CREW_PEOPLE.figure(crews, seats)
    days_a_year = 365 * shifts.value / crews.value
    rest_days = _WEEKS_OF_REST * 7 * (1 - shifts.value / crews.value)
    overtime = CREW_OVERTIME.figure(week, Figure("legal_week", law.week))
    nights_a_month = days_a_year / 12 / shifts.value
    return CrewCheck(
        crew_verdict(week.value, law),
        week,
        overtime,
        RELIEF.figure(post_fte, people),
        rest_days,
        fits_month=(week.value or 0) <= law.week,
        fits_year=fits_averaging_by_year(length.value or 0, week.value or 0, days_a_year, law),
        has_weekly_rest=rest_days >= law.rest_days_in_four_weeks,
        is_lone=seats.value == 1,
        has_break=(pause.value or 0) >= law.break_minutes(length.value or 0),
        needs_health_check=law.needs_health_check(nights_a_month),
    )


def crew_verdict(week: float | None, law: LabourLaw = JAPAN) -> CrewVerdict:
    """Return what `law` makes of so many hours a week on average."""
    if week is None or week <= law.week:
        return "fits"
    overtime = CREW_OVERTIME(crew_week=week, legal_week=law.week) or 0
    return "overtime" if overtime <= law.special_year else "no-shift-system"


def fits_averaging_by_year(
    day: float, week: float, days_a_year: float, law: LabourLaw = JAPAN
) -> bool:
    """Return whether hours a day and a week, and days a year, fit the averaging by year."""
    return (
        day <= law.averaged_day
        and week <= min(law.week, law.averaged_week)
        and days_a_year <= law.averaged_days_a_year
    )
