"""Speaking one language: messages are written in English and looked up with gettext.

A `Words` is handed to whatever speaks, so that a Japanese window can write an English workbook.
Where the translations are read from is not decided here (`services.i18n`).
"""

from dataclasses import dataclass, field
from gettext import NullTranslations

from socplanner.domain.local_text import Language, LocalText


def N_(message: str) -> str:
    """Return `message` unchanged, marked for translation where it is said later."""
    return message


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of one language."""

    language: Language
    translations: NullTranslations = field(default_factory=NullTranslations)

    def tr(self, message: str, /, **values: object) -> str:
        """Return `message` in this language with its `{gaps}` filled."""
        translated = self.translations.gettext(message) if message else ""
        return translated.format(**values) if values else translated

    def count(self, one: str, many: str, n: int, /, **values: object) -> str:
        """Return the form of a message that fits `n`, which fills its `{n}`."""
        return self.translations.ngettext(one, many, n).format(n=n, **values)

    def local(self, text: LocalText) -> str:
        """Return a name of the catalogue or of the planner in this language."""
        return text.in_(self.language)
