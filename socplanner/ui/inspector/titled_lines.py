"""A section of the inspector: a title, and quiet lines of text below it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from socplanner.ui.inspector.text_label import text_label, title_label


class TitledLines(QWidget):
    """Shows lines under a title; nothing at all where there are none."""

    def __init__(self, parent: QWidget) -> None:
        """Begin without a line."""
        super().__init__(parent)
        self.title = title_label(self)
        self.title.setWordWrap(True)
        self.lines = text_label(self, is_quiet=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.title)
        column.addWidget(self.lines)
        self.hide()

    def show_lines(self, title: str, lines: Sequence[str]) -> None:
        """Show `lines` under `title`."""
        self.title.setText(title)
        self.lines.setText("\n".join(lines))
        self.setVisible(bool(lines))
