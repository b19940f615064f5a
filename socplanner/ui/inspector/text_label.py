"""Labels of the inspector: wrapped plain text, bold, plain or quiet."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


def text_label(parent: QWidget, *, is_bold: bool = False, is_quiet: bool = False) -> QLabel:
    """Return a label that wraps, takes no more width than it is given, and reads no markup."""
    label = QLabel(parent)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setMinimumWidth(1)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    if is_bold:
        font = label.font()
        font.setBold(True)
        label.setFont(font)
    if is_quiet:
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label


def title_label(parent: QWidget) -> QLabel:
    """Return a bold label of one line."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    font = label.font()
    font.setBold(True)
    label.setFont(font)
    return label
