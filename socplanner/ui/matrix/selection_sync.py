"""Keeps the selection of the table and the selected roles of the viewpoint the same."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, Qt

from socplanner.ui.kit.viewpoint import Viewpoint
from socplanner.ui.matrix.matrix_arrangement import MatrixArrangement
from socplanner.ui.matrix.matrix_lines import Line
from socplanner.ui.matrix.matrix_model import MatrixModel
from socplanner.ui.matrix.matrix_table import MatrixTable

_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect
_CURRENT_ONLY = QItemSelectionModel.SelectionFlag.NoUpdate


class SelectionSync(QObject):
    """Selecting cells selects their roles; roles selected elsewhere select cells."""

    def __init__(
        self,
        table: MatrixTable,
        model: MatrixModel,
        arrangement: MatrixArrangement,
        viewpoint: Viewpoint,
    ) -> None:
        """Connect `table` and `viewpoint`."""
        super().__init__(table)
        self._table = table
        self._matrix = model
        self._viewpoint = viewpoint
        self._is_selecting = False
        self._cursor: tuple[Line, int, int] | None = None
        table.selectionModel().selectionChanged.connect(self._on_selection_changed)
        viewpoint.roles_changed.connect(self.select_roles)
        arrangement.changing.connect(self._on_changing)
        arrangement.changed.connect(self._on_changed)

    def select_roles(self) -> None:
        """Select the cells of the roles selected elsewhere, in the column of the cursor."""
        if self._is_selecting:
            return
        rows = sorted(row for row in map(self._matrix.row_of, self._viewpoint.roles) if row >= 0)
        if set(rows) == set(self._table.selected_rows()):
            return
        self._is_selecting = True
        column = self.column()
        selection = QItemSelection()
        for first, last in _runs(rows):
            selection.select(self._matrix.index(first, column), self._matrix.index(last, column))
        if rows:
            at = self._matrix.index(rows[0], column)
            self._table.selectionModel().setCurrentIndex(at, _CURRENT_ONLY)
            self._table.scrollTo(at)
        self._table.selectionModel().select(selection, _SELECT)
        self._is_selecting = False

    def choose_line(self, row: int, modifiers: Qt.KeyboardModifier) -> None:
        """Select the role in `row` by its header: its cell in the column of the cursor."""
        column = self.column()
        at, before = self._matrix.index(row, column), self._table.currentIndex()
        selection = self._table.selectionModel()
        if modifiers & Qt.KeyboardModifier.ShiftModifier and before.isValid():
            corners = sorted((before.row(), row))
            first, last = (self._matrix.index(each, column) for each in corners)
            selection.select(QItemSelection(first, last), _SELECT)
        elif modifiers & Qt.KeyboardModifier.ControlModifier:
            selection.setCurrentIndex(at, QItemSelectionModel.SelectionFlag.Toggle)
        else:
            selection.setCurrentIndex(at, _SELECT)
        self._table.setFocus()

    def column(self) -> int:
        """Return the column of the cursor, or the first that is shown."""
        column = self._table.currentIndex().column()
        return column if column >= 0 else max(self._table.next_column(-1, 1), 0)

    def _on_selection_changed(self, selected: QItemSelection, gone: QItemSelection) -> None:
        if not self._is_selecting:
            self._is_selecting = True
            roles = (self._matrix.lines[row].role for row in self._table.selected_rows())
            self._viewpoint.select(role.id for role in roles if role is not None)
            self._is_selecting = False

    def _on_changing(self) -> None:
        """Pause while lines come and go: hidden roles stay selected."""
        self._is_selecting = True
        at = self._table.currentIndex()
        self._cursor = None
        if at.isValid():
            self._cursor = self._matrix.lines[at.row()], at.row(), at.column()

    def _on_changed(self) -> None:
        if self._cursor is not None and self._matrix.rowCount():
            row = self._row_for(*self._cursor[:2])
            at = self._matrix.index(row, self._cursor[2])
            if at != self._table.currentIndex():
                self._table.selectionModel().setCurrentIndex(at, _CURRENT_ONLY)
        self._is_selecting = False
        self.select_roles()

    def _row_for(self, line: Line, before: int) -> int:
        """Return the row for a cursor that was on `line`: the same, its band, or one nearby."""
        row = -1 if line.role is None else self._matrix.row_of(line.role.id)
        if row >= 0:
            return row
        for place, each in enumerate(self._matrix.lines):
            if each.is_band and each.function == line.function and self._matrix.is_folded(place):
                return place
        row = self._table.next_row(min(before, self._matrix.rowCount()) - 1, 1)
        return row if row >= 0 else max(self._table.next_row(self._matrix.rowCount(), -1), 0)


def _runs(rows: list[int]) -> list[tuple[int, int]]:
    """Return runs of neighbouring `rows`, each as its first and last."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs
