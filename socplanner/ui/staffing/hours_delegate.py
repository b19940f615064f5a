"""Drawing a role with its hours: code and name, parties, the strip of its week, its state."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPalette, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from socplanner.domain.coverage import CoverageState
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.sourcing_sign import draw_sign
from socplanner.ui.kit.tokens import token
from socplanner.ui.kit.type_scale import scaled_pixels
from socplanner.ui.staffing.hours_model import HoursColumn, HoursModel
from socplanner.ui.staffing.week_strip import draw_moment, draw_week, x_of

Index = QModelIndex | QPersistentModelIndex
_AIR = 10
_SIDE = 8
_SIGN = 14
_STRIP = 14
"""Pixels of the height of a strip beside text of the usual size."""

_LEFT = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignLeft)
_INKS = {
    CoverageState.UNMANNED: "error",
    CoverageState.BEST_EFFORT: "warning",
    CoverageState.NOT_STATED: "text-3",
}
_PLAIN_INK = "text"


def week_rect(cell: QRect) -> QRectF:
    """Return where the strip is in a `cell` of its column, without its height."""
    return QRectF(cell).adjusted(_SIDE, 0, -_SIDE, 0)


class HoursDelegate(QStyledItemDelegate):
    """Draws the cells of a `HoursModel`, with the line of the moment through all weeks."""

    def __init__(self, model: HoursModel, view: QAbstractItemView) -> None:
        """Draw rows of `model` in `view`."""
        super().__init__(view)
        self._hours = model
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, option.fontMetrics.height() + _AIR)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect, palette, column = QRect(option.rect), self._view.palette(), index.column()
        painter.save()
        if self._view.selectionModel().isRowSelected(index.row()):
            painter.fillRect(rect, token("accent-tint", palette))
        if column == HoursColumn.WEEK:
            self._paint_week(painter, rect, index.row(), palette)
        elif column == HoursColumn.ROLE:
            self._paint_role(painter, rect, index, palette)
        else:
            self._paint_text(painter, rect.adjusted(_SIDE, 0, -4, 0), index, palette)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, token("line", palette))
        if self._view.currentIndex().row() == index.row() and self._view.hasFocus():
            self._paint_cursor(painter, rect, palette)
        painter.restore()

    def _paint_week(self, painter: QPainter, cell: QRect, row: int, palette: QPalette) -> None:
        each = self._hours.rows[row]
        strip = week_rect(cell)
        high = scaled_pixels(self._view.font(), _STRIP)
        strip.setTop(round(strip.center().y() - high / 2))
        strip.setHeight(high)
        draw_week(painter, strip, each.week, each.duty.sourcing, palette)
        draw_moment(painter, x_of(self._hours.moment, strip), cell.top(), cell.bottom(), palette)

    def _paint_role(self, painter: QPainter, rect: QRect, index: Index, palette: QPalette) -> None:
        side = scaled_pixels(self._view.font(), _SIGN)
        place = QRectF(rect.left() + _SIDE, rect.center().y() - side / 2 + 1, side, side)
        draw_sign(painter, self._hours.rows[index.row()].duty.sourcing, place, palette)
        self._paint_text(painter, rect.adjusted(2 * _SIDE + side, 0, -4, 0), index, palette)

    def _paint_text(self, painter: QPainter, rect: QRect, index: Index, palette: QPalette) -> None:
        text, font, ink = str(index.data() or ""), QFont(self._view.font()), _PLAIN_INK
        if index.column() == HoursColumn.STATE:
            state = self._hours.rows[index.row()].state(self._hours.moment)
            ink = _INKS.get(state, _PLAIN_INK)
            font.setBold(state is CoverageState.UNMANNED)
        elif index.column() != HoursColumn.ROLE:
            ink = "text-2"
        painter.setFont(font)
        painter.setPen(token(ink, palette))
        elide = Qt.TextElideMode.ElideRight
        painter.drawText(rect, _LEFT, painter.fontMetrics().elidedText(text, elide, rect.width()))

    def _paint_cursor(self, painter: QPainter, rect: QRect, palette: QPalette) -> None:
        """Draw the upper and lower edge of the current row, as one frame with the other cells."""
        painter.setPen(QPen(token("accent-ink", palette), 2))
        painter.drawLine(rect.left(), rect.top() + 1, rect.right(), rect.top() + 1)
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
