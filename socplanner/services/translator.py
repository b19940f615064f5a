"""The language the window speaks, and the word that it has changed."""

from PySide6.QtCore import QObject, Signal

from socplanner.domain.local_text import Language
from socplanner.services.i18n import words_for
from socplanner.wording.language import Words


class Translator(QObject):
    """Hands out the words of the window's language."""

    language_changed = Signal()

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        """Begin with `words`."""
        super().__init__(parent)
        self._words = words

    @property
    def words(self) -> Words:
        """The words of the language spoken now."""
        return self._words

    def set_language(self, language: Language) -> None:
        """Speak `language` from now on."""
        if language != self._words.language:
            self.use(words_for(language))

    def use(self, words: Words) -> None:
        """Speak with `words` from now on."""
        self._words = words
        self.language_changed.emit()
