"""Premiums on pay."""

from socplanner.domain.staffing.calculation import Calculation
from socplanner.domain.staffing.labour_law import JAPAN, LabourLaw

NIGHT_PREMIUM_HOURS = Calculation("night_premium_hours", "night_hours * night_premium")
"""The premium of a year in hours of pay; times the pay of an hour it is an amount."""

NIGHT_PREMIUM = Calculation("night_premium_pay", "night_hours * pay_an_hour * night_premium")


def pay_rate(
    *,
    is_overtime: bool = False,
    is_long_overtime: bool = False,
    is_night: bool = False,
    is_holiday: bool = False,
    law: LabourLaw = JAPAN,
) -> float:
    """Return the pay of an hour as a multiple of the usual one.

    Overtime is long beyond so many hours a month (`LabourLaw.long_overtime`). On a legal holiday
    there is no overtime.
    """
    rate = 1.0
    if is_holiday:
        rate += law.holiday_premium
    elif is_long_overtime:
        rate += law.long_overtime_premium
    elif is_overtime:
        rate += law.overtime_premium
    return rate + (law.night_premium if is_night else 0)
