"""A name in Japanese and English, as catalogues and planners write it."""

from dataclasses import dataclass
from typing import Literal

Language = Literal["ja", "en"]
LANGUAGES: tuple[Language, ...] = ("ja", "en")


@dataclass(frozen=True, slots=True)
class LocalText:
    """One text in both languages; where a planner writes only one, both are the same."""

    ja: str
    en: str

    @classmethod
    def same(cls, text: str) -> "LocalText":
        """Return `text` as the text of both languages."""
        return cls(text, text)

    def in_(self, language: Language) -> str:
        """Return the text in `language`."""
        return self.ja if language == "ja" else self.en

    def replaced(self, language: Language, text: str) -> "LocalText":
        """Return the text with `language` changed; one that was the same in both stays so."""
        if self.ja == self.en:
            return LocalText.same(text)
        return LocalText(text, self.en) if language == "ja" else LocalText(self.ja, text)
