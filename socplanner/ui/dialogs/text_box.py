"""A field of a dialog for a text of some lines; Tab leaves it."""

from PySide6.QtWidgets import QPlainTextEdit, QWidget

_SPACE = 14
"""Pixels of frame and margins of a field, beside its lines."""


class TextBox(QPlainTextEdit):
    """Shows a text in so many lines, and scrolls if it has more."""

    def __init__(self, text: str, lines: int, parent: QWidget) -> None:
        """Begin with `text`."""
        super().__init__(text, parent)
        self.setTabChangesFocus(True)
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + _SPACE)

    @property
    def text(self) -> str:
        """The text, without space around it."""
        return self.toPlainText().strip()
