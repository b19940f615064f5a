"""One button of a row of choices, drawn in the colours of the program."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolButton, QWidget

from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.tokens import token

_ROUND = 5
_PADDING, _HEIGHT = 12, 28


class SegmentButton(QToolButton):
    """A checkable button: an accent ring and tint show the choice, a second ring the keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin unchecked and without a text."""
        super().__init__(parent)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @override
    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        text = metrics.size(Qt.TextFlag.TextShowMnemonic, self.text())
        return QSize(text.width() + 2 * _PADDING, max(_HEIGHT, metrics.height() + 8))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette = QPainter(self), self.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        ink = token("text" if self.isEnabled() else "off", palette)
        if self.isChecked():
            ink = token("accent-ink", palette)
            painter.setPen(QPen(ink, 1.5))
            painter.setBrush(token("accent-tint", palette))
            painter.drawRoundedRect(rect, _ROUND, _ROUND)
        elif self.isDown() or self.underMouse():
            painter.setBrush(token("pressed" if self.isDown() else "hover", palette))
            painter.drawRoundedRect(rect, _ROUND, _ROUND)
        if self.hasFocus():
            painter.setPen(QPen(token("accent-ink", palette), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(2.5, 2.5, -2.5, -2.5), _ROUND - 2, _ROUND - 2)
        painter.setPen(ink)
        flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextShowMnemonic)
        painter.drawText(self.rect(), flags, self.text())
        painter.end()
