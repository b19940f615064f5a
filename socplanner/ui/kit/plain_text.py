"""Texts of the planner shown as they are: no place where Qt guesses takes them for markup."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


def tool_tip(text: str) -> str:
    """Return `text` for a tooltip, which Qt shows as markup if it looks like that.

    Text that could be taken for markup is escaped; other text is returned as it is.
    """
    if "<" not in text and "&" not in text:
        return text
    from html import escape  # a table of two thousand characters, which hardly any start needs

    lines = "<br>".join(escape(line) for line in text.split("\n"))
    return f"<qt>{lines}</qt>"


def item_text(text: str, role: int) -> str:
    """Return `text` as an item shows it for `role`: where it is a tooltip, safe from Qt's guess."""
    return tool_tip(text) if role == Qt.ItemDataRole.ToolTipRole else text


def make_plain(box: QWidget) -> None:
    """Have all labels of `box`, one that Qt made, show their texts as they are."""
    for label in box.findChildren(QLabel):
        label.setTextFormat(Qt.TextFormat.PlainText)


class PlainLabel(QLabel):
    """A label that shows its text as it is."""

    def __init__(self, parent: QWidget, text: str = "") -> None:
        """Show `text`."""
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
