"""A large button of the start page: an icon, what it does, a line about it, and its keys."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from socplanner.ui.kit.flat_button import FlatButton
from socplanner.ui.kit.icons import draw_icon
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.tokens import token
from socplanner.ui.kit.type_scale import scaled

_SIDE, _GAP = 16, 12
_LEFT = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignRight)


class CommandCard(FlatButton):
    """A button with a title and a line below it; the primary one is filled with the accent."""

    def __init__(self, parent: QWidget, icon_name: str, *, is_primary: bool = False) -> None:
        """Show the icon `icon_name`."""
        super().__init__(parent, icon_name, is_edged=True)
        self.is_icon_alone = False
        self._is_primary = is_primary
        self.about = ""
        self.keys = ""
        self.rounding = 8
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_texts(self, title: str, about: str, keys: str) -> None:
        """Show `title`, `about` below it, and `keys` at the right."""
        self.about, self.keys = about, keys
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(about)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(240, self.fontMetrics().height() * 2 + 26)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.icon_side() + 2 * _SIDE, self.sizeHint().height())

    @override
    def ink(self) -> QColor:
        return token("on-accent", self.palette()) if self._is_primary else super().ink()

    @override
    def draw_ground(self, painter: QPainter, rect: QRectF) -> None:
        if not self._is_primary:
            super().draw_ground(painter, rect)
            return
        fill = token("accent", self.palette())
        if self.isDown() or self.underMouse():
            fill = fill.darker(112)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(rect, self.rounding, self.rounding)

    @override
    def draw_content(self, painter: QPainter) -> None:
        rect, ink = QRectF(self.rect()), self.ink()
        icon = QRectF(_SIDE, 0, self.icon_side(), rect.height())
        draw_icon(painter, self.icon_name, icon, ink)
        left, line = icon.right() + _GAP, self.fontMetrics().height()
        right = rect.right() - _SIDE
        if self.keys:
            font = scaled(self.font(), "caption")
            wide = QFontMetrics(font).horizontalAdvance(self.keys)
            painter.setFont(font)
            painter.setPen(ink)
            painter.drawText(QRectF(right - wide, 0, wide, rect.height()), _RIGHT, self.keys)
            right -= wide + _GAP
        bold, top = scaled(self.font(), "heading"), rect.center().y() - line - 1
        for text, font, at in (
            (self.text(), bold, top),
            (self.about, scaled(self.font(), "dense"), top + line + 3),
        ):
            painter.setFont(font)
            is_title = text == self.text()
            quiet = ink if self._is_primary else token("text-2", self.palette())
            painter.setPen(QPen(ink if is_title else quiet))
            dots = Qt.TextElideMode.ElideRight
            shown = QFontMetrics(font).elidedText(text, dots, int(right - left))
            painter.drawText(QRectF(left, at, right - left, line), _LEFT, shown)
