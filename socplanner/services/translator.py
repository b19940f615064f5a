"""The language of the window, and the signal of its change."""

from PySide6.QtCore import QObject, Signal

from socplanner.domain.local_text import Language
from socplanner.services.i18n import words_for
from socplanner.wording.language import Words


class Translator(QObject):
    """Has the messages in the language of the window."""

    language_changed = Signal()

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        """Begin with `words`."""
        super().__init__(parent)
        self._words = words

    @property
    def words(self) -> Words:
        """The messages in the present language."""
        return self._words

    def set_language(self, language: Language) -> None:
        """Use `language` from now on."""
        if language != self._words.language:
            self.use(words_for(language))

    def use(self, words: Words) -> None:
        """Use `words` from now on, and announce the change."""
        self._words = words
        self.language_changed.emit()
