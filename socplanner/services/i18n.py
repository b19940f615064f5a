"""Reading the translations that are shipped with the program, and the language of the system."""

import os
import sys
from functools import cache
from gettext import GNUTranslations, NullTranslations

from socplanner.domain.local_text import Language
from socplanner.services import paths
from socplanner.wording.language import Words

_PRIMARY = 0x3FF
_JAPANESE = 0x11
"""The primary language id of Japanese on Windows, for any country."""


@cache
def words_for(language: Language) -> Words:
    """Return the messages in `language`; English needs no file, since they are written in it."""
    return Words(language, NullTranslations() if language == "en" else _read(language))


def system_language() -> Language:
    """Return Japanese where it is the language of the system, else English."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "LANG"):
        value = os.environ.get(variable)
        if value:
            return "ja" if value.lower().startswith("ja") else "en"
    if sys.platform == "win32":
        return language_of_windows(_windows_language())
    import locale

    return "ja" if (locale.getlocale()[0] or "").lower().startswith("ja") else "en"


def language_of_windows(windows_language: int) -> Language:
    """Return the language for a language id of Windows, such as 0x0411: Japanese, else English."""
    return "ja" if windows_language & _PRIMARY == _JAPANESE else "en"


if sys.platform == "win32":

    def _windows_language() -> int:
        """Return the display language of Windows; the language of its dates may be another."""
        import ctypes

        return int(ctypes.windll.kernel32.GetUserDefaultUILanguage())


def _read(language: Language) -> GNUTranslations:
    place = paths.resources() / "i18n" / language / "LC_MESSAGES" / "socplanner.mo"
    with place.open("rb") as file:
        return GNUTranslations(file)
