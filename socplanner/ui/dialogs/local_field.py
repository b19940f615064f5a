"""A field for a text in two languages that edits the one of the window."""

from PySide6.QtWidgets import QLineEdit, QWidget

from socplanner.domain.local_text import LocalText
from socplanner.ui.kit.clean_line import keep_clean
from socplanner.wording.language import Words


class LocalField(QLineEdit):
    """Edits a text in the language of the window.

    A text that is the same in both languages stays so; otherwise the other language stays as it is
    and is shown where the field is empty.
    """

    def __init__(self, before: LocalText, words: Words, parent: QWidget) -> None:
        """Begin with the text `before`."""
        super().__init__(words.local(before), parent)
        self._before, self._words = before, words
        keep_clean(self, words)
        self.setCursorPosition(0)  # a long text shows its beginning
        other = before.en if words.language == "ja" else before.ja
        if other and other != self.text():
            self.setPlaceholderText(other)

    @property
    def local_text(self) -> LocalText:
        """The text as it is edited; one that was emptied is empty in both languages."""
        text = self.text().strip()
        if not text:
            return LocalText("", "")
        if not (self._before.ja or self._before.en):
            return LocalText.same(text)
        return self._before.replaced(self._words.language, text)
