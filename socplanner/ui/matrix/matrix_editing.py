"""The edits that the gestures on the table make: each gesture is one edit, one step to undo."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Qt

from socplanner.domain.duty_edits import SetCells
from socplanner.domain.letters import BLANK, UNDECIDED_LETTER, symbols_in
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.matrix.cell_edits import (
    Spot,
    Written,
    chosen_letters,
    cleared,
    filled_down,
    filled_right,
    repeated,
    toggled,
    written,
)
from socplanner.ui.matrix.letters_popup import LettersPopup
from socplanner.ui.matrix.matrix_model import MatrixModel
from socplanner.ui.matrix.matrix_table import MatrixTable
from socplanner.ui.matrix.table_keys import TableCommand


class MatrixEditing(QObject):
    """Turns the commands and letters of `table` into edits of the phase in view."""

    def __init__(
        self,
        table: MatrixTable,
        model: MatrixModel,
        context: PlanContext,
    ) -> None:
        """Follow the signals of `table`."""
        super().__init__(table)
        self._table = table
        self._matrix = model
        self._document = context.document
        self._viewpoint = context.viewpoint
        self._translator = context.translator
        self._work = {
            TableCommand.CLEAR: self.clear,
            TableCommand.LETTERS: self._open_letters,
            TableCommand.FILL_DOWN: self._fill_down,
            TableCommand.FILL_RIGHT: self._fill_right,
            TableCommand.FILL_ALL: self._fill_all,
        }
        table.letter_typed.connect(self._on_letter_typed)
        table.command_requested.connect(self._on_command)

    def write(self, cells: Written) -> None:
        """Write `cells` as one step, if there are any."""
        if cells:
            self._document.try_perform(SetCells(self._viewpoint.phase, cells))

    def clear(self) -> None:
        """Clear the selected cells."""
        self.write(cleared(self.spots()))

    def spots(self) -> list[Spot]:
        """Return the selected cells that are shown, row by row; without any, the cursor's cell."""
        table = self._table
        selected = table.selectionModel().selection()
        part = selected.at(0) if selected.count() == 1 else None
        if part is not None and part.width() == part.height() == 1:
            row, column = part.top(), part.left()
            is_shown = not self._matrix.lines[row].is_band and not table.isColumnHidden(column)
            return [self._spot(row, column)] if is_shown else []
        if part is not None:
            rows, columns = table.selected_rows(), table.selected_columns()
            return [spot for row in rows for spot in self._spots_in(row, columns)]
        places = {
            (index.row(), index.column())
            for index in selected.indexes() or [table.currentIndex()]
            if index.isValid()
            and not table.isColumnHidden(index.column())
            and not self._matrix.lines[index.row()].is_band
        }
        return [self._spot(row, column) for row, column in sorted(places)]

    def spots_of(self, rows: Iterable[int], columns: Sequence[int]) -> list[list[Spot]]:
        """Return the cells of `rows` and `columns`, row by row."""
        return [self._spots_in(row, columns) for row in rows]

    def fill(self, source: list[list[Spot]], target: list[list[Spot]]) -> None:
        """Write the cells of `source` over `target`, again and again."""
        self.write(repeated([[spot.cell for spot in line] for line in source], target))

    def fill_dragged(self, rows: list[int], columns: list[int]) -> None:
        """Continue the selected cells over `rows` and `columns`, and select these too."""
        selected = self._table.selected_rows(), self._table.selected_columns()
        if not all((*selected, rows, columns)):
            return
        self.fill(self.spots_of(*selected), self.spots_of(rows, columns))
        down, across = sorted({*selected[0], *rows}), sorted({*selected[1], *columns})
        self._table.select_block(down, across)

    def _on_command(self, command: TableCommand) -> None:
        work = self._work.get(command)
        if work is not None:
            work()

    def _on_letter_typed(self, symbol: str, is_added: bool) -> None:
        spots, letters = self._typed_spots(), self._document.plan.letter_set
        if is_added:
            self.write(toggled(spots, letters, symbol))
        else:
            self.write(written(spots, letters.cell((symbol,))))

    def _typed_spots(self) -> list[Spot]:
        """Return the cells for a letter: the cursor's alone while it walks a range."""
        at = self._table.currentIndex()
        if self._table.is_walking and at.isValid() and not self._matrix.lines[at.row()].is_band:
            return [self._spot(at.row(), at.column())]
        return self.spots()

    def _open_letters(self) -> None:
        spots = self.spots()
        if not spots:
            return
        letters = self._document.plan.letter_set
        popup = LettersPopup(letters, self._translator.words, self._table)
        popup.chosen.connect(self._on_letters_chosen)
        symbols = (*(letter.symbol for letter in letters.letters), UNDECIDED_LETTER)
        states = {symbol: _state(spots, symbol) for symbol in symbols}
        place = self._table.visualRect(self._table.currentIndex()).bottomLeft()
        popup.set_choices(states, self._table.viewport().mapToGlobal(place))

    def _on_letters_chosen(self, chosen: dict[str, bool]) -> None:
        self.write(chosen_letters(self.spots(), self._document.plan.letter_set, chosen))

    def _fill_down(self) -> None:
        """Repeat the topmost cells downwards; a single row repeats the row above it."""
        rows, columns = self._table.selected_rows(), self._table.selected_columns()
        if not rows or not columns:
            return
        above = self._table.next_row(rows[0], -1) if len(rows) == 1 else -1
        if above >= 0:
            self.fill(self.spots_of([above], columns), self.spots_of(rows, columns))
        else:
            self.write(filled_down(self.spots()))

    def _fill_right(self) -> None:
        """Repeat the leftmost cells to the right; a single column repeats the one before it."""
        rows, columns = self._table.selected_rows(), self._table.selected_columns()
        if not rows or not columns:
            return
        before = self._table.next_column(columns[0], -1) if len(columns) == 1 else -1
        if before >= 0:
            self.fill(self.spots_of(rows, [before]), self.spots_of(rows, columns))
        else:
            self.write(filled_right(self.spots()))

    def _fill_all(self) -> None:
        """Write the cell of the cursor into every selected one."""
        at = self._table.currentIndex()
        if at.isValid() and not self._matrix.lines[at.row()].is_band:
            self.write(written(self.spots(), self._matrix.cell(at.row(), at.column())))

    def _spot(self, row: int, column: int) -> Spot:
        """Return the cell at `row`, which is no band, and `column`."""
        return self._spots_in(row, (column,))[0]

    def _spots_in(self, row: int, columns: Sequence[int]) -> list[Spot]:
        """Return the cells at `row`, which is no band, and `columns`."""
        role, cells = self._matrix.lines[row].role, self._matrix.duty(row).letters
        assert role is not None
        ids = [self._matrix.parties[column].id for column in columns]
        return [Spot(role.id, party, cells.get(party, BLANK)) for party in ids]


def _state(spots: Iterable[Spot], symbol: str) -> Qt.CheckState:
    """Return whether all, some or none of `spots` have `symbol`."""
    states = {symbol in symbols_in(spot.cell) for spot in spots}
    if len(states) > 1:
        return Qt.CheckState.PartiallyChecked
    return Qt.CheckState.Checked if True in states else Qt.CheckState.Unchecked
