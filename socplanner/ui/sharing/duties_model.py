"""The reporting duties of one incident as rows, with their terms on its clock."""

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from socplanner.domain.sharing.duty_clock import DutyOnClock
from socplanner.domain.sharing.time_axis import axis_end
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.shown_model import NO_PARENT, READ_ROLES, Index
from socplanner.ui.sharing.sharing_state import SharingState
from socplanner.wording.duty_clock_words import (
    cover_text,
    due_text,
    duty_binding,
    duty_law,
    term_text,
)
from socplanner.wording.folding import fold
from socplanner.wording.language import N_


class DutyColumn(IntEnum):
    """The columns of the table."""

    NAME = 0
    TO = 1
    BINDING = 2
    CLOCK = 3
    DUE = 4
    COVER = 5
    LAW = 6


_TITLES = {
    DutyColumn.NAME: N_("Reporting duty"),
    DutyColumn.TO: N_("Receiver"),
    DutyColumn.BINDING: N_("Kind"),
    DutyColumn.CLOCK: N_("Term from detection"),
    DutyColumn.DUE: N_("Due"),
    DutyColumn.COVER: N_("Who is there then"),
    DutyColumn.LAW: N_("Law"),
}


class DutiesModel(QAbstractTableModel):
    """One row a duty, in the order of the catalogue; own ones last."""

    def __init__(self, state: SharingState, parent: QObject) -> None:
        """Show the duties of `state`; `refresh` follows it."""
        super().__init__(parent)
        self.state = state
        self.search = ""
        """The folded text that a row has in a column; empty for all rows."""
        self.duties: tuple[DutyOnClock, ...] = ()

    def refresh(self) -> None:
        """Show the duties as they are now; the same ones in the same order are no reset."""
        duties = tuple(each for each in self.state.duties if self._is_match(each))
        if [each.duty.id for each in duties] != [each.duty.id for each in self.duties]:
            self.beginResetModel()
            self.duties = duties
            self.endResetModel()
            return
        self.duties = duties
        if duties:
            last = self.index(len(duties) - 1, len(DutyColumn) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(DutyColumn) - 1)

    @property
    def axis_end(self) -> int:
        """The last minute of the axis on which the terms are drawn."""
        return axis_end(each.latest for each in self.duties)

    def row_of(self, duty_id: str) -> int:
        """Return the row of a duty, -1 where there is none."""
        ids = [each.duty.id for each in self.duties]
        return ids.index(duty_id) if duty_id in ids else -1

    @override
    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.duties)

    @override
    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(DutyColumn)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.state.words.tr(_TITLES[DutyColumn(section)])
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in READ_ROLES:
            return None
        column = DutyColumn(index.column())
        text = self._text(self.duties[index.row()], column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.state.words.tr(_TITLES[column])}: {text or '–'}"
        return text

    def _is_match(self, duty: DutyOnClock) -> bool:
        texts = (self._text(duty, each) for each in DutyColumn)
        return not self.search or any(self.search in fold(text) for text in texts)

    def _text(self, duty: DutyOnClock, column: DutyColumn) -> str:
        state, words = self.state, self.state.words
        match column:
            case DutyColumn.NAME:
                text = words.local(duty.duty.name)
            case DutyColumn.TO:
                text = state.name_of(duty.duty.to)
            case DutyColumn.BINDING:
                text = duty_binding(duty.duty, words)
            case DutyColumn.CLOCK:
                text = term_text(duty.duty, words)
            case DutyColumn.DUE:
                text = due_text(duty, state.clock, words)
            case DutyColumn.COVER:
                text = cover_text(state.plan, duty, state.clock, words)
            case _:
                text = duty_law(duty.duty, words)
        return text
