"""Drawing the cells of a table of rows: ground, line below, cursor; the content is a subclass's."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from socplanner.domain.catalogue import Sourcing
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.shown_model import Index
from socplanner.ui.kit.sourcing_sign import draw_sign
from socplanner.ui.kit.tokens import token
from socplanner.ui.kit.type_scale import scaled_pixels

SIDE = 8
"""Pixels between the edge of a cell and its content."""

LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_AFTER, _SIGN = 4, 14


def cell_width(metrics: QFontMetrics, text: str) -> int:
    """Return the least width of a cell in which `text` is not cut."""
    return metrics.horizontalAdvance(text) + 1 + 2 * SIDE


class RowDelegate(QStyledItemDelegate):
    """Draws cells of a view; the cursor is the frame of a cell, or of a row."""

    def __init__(self, view: QAbstractItemView, *, has_row_cursor: bool = False) -> None:
        """Draw cells of `view`."""
        super().__init__(view)
        self.view = view
        self._has_row_cursor = has_row_cursor

    @property
    def palette(self) -> QPalette:
        """The colours of the view."""
        return self.view.palette()

    def ground(self, index: Index) -> str:
        """Return the token of the ground of a cell that is not selected; empty for none."""
        return ""

    def draw_content(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Draw what is in a cell."""
        raise NotImplementedError

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect, palette = QRect(option.rect), self.palette
        painter.save()
        painter.setFont(self.view.font())
        is_selected = self.view.selectionModel().isSelected(index)
        ground = "accent-tint" if is_selected else self.ground(index)
        if ground:
            painter.fillRect(rect, token(ground, palette))
        self.draw_content(painter, rect, index)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, token("line", palette))
        if self.view.hasFocus():
            self._draw_cursor(painter, rect, index)
        painter.restore()

    def draw_text(
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        ink: str,
        flags: Qt.AlignmentFlag = LEFT,
    ) -> None:
        """Draw `text` in a cell, cut where it is too long."""
        place = rect.adjusted(
            SIDE, 0, -(SIDE if flags & Qt.AlignmentFlag.AlignRight else _AFTER), 0
        )
        elide = Qt.TextElideMode.ElideRight
        painter.setPen(token(ink, self.palette))
        painter.drawText(
            place, int(flags), painter.fontMetrics().elidedText(text, elide, place.width())
        )

    def draw_sourcing(self, painter: QPainter, rect: QRect, sourcing: Sourcing) -> QRect:
        """Draw the sign of `sourcing` at the left of a cell; return the rest of it."""
        side = scaled_pixels(self.view.font(), _SIGN)
        place = QRectF(rect.left() + SIDE, rect.center().y() - side / 2 + 1, side, side)
        draw_sign(painter, sourcing, place, self.palette)
        return rect.adjusted(SIDE + side, 0, 0, 0)

    def _draw_cursor(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Draw the frame of the current cell, or the edges of the current row."""
        current = self.view.currentIndex()
        painter.setPen(QPen(token("accent-ink", self.palette), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if not self._has_row_cursor and current == index:
            painter.drawRect(QRectF(rect).adjusted(1, 1, -1, -2))
        elif self._has_row_cursor and (current.row(), current.parent()) == (
            index.row(),
            index.parent(),
        ):
            painter.drawLine(rect.left(), rect.top() + 1, rect.right(), rect.top() + 1)
            painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
