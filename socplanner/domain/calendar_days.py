"""What a day is by the calendar of a plan, and how many days off a year has.

Rules:

- A public holiday, and a day on which the organisation is closed, is a holiday whatever day of the
  week it is; bands for holidays cover it.
- A day that is both counts as the public holiday.
- In a year whose public holidays are not known, no day is one.
- The days off of a year are its Saturdays and Sundays, and the holidays on other days.
"""

from calendar import monthrange, weekday
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from socplanner.domain.coverage import WEEK, WORKDAYS, DayKind
from socplanner.domain.local_text import LocalText
from socplanner.domain.role_coverage import Moment, minute_of
from socplanner.domain.waivers import is_day
from socplanner.domain.work_calendar import WorkCalendar

_LAST_YEAR = 9999


class PublicHolidays(NamedTuple):
    """The public holidays of a country in a year, by their days, with the source of them.

    None are known outside the years from `first_year` to `last_year`. Where the source estimates
    some of them, such as days by the moon, `is_estimated` is set.
    """

    country: str
    year: int
    names: Mapping[str, LocalText]
    source: str
    first_year: int
    last_year: int
    is_estimated: bool = False

    @property
    def is_available(self) -> bool:
        """Whether the source knows the public holidays of the year."""
        return self.first_year <= self.year <= self.last_year


HolidaysOf = Callable[[str, int], PublicHolidays]
"""Returns the public holidays of a country in a year."""


class CalendarDay(NamedTuple):
    """A day with its kind and that of the day before.

    `holiday` is the name of the public holiday, None for another day; `holidays` are those of its
    year.
    """

    day: str
    kind: DayKind
    before: DayKind
    holiday: LocalText | None
    is_closed: bool
    holidays: PublicHolidays

    def at(self, minute: int) -> Moment:
        """Return the moment of the day."""
        return Moment(self.kind, minute, self.before)

    @property
    def weekday(self) -> DayKind:
        """The day of the week that it is, holiday or not."""
        return _weekday(self.day)


class DayCounts(NamedTuple):
    """The days off of a year: weekend days, then public holidays and closed days on weekdays."""

    weekend: int
    public: int
    closed: int

    @property
    def on_weekdays(self) -> int:
        """The holidays on weekdays, as the assumptions of staffing count them."""
        return self.public + self.closed

    @property
    def days_off(self) -> int:
        """All days off of the year."""
        return self.weekend + self.on_weekdays


def is_real_day(text: str) -> bool:
    """Return whether `text`, as 2027-05-03, is a day that its month has."""
    if not is_day(text) or text < "0001":
        return False
    year, month, day = _parts(text)
    return day <= monthrange(year, month)[1]


def dated_moment_of(text: str) -> tuple[str, int] | None:
    """Return the day and the minute that `text` as `2027-01-01 03:00` names, or None."""
    day, _, clock = text.strip().partition(" ")
    minute = minute_of(clock)
    return None if minute is None or not is_real_day(day) else (day, minute)


def calendar_day(calendar: WorkCalendar, day: str, holidays_of: HolidaysOf) -> CalendarDay:
    """Return what `day` is by `calendar`; ValueError for a day that its month does not have."""
    if not is_real_day(day):
        raise ValueError(day)
    holidays = holidays_of(calendar.counted_country, int(day[:4]))
    before = _day_before(day)
    holidays_before = holidays
    if before[:4] != day[:4]:
        holidays_before = holidays_of(calendar.counted_country, int(before[:4]))
    return CalendarDay(
        day,
        _kind(calendar, day, holidays),
        _kind(calendar, before, holidays_before),
        holidays.names.get(day),
        calendar.is_closed_on(day),
        holidays,
    )


def day_counts(calendar: WorkCalendar, holidays: PublicHolidays) -> DayCounts:
    """Return the days off of the year of `holidays`."""
    weekend = public = closed = 0
    for day in _days_of(holidays.year):
        if _weekday(day) not in WORKDAYS:
            weekend += 1
        elif day in holidays.names:
            public += 1
        elif calendar.is_closed_on(day):
            closed += 1
    return DayCounts(weekend, public, closed)


def day_after(day: str, days: int = 1) -> str:
    """Return the day that is `days` after `day`, or before it where that is negative."""
    result = day
    for _ in range(abs(days)):
        result = _day_before(result) if days < 0 else _next_day(result)
    return result


def _kind(calendar: WorkCalendar, day: str, holidays: PublicHolidays) -> DayKind:
    if day in holidays.names or calendar.is_closed_on(day):
        return DayKind.HOLIDAY
    return _weekday(day)


def _weekday(day: str) -> DayKind:
    return WEEK[weekday(*_parts(day))]


def _days_of(year: int) -> Iterator[str]:
    for month in range(1, 13):
        for day in range(1, monthrange(year, month)[1] + 1):
            yield _text(year, month, day)


def _day_before(text: str) -> str:
    year, month, day = _parts(text)
    if day > 1:
        return _text(year, month, day - 1)
    year, month = (year, month - 1) if month > 1 else (max(year - 1, 1), 12)
    return _text(year, month, monthrange(year, month)[1])


def _next_day(text: str) -> str:
    year, month, day = _parts(text)
    if day < monthrange(year, month)[1]:
        return _text(year, month, day + 1)
    year, month = (year, month + 1) if month < 12 else (min(year + 1, _LAST_YEAR), 1)
    return _text(year, month, 1)


def _parts(text: str) -> tuple[int, int, int]:
    year, month, day = text.split("-")
    return int(year), int(month), int(day)


def _text(year: int, month: int, day: int) -> str:
    return f"{year:04}-{month:02}-{day:02}"
