"""The two tables of an agreement as one: a row for each question, what we send, what we receive."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from socplanner.domain.sharing_inputs import NO_SHARING_SIDE, SHARING_QUESTIONS, Agreement
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.row_table import ColumnFit, RowTable
from socplanner.ui.kit.shown_model import NO_PARENT, READ_ROLES, Index
from socplanner.ui.sharing.sharing_state import SharingState
from socplanner.wording.sharing_words import answer_text, question_name, sharing_side_name

QUESTION, SEND, RECEIVE = 0, 1, 2
_COLUMNS = 3
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)
_FIT = ColumnFit({QUESTION: 10, SEND: 20}, RECEIVE, 20)
_AIR = 8


class AgreementModel(QAbstractTableModel):
    """The answers of the agreement with the chosen counterpart."""

    def __init__(self, state: SharingState, parent: QObject) -> None:
        """Show the counterpart of `state`; `refresh` follows it."""
        super().__init__(parent)
        self._state = state
        self._agreement: Agreement | None = None

    def refresh(self) -> None:
        """Show the agreement as it is now."""
        group = self._state.group
        self._agreement = None if group is None else group.agreement
        last = self.index(len(SHARING_QUESTIONS) - 1, _COLUMNS - 1)
        self.dataChanged.emit(self.index(0, 0), last)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, _COLUMNS - 1)

    @override
    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(SHARING_QUESTIONS)

    @override
    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else _COLUMNS

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._title(section)
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if not index.isValid() or role not in READ_ROLES:
            return None
        question, words = SHARING_QUESTIONS[index.row()], self._state.words
        if index.column() == QUESTION:
            return question_name(question, words)
        sides = (NO_SHARING_SIDE, NO_SHARING_SIDE)
        if self._agreement is not None:
            sides = (self._agreement.send, self._agreement.receive)
        answer = sides[index.column() - SEND].answers()[question]
        text = answer_text(question, answer, words) or "–"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{question_name(question, words)}, {self._title(index.column())}: {text}"
        return text

    def _title(self, column: int) -> str:
        words = self._state.words
        if column == QUESTION:
            return words.tr("Question")
        return sharing_side_name("send" if column == SEND else "receive", words)


class AgreementTable(RowTable):
    """Rows as high as their answers; Enter edits the agreement, Delete removes it."""

    edit_requested = Signal()
    remove_requested = Signal()

    def __init__(self, model: AgreementModel, parent: QWidget) -> None:
        """Show `model`."""
        super().__init__(model, _FIT, _AIR, parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setWordWrap(True)
        self.setShowGrid(True)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.doubleClicked.connect(self._on_double_clicked)
        self.fit_font()

    @override
    def fixed_widths(self) -> dict[int, int]:
        """Return widths that leave both sides the same space."""
        widths = super().fixed_widths()
        widths[SEND] = max((self.viewport().width() - widths[QUESTION]) // 2, 1)
        return widths

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resizeRowsToContents()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.edit_requested.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_requested.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def _on_double_clicked(self, _: Index) -> None:
        self.edit_requested.emit()
