"""The band of the topmost role, kept in sight while its roles scroll by."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from socplanner.ui.kit.overriding import override
from socplanner.ui.matrix.grid_colours import band_fill, group_line
from socplanner.ui.matrix.matrix_model import MatrixModel
from socplanner.ui.matrix.matrix_table import MatrixTable
from socplanner.ui.matrix.role_header import RoleHeader


class StickyBand(QWidget):
    """Lies over the first visible line; the next band pushes it up."""

    pressed = Signal(int)
    """The line of the band that was clicked."""

    def __init__(self, table: MatrixTable, header: RoleHeader, model: MatrixModel) -> None:
        """Lie over `table`, whose rows have `header`."""
        super().__init__(table)
        self._table = table
        self._header = header
        self._matrix = model
        self.row = -1
        self.hide()
        table.verticalScrollBar().valueChanged.connect(self.place)
        for changed in (
            model.modelReset,
            model.layoutChanged,
            model.rowsInserted,
            model.rowsRemoved,
        ):
            changed.connect(self.place)
        model.lines_changed.connect(self.update)

    def place(self) -> None:
        """Show the band of the topmost line where that line is another one."""
        first = self._table.rowAt(0)
        self.row = self._band_of(first)
        if self.row < 0 or (self.row == first and self._table.rowViewportPosition(first) >= 0):
            self.hide()
            return
        height = self._table.rowHeight(self.row)
        pushed = min(0, self._next_band_top(first) - height)
        top = self._table.viewport().y() + pushed
        width = self._header.width() + self._table.viewport().width()
        self.setGeometry(QRect(self._table.verticalHeader().x(), top, width, height))
        self.show()
        self.raise_()
        for covering in self._table.covering():
            covering.raise_()
        self.update()

    def height_over(self, row: int) -> int:
        """Return how many pixels the band of the line `row` may cover of it."""
        band = self._band_of(row)
        return self._table.rowHeight(band) if 0 <= band < row else 0

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), band_fill(self.palette()))
        if 0 <= self.row < self._matrix.rowCount():
            place = QRect(0, 0, self._header.width(), self.height())
            self._header.paint_band(painter, place, self.row)
        painter.fillRect(0, self.height() - 1, self.width(), 1, group_line(self.palette()))
        painter.end()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit(self.row)

    def _band_of(self, row: int) -> int:
        """Return the line of the band above `row`, or `row` itself; -1 without bands."""
        lines, at = self._matrix.lines, min(row, len(self._matrix.lines) - 1)
        while at >= 0 and not lines[at].is_band:
            at -= 1
        return at

    def _next_band_top(self, row: int) -> int:
        """Return the pixel at which the next band begins, far below if it is out of sight."""
        lines, height = self._matrix.lines, self._table.viewport().height()
        for at in range(row + 1, len(lines)):
            top = self._table.rowViewportPosition(at)
            if lines[at].is_band or top > height:
                return top
        return height * 2
