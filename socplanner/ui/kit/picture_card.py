"""A card with a board in small: a sample to open, or a pattern to begin with."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from socplanner.ui.kit.flat_button import FlatButton
from socplanner.ui.kit.mini_board import MiniLane, draw_lanes
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import tool_tip
from socplanner.ui.kit.tokens import token
from socplanner.ui.kit.type_scale import scaled

_PAD = 10
_WIDTH, _LEAST, _BOARD = 14, 6, 7
"""The usual and the least width of a card, and the height of its board, in heights of a line."""

_LEFT = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignLeft)


class PictureCard(FlatButton):
    """A button that draws lanes over a title and a line about them."""

    def __init__(self, parent: QWidget, lines: int = _BOARD) -> None:
        """Begin without a picture; the board is `lines` high."""
        super().__init__(parent, is_edged=True)
        self._lines = lines
        self.rounding = 8
        self.about = ""
        self._lanes: tuple[MiniLane, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_plan(self, title: str, about: str, lanes: tuple[MiniLane, ...]) -> None:
        """Show `lanes` with `title`, and below it `about`."""
        self.about, self._lanes = about, lanes
        self.setText(title)
        self.setAccessibleName(f"{title}, {about}")
        self.setToolTip(tool_tip(f"{title}\n{about}"))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        line = self.fontMetrics().height()
        return QSize(line * _WIDTH, line * (self._lines + 2) + 3 * _PAD)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().height() * _LEAST, self.sizeHint().height())

    @override
    def draw_content(self, painter: QPainter) -> None:
        rect, line = QRectF(self.rect()), self.fontMetrics().height()
        inside = rect.adjusted(_PAD, _PAD, -_PAD, -_PAD)
        board = QRectF(inside.left(), inside.top(), inside.width(), line * self._lines)
        draw_lanes(painter, board, self._lanes, self.palette())
        dots, wide = Qt.TextElideMode.ElideRight, int(inside.width())
        for text, size, ink, top in (
            (self.text(), "heading", "text", board.bottom() + 6),
            (self.about, "caption", "text-2", board.bottom() + 8 + line),
        ):
            font = scaled(self.font(), size)
            painter.setFont(font)
            painter.setPen(token(ink, self.palette()))
            shown = QFontMetrics(font).elidedText(text, dots, wide)
            painter.drawText(QRectF(inside.left(), top, inside.width(), line), _LEFT, shown)
