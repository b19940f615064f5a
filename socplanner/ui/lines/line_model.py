"""A source of lines as a model: groups at the top, their lines below them."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt

from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import item_text
from socplanner.ui.kit.shown_model import Index
from socplanner.ui.lines.line_source import ColumnKind, LineGroup, LineSource, Side
from socplanner.wording.language import Words

L = TypeVar("L")
_NOWHERE = QModelIndex()
_Role = Qt.ItemDataRole
_GROUP = 0
"""The internal id of a group's index; that of a line is the row of its group plus one."""


class LineTreeModel(QAbstractItemModel):
    """Shows the lines of a source."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        """Begin empty; name sides for screen readers in the language of `words`."""
        super().__init__(parent)
        self._words = words
        self.source: LineSource[Any] = LineSource((), ())

    def show(self, source: LineSource[Any]) -> None:
        """Show `source` instead of what was shown."""
        self.beginResetModel()
        self.source = source
        self.endResetModel()

    def refresh(self, lines: Iterable[object]) -> None:
        """Show again which sides of `lines` are chosen, and what their groups count."""
        changed, last = {id(each) for each in lines}, len(self.source.columns) - 1
        for row, group in enumerate(self.source.groups):
            if changed.isdisjoint(map(id, group.lines)):
                continue
            top = self.index(row, 0)
            self.dataChanged.emit(top, self.index(row, last))
            below = self.rowCount(top) - 1
            self.dataChanged.emit(self.index(0, 0, top), self.index(below, last, top))

    def line(self, index: Index) -> object | None:
        """Return the line at `index`, None at a group and where nothing is."""
        if not index.isValid() or index.internalId() == _GROUP:
            return None
        line: object = self.source.groups[index.internalId() - 1].lines[index.row()]
        return line

    def lines_at(self, index: Index) -> Sequence[object]:
        """Return the line at `index`, or all lines of the group there."""
        line = self.line(index)
        if line is not None:
            return (line,)
        return self.source.groups[index.row()].lines if index.isValid() else ()

    def place_of(self, line: object) -> QModelIndex:
        """Return the index of `line`, invalid if it is not shown."""
        for row, group in enumerate(self.source.groups):
            for place, each in enumerate(group.lines):
                if each is line:
                    return self.createIndex(place, 0, row + 1)
        return QModelIndex()

    def side_of(self, index: Index) -> Side | None:
        """Return the side that is chosen at `index`; None where nothing can be chosen.

        A group has the side that all of its lines have, else it is open.
        """
        lines, source = self.lines_at(index), self.source
        sides = (Side.OURS, Side.THEIRS)
        if not any(source.can_choose(each, side) for each in lines for side in sides):
            return None
        chosen = {source.side(each) for each in lines}
        return chosen.pop() if len(chosen) == 1 else Side.OPEN

    def switch_column(self) -> int:
        """Return the number of the column of switches, -1 without one."""
        kinds = [each.kind for each in self.source.columns]
        return kinds.index(ColumnKind.SWITCH) if ColumnKind.SWITCH in kinds else -1

    @override
    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _GROUP)

    @override
    def parent(self, index: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        if not index.isValid() or index.internalId() == _GROUP:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, _GROUP)

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        if not parent.isValid():
            return len(self.source.groups)
        is_group = parent.internalId() == _GROUP and parent.column() == 0
        return len(self.source.groups[parent.row()].lines) if is_group else 0

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return len(self.source.columns)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == _Role.DisplayRole:
            return self.source.columns[section].heading
        return None

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == _Role.AccessibleTextRole:
            return self._accessible_text(index)
        if role not in {_Role.DisplayRole, _Role.ToolTipRole}:
            return None
        line = self.line(index)
        if line is not None:
            return item_text(self.source.texts(line)[index.column()], role)
        is_title = index.column() == 0
        return item_text(self._group_text(index), role) if is_title else None

    def _group_text(self, index: Index) -> str:
        group: LineGroup[Any] = self.source.groups[index.row()]
        return self.source.group_text(group)

    def _accessible_text(self, index: Index) -> str:
        line = self.line(index)
        if line is None:
            return self._group_text(index)
        title = self.source.groups[index.internalId() - 1].title
        pairs = zip(self.source.columns, self.source.texts(line), strict=True)
        parts = [title, *(_part(column.heading, text) for column, text in pairs if text)]
        side = self.side_of(index)
        if side is not None and self.switch_column() >= 0:
            parts.append(side_text(side, self._words))
        return ", ".join(parts)


def side_text(side: Side, words: Words) -> str:
    """Return which side is chosen, for screen readers."""
    if side is Side.OPEN:
        return words.tr("nothing chosen yet")
    return words.tr("ours is chosen") if side is Side.OURS else words.tr("theirs is chosen")


def _part(heading: str, text: str) -> str:
    return f"{heading}: {text}" if heading else text
