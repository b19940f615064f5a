"""Texts of the planner shown literally where Qt would guess whether they are markup."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


def tool_tip(text: str) -> str:
    """Return `text` for a tooltip, which Qt renders as markup if it looks like markup.

    Text that could be mistaken for markup is escaped; other text is returned as it is.
    """
    if "<" not in text and "&" not in text:
        return text
    from html import escape  # loads a table of two thousand names, which hardly any start needs

    lines = "<br>".join(escape(line) for line in text.split("\n"))
    return f"<qt>{lines}</qt>"


def item_text(text: str, role: int) -> str:
    """Return `text` for the item role `role`: as `tool_tip` for a tooltip, else unchanged."""
    return tool_tip(text) if role == Qt.ItemDataRole.ToolTipRole else text


def make_plain(box: QWidget) -> None:
    """Have all labels of `box`, a dialog of Qt, show their texts literally."""
    for label in box.findChildren(QLabel):
        label.setTextFormat(Qt.TextFormat.PlainText)


class PlainLabel(QLabel):
    """A label that shows its text literally."""

    def __init__(self, parent: QWidget, text: str = "") -> None:
        """Show `text`."""
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
