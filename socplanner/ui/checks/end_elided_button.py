"""A flat button whose text ends in dots where room is short; Qt's own leaves out the middle."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionToolButton, QStylePainter, QToolButton

from socplanner.ui.overriding import override

_MARGIN = 12


class EndElidedButton(QToolButton):
    """Keeps the beginning of its text, which says what it is about."""

    def shown_text(self) -> str:
        """Return what of the text there is room for."""
        return self.fontMetrics().elidedText(
            self.text(),
            Qt.TextElideMode.ElideRight,
            self.width() - _MARGIN,
            int(Qt.TextFlag.TextShowMnemonic.value),
        )

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text = self.shown_text()
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
