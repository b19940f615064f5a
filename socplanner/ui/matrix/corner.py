"""The corner of the matrix: the cell of the cursor, and the headers of codes, names and marks.

A click on a header sorts by it; a drag of the right edge makes the row headers wider.
"""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import tool_tip
from socplanner.ui.kit.tokens import token
from socplanner.ui.matrix.grid_colours import band_fill, draw_sort, group_line
from socplanner.ui.matrix.line_order import CANONICAL, LineOrder, SortedBy

_EDGE, _PAD = 5, 12
_ABOVE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
_DOWN = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)


class Zone(NamedTuple):
    """A header in the corner: what it sorts by, its place, its text and its tooltip."""

    by: SortedBy
    left: int
    width: int
    word: str
    tip: str


class Corner(QWidget):
    """Covers the button that QTableView has there, and shows the cell of the cursor in words."""

    sort_clicked = Signal(object)
    """A `SortedBy`."""

    width_dragged = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.zones: Sequence[Zone] = ()
        self._order = CANONICAL
        self._is_dragging = False
        self.current = ""

    def set_zones(self, zones: Sequence[Zone]) -> None:
        """Set the headers of codes, names and marks."""
        self.zones = zones
        self.update()

    def show_order(self, order: LineOrder) -> None:
        """Mark the header by which lines are sorted."""
        self._order = order
        self.update()

    def read_out(self, current: str) -> None:
        """Show the cell of the cursor in words."""
        if current != self.current:
            self.current = current
            self.update(0, 0, self.width(), self.height() - self.fontMetrics().height() - 6)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = self.palette()
        painter.fillRect(event.rect(), band_fill(palette))
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), group_line(palette))
        painter.fillRect(QRect(self.width() - 1, 0, 1, self.height()), group_line(palette))
        painter.setPen(token("text", palette))
        inside = self.rect().adjusted(_PAD, 6, -_PAD, -self.fontMetrics().height() - 6)
        lines = max(inside.height() // self.fontMetrics().lineSpacing(), 1)
        # The letters, at the end, matter most.
        dots, wide = Qt.TextElideMode.ElideMiddle, inside.width()
        shown = (
            self.current if lines > 1 else self.fontMetrics().elidedText(self.current, dots, wide)
        )
        painter.drawText(inside, _ABOVE, shown)
        painter.setPen(token("text-2", palette))
        for zone in self.zones:
            self._paint_zone(painter, zone)
        painter.end()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        self._is_dragging = place.x() >= self.width() - _EDGE
        zone = None if self._is_dragging else self._zone_at(place.x(), place.y())
        if zone is not None and event.button() is Qt.MouseButton.LeftButton:
            self.sort_clicked.emit(zone.by)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self._is_dragging:
            self.width_dragged.emit(at.x())
            return
        zone = self._zone_at(at.x(), at.y())
        self.setToolTip(tool_tip(zone.tip if zone is not None else self.current))
        is_edge = at.x() >= self.width() - _EDGE
        self.setCursor(Qt.CursorShape.SplitHCursor if is_edge else Qt.CursorShape.ArrowCursor)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._is_dragging = False

    def _zone_at(self, x: int, y: int) -> Zone | None:
        if y < self.height() - self.fontMetrics().height() - 6:
            return None
        return next((zone for zone in self.zones if 0 <= x - zone.left < zone.width), None)

    def _paint_zone(self, painter: QPainter, zone: Zone) -> None:
        line = self.fontMetrics().height()
        place = QRect(zone.left, self.height() - line - 4, zone.width, line)
        painter.drawText(place, _DOWN, zone.word)
        if self._order.by is zone.by:
            side = line
            right = zone.left + self.fontMetrics().horizontalAdvance(zone.word) + 4
            arrow = QRect(min(right, zone.left + zone.width - side), place.top(), side, side)
            ink = self.palette().color(QPalette.ColorRole.WindowText)
            draw_sort(painter, arrow, ink, is_backwards=self._order.is_backwards)
