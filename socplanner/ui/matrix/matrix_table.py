"""The table of the matrix: turns keys and clicks into wishes; it edits nothing itself."""

import unicodedata

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    Qt,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from socplanner.domain.letters import UNDECIDED_LETTER
from socplanner.ui.matrix.corner import Corner
from socplanner.ui.matrix.matrix_model import MatrixModel
from socplanner.ui.overriding import override

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_CLEAR = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_MOVES = QItemSelectionModel.SelectionFlag.ClearAndSelect
_STAYS = QItemSelectionModel.SelectionFlag.NoUpdate
_KEYS = QKeySequence.StandardKey


class MatrixTable(QTableView):
    """Cells are chosen one by one or in ranges; a letter is written into all of them."""

    letter_typed = Signal(str, bool)
    """A letter of the plan's set, and whether it is added to what stands there."""

    clear_requested = Signal()
    letters_requested = Signal()
    copy_requested = Signal()
    paste_requested = Signal()
    fill_requested = Signal()

    look_changed = Signal()
    """Palette or font are others now."""

    def __init__(self, model: MatrixModel, parent: QWidget) -> None:
        """Show `model`."""
        super().__init__(parent)
        self._matrix = model
        self.corner = Corner(self)
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.doubleClicked.connect(self._on_double_clicked)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self.look_changed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        wish = self._wish(event)
        key = event.key()
        if wish is not None:
            wish.emit()
        elif key in _TABS and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            QWidget.focusNextPrevChild(self, key == Qt.Key.Key_Tab)
        elif key in _ENTER:
            self._step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif not self._type(event):
            super().keyPressEvent(event)
            return
        event.accept()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Put the cursor on the first role where it is nowhere yet, so that arrows find a way."""
        if not self.currentIndex().isValid():
            row = self.next_row(-1, 1)
            if row >= 0:
                first = self._matrix.index(row, 0)
                self.selectionModel().setCurrentIndex(first, _STAYS)
        super().focusInEvent(event)

    @override
    def moveCursor(
        self,
        cursorAction: QAbstractItemView.CursorAction,
        modifiers: Qt.KeyboardModifier,
    ) -> QModelIndex:
        """Step over the bands, where nothing can be written."""
        to = super().moveCursor(cursorAction, modifiers)
        if not to.isValid() or not self._matrix.lines[to.row()].is_band:
            return to
        is_back = to.row() < self.currentIndex().row()
        row = self.next_row(to.row(), -1 if is_back else 1)
        return to if row < 0 else self._matrix.index(row, to.column())

    @override
    def updateGeometries(self) -> None:
        super().updateGeometries()
        width, height = self.verticalHeader().width(), self.horizontalHeader().height()
        self.corner.setGeometry(0, 0, width, height)
        self.corner.raise_()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        """Leave the table with Tab only where there is no further cell."""
        at = self.currentIndex()
        cells = self._matrix.columnCount()
        column = at.column() + (1 if next else -1)
        if not at.isValid() or 0 <= column < cells:
            return super().focusNextPrevChild(next)
        row = self.next_row(at.row(), 1 if next else -1)
        if row < 0:
            return QWidget.focusNextPrevChild(self, next)
        self._go(row, 0 if next else cells - 1)
        return True

    def next_row(self, row: int, step: int) -> int:
        """Return the nearest shown role from `row` on in the direction of `step`, or -1."""
        at = row + step
        while 0 <= at < self._matrix.rowCount():
            if not self._matrix.lines[at].is_band and not self.isRowHidden(at):
                return at
            at += step
        return -1

    def selected_rows(self) -> list[int]:
        """Return the rows of the selected roles that are shown, from the top."""
        rows = {row for each in self._ranges() for row in range(each.top(), each.bottom() + 1)}
        return sorted(
            row for row in rows if not self._matrix.lines[row].is_band and not self.isRowHidden(row)
        )

    def selected_columns(self) -> list[int]:
        """Return the columns of the selected cells, from the left."""
        return sorted(
            {at for each in self._ranges() for at in range(each.left(), each.right() + 1)}
        )

    def _ranges(self) -> list[QItemSelectionRange]:
        selection = self.selectionModel().selection()
        return [selection.at(place) for place in range(selection.count())]

    def _wish(self, event: QKeyEvent) -> SignalInstance | None:
        """Return the signal that `event` asks for, if it is a command."""
        if event.key() in _CLEAR and not event.modifiers():
            return self.clear_requested
        if event.key() == Qt.Key.Key_F2 or (
            event.key() == Qt.Key.Key_Space and not event.modifiers()
        ):
            return self.letters_requested
        if event.matches(_KEYS.Copy):
            return self.copy_requested
        if event.matches(_KEYS.Paste):
            return self.paste_requested
        is_control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        return self.fill_requested if is_control and event.key() == Qt.Key.Key_D else None

    def _type(self, event: QKeyEvent) -> bool:
        """Take a typed letter, in whatever width and case the keyboard sends it."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held & ~Qt.KeyboardModifier.ShiftModifier:
            return False
        text = unicodedata.normalize("NFKC", event.text()).upper()
        if text == UNDECIDED_LETTER:
            self.letter_typed.emit(text, False)
            return True
        known = next(
            (
                each.symbol
                for each in self._matrix.plan.letter_set.letters
                if each.symbol.upper() == text
            ),
            None,
        )
        if known is None:
            return False
        self.letter_typed.emit(known, bool(held & Qt.KeyboardModifier.ShiftModifier))
        return True

    def _step(self, step: int) -> None:
        at = self.currentIndex()
        row = self.next_row(at.row(), step)
        if at.isValid() and row >= 0:
            self._go(row, at.column())

    def _go(self, row: int, column: int) -> None:
        self.selectionModel().setCurrentIndex(self._matrix.index(row, column), _MOVES)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.letters_requested.emit()

    @override
    def keyboardSearch(self, search: str) -> None:
        """Leave letters to the cells; there is nothing to search by typing."""
