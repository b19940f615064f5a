"""Keys and clicks that change only the view of the matrix: folding, sorting, widths; no edits."""

from PySide6.QtCore import QObject, Qt

from socplanner.ui.matrix.line_order import CANONICAL, SortedBy
from socplanner.ui.matrix.matrix_arrangement import MatrixArrangement
from socplanner.ui.matrix.matrix_model import MatrixModel
from socplanner.ui.matrix.matrix_table import MatrixTable
from socplanner.ui.matrix.party_header import PartyHeader
from socplanner.ui.matrix.selection_sync import SelectionSync
from socplanner.ui.matrix.table_keys import TableCommand


class MatrixGestures(QObject):
    """Follows the signals of `table` and its headers."""

    def __init__(
        self,
        table: MatrixTable,
        model: MatrixModel,
        arrangement: MatrixArrangement,
        parties: PartyHeader,
        sync: SelectionSync,
    ) -> None:
        """Change the lines of `arrangement` and the columns of `parties`."""
        super().__init__(table)
        self._table = table
        self._matrix = model
        self._arrangement = arrangement
        self._parties = parties
        self._sync = sync
        self._work = {
            TableCommand.FOLD: self._fold,
            TableCommand.UNFOLD: self._unfold,
            TableCommand.LETTERS: self._unfold,
            TableCommand.FOLD_ALL: self._fold_all,
            TableCommand.UNFOLD_ALL: self._unfold_all,
            TableCommand.FOLD_PARTIES: self._fold_parties,
            TableCommand.NARROWER: self._narrow,
            TableCommand.WIDER: self._widen,
            TableCommand.SORT: self._sort,
            TableCommand.CANONICAL: self._lay_canonically,
        }
        table.command_requested.connect(self._on_command)

    def press_line(self, row: int, modifiers: Qt.KeyboardModifier) -> None:
        """Fold or unfold a band, or select a role by its header."""
        line = self._matrix.lines[row]
        if line.is_band:
            self._arrangement.fold(line.function, is_folded=not self._matrix.is_folded(row))
        else:
            self._sync.choose_line(row, modifiers)

    def sort_by(self, by: SortedBy) -> None:
        """Sort by the clicked header: up, then down, then as in the catalogue."""
        self._arrangement.sort(self._arrangement.order.after_click(by))

    def sort_by_column(self, column: int) -> None:
        """Sort by the letters of the party in `column`, in the same three turns."""
        party = self._matrix.parties[column].id
        self._arrangement.sort(self._arrangement.order.after_click(SortedBy.PARTY, party))

    def _on_command(self, command: TableCommand) -> None:
        work = self._work.get(command)
        if work is not None:
            work()

    def _fold(self) -> None:
        """Fold the function of the cursor's role, and put the cursor on its band."""
        at = self._table.currentIndex()
        if not at.isValid() or not self._arrangement.order.is_canonical:
            return
        function, column = self._matrix.lines[at.row()].function, at.column()
        self._arrangement.fold(function, is_folded=True)
        for row, line in enumerate(self._matrix.lines):
            if line.is_band and line.function == function:
                self._table.go(row, column)

    def _unfold(self) -> None:
        """Unfold the band under the cursor, and put the cursor on its first role."""
        at = self._table.currentIndex()
        if at.isValid() and self._matrix.is_folded(at.row()):
            row, column = at.row(), at.column()
            self._arrangement.fold(self._matrix.lines[row].function, is_folded=False)
            self._table.go(row + 1, column)

    def _fold_all(self) -> None:
        self._arrangement.fold_all(are_folded=True)

    def _unfold_all(self) -> None:
        self._arrangement.fold_all(are_folded=False)

    def _fold_parties(self) -> None:
        """Fold the group of the cursor's party, or unfold it; the cursor stays visible."""
        at = self._table.currentIndex()
        if at.isValid():
            self._parties.fold(self._matrix.parties[at.column()].kind)
            if self._table.isColumnHidden(at.column()):
                self._table.go(at.row(), self._table.next_column(at.column(), -1))

    def _narrow(self) -> None:
        self._parties.widen(self._sync.column(), -1)

    def _widen(self) -> None:
        self._parties.widen(self._sync.column(), 1)

    def _sort(self) -> None:
        self.sort_by_column(self._sync.column())

    def _lay_canonically(self) -> None:
        if not self._arrangement.order.is_canonical:
            self._arrangement.sort(CANONICAL)
