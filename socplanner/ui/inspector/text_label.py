"""Labels of the inspector: wrapped plain text, titles, and quiet text."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import PlainLabel
from socplanner.ui.kit.theme import quiet_ink


class QuietLabel(PlainLabel):
    """Quiet text, in a colour of the palette that is legible in light and dark."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._colour()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour()

    def _colour(self) -> None:
        palette = QPalette(self.palette())
        ink = quiet_ink(palette)
        if palette.color(QPalette.ColorRole.WindowText) != ink:
            palette.setColor(QPalette.ColorRole.WindowText, ink)
            self.setPalette(palette)


def text_label(parent: QWidget, *, is_bold: bool = False, is_quiet: bool = False) -> QLabel:
    """Return a label that wraps, never widens its layout, and shows markup as plain text."""
    label = QuietLabel(parent) if is_quiet else PlainLabel(parent)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setMinimumWidth(1)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    if is_bold:
        _embolden(label)
    return label


def title_label(parent: QWidget) -> QLabel:
    """Return a bold label of one line."""
    label = PlainLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    _embolden(label)
    return label


def _embolden(label: QLabel) -> None:
    font = label.font()
    font.setBold(True)
    label.setFont(font)


def apply_style(label: QLabel, sheet: str) -> None:
    """Set the style sheet of `label`, unless it has that one: setting it again has a cost."""
    if label.styleSheet() != sheet:
        label.setStyleSheet(sheet)
