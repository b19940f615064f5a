"""Hours of a month and of a year against the limits of the law."""

from collections.abc import Sequence
from math import floor
from typing import Literal

from socplanner.domain.staffing.labour_law import JAPAN, LabourLaw

OvertimeFault = Literal[
    "month", "year", "special-year", "special-month", "special-average", "special-months"
]


def averaging_total(days: int, law: LabourLaw = JAPAN) -> float:
    """Return the most hours of `days`, a month or a year, under an averaging scheme.

    The result is cut to a tenth of an hour.
    """
    return floor(law.week * days / 7 * 10) / 10


def months_over_limit(months: Sequence[float], law: LabourLaw = JAPAN) -> int:
    """Return in how many months overtime exceeds the limit of a month."""
    return sum(hours > law.month_overtime for hours in months)


def overtime_faults(
    months: Sequence[float],
    holiday_work: Sequence[float] = (),
    *,
    has_special_clause: bool = False,
    is_averaged: bool = False,
    law: LabourLaw = JAPAN,
) -> tuple[OvertimeFault, ...]:
    """Return the limits that the overtime of the `months` of a year exceeds.

    `holiday_work` is that on legal holidays, by month; only a special clause counts it.
    `is_averaged` is True under the averaging by year, which has lower limits.
    """
    if has_special_clause:
        return _special_faults(months, holiday_work or [0.0] * len(months), law)
    month = law.month_overtime_averaged if is_averaged else law.month_overtime
    year = law.year_overtime_averaged if is_averaged else law.year_overtime
    faults: list[OvertimeFault] = []
    if any(hours > month for hours in months):
        faults.append("month")
    if sum(months) > year:
        faults.append("year")
    return tuple(faults)


def _special_faults(
    months: Sequence[float], holiday_work: Sequence[float], law: LabourLaw
) -> tuple[OvertimeFault, ...]:
    whole = [one + other for one, other in zip(months, holiday_work, strict=True)]
    means = (
        sum(whole[at : at + length]) / length
        for length in range(2, 7)
        for at in range(len(whole) - length + 1)
    )
    exceeded: dict[OvertimeFault, bool] = {
        "special-year": sum(months) > law.special_year,
        "special-month": any(hours >= law.special_month for hours in whole),
        "special-average": any(mean > law.special_average for mean in means),
        "special-months": months_over_limit(months, law) > law.special_months,
    }
    return tuple(fault for fault, is_exceeded in exceeded.items() if is_exceeded)
