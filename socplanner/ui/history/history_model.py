"""The steps of the document as rows: the name of each edit, and when it was made."""

from datetime import datetime
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QPalette

from socplanner.services.document import Document
from socplanner.services.translator import Translator
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import item_text
from socplanner.ui.kit.tokens import token
from socplanner.wording.edits import label

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_ALL: list[int] = []


class StepColumn(IntEnum):
    """The columns of the list."""

    NAME = 0
    TIME = 1


class HistoryModel(QAbstractTableModel):
    """Follows the history of the document; the oldest step is the first row."""

    def __init__(
        self, document: Document, translator: Translator, palette: QPalette, parent: QObject
    ) -> None:
        """Begin with the steps as they are; undone ones are written in a quiet ink of `palette`."""
        super().__init__(parent)
        self._document = document
        self._translator = translator
        self._palette = palette
        self._steps = document.history.steps
        document.history_changed.connect(self._on_history_changed)
        translator.language_changed.connect(self._emit_all_changed)

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._steps)

    @override
    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(StepColumn)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = index.row()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            is_name = index.column() == StepColumn.NAME
            return item_text(self._name(row) if is_name else self._time(row), role)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._in_words(row)
        if role == Qt.ItemDataRole.FontRole and row == self.current_row():
            font = QFont()
            font.setBold(True)
            return font
        if role == Qt.ItemDataRole.ForegroundRole and row > self.current_row():
            return token("text-3", self._palette)
        return None

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        words = self._translator.words
        return words.tr("Step") if section == StepColumn.NAME else words.tr("Time")

    def current_row(self) -> int:
        """Return the row of the current step."""
        return self._document.history.index

    def _name(self, row: int) -> str:
        words, history = self._translator.words, self._document.history
        edit = self._steps[row].edit
        if edit is None or row == 0:
            name = words.tr("As it was before") if history.dropped else words.tr("As it was opened")
        else:
            name = label(edit, self._steps[row].plan, words)
        return words.tr("{step} (saved)", step=name) if row == history.saved else name

    def _time(self, row: int) -> str:
        """Return when a step was made: the time of today, or date and time."""
        seconds = self._steps[row].made_at
        if not seconds or row == 0:
            return ""
        made = datetime.fromtimestamp(seconds).astimezone()
        is_today = made.date() == datetime.now().astimezone().date()
        return made.strftime("%H:%M:%S" if is_today else "%Y-%m-%d %H:%M")

    def _in_words(self, row: int) -> str:
        """Return a row for a screen reader, with its state."""
        words, current = self._translator.words, self.current_row()
        if row == current:
            return words.tr("{step}, current step", step=self._name(row))
        return (
            words.tr("{step}, undone", step=self._name(row)) if row > current else self._name(row)
        )

    def _on_history_changed(self) -> None:
        """Remove the rows of steps that are gone, insert those that are new, and mark the rest."""
        before, after = self._steps, self._document.history.steps
        if before[0] is not after[0]:  # another plan, or the oldest steps were dropped
            self.beginResetModel()
            self._steps = after
            self.endResetModel()
            return
        same = next(
            (
                at
                for at, (old, new) in enumerate(zip(before, after, strict=False))
                if old is not new
            ),
            min(len(before), len(after)),
        )
        if same < len(before):
            self.beginRemoveRows(_NO_PARENT, same, len(before) - 1)
            self._steps = before[:same]
            self.endRemoveRows()
        if same < len(after):
            self.beginInsertRows(_NO_PARENT, same, len(after) - 1)
            self._steps = after
            self.endInsertRows()
        self._steps = after
        self._emit_all_changed()

    def _emit_all_changed(self) -> None:
        if self._steps:
            last = self.index(len(self._steps) - 1, len(StepColumn) - 1)
            self.dataChanged.emit(self.index(0, 0), last, _ALL)
