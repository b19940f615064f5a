"""What the gestures on the table do to the plan: each is one edit, so one step to undo."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from socplanner.domain.duty_edits import SetCells
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.letters import UNDECIDED_LETTER, Cell, symbols_in
from socplanner.services.document import Document
from socplanner.services.translator import Translator
from socplanner.ui.matrix.cell_edits import (
    Spot,
    Written,
    as_text,
    chosen_letters,
    cleared,
    filled_down,
    from_text,
    toggled,
    written,
)
from socplanner.ui.matrix.letters_popup import LettersPopup
from socplanner.ui.matrix.matrix_model import MatrixModel
from socplanner.ui.matrix.matrix_table import MatrixTable
from socplanner.ui.viewpoint import Viewpoint


class MatrixEditing(QObject):
    """Turns the wishes of `table` into edits of the phase in view."""

    told = Signal(str)
    """Something the planner should know about what was just done."""

    def __init__(
        self,
        table: MatrixTable,
        model: MatrixModel,
        document: Document,
        viewpoint: Viewpoint,
        translator: Translator,
    ) -> None:
        """Listen to `table`."""
        super().__init__(table)
        self._table = table
        self._matrix = model
        self._document = document
        self._viewpoint = viewpoint
        self._translator = translator
        table.letter_typed.connect(self._on_letter_typed)
        table.clear_requested.connect(self._clear)
        table.letters_requested.connect(self._open_letters)
        table.copy_requested.connect(self._copy)
        table.paste_requested.connect(self._paste)
        table.fill_requested.connect(self._fill_down)

    def _on_letter_typed(self, symbol: str, is_added: bool) -> None:
        spots, letters = self._spots(), self._document.plan.letter_set
        if is_added:
            self._write(toggled(spots, letters, symbol))
        else:
            self._write(written(spots, letters.cell((symbol,))))

    def _clear(self) -> None:
        self._write(cleared(self._spots()))

    def _open_letters(self) -> None:
        spots = self._spots()
        if not spots:
            return
        letters = self._document.plan.letter_set
        popup = LettersPopup(letters, self._translator.words, self._table)
        popup.chosen.connect(self._on_letters_chosen)
        symbols = (*(letter.symbol for letter in letters.letters), UNDECIDED_LETTER)
        states = {symbol: _state(spots, symbol) for symbol in symbols}
        place = self._table.visualRect(self._table.currentIndex()).bottomLeft()
        popup.offer(states, self._table.viewport().mapToGlobal(place))

    def _on_letters_chosen(self, chosen: dict[str, bool]) -> None:
        self._write(chosen_letters(self._spots(), self._document.plan.letter_set, chosen))

    def _copy(self) -> None:
        """Put the rectangle around the selected cells on the clipboard."""
        rows, columns = self._table.selected_rows(), self._table.selected_columns()
        if rows and columns:
            cells = ([self._matrix.cell(row, column) for column in columns] for row in rows)
            QGuiApplication.clipboard().setText(as_text(cells))

    def _paste(self) -> None:
        """Write what is on the clipboard from the first selected cell on, as one step."""
        rows, columns = self._table.selected_rows(), self._table.selected_columns()
        text = QGuiApplication.clipboard().text()
        if not rows or not columns or not text:
            return
        fields = from_text(text)
        if len(fields) == 1 and len(fields[0]) == 1:
            fields = [fields[0] * len(columns)] * len(rows)
        changed: list[tuple[RoleId, PartyId, Cell]] = []
        ignored = 0
        row = rows[0]
        for line in fields:
            spots = self._spots_from(row, columns[0]) if row >= 0 else []
            ignored += max(0, len(line) - len(spots))
            for spot, field in zip(spots, line, strict=False):
                cell = self._document.plan.letter_set.read(field)
                if cell is None:
                    ignored += 1
                elif cell != spot.cell:
                    changed.append((spot.role, spot.party, cell))
            row = self._table.next_row(row, 1) if row >= 0 else -1
        self._write(tuple(changed))
        if ignored:
            self._tell_ignored(ignored)

    def _fill_down(self) -> None:
        self._write(filled_down(self._spots()))

    def _tell_ignored(self, n: int) -> None:
        said = self._translator.words.count(
            "{n} cell was not understood or had no place, and was left out.",
            "{n} cells were not understood or had no place, and were left out.",
            n,
        )
        self.told.emit(said)

    def _write(self, cells: Written) -> None:
        if cells:
            self._document.try_perform(SetCells(self._viewpoint.phase, cells))

    def _spots(self) -> list[Spot]:
        """Return the selected cells, row by row."""
        selected = self._table.selectionModel().selectedIndexes() or [self._table.currentIndex()]
        found = {
            (index.row(), index.column())
            for index in selected
            if index.isValid() and not self._table.isRowHidden(index.row())
        }
        spots = (self._spot(row, column) for row, column in sorted(found))
        return [spot for spot in spots if spot is not None]

    def _spots_from(self, row: int, column: int) -> list[Spot]:
        spots = (self._spot(row, each) for each in range(column, self._matrix.columnCount()))
        return [spot for spot in spots if spot is not None]

    def _spot(self, row: int, column: int) -> Spot | None:
        role = self._matrix.lines[row].role
        if role is None:
            return None
        return Spot(role.id, self._matrix.parties[column].id, self._matrix.cell(row, column))


def _state(spots: Iterable[Spot], symbol: str) -> Qt.CheckState:
    """Return whether all, some or none of `spots` hold `symbol`."""
    held = {symbol in symbols_in(spot.cell) for spot in spots}
    if len(held) > 1:
        return Qt.CheckState.PartiallyChecked
    return Qt.CheckState.Checked if True in held else Qt.CheckState.Unchecked
