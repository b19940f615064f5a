"""The model of results: one row each, with the name of its group for screen readers."""

from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import tool_tip
from socplanner.ui.palette.result_rows import ResultRow
from socplanner.wording.language import Words

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class ResultRole(IntEnum):
    """The role of items beyond those of Qt."""

    ROW = Qt.ItemDataRole.UserRole


class ResultModel(QAbstractListModel):
    """Shows the rows of the last query."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        """Begin without rows."""
        super().__init__(parent)
        self._words = words
        self._rows: tuple[ResultRow, ...] = ()

    @property
    def rows(self) -> tuple[ResultRow, ...]:
        """The rows, in the order in which they are shown."""
        return self._rows

    def set_rows(self, rows: tuple[ResultRow, ...], words: Words) -> None:
        """Show `rows`, with the words between their parts in the language of `words`."""
        self.beginResetModel()
        self._rows, self._words = rows, words
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role == ResultRole.ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.accessible_text(self._words)
        if role == Qt.ItemDataRole.ToolTipRole and row.entry is not None:
            return tool_tip(row.entry.title)
        return None
