"""The calendar of an organisation: the country of its public holidays, and days it is closed.

Rules:

- A calendar that states no country has this tool's default, `DEFAULT_COUNTRY`.
- The organisation is closed on the same days each year: a day of a month, or all from one to
  another, also over the end of the year. February 29 counts where a year has it.
- Days are texts as 2027-05-03; no clock is read.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from socplanner.domain.limits import MOST_CLOSED
from socplanner.domain.problem import FieldFault, Problem

DEFAULT_COUNTRY = "JP"
"""The country of a plan that states none: this tool's default."""

CLOSED_PATTERN = "[0-9]{2}-[0-9]{2}( to [0-9]{2}-[0-9]{2})?"
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_BETWEEN = " to "


class ClosedDays(NamedTuple):
    """Days of each year from `first` to `last`, both as 12-29 and included."""

    first: str
    last: str

    def includes(self, day: str) -> bool:
        """Return whether `day`, as 2027-12-29, is one of them."""
        of_year = day[5:]
        if self.first <= self.last:
            return self.first <= of_year <= self.last
        return of_year >= self.first or of_year <= self.last


class WorkCalendar(NamedTuple):
    """The calendar that a plan states; an empty country is not stated."""

    country: str = ""
    closed: tuple[ClosedDays, ...] = ()

    @property
    def counted_country(self) -> str:
        """The country whose public holidays count."""
        return self.country or DEFAULT_COUNTRY

    def is_closed_on(self, day: str) -> bool:
        """Return whether the organisation is closed on `day`."""
        return any(each.includes(day) for each in self.closed)


NO_CALENDAR = WorkCalendar()


def closed_days_of(text: str) -> ClosedDays | None:
    """Return the days that `text` as `12-29` or `12-29 to 01-03` names; None if it names none."""
    if re.fullmatch(CLOSED_PATTERN, text) is None:
        return None
    first, _, last = text.partition(_BETWEEN)
    days = ClosedDays(first, last or first)
    return days if all(map(_is_day_of_year, days)) else None


def closed_text(days: ClosedDays) -> str:
    """Return `days` as the plan file writes them."""
    return days.first if days.first == days.last else f"{days.first}{_BETWEEN}{days.last}"


def calendar_faults(calendar: WorkCalendar) -> Iterator[FieldFault]:
    """Yield what is wrong with `calendar`."""
    from socplanner.domain.countries import COUNTRIES  # many plans state no calendar

    if calendar.country and calendar.country not in COUNTRIES:
        yield FieldFault("country", Problem("unknown-country", {"country": calendar.country}))
    if len(calendar.closed) > MOST_CLOSED:
        yield FieldFault("closed", Problem("too-many-closed-days", {"most": MOST_CLOSED}))
    for each in calendar.closed:
        if closed_days_of(closed_text(each)) is None:
            yield FieldFault("closed", Problem("bad-closed-days", {"days": closed_text(each)}))


def _is_day_of_year(text: str) -> bool:
    month, _, day = text.partition("-")
    return 1 <= int(month) <= 12 and 1 <= int(day) <= _LENGTHS[int(month) - 1]
