"""Jumps of the cursor as in spreadsheets: to the end of what is filled, or to the next filled cell.

Left to Qt, these keys would move the cursor and leave the selection behind, and a letter would then
be written where the cursor is not.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from socplanner.ui.matrix.matrix_model import MatrixModel
from socplanner.ui.matrix.matrix_table import MatrixTable
from socplanner.ui.matrix.table_keys import TableCommand

_JUMPS = {
    TableCommand.JUMP_UP: (-1, 0),
    TableCommand.JUMP_DOWN: (1, 0),
    TableCommand.JUMP_LEFT: (0, -1),
    TableCommand.JUMP_RIGHT: (0, 1),
}
_STRETCHES = {
    TableCommand.STRETCH_UP: (-1, 0),
    TableCommand.STRETCH_DOWN: (1, 0),
    TableCommand.STRETCH_LEFT: (0, -1),
    TableCommand.STRETCH_RIGHT: (0, 1),
}


class EdgeMoves(QObject):
    """Listens to `table`, and moves its cursor or the far corner of its selection."""

    def __init__(self, table: MatrixTable, model: MatrixModel) -> None:
        """Use the cells of `model`."""
        super().__init__(table)
        self._table = table
        self._matrix = model
        table.command_requested.connect(self._on_command)

    def _on_command(self, command: TableCommand) -> None:
        if command in _JUMPS:
            self._jump(*_JUMPS[command])
        elif command in _STRETCHES:
            self._stretch(*_STRETCHES[command])
        elif command is TableCommand.FIRST_CELL:
            self._go_to_end(1)
        elif command is TableCommand.LAST_CELL:
            self._go_to_end(-1)

    def _jump(self, down: int, across: int) -> None:
        at = self._table.currentIndex()
        if at.isValid():
            self._table.go(
                self._row_from(at.row(), down, at.column()),
                self._column_from(at.column(), across, at.row()),
            )

    def _stretch(self, down: int, across: int) -> None:
        """Select from the cursor, which stays, to where a jump of the far corner ends."""
        at = self._table.currentIndex()
        rows, columns = self._table.selected_rows(), self._table.selected_columns()
        if at.row() not in rows or at.column() not in columns:
            return
        row = self._row_from(_far(rows, at.row()), down, at.column())
        column = self._column_from(_far(columns, at.column()), across, at.row())
        self._table.select_block(sorted((at.row(), row)), sorted((at.column(), column)))
        self._table.scrollTo(self._matrix.index(row, column))

    def _go_to_end(self, step: int) -> None:
        """Go to the first cell that is shown, or with -1 to the last."""
        begin = (-1, -1) if step > 0 else (self._matrix.rowCount(), self._matrix.columnCount())
        row = self._table.next_row(begin[0], step)
        column = self._table.next_column(begin[1], step)
        if row >= 0 and column >= 0:
            self._table.go(row, column)

    def _row_from(self, row: int, step: int, column: int) -> int:
        path = _path(row, step, self._table.next_row)
        return edge(path, lambda each: bool(self._matrix.cell(each, column)))

    def _column_from(self, column: int, step: int, row: int) -> int:
        path = _path(column, step, self._table.next_column)
        return edge(path, lambda each: bool(self._matrix.cell(row, each)))


def edge(path: Sequence[int], is_filled: Callable[[int], bool]) -> int:
    """Return where a jump ends that goes along `path`, from its first place on.

    Within filled places it is the last of them; else the next filled one, or the end.
    """
    start, *onward = path
    if onward and is_filled(start) and is_filled(onward[0]):
        blank = next((place for place, each in enumerate(path) if not is_filled(each)), len(path))
        return path[blank - 1]
    return next((each for each in onward if is_filled(each)), path[-1])


def _path(place: int, step: int, onward: Callable[[int, int], int]) -> list[int]:
    """Return `place` and all that follow it in the direction of `step`."""
    path = [place]
    while step and (after := onward(path[-1], step)) >= 0:
        path.append(after)
    return path


def _far(places: Sequence[int], here: int) -> int:
    """Return which end of `places` is the farther one from `here`."""
    return max(places[0], places[-1], key=lambda each: abs(each - here))
