"""Drawing a role with its moves: texts at the left, bars over time at the right."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView

from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.row_delegate import LEFT, RIGHT, SIDE, RowDelegate
from socplanner.ui.kit.shown_model import Index
from socplanner.ui.kit.tokens import token
from socplanner.ui.kit.type_scale import scaled_pixels
from socplanner.ui.roadmap.move_bars import PlacedMove, TimeChart, draw_moves, placed_moves
from socplanner.ui.roadmap.roadmap_model import (
    RoadMapColumn,
    RoadMapModel,
    RoadMapRow,
    is_empty_cell,
)

_ARROW = 18
_INKS = {"in-progress": "accent-ink", "done": "ok", "on-hold": "warning"}


def time_rect(cell: QRect) -> QRectF:
    """Return where time is in a `cell` of its column."""
    return QRectF(cell).adjusted(SIDE, 0, -SIDE, 0)


class RoadMapDelegate(RowDelegate):
    """Draws the cells of a `RoadMapModel`."""

    def __init__(self, model: RoadMapModel, view: QAbstractItemView) -> None:
        """Draw rows of `model` in `view`."""
        super().__init__(view, has_row_cursor=True)
        self._rows = model

    @override
    def draw_content(self, painter: QPainter, rect: QRect, index: Index) -> None:
        row, text = self._rows.rows[index.row()], str(index.data() or "")
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        match index.column():
            case RoadMapColumn.TIME:
                self._draw_time(painter, rect, row)
            case RoadMapColumn.CHANGE:
                self._draw_change(painter, rect, row)
            case RoadMapColumn.ROLE:
                self.draw_text(painter, rect, text, "text")
            case column:
                ink = "text-2"
                if column == RoadMapColumn.STATUS:
                    ink = _INKS.get(row.move.stated.status or "", ink)
                flags = RIGHT if column == RoadMapColumn.EFFORT else LEFT
                ink = "text-3" if is_empty_cell(text) else ink
                self.draw_text(painter, rect, text, ink, flags)

    def placed(self, row: RoadMapRow, cell: QRect) -> Iterator[PlacedMove]:
        """Yield the moves of `row` that have days, with their bars in the `cell` of time."""
        return placed_moves(row.moves, self._rows.scale, time_rect(cell))

    def _draw_time(self, painter: QPainter, cell: QRect, row: RoadMapRow) -> None:
        rows, scale = self._rows, self._rows.scale
        if scale is not None:
            chart = TimeChart(rows.plan, scale, rows.today, self.palette)
            draw_moves(painter, time_rect(cell), row.moves, chart)

    def _draw_change(self, painter: QPainter, rect: QRect, row: RoadMapRow) -> None:
        """Draw the sourcing before and after, and what differs besides it."""
        move, text = row.move, self._rows.short_change(row)
        rest = self.draw_sourcing(painter, rect, move.before.sourcing)
        arrow = QRect(
            rest.left(), rect.top(), scaled_pixels(self.view.font(), _ARROW), rect.height()
        )
        painter.setPen(token("text-3", self.palette))
        painter.drawText(arrow, int(Qt.AlignmentFlag.AlignCenter), "→")
        rest.setLeft(arrow.right() + 1 - SIDE)
        rest = self.draw_sourcing(painter, rest, move.after.sourcing)
        self.draw_text(
            painter, rest, text, "text-3" if move.is_gone or is_empty_cell(text) else "text-2"
        )
