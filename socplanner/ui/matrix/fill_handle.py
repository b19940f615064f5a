"""The small square at the corner of the selection: dragging it fills the cells it passes."""

from collections.abc import Callable

from PySide6.QtCore import QItemSelection, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QRubberBand, QWidget

from socplanner.ui.kit.overriding import override
from socplanner.ui.matrix.matrix_table import MatrixTable

_SIDE = 7


class FillHandle(QWidget):
    """Lies over the cells of `table` and scrolls with them; the keys are Ctrl+D and Ctrl+R."""

    dragged = Signal(object, object)
    """The rows and the columns to fill, without those selected."""

    def __init__(self, table: MatrixTable) -> None:
        """Lie at the corner of the selection of `table`."""
        super().__init__(table.viewport())
        self._table = table
        self._band = QRubberBand(QRubberBand.Shape.Rectangle, table.viewport())
        self._wanted: tuple[list[int], list[int]] = ([], [])
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFixedSize(_SIDE, _SIDE)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.hide()
        table.selectionModel().selectionChanged.connect(self._on_selection_changed)
        table.verticalHeader().geometriesChanged.connect(self.place)
        table.horizontalHeader().sectionResized.connect(self.place)
        table.model().layoutChanged.connect(self.place)
        table.model().rowsRemoved.connect(self.place)
        table.model().rowsInserted.connect(self.place)

    def place(self) -> None:
        """Move to the corner of the selection, or hide where it has none."""
        corner = self._corner()
        if corner is None:
            self.hide()
            return
        rect = self._table.visualRect(corner)
        self.move(rect.right() - _SIDE + 1, rect.bottom() - _SIDE + 1)
        self.setVisible(rect.isValid())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette = self.palette()
        painter.fillRect(self.rect(), palette.color(QPalette.ColorRole.Base))
        inside = self.rect().adjusted(1, 1, 0, 0)
        group = QPalette.ColorGroup.Active
        painter.fillRect(inside, palette.color(group, QPalette.ColorRole.Highlight))
        painter.end()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._wanted = ([], [])
        self._table.setFocus()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = self.mapToParent(event.position().toPoint())
        self._wanted = self._reached(at)
        rows, columns = self._wanted
        if not rows:
            self._band.hide()
            return
        model = self._table.model()
        first = self._table.visualRect(model.index(rows[0], columns[0]))
        last = self._table.visualRect(model.index(rows[-1], columns[-1]))
        self._band.setGeometry(QRect(first.topLeft(), last.bottomRight()))
        self._band.show()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._band.hide()
        rows, columns = self._wanted
        self._wanted = ([], [])
        if rows:
            self.dragged.emit(rows, columns)

    def _reached(self, at: QPoint) -> tuple[list[int], list[int]]:
        """Return the rows and columns between the selection and `at`, on the axis drawn further."""
        table = self._table
        rows, columns = table.selected_rows(), table.selected_columns()
        row, column = table.rowAt(at.y()), table.columnAt(at.x())
        if not rows or not columns or row < 0 or column < 0:
            return [], []
        down, across = row - rows[-1], column - columns[-1]
        if down > 0 and down >= across:
            return _onward(rows[-1], row, table.next_row), columns
        if across > 0:
            return rows, _onward(columns[-1], column, table.next_column)
        return [], []

    def _corner(self) -> QModelIndex | None:
        selection = self._table.selectionModel().selection()
        if selection.count() != 1 or not self._table.selected_rows():
            return None
        columns = self._table.selected_columns()
        if not columns:
            return None
        return self._table.model().index(self._table.selected_rows()[-1], columns[-1])

    def _on_selection_changed(self, selected: QItemSelection, gone: QItemSelection) -> None:
        self.place()


def _onward(last: int, to: int, onward: Callable[[int, int], int]) -> list[int]:
    """Return the places after `last` by `onward`, up to `to`."""
    rows: list[int] = []
    at = onward(last, 1)
    while 0 <= at <= to:
        rows.append(at)
        at = onward(at, 1)
    return rows
