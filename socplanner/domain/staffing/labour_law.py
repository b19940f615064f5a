"""Limits and premiums of labour law, as parameters with a date.

The values are those of Japan as this tool knows them, and a default: check them against the law in
force and the agreement of the organisation before relying on them.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LabourLaw:
    """Limits in hours unless stated otherwise, valid from the day `as_of`."""

    as_of: str = "2024-04-01"
    country: str = "JP"
    week: float = 40
    month_overtime: float = 45
    year_overtime: float = 360
    month_overtime_averaged: float = 42
    year_overtime_averaged: float = 320
    special_year: float = 720
    special_month: float = 100
    special_average: float = 80
    special_months: int = 6
    averaged_day: float = 10
    averaged_week: float = 52
    averaged_days_a_year: int = 280
    averaged_days_in_a_row: int = 6
    break_over: tuple[tuple[float, int], ...] = ((8, 60), (6, 45))
    rest_days_in_four_weeks: int = 4
    rest_between: float = 11
    night_begins: int = 22 * 60
    night_ends: int = 5 * 60
    overtime_premium: float = 0.25
    long_overtime_premium: float = 0.5
    long_overtime: float = 60
    night_premium: float = 0.25
    holiday_premium: float = 0.35
    least_leave_days: int = 5
    leave_due_from: int = 10
    health_check_nights: float = 4

    def break_minutes(self, hours: float) -> int:
        """Return the least break in a shift of `hours` of work."""
        return next((minutes for over, minutes in self.break_over if hours > over), 0)

    def needs_health_check(self, nights_a_month: float) -> bool:
        """Return whether so many nights a month on average need a health check twice a year."""
        return nights_a_month >= self.health_check_nights

    def leave_days_due(self, granted: float) -> int:
        """Return how many days of leave must be used in a year, of those that are granted."""
        return self.least_leave_days if granted >= self.leave_due_from else 0


JAPAN = LabourLaw()
