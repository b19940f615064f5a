"""The table of moves; lines over it lead from each move to those that need it."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from socplanner.domain.ids import PhaseId
from socplanner.domain.road_map.days import day_number
from socplanner.domain.road_map_inputs import MovePlace
from socplanner.services.translator import Translator
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.row_table import ColumnFit, RoleTable
from socplanner.ui.roadmap.bars import draw_link
from socplanner.ui.roadmap.roadmap_delegate import RoadMapDelegate, time_rect
from socplanner.ui.roadmap.roadmap_model import Link, RoadMapColumn, RoadMapModel
from socplanner.ui.roadmap.time_header import TimeHeader

_LEAST_TIME = 54
"""The least width of time in letters; for it, other columns are hidden."""

_FIT = ColumnFit(
    {
        RoadMapColumn.ROLE: 24,
        RoadMapColumn.CHANGE: 22,
        RoadMapColumn.OWNER: 9,
        RoadMapColumn.EFFORT: 10,
        RoadMapColumn.STATUS: 15,
    },
    RoadMapColumn.TIME,
    _LEAST_TIME,
    (RoadMapColumn.EFFORT, RoadMapColumn.STATUS, RoadMapColumn.OWNER, RoadMapColumn.CHANGE),
)
_AIR, _SIDES = 12, 16
_MOST_ROLE, _MEASURED = 46, 100
"""The most letters of a name that are shown, and the rows whose names are measured."""


class RoadMapTable(RoleTable):
    """Rows of roles. Enter, or a double click on a bar, edits what is stated of the move."""

    move_requested = Signal(object)
    """The place (phase and role) of the move that the planner wants to edit."""

    def __init__(self, model: RoadMapModel, translator: Translator, parent: QWidget) -> None:
        """Show `model`."""
        super().__init__(model, _FIT, _AIR, parent)
        self._rows = model
        self._bars = RoadMapDelegate(model, self)
        self.setItemDelegate(self._bars)
        self.time_header = TimeHeader(model, translator, self)
        self.setHorizontalHeader(self.time_header)
        translator.language_changed.connect(self.time_header.viewport().update)
        model.modelReset.connect(self.fit_columns)
        self.fit_font()

    @override
    def fixed_widths(self) -> dict[int, int]:
        """Return the widths in pixels; names are as wide as they are, where time has enough."""
        widths, metrics = super().fixed_widths(), self.fontMetrics()
        letter = metrics.averageCharWidth()
        names = (metrics.horizontalAdvance(name) for name in self._rows.names(_MEASURED))
        role = min(max(names, default=0) + _SIDES, letter * _MOST_ROLE)
        others = sum(widths.values()) - widths[RoadMapColumn.ROLE]
        left = self.viewport().width() - others - _LEAST_TIME * letter
        widths[RoadMapColumn.ROLE] = max(min(role, left), widths[RoadMapColumn.ROLE])
        return widths

    def current_place(self) -> MovePlace | None:
        """Return the place of the move in the current row, None where there is no row."""
        row = self.currentIndex().row()
        return self._rows.rows[row].move.place if 0 <= row < len(self._rows.rows) else None

    def bar_of(self, place: MovePlace) -> QRectF | None:
        """Return where the bar of the move at `place` is in the viewport, None where none is."""
        row = self._rows.place_of(place[1])
        if row < 0:
            return None
        for move, bar, _ in self._bars.placed(self._rows.rows[row], self._time_cell(row)):
            if move.place == place:
                return bar
        return None

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._rows.links or self._rows.scale is None:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for link in self._visible_links():
            start, end = self.bar_of(link.needed), self.bar_of(link.needing)
            if start is None or end is None:
                continue
            x = start.right()
            if link.day:
                x = self._rows.scale.x(day_number(link.day), time_rect(self._time_cell(0)))
            begin = QPointF(x, start.center().y())
            draw_link(painter, begin, end, self.palette(), is_late=link.is_late)
        painter.end()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            place = self.current_place()
            if place is not None:
                self.move_requested.emit(place)
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if not index.isValid():
            super().mouseDoubleClickEvent(event)
            return
        row = self._rows.rows[index.row()]
        phase: PhaseId = row.move.phase.id
        for move, bar, _ in self._bars.placed(row, self._time_cell(index.row())):
            if bar.adjusted(-4, -4, 8, 4).contains(event.position()):
                phase = move.phase.id
        self.move_requested.emit((phase, row.role.id))

    def _visible_links(self) -> Iterator[Link]:
        """Yield the links that cross a row in view: a plan may have thousands."""
        place_of = self._rows.place_of
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        last = self._rows.rowCount() if last < 0 else last
        for link in self._rows.links:
            needed, needing = place_of(link.needed[1]), place_of(link.needing[1])
            if needed >= 0 and needing >= 0:
                upper, lower = min(needed, needing), max(needed, needing)
                if lower >= first and upper <= last:
                    yield link

    def _time_cell(self, row: int) -> QRect:
        """Return the cell of time in `row`, in the viewport."""
        column = int(RoadMapColumn.TIME)
        return QRect(
            self.columnViewportPosition(column),
            self.rowViewportPosition(row),
            self.columnWidth(column),
            self.rowHeight(row),
        )
