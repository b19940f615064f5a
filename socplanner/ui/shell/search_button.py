"""The button that opens the palette: it looks like a field, with the keys that do the same."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from socplanner.ui.kit.flat_button import FlatButton
from socplanner.ui.kit.icons import draw_icon
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.tokens import token
from socplanner.ui.kit.type_scale import scaled

_WIDTH = 24
"""The usual width, in heights of a line."""

_SIDE, _GAP, _KEY_PAD = 8, 6, 5
_LEFT = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignLeft)
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


class SearchButton(FlatButton):
    """Shows its text as a field shows what to type, and its keys at the right."""

    def __init__(self, parent: QWidget) -> None:
        """Begin without keys."""
        super().__init__(parent, "search", is_edged=True)
        self.keys = ""
        self.icon_size = 16
        self.is_icon_alone = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        height = super().sizeHint().height()
        return QSize(self.fontMetrics().height() * _WIDTH, height)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.icon_side() + 2 * _SIDE, super().sizeHint().height())

    @override
    def draw_content(self, painter: QPainter) -> None:
        palette, rect = self.palette(), QRectF(self.rect())
        icon = QRectF(_SIDE, 0, self.icon_side(), rect.height())
        draw_icon(painter, self.icon_name, icon, token("text-2", palette))
        left, right = icon.right() + _GAP, rect.right() - _SIDE
        metrics = QFontMetrics(scaled(self.font(), "badge"))
        keys = QRectF(
            0, 0, metrics.horizontalAdvance(self.keys) + 2 * _KEY_PAD, metrics.height() + 3
        )
        keys.moveCenter(rect.center())
        keys.moveRight(right)
        text_width = self.fontMetrics().horizontalAdvance(self.text())
        if self.keys and left + text_width + _GAP <= keys.left():
            self._draw_keys(painter, keys)
            right = keys.left() - _GAP
        painter.setFont(self.font())
        painter.setPen(token("text-3", palette))
        dots = Qt.TextElideMode.ElideRight
        shown = self.fontMetrics().elidedText(self.text(), dots, int(right - left))
        painter.drawText(QRectF(left, 0, right - left, rect.height()), _LEFT, shown)

    def _draw_keys(self, painter: QPainter, place: QRectF) -> None:
        painter.setPen(QPen(token("line-2", self.palette()), 1))
        painter.setBrush(token("window", self.palette()))
        painter.drawRoundedRect(place, 3, 3)
        painter.setPen(token("text-2", self.palette()))
        painter.setFont(scaled(self.font(), "badge"))
        painter.drawText(place, _CENTRE, self.keys)
