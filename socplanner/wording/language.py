"""Messages in one language: they are written in English and looked up with gettext.

There is no global language: code that writes texts receives a `Words`, so that a Japanese window
can write an English workbook. `services.i18n` reads the translations.
"""

from dataclasses import dataclass, field
from gettext import NullTranslations

from socplanner.domain.local_text import Language, LocalText


def N_(message: str) -> str:
    """Return `message` unchanged; this marks it for translation by a later `tr`."""
    return message


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The messages in one language."""

    language: Language
    translations: NullTranslations = field(default_factory=NullTranslations)

    def tr(self, message: str, /, **values: object) -> str:
        """Return `message` in this language, its `{gaps}` filled with `values`."""
        translated = self.translations.gettext(message) if message else ""
        return translated.format(**values) if values else translated

    def count(self, one: str, many: str, n: int, /, **values: object) -> str:
        """Return the singular or plural of a message for the number `n`, which fills its `{n}`."""
        return self.translations.ngettext(one, many, n).format(n=n, **values)

    def local(self, text: LocalText) -> str:
        """Return `text` in this language."""
        return text.in_(self.language)
