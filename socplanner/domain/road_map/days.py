"""Days as numbers, for periods and drawing: the domain knows no clock and no calendar library.

A day that its month does not have, such as 2027-02-30, is the last one of that month: what a plan
states as a day is only compared elsewhere.
"""

_MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DAYS_TO_1970 = 719_468


def day_number(day: str) -> int:
    """Return the number of days from 1970-01-01 to `day`, as 2026-12-31."""
    year, month, date = (int(part) for part in day.split("-"))
    date = min(date, days_in_month(year, month))
    # Years that begin in March put the leap day last.
    years = year - (month <= 2)
    era, of_era = divmod(years, 400)
    of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + date - 1
    return era * 146_097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - _DAYS_TO_1970


def day_text(number: int) -> str:
    """Return the day that is `number` days after 1970-01-01."""
    era, days = divmod(number + _DAYS_TO_1970, 146_097)
    of_era = (days - days // 1460 + days // 36_524 - days // 146_096) // 365
    of_year = days - (365 * of_era + of_era // 4 - of_era // 100)
    month = (5 * of_year + 2) // 153
    date = of_year - (153 * month + 2) // 5 + 1
    month += 3 if month < 10 else -9
    year = of_era + era * 400 + (month <= 2)
    return f"{year:04}-{month:02}-{date:02}"


def days_in_month(year: int, month: int) -> int:
    """Return how many days `month` of `year` has."""
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and is_leap else _MONTH_DAYS[month - 1]
