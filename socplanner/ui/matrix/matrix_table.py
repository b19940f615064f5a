"""The table of the matrix: turns keys and clicks into signals; it edits nothing itself."""

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from socplanner.domain.letters import (
    UNDECIDED,
    UNDECIDED_LETTER,
    normal_symbol,
    symbols_by_key,
)
from socplanner.ui.kit.overriding import override
from socplanner.ui.matrix.cell_painter import CellPainter
from socplanner.ui.matrix.corner import Corner
from socplanner.ui.matrix.matrix_model import MatrixModel
from socplanner.ui.matrix.table_keys import TableCommand, command_of

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_COMMANDS = (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier).value
_MOVES = QItemSelectionModel.SelectionFlag.ClearAndSelect
_STAYS = QItemSelectionModel.SelectionFlag.NoUpdate


class MatrixTable(QTableView):
    """Cells are selected one by one or in ranges; a letter is written into all of them.

    Once Enter or Tab has moved the cursor within a range, a letter is for the cursor's cell alone.
    """

    letter_typed = Signal(str, bool)
    """A letter of the plan's set, and whether it is added to the letters of the cells."""

    command_requested = Signal(object)
    """A `TableCommand`."""

    look_changed = Signal()
    """Palette or font changed."""

    geometry_updated = Signal()
    """Headers or scroll bars have other places."""

    def __init__(self, model: MatrixModel, parent: QWidget) -> None:
        """Show `model`."""
        super().__init__(parent)
        self._matrix = model
        self._letter_by_text: dict[str, str] = {}
        self.is_walking = False
        self.corner = Corner(self)
        self.cells = CellPainter(model, self)
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.doubleClicked.connect(self._on_double_clicked)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        self.cells.paint(e.region())

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.look_changed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._type(event):
            event.accept()
            return
        command, key = command_of(event), event.key()
        if command is not None and not self._selects(command):
            self.command_requested.emit(command)
        elif key in _TABS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            QWidget.focusNextPrevChild(self, key == Qt.Key.Key_Tab)
        elif key in _ENTER:
            self._enter(-1 if event.modifiers() & _SHIFT else 1)
        elif command is None:
            super().keyPressEvent(event)
            return
        event.accept()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Put the cursor on the first role where it is nowhere yet, so that arrows can move it."""
        if not self.currentIndex().isValid():
            row = self.next_row(-1, 1)
            if row >= 0:
                first = self._matrix.index(row, 0)
                self.selectionModel().setCurrentIndex(first, _STAYS)
        super().focusInEvent(event)
        self._update_cross(self.currentIndex())

    @override
    def moveCursor(
        self,
        cursorAction: QAbstractItemView.CursorAction,
        modifiers: Qt.KeyboardModifier,
    ) -> QModelIndex:
        """Skip the bands, which have no cells, but stop at folded ones."""
        to = super().moveCursor(cursorAction, modifiers)
        if not to.isValid() or self._is_stop(to.row()):
            return to
        is_back = to.row() < self.currentIndex().row()
        row = self._next_stop(to.row(), -1 if is_back else 1)
        return to if row < 0 else self._matrix.index(row, to.column())

    @override
    def updateGeometries(self) -> None:
        super().updateGeometries()
        width, height = self.verticalHeader().width(), self.horizontalHeader().height()
        self.corner.setGeometry(0, 0, width, height)
        self.corner.raise_()
        self.geometry_updated.emit()

    def covering(self) -> tuple[QWidget, ...]:
        """Return what lies over the rows and over a band that is kept in sight."""
        return self.horizontalHeader(), self.corner

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._update_cross(self.currentIndex())

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Leave the table with Tab only where there is no further cell."""
        if self._walk(next, is_across=True):
            return True
        at = self.currentIndex()
        step = 1 if next else -1
        if not at.isValid():
            return super().focusNextPrevChild(next)
        column = self.next_column(at.column(), step)
        if column >= 0 and not self._matrix.lines[at.row()].is_band:
            self.go(at.row(), column)
            return True
        row = self.next_row(at.row(), step)
        if row < 0:
            return QWidget.focusNextPrevChild(self, next)
        edge = self.next_column(-1 if next else self._matrix.columnCount(), step)
        self.go(row, edge)
        return True

    def next_row(self, row: int, step: int) -> int:
        """Return the nearest role from `row` on in the direction of `step`, or -1."""
        at = row + step
        while 0 <= at < self._matrix.rowCount():
            if not self._matrix.lines[at].is_band:
                return at
            at += step
        return -1

    def next_column(self, column: int, step: int) -> int:
        """Return the nearest shown party from `column` on in the direction of `step`, or -1."""
        at = column + step
        while 0 <= at < self._matrix.columnCount():
            if not self.isColumnHidden(at):
                return at
            at += step
        return -1

    def selected_rows(self) -> list[int]:
        """Return the rows of the selected roles, from the top."""
        rows = {row for each in self._ranges() for row in range(each.top(), each.bottom() + 1)}
        return sorted(row for row in rows if not self._matrix.lines[row].is_band)

    def selected_columns(self) -> list[int]:
        """Return the columns of the selected cells that are shown, from the left."""
        columns = {at for each in self._ranges() for at in range(each.left(), each.right() + 1)}
        return sorted(at for at in columns if not self.isColumnHidden(at))

    def select_block(self, rows: list[int], columns: list[int]) -> None:
        """Select from the first to the last of `rows` and `columns`; the cursor stays."""
        first = self._matrix.index(rows[0], columns[0])
        last = self._matrix.index(rows[-1], columns[-1])
        self.selectionModel().select(QItemSelection(first, last), _MOVES)

    def go(self, row: int, column: int) -> None:
        """Put the cursor on a cell, and select just this."""
        self.selectionModel().setCurrentIndex(self._matrix.index(row, column), _MOVES)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Do not search while letters are typed: they are written into cells."""

    def forget_letters(self) -> None:
        """Read the letters of the plan again."""
        self._letter_by_text.clear()

    def _update_cross(self, at: QModelIndex) -> None:
        """Paint the cells in line with `at`: they are tinted while the cursor is there."""
        if at.isValid():
            row, column, view = at.row(), at.column(), self.viewport()
            view.update(0, self.rowViewportPosition(row), view.width(), self.rowHeight(row))
            left, width = self.columnViewportPosition(column), self.columnWidth(column)
            view.update(left, 0, width, view.height())

    def _ranges(self) -> list[QItemSelectionRange]:
        selection = self.selectionModel().selection()
        return [selection.at(place) for place in range(selection.count())]

    def _is_stop(self, row: int) -> bool:
        return not self._matrix.lines[row].is_band or self._matrix.is_folded(row)

    def _next_stop(self, row: int, step: int) -> int:
        at = row + step
        while 0 <= at < self._matrix.rowCount():
            if self._is_stop(at):
                return at
            at += step
        return -1

    def _selects(self, command: TableCommand) -> bool:
        """Select the row or the column of the cursor, if `command` is that."""
        at = self.currentIndex()
        if command not in (TableCommand.SELECT_ROW, TableCommand.SELECT_COLUMN) or not at.isValid():
            return False
        if command is TableCommand.SELECT_ROW:
            self.select_block([at.row()], [0, self._matrix.columnCount() - 1])
        else:
            self.select_block([0, self._matrix.rowCount() - 1], [at.column()])
        return True

    def _type(self, event: QKeyEvent) -> bool:
        """Accept a typed letter, in any width and case that the keyboard sends."""
        text = event.text()
        # A number: masks of Qt's enumerations are slow to make, and every letter passes here.
        modifiers = event.modifiers().value
        if not text or modifiers & _COMMANDS:
            return False
        symbol = self._letters().get(text)
        if symbol is None:
            symbol = self._letters().get(normal_symbol(text))
        if symbol is None or self._is_on_band():
            return False
        is_added = symbol != UNDECIDED_LETTER and bool(modifiers & _SHIFT.value)
        self.letter_typed.emit(symbol, is_added)
        return True

    def _letters(self) -> dict[str, str]:
        """Return the letters of the plan's set by the upper case of their keys."""
        if not self._letter_by_text:
            letters = (*self._matrix.plan.letter_set.letters, UNDECIDED)
            self._letter_by_text = symbols_by_key(each.symbol for each in letters)
        return self._letter_by_text

    def _is_on_band(self) -> bool:
        row = self.currentIndex().row()
        return 0 <= row < self._matrix.rowCount() and self._matrix.lines[row].is_band

    def _enter(self, step: int) -> None:
        if self._is_on_band():
            self.command_requested.emit(TableCommand.LETTERS)
        elif not self._walk(step > 0, is_across=False):
            at = self.currentIndex()
            row = self.next_row(at.row(), step)
            if at.isValid() and row >= 0:
                self.go(row, at.column())

    def _walk(self, is_forward: bool, *, is_across: bool) -> bool:
        """Move the cursor to the next cell of the selected range, if there is a range."""
        at, selection = self.currentIndex(), self.selectionModel()
        rows, columns = self.selected_rows(), self.selected_columns()
        cells = len(rows) * len(columns)
        if cells < 2 or at.row() not in rows or at.column() not in columns:
            return False
        row, column = rows.index(at.row()), columns.index(at.column())
        step = 1 if is_forward else -1
        for _ in range(cells):
            if is_across:
                place = (row * len(columns) + column + step) % cells
                row, column = divmod(place, len(columns))
            else:
                place = (column * len(rows) + row + step) % cells
                column, row = divmod(place, len(rows))
            index = self._matrix.index(rows[row], columns[column])
            if selection.isSelected(index):
                selection.setCurrentIndex(index, _STAYS)
                self.is_walking = True
                return True
        return False

    def _on_selection_changed(self, selected: QItemSelection, gone: QItemSelection) -> None:
        self.is_walking = False

    def _on_current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        self._update_cross(previous)
        self._update_cross(current)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.command_requested.emit(TableCommand.LETTERS)
