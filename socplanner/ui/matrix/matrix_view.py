"""The matrix view: the table with its heads and the load under it, tied to the selection."""

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from socplanner.domain.ids import PartyId, RoleId
from socplanner.services.checking import Checking
from socplanner.services.document import Document
from socplanner.services.translator import Translator
from socplanner.ui.matrix.cell_delegate import CellDelegate
from socplanner.ui.matrix.load_footer import LoadFooter, LoadModel
from socplanner.ui.matrix.matrix_editing import MatrixEditing
from socplanner.ui.matrix.matrix_filter import shown_rows
from socplanner.ui.matrix.matrix_model import MatrixModel
from socplanner.ui.matrix.matrix_table import MatrixTable
from socplanner.ui.matrix.party_header import PartyHeader
from socplanner.ui.matrix.role_header import RoleHeader
from socplanner.ui.overriding import override
from socplanner.ui.viewpoint import Viewpoint

_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect
_CURRENT_ONLY = QItemSelectionModel.SelectionFlag.NoUpdate


class MatrixView(QWidget):
    """Roles down, parties across. Selecting cells selects their roles everywhere."""

    context_requested = Signal(QPoint)

    told = Signal(str)
    """Something to say once in the status line."""

    def __init__(
        self,
        document: Document,
        viewpoint: Viewpoint,
        checking: Checking,
        translator: Translator,
        parent: QWidget | None = None,
    ) -> None:
        """Show the phase in view."""
        super().__init__(parent)
        self._document = document
        self._viewpoint = viewpoint
        self._translator = translator
        self._is_selecting = False
        self._filter = ""
        self.model = MatrixModel(document, viewpoint, checking, translator, self)
        self.table = MatrixTable(self.model, self)
        self._editing = MatrixEditing(self.table, self.model, document, viewpoint, translator)
        self._rows = RoleHeader(self.model, translator, self.table)
        self._parties = PartyHeader(self.model, translator, self.table)
        self._delegate = CellDelegate(self.model, self.table)
        self.load = LoadFooter(LoadModel(self.model, translator, self), self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.table)
        self.retranslate()
        self._fit()
        self._on_roles_changed()

    def retranslate(self) -> None:
        """Say everything in the window's language."""
        words = self._translator.words
        self.table.setAccessibleName(words.tr("Responsibility matrix"))
        self.table.setAccessibleDescription(
            words.tr(
                "Type a letter to set it, Shift and a letter to add or remove it, Delete to clear, "
                "F2 to choose from a list; Ctrl+Tab leaves the table."
            )
        )
        self.table.corner.say(words.tr("Roles ↓"), words.tr("Parties →"))
        self._read_out()
        self.load.setAccessibleName(words.tr("Load of each party"))
        self._fit()

    def jump_to(self, role: RoleId, party: PartyId | None = None) -> None:
        """Put the cursor on the cell of `role` and `party`, and show it."""
        row = self.model.row_of(role)
        if row < 0:
            return
        self.table.setRowHidden(row, False)
        column = self.model.column_of(party)
        at = self.model.index(row, column if column >= 0 else max(self._column(), 0))
        self.table.selectionModel().setCurrentIndex(at, _SELECT)
        self.table.scrollTo(at)

    def set_filter(self, text: str) -> int:
        """Show only the roles that `text` finds; return how many these are."""
        self._filter = text
        shown = shown_rows(self.model, text, self._translator.words)
        self.table.setUpdatesEnabled(False)
        for row in range(self.model.rowCount()):
            is_hidden = row not in shown
            if self.table.isRowHidden(row) != is_hidden:
                self.table.setRowHidden(row, is_hidden)
        self.table.setUpdatesEnabled(True)
        return sum(not self.model.lines[row].is_band for row in shown)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._parties.fit(self._room())

    def _lay_out(self) -> None:
        self.table.setVerticalHeader(self._rows)
        self.table.setHorizontalHeader(self._parties)
        self.table.setItemDelegate(self._delegate)
        footer = QHBoxLayout()
        footer.setContentsMargins(0, 0, self.table.verticalScrollBar().sizeHint().width(), 0)
        footer.addWidget(self.load)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        rule = QFrame(self)
        rule.setFrameStyle(QFrame.Shape.HLine | QFrame.Shadow.Plain)
        rule.setForegroundRole(QPalette.ColorRole.Mid)
        column.addWidget(self.table, 1)
        column.addWidget(rule)
        column.addLayout(footer)

    def _connect(self) -> None:
        table = self.table
        table.selectionModel().selectionChanged.connect(self._on_selection_changed)
        table.selectionModel().currentChanged.connect(self._read_out)
        self.model.dataChanged.connect(self._on_data_changed)
        table.customContextMenuRequested.connect(self._on_context_requested)
        table.look_changed.connect(self._fit)
        self._rows.geometriesChanged.connect(self._fit_load)
        self._editing.told.connect(self.told)
        self._rows.customContextMenuRequested.connect(self._on_head_context_requested)
        self._rows.line_pressed.connect(self._on_line_pressed)
        self.model.modelReset.connect(self._on_model_reset)
        self._parties.sectionResized.connect(self._on_column_resized)
        table.horizontalScrollBar().valueChanged.connect(self.load.horizontalScrollBar().setValue)
        self.load.horizontalScrollBar().valueChanged.connect(table.horizontalScrollBar().setValue)
        self.load.horizontalScrollBar().rangeChanged.connect(self._fit_load)
        for changed in (
            self.model.modelReset,
            self.model.columnsInserted,
            self.model.columnsRemoved,
            self.model.columnsMoved,
            self.model.headerDataChanged,
        ):
            changed.connect(self._fit)
        self._viewpoint.roles_changed.connect(self._on_roles_changed)
        self._translator.language_changed.connect(self.retranslate)

    def _fit(self) -> None:
        """Take the sizes that font, names and language ask for, and draw all anew."""
        self._delegate.forget()
        self._rows.fit()
        self._parties.measure()
        self._parties.fit(self._room())
        self._fit_load()
        self.table.viewport().update()

    def _fit_load(self) -> None:
        self.load.fit(self._rows.sizeHint().width())

    def _room(self) -> int:
        bar = self.table.verticalScrollBar().sizeHint().width()
        return self.width() - bar - self._rows.sizeHint().width()

    def _on_column_resized(self, column: int, _before: int, width: int) -> None:
        self.load.setColumnWidth(column, width)

    def _on_selection_changed(self, selected: QItemSelection, gone: QItemSelection) -> None:
        self._rows.viewport().update()
        self._parties.viewport().update()
        if not self._is_selecting:
            self._is_selecting = True
            roles = (self.model.lines[row].role for row in self.table.selected_rows())
            self._viewpoint.select(role.id for role in roles if role is not None)
            self._is_selecting = False

    def _on_roles_changed(self) -> None:
        """Select the cells of the roles selected elsewhere, in the column of the cursor."""
        if self._is_selecting:
            return
        rows = sorted(row for row in map(self.model.row_of, self._viewpoint.roles) if row >= 0)
        if set(rows) == set(self.table.selected_rows()):
            return
        self._is_selecting = True
        column = max(self._column(), 0)
        selection = QItemSelection()
        for first, last in _runs(rows):
            selection.select(self.model.index(first, column), self.model.index(last, column))
        if rows:
            at = self.model.index(rows[0], column)
            self.table.selectionModel().setCurrentIndex(at, _CURRENT_ONLY)
            self.table.scrollTo(at)
        self.table.selectionModel().select(selection, _SELECT)
        self._is_selecting = False

    def _on_data_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        if first.row() <= self.table.currentIndex().row() <= last.row():
            self._read_out()

    def _read_out(self) -> None:
        """Say in words what stands under the cursor, for those who do not hover."""
        at = self.table.currentIndex()
        said = at.data(Qt.ItemDataRole.AccessibleTextRole) if at.isValid() else None
        self.table.corner.read_out(str(said or ""))

    def _on_context_requested(self, position: QPoint) -> None:
        self.context_requested.emit(self.table.viewport().mapToGlobal(position))

    def _on_head_context_requested(self, position: QPoint) -> None:
        self.context_requested.emit(self._rows.viewport().mapToGlobal(position))

    def _on_line_pressed(self, row: int, held: Qt.KeyboardModifier) -> None:
        """Choose a role by its head: its cell in the column of the cursor."""
        if self.model.lines[row].is_band:
            return
        column = max(self._column(), 0)
        at, before = self.model.index(row, column), self.table.currentIndex()
        selection = self.table.selectionModel()
        if held & Qt.KeyboardModifier.ShiftModifier and before.isValid():
            corners = sorted((before.row(), row))
            first, last = (self.model.index(each, column) for each in corners)
            selection.select(QItemSelection(first, last), _SELECT)
        elif held & Qt.KeyboardModifier.ControlModifier:
            selection.setCurrentIndex(at, QItemSelectionModel.SelectionFlag.Toggle)
        else:
            selection.setCurrentIndex(at, _SELECT)
        self.table.setFocus()

    def _on_model_reset(self) -> None:
        if self._filter:
            self.set_filter(self._filter)

    def _column(self) -> int:
        return self.table.currentIndex().column()


def _runs(rows: list[int]) -> list[tuple[int, int]]:
    """Return runs of neighbouring `rows`, each as its first and last."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs
