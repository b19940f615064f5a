"""Reading the translations that came with the program, and which language the system speaks."""

import os
from functools import cache
from gettext import GNUTranslations, NullTranslations

from socplanner.domain.local_text import Language
from socplanner.services import paths
from socplanner.wording.language import Words


@cache
def words_for(language: Language) -> Words:
    """Return the words of `language`; English needs no file, since messages are written in it."""
    return Words(language, NullTranslations() if language == "en" else _read(language))


def system_language() -> Language:
    """Return Japanese where the system speaks it, else English."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "LANG"):
        value = os.environ.get(variable)
        if value:
            return "ja" if value.lower().startswith("ja") else "en"
    import locale

    return "ja" if (locale.getlocale()[0] or "").lower().startswith("ja") else "en"


def _read(language: Language) -> GNUTranslations:
    place = paths.resources() / "i18n" / language / "LC_MESSAGES" / "socplanner.mo"
    with place.open("rb") as file:
        return GNUTranslations(file)
