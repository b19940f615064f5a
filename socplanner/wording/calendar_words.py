"""Days of the calendar in words: what a day is and why, and the days off of a year."""

from socplanner.domain.calendar_days import CalendarDay, DayCounts, PublicHolidays
from socplanner.wording.coverage_words import day_name
from socplanner.wording.language import Words


def name_of_day(day: CalendarDay, words: Words) -> str:
    """Return the name of the public holiday, that the organisation is closed, or the weekday."""
    if day.holiday is not None:
        return words.local(day.holiday)
    if day.is_closed:
        return words.tr("closed")
    return day_name(day.weekday, words)


def named_day(day: CalendarDay, words: Words) -> str:
    """Return `day` as `2027-05-03 (Constitution Day)`."""
    return words.tr("{day} ({name})", day=day.day, name=name_of_day(day, words))


def dated_moment_name(day: CalendarDay, minute: int, words: Words) -> str:
    """Return a moment of `day` as `2027-05-03 (Constitution Day) 03:00`."""
    return f"{named_day(day, words)} {clock(minute)}"


def clock(minute: int) -> str:
    """Return a minute of a day as `03:00`."""
    hour, rest = divmod(minute, 60)
    return f"{hour:02}:{rest:02}"


def reason_of_day(day: CalendarDay, words: Words) -> str:
    """Return the sentence that states what `day` is, and why."""
    name = name_of_day(day, words)
    if day.holiday is not None:
        return words.tr("{day} is a public holiday: {name}.", day=day.day, name=name)
    if day.is_closed:
        return words.tr("On {day} the organisation is closed: it counts as a holiday.", day=day.day)
    if not day.holidays.is_available:
        return words.tr("{day} is a {weekday}.", day=day.day, weekday=name)
    return words.tr("{day} is a {weekday} and no holiday.", day=day.day, weekday=name)


def source_sentence(holidays: PublicHolidays, words: Words) -> str:
    """Return the sentence that states where public holidays are from, or why there are none."""
    if not holidays.is_available:
        return words.tr(
            "The public holidays of {year} are not known: {source} has those of {country} from "
            "{first} to {last}.",
            year=holidays.year,
            source=holidays.source,
            country=holidays.country,
            first=holidays.first_year,
            last=holidays.last_year,
        )
    values = {"country": holidays.country, "year": holidays.year, "source": holidays.source}
    if holidays.is_estimated:
        return words.tr(
            "Public holidays of {country} in {year} by {source}, some of them estimated.", **values
        )
    return words.tr("Public holidays of {country} in {year} by {source}.", **values)


def days_off_sentence(counts: DayCounts, year: int, words: Words) -> str:
    """Return the days off of a year, with what they are made of."""
    return words.tr(
        "Days off in {year}: {total} (weekends: {weekend}; on weekdays, public holidays: {public}, "
        "closed days: {closed})",
        year=year,
        total=counts.days_off,
        weekend=counts.weekend,
        public=counts.public,
        closed=counts.closed,
    )


def holiday_line(day: CalendarDay, words: Words) -> str:
    """Return the line of a public holiday in a list of them, with its day of the week."""
    weekday = day_name(day.weekday, words)
    name = name_of_day(day, words)
    return words.tr("{day} {weekday}: {name}", day=day.day, weekday=weekday, name=name)
