"""Drawing the rows of a list of lines: titles, values in boxes, and the switch of a line."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyleOptionViewItem, QTreeView

from socplanner.ui.kit.icons import draw_icon
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.row_delegate import LEFT, SIDE, RowDelegate
from socplanner.ui.kit.shown_model import Index
from socplanner.ui.kit.tokens import token
from socplanner.ui.kit.type_scale import scaled_pixels
from socplanner.ui.lines.line_model import LineTreeModel
from socplanner.ui.lines.line_source import ColumnKind, Side

FOLD_WIDTH = 18
"""Pixels at the left of a title that fold its group."""

SWITCH_WIDTH = 76
"""Pixels of the column of switches, beside text of the usual size."""

_SPACE = 10
_ROUND = 4
_BOXES = {ColumnKind.OURS: Side.OURS, ColumnKind.THEIRS: Side.THEIRS}


def switch_rect(cell: QRect) -> QRect:
    """Return where the switch is in its cell."""
    return cell.adjusted(8, 4, -8, -5)


class LineTreeDelegate(RowDelegate):
    """Draws the rows of a tree whose model is a `LineTreeModel`."""

    def __init__(self, tree: QTreeView, model: LineTreeModel) -> None:
        """Draw the cells of `tree`."""
        super().__init__(tree, has_row_cursor=True)
        self._tree, self._model = tree, model

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width(), self.view.fontMetrics().height() + _SPACE)

    @override
    def ground(self, index: Index) -> str:
        return "" if self._model.line(index) is not None else "band"

    @override
    def draw_content(self, painter: QPainter, rect: QRect, index: Index) -> None:
        if self._model.line(index) is None:
            self._draw_title(painter, rect, index)
            return
        kind, side = self._model.source.columns[index.column()].kind, self._model.side_of(index)
        text = str(index.data() or "")
        if kind is ColumnKind.SWITCH:
            if side is not None:
                self._draw_switch(painter, rect, side)
        elif kind in _BOXES:
            self._draw_box(painter, rect, text, _state_of(kind, side))
        elif kind is ColumnKind.WHAT:
            self.draw_text(painter, rect.adjusted(FOLD_WIDTH, 0, 0, 0), text, "text", LEFT)
        else:
            self.draw_text(painter, rect, text, "text-2", LEFT)

    def _draw_title(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Draw the title of a group, with its sign of folding and the switch of all its lines."""
        is_folded = not self._tree.isExpanded(self._model.index(index.row(), 0))
        sign = QRectF(rect.left() + 2, rect.top(), FOLD_WIDTH - 2, rect.height())
        size = scaled_pixels(painter.font(), 12)
        place = QRectF(
            sign.center() - QPointF(size, size) / 2, sign.center() + QPointF(size, size) / 2
        )
        name = "chevron-right" if is_folded else "chevron-down"
        draw_icon(painter, name, place, token("text-2", self.palette))
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        side, wide = self._model.side_of(index), rect
        column = self._model.switch_column()
        if column >= 0 and side is not None:
            header = self._tree.header()
            left = (
                rect.left()
                + header.sectionViewportPosition(column)
                - header.sectionViewportPosition(0)
            )
            cell = QRect(left, rect.top(), header.sectionSize(column), rect.height())
            wide = QRect(rect.topLeft(), QSize(left - rect.left(), rect.height()))
            self._draw_switch(painter, cell, side)
        self.draw_text(
            painter, wide.adjusted(FOLD_WIDTH - SIDE, 0, 0, 0), str(index.data()), "text"
        )

    def _draw_box(self, painter: QPainter, rect: QRect, text: str, state: Side | None) -> None:
        """Draw a value: framed where it is chosen, dashed where nothing is, else quiet."""
        names = {
            Side.OURS: ("accent-tint", "accent-ink", "text"),
            Side.OPEN: ("warning-tint", "warning", "text"),
        }
        ground, line, ink = (
            names.get(state, ("band", "line", "text-2")) if state else ("", "", "text")
        )
        if ground:
            pen = QPen(token(line, self.palette), 1)
            if state is Side.OPEN:
                pen.setStyle(Qt.PenStyle.DashLine)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(pen)
            painter.setBrush(token(ground, self.palette))
            frame = QRectF(rect.adjusted(3, 3, -3, -4)).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(frame, _ROUND, _ROUND)
        self.draw_text(painter, rect.adjusted(3, 0, -3, 0), text, ink, LEFT)

    def _draw_switch(self, painter: QPainter, cell: QRect, side: Side) -> None:
        """Draw two arrows, the one of the chosen side on the accent."""
        frame = QRectF(switch_rect(cell)).adjusted(0.5, 0.5, -0.5, -0.5)
        middle = frame.center().x()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(token("line-2", self.palette), 1))
        painter.setBrush(token("raised", self.palette))
        painter.drawRoundedRect(frame, _ROUND, _ROUND)
        halves = {
            Side.OURS: QRectF(frame.topLeft(), QPointF(middle, frame.bottom())),
            Side.THEIRS: QRectF(QPointF(middle, frame.top()), frame.bottomRight()),
        }
        if side in halves:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(token("accent", self.palette))
            painter.drawRoundedRect(halves[side], _ROUND, _ROUND)
        for each, half in halves.items():
            ink = "on-accent" if each is side else "text-2"
            painter.setPen(QPen(token(ink, self.palette), 1.6))
            _draw_arrow(painter, half.center(), -1 if each is Side.OURS else 1)


def _state_of(kind: ColumnKind, side: Side | None) -> Side | None:
    """Return OURS for a chosen box, THEIRS for the other one, OPEN for an open choice."""
    if side is None or side is Side.OPEN:
        return side
    return Side.OURS if _BOXES[kind] is side else Side.THEIRS


def _draw_arrow(painter: QPainter, centre: QPointF, direction: int) -> None:
    across, down = 2.5 * direction, 4.0
    painter.drawPolyline(
        QPolygonF(
            [
                centre + QPointF(-across, -down),
                centre + QPointF(across, 0),
                centre + QPointF(-across, down),
            ]
        )
    )
