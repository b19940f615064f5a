"""Drawing a role with its moves: texts at the left, bars over time at the right."""

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.sourcing_sign import draw_sign
from socplanner.ui.kit.tokens import token
from socplanner.ui.kit.type_scale import scaled_pixels
from socplanner.ui.roadmap.move_bars import PlacedMove, TimeChart, draw_moves, placed_moves
from socplanner.ui.roadmap.roadmap_model import (
    RoadMapColumn,
    RoadMapModel,
    RoadMapRow,
    is_empty_cell,
)

Index = QModelIndex | QPersistentModelIndex
_AIR, _SIDE, _SIGN, _ARROW = 12, 8, 14, 18
_LEFT = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignLeft)
_RIGHT = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.AlignmentFlag.AlignRight)
_ELIDE = Qt.TextElideMode.ElideRight
_INKS = {"in-progress": "accent-ink", "done": "ok", "on-hold": "warning"}


def time_rect(cell: QRect) -> QRectF:
    """Return where time is in a `cell` of its column."""
    return QRectF(cell).adjusted(_SIDE, 0, -_SIDE, 0)


class RoadMapDelegate(QStyledItemDelegate):
    """Draws the cells of a `RoadMapModel`."""

    def __init__(self, model: RoadMapModel, view: QAbstractItemView) -> None:
        """Draw rows of `model` in `view`."""
        super().__init__(view)
        self._rows = model
        self._view = view

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, option.fontMetrics.height() + _AIR)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect, palette, column = QRect(option.rect), self._view.palette(), index.column()
        row = self._rows.rows[index.row()]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._view.selectionModel().isRowSelected(index.row()):
            painter.fillRect(rect, token("accent-tint", palette))
        if column == RoadMapColumn.TIME:
            self._paint_time(painter, rect, row, palette)
        elif column == RoadMapColumn.CHANGE:
            self._paint_change(painter, rect, index, palette)
        else:
            self._paint_text(painter, rect.adjusted(_SIDE, 0, -4, 0), index, palette)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, token("line", palette))
        if self._view.currentIndex().row() == index.row() and self._view.hasFocus():
            painter.setPen(QPen(token("accent-ink", palette), 2))
            painter.drawLine(rect.left(), rect.top() + 1, rect.right(), rect.top() + 1)
            painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        painter.restore()

    def placed(self, row: RoadMapRow, cell: QRect) -> Iterator[PlacedMove]:
        """Yield the moves of `row` that have days, with their bars in the `cell` of time."""
        return placed_moves(row.moves, self._rows.scale, time_rect(cell))

    def _paint_time(
        self, painter: QPainter, cell: QRect, row: RoadMapRow, palette: QPalette
    ) -> None:
        rows, scale = self._rows, self._rows.scale
        if scale is not None:
            chart = TimeChart(rows.plan, scale, rows.today, palette)
            draw_moves(painter, time_rect(cell), row.moves, chart)

    def _paint_change(
        self, painter: QPainter, rect: QRect, index: Index, palette: QPalette
    ) -> None:
        """Draw the sourcing before and after, and what differs besides it."""
        move = self._rows.rows[index.row()].move
        side = scaled_pixels(self._view.font(), _SIGN)
        arrow = scaled_pixels(self._view.font(), _ARROW)
        place = QRectF(rect.left() + _SIDE, rect.center().y() - side / 2 + 1, side, side)
        draw_sign(painter, move.before.sourcing, place, palette)
        painter.setPen(token("text-3", palette))
        between = QRect(round(place.right()), rect.top(), arrow, rect.height())
        painter.drawText(between, int(Qt.AlignmentFlag.AlignCenter), "→")
        place.moveLeft(between.right() + 1)
        draw_sign(painter, move.after.sourcing, place, palette)
        left = round(place.right()) - rect.left() + _SIDE
        self._paint_text(painter, rect.adjusted(left, 0, -4, 0), index, palette)

    def _paint_text(self, painter: QPainter, rect: QRect, index: Index, palette: QPalette) -> None:
        column, text = index.column(), str(index.data() or "")
        row = self._rows.rows[index.row()]
        ink = "text" if column == RoadMapColumn.ROLE else "text-2"
        if column == RoadMapColumn.CHANGE:
            text = self._rows.short_change(row)
        elif column == RoadMapColumn.STATUS:
            ink = _INKS.get(row.move.stated.status or "", ink)
        if is_empty_cell(text) or (column == RoadMapColumn.CHANGE and row.move.is_gone):
            ink = "text-3"
        painter.setPen(token(ink, palette))
        flags = _RIGHT if column == RoadMapColumn.EFFORT else _LEFT
        painter.drawText(rect, flags, painter.fontMetrics().elidedText(text, _ELIDE, rect.width()))
