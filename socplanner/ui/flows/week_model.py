"""The 168 hours of a week as a table, and the flows with how many hours they get through."""

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from socplanner.domain.coverage import WEEK
from socplanner.domain.flows.walk import Outcome
from socplanner.domain.flows.week_map import HourOutcome, WeekMap
from socplanner.domain.role_coverage import Moment
from socplanner.ui.flows.flow_state import FlowState
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import item_text
from socplanner.ui.kit.shown_model import NO_PARENT, Index
from socplanner.wording.coverage_words import day_name, moment_name, short_day_name
from socplanner.wording.flow_words import outcome_name
from socplanner.wording.language import N_
from socplanner.wording.terms import listed, role_code

OUTCOME_ROLE = Qt.ItemDataRole.UserRole


class WeekModel(QAbstractTableModel):
    """Days down, hours across; a cell is the outcome of the flow that begins then."""

    def __init__(self, state: FlowState, parent: QObject) -> None:
        """Show the flow of `state`; `refresh` follows it."""
        super().__init__(parent)
        self._state = state
        self._map: WeekMap | None = None

    def refresh(self) -> None:
        """Show the map of the current flow."""
        current = self._state.current
        maps = self._state.maps
        self._map = None
        if current is not None:
            self._map = next(each for each in maps if each.flow.id == current.flow.id)
        self.dataChanged.emit(self.index(0, 0), self.index(6, 23))
        self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, 6)

    def moment(self, index: Index) -> Moment:
        """Return the moment of a cell."""
        return Moment(WEEK[index.row()], index.column() * 60)

    def outcome(self, index: Index) -> HourOutcome | None:
        """Return the outcome at a cell, None without a flow."""
        if self._map is None:
            return None
        return self._map.at(WEEK[index.row()], index.column())

    def description(self, index: Index) -> str:
        """Return a cell in words: the moment, the outcome, where it stops."""
        outcome, words = self.outcome(index), self._state.words
        if outcome is None or self._map is None:
            return ""
        parts = [moment_name(self.moment(index), words), outcome_name(outcome.outcome, words)]
        steps = (self._map.flow.step(each) for each in outcome.stops)
        codes = dict.fromkeys(role_code(self._state.plan, step.role) for step in steps if step)
        return listed([*parts, *codes], words)

    @override
    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(WEEK)

    @override
    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else 24

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        words = self._state.words
        if role == Qt.ItemDataRole.AccessibleTextRole and orientation is Qt.Orientation.Vertical:
            return day_name(WEEK[section], words)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return f"{section}"
        return short_day_name(WEEK[section], words)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == OUTCOME_ROLE:
            outcome = self.outcome(index)
            return None if outcome is None else outcome.outcome
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return item_text(self.description(index), Qt.ItemDataRole(role))
        return None


class MapColumn(IntEnum):
    """The columns of the table of flows."""

    FLOW = 0
    THROUGH = 1
    UNSURE = 2
    STOPS = 3


_TITLES = {
    MapColumn.FLOW: N_("Flow"),
    MapColumn.THROUGH: N_("Through"),
    MapColumn.UNSURE: N_("Unsure"),
    MapColumn.STOPS: N_("Stops"),
}
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_OUTCOMES = {
    MapColumn.THROUGH: Outcome.THROUGH,
    MapColumn.UNSURE: Outcome.UNSURE,
    MapColumn.STOPS: Outcome.STOPS,
}


class MapsModel(QAbstractTableModel):
    """One row a flow: at how many hours of the week it gets through."""

    def __init__(self, state: FlowState, parent: QObject) -> None:
        """Show the flows of `state`; `refresh` follows it."""
        super().__init__(parent)
        self._state = state
        self.maps: tuple[WeekMap, ...] = ()

    def refresh(self) -> None:
        """Show the flows as they are now; the same flows in the same order are no reset."""
        maps = self._state.maps
        if [each.flow.id for each in maps] != [each.flow.id for each in self.maps]:
            self.beginResetModel()
            self.maps = maps
            self.endResetModel()
            return
        self.maps = maps
        if maps:
            last = self.index(len(maps) - 1, len(MapColumn) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(MapColumn) - 1)

    @override
    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.maps)

    @override
    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(MapColumn)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._state.words.tr(_TITLES[MapColumn(section)])
        if role == Qt.ItemDataRole.TextAlignmentRole and section != MapColumn.FLOW:
            return _RIGHT
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        each, column = self.maps[index.row()], MapColumn(index.column())
        words = self._state.words
        if role == Qt.ItemDataRole.TextAlignmentRole and column != MapColumn.FLOW:
            return _RIGHT
        if column == MapColumn.FLOW:
            text = words.local(each.flow.name)
        else:
            text = words.tr("{n} h", n=each.count(_OUTCOMES[column]))
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{words.tr(_TITLES[column])}: {text}"
        return None
