"""A table whose lines come, go and change places, announced to Qt in few moves."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
)

from socplanner.domain.ids import RoleId
from socplanner.ui.kit.overriding import override
from socplanner.ui.matrix.matrix_lines import Line

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()


class LineModel(QAbstractTableModel):
    """Shows a sequence of lines; subclasses fill their cells."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin with no line."""
        super().__init__(parent)
        self.set_lines(())

    @property
    def lines(self) -> Sequence[Line]:
        """The lines down as they are shown: bands and roles."""
        return self._lines

    @override
    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def row_of(self, role: RoleId) -> int:
        """Return the row of `role`, -1 if none is shown."""
        return self._row_by_role.get(role, -1)

    def show_lines(self, wanted: Sequence[Line]) -> None:
        """Show the lines of `wanted` and no others.

        In three moves at most, however many runs of lines come and go: the lines that go are moved
        to the end and removed, those that come are added there, and all are put in order.
        """
        keys = {line.key for line in wanted}
        present = {line.key for line in self._lines}
        gone = [line for line in self._lines if line.key not in keys]
        if gone:
            kept = [line for line in self._lines if line.key in keys]
            self._lay([*kept, *gone])
            self.beginRemoveRows(NO_PARENT, len(kept), len(self._lines) - 1)
            self.set_lines(kept)
            self.endRemoveRows()
        come = [line for line in wanted if line.key not in present]
        if come:
            first = len(self._lines)
            self.beginInsertRows(NO_PARENT, first, first + len(come) - 1)
            self.set_lines([*self._lines, *come])
            self.endInsertRows()
        self._lay(wanted)

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Set `lines` without an announcement; the caller resets the model."""
        self._lines = lines
        self._row_by_role = {
            line.role.id: row for row, line in enumerate(lines) if line.role is not None
        }

    def _lay(self, wanted: Sequence[Line]) -> None:
        """Put the lines into the order of `wanted`, which are the same lines."""
        if [line.key for line in wanted] == [line.key for line in self._lines]:
            self._lines = wanted
            return
        self.layoutAboutToBeChanged.emit()
        places = {line.key: row for row, line in enumerate(wanted)}
        moved = [places[line.key] for line in self._lines]
        before = self.persistentIndexList()
        self.set_lines(wanted)
        after = [self.index(moved[index.row()], index.column()) for index in before]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()
