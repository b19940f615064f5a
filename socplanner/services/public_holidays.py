"""The public holidays of a country in a year, from the library `holidays`, without a network.

Only this module imports the library, and only when holidays are first needed: it costs a fifth of a
second. What it knows of years to come is what today's law makes of them; a later law may differ,
which is why its version goes with the result. Days that it marks as estimated keep their mark.
"""

from functools import cache
from types import MappingProxyType

from socplanner.domain.calendar_days import PublicHolidays
from socplanner.domain.local_text import LocalText

_LIBRARY = "holidays"
_JAPANESE, _ENGLISH = "ja", "en_US"
_ESTIMATED = "estimated"


@cache
def public_holidays(country: str, year: int) -> PublicHolidays:
    """Return the public holidays of `country` in `year`, none for a year that is not known.

    Raise NotImplementedError for a country that the library does not know.
    """
    from importlib.metadata import version

    import holidays

    english = holidays.country_holidays(country, language=_ENGLISH)
    is_available = english.start_year <= year <= english.end_year
    names: dict[str, LocalText] = {}
    if is_available:
        english = holidays.country_holidays(country, years=year, language=_ENGLISH)
        japanese = english
        if _JAPANESE in english.supported_languages:
            japanese = holidays.country_holidays(country, years=year, language=_JAPANESE)
        names = {
            day.isoformat(): LocalText(japanese.get(day, name), name)
            for day, name in sorted(english.items())
            if day.year == year
        }
    return PublicHolidays(
        country,
        year,
        MappingProxyType(names),
        f"{_LIBRARY} {version(_LIBRARY)}",
        english.start_year,
        english.end_year,
        any(_ESTIMATED in each.en for each in names.values()),
    )
