"""The roles of the phase in view with their hours, one a row, at the moment that is looked at."""

from collections import Counter
from collections.abc import Collection
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from socplanner.domain.catalogue import Role, Sourcing
from socplanner.domain.coverage import Coverage, CoverageState
from socplanner.domain.coverage_text import coverage_of
from socplanner.domain.coverage_week import Week, week_of
from socplanner.domain.ids import RoleId
from socplanner.domain.phases import duties
from socplanner.domain.plan import Duty, Plan
from socplanner.domain.plan_diff import PlanDiff
from socplanner.domain.role_coverage import Moment
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import item_text
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.wording.coverage_words import hours_lines, moment_name, state_name
from socplanner.wording.language import N_, Words
from socplanner.wording.terms import party_initials, role_label

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_READ = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)


class HoursColumn(IntEnum):
    """The columns of the table."""

    ROLE = 0
    PARTIES = 1
    WEEK = 2
    STATE = 3
    HOURS = 4


_TITLES = {
    HoursColumn.ROLE: N_("Role"),
    HoursColumn.PARTIES: N_("Responsible"),
    HoursColumn.WEEK: N_("Week"),
    HoursColumn.STATE: N_("At this moment"),
    HoursColumn.HOURS: N_("Coverage"),
}


class HoursRow(NamedTuple):
    """A role with its duty in the phase in view, and its hours."""

    role: Role
    duty: Duty
    coverage: Coverage
    week: Week

    @property
    def asks_provider(self) -> bool:
        """Whether a provider performs the role, and its hours are not stated."""
        is_outside = self.duty.sourcing in (Sourcing.OUTSOURCE, Sourcing.BOTH)
        return is_outside and not self.coverage.bands

    def state(self, moment: Moment) -> CoverageState:
        """Return how the role is covered at `moment`."""
        return self.coverage.state_at(moment.day, moment.day_before, moment.minute)


class HoursModel(QAbstractTableModel):
    """Follows document, phase, filter and language; never edits."""

    counts_changed = Signal()
    """Other roles, hours or another moment: the states have other counts."""

    def __init__(self, context: PlanContext, parent: QObject | None = None) -> None:
        """Begin with every role that the phase in view carries out, on Sunday night."""
        super().__init__(parent)
        self._context = context
        self._wanted: Collection[RoleId] | None = None
        self._state: CoverageState | None = None
        self.every_row: list[HoursRow] = []
        """All rows, those that are filtered out too."""

        self._rows: list[HoursRow] = []
        self._is_shown, self._is_stale = True, False
        self.refresh()
        context.document.opened.connect(self._request_refresh)
        context.document.plan_changed.connect(self._on_plan_changed)
        context.viewpoint.phase_changed.connect(self._request_refresh)
        context.week.changed.connect(self._on_moment_changed)
        context.translator.language_changed.connect(self._emit_all_changed)

    @property
    def state(self) -> CoverageState | None:
        """The state whose roles are shown alone; None shows all."""
        return self._state

    @property
    def moment(self) -> Moment:
        """The moment that is looked at."""
        return self._context.week.moment

    @property
    def is_shown(self) -> bool:
        """Whether changes are computed at once; otherwise when it is shown again."""
        return self._is_shown

    def set_shown(self, *, is_shown: bool) -> None:
        """Compute changes at once, or leave them until it is shown again."""
        self._is_shown = is_shown
        if is_shown and self._is_stale:
            self.refresh()

    def _request_refresh(self) -> None:
        if self._is_shown:
            self.refresh()
        else:
            self._is_stale = True

    def show_state(self, state: CoverageState | None) -> None:
        """Show only the roles that have `state` at the moment; None shows all."""
        self._state = state
        self._show()

    def show_roles(self, wanted: Collection[RoleId] | None) -> None:
        """Show only the roles `wanted`; None shows all."""
        self._wanted = wanted
        self._show()

    def counts(self) -> Counter[CoverageState]:
        """Return how many roles have each state at the moment, those filtered out too."""
        return Counter(row.state(self.moment) for row in self.every_row)

    def names(self, most: int) -> list[str]:
        """Return the names of the roles, of the first `most` rows."""
        return [role_label(row.role, self._words) for row in self._rows[:most]]

    def state_names(self) -> list[str]:
        """Return the names of all states, in bold the widest texts of their column."""
        return [f"{state_name(state, self._words)}  " for state in CoverageState]

    def row(self, place: int) -> HoursRow:
        """Return the row at `place`."""
        return self._rows[place]

    def place_of(self, role: RoleId) -> int:
        """Return the place of the row of `role`, or -1 where it is not shown."""
        places = (place for place, row in enumerate(self._rows) if row.role.id == role)
        return next(places, -1)

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(HoursColumn)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        words = self._words
        if orientation is Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        if section == HoursColumn.STATE:
            return moment_name(self.moment, words)
        return words.tr(_TITLES[HoursColumn(section)])

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in _READ:
            return None
        row, column, words = self._rows[index.row()], HoursColumn(index.column()), self._words
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole and column is not HoursColumn.WEEK:
            return self._text(row, column)
        label = role_label(row.role, words)
        lines = hours_lines(row.coverage, self._plan, words)
        return item_text("\n".join((label, *lines)), role)

    def _text(self, row: HoursRow, column: HoursColumn) -> str:
        words = self._words
        match column:
            case HoursColumn.ROLE:
                return role_label(row.role, words)
            case HoursColumn.PARTIES:
                return " ".join(_performing(self._plan, row.duty, words))
            case HoursColumn.STATE:
                if row.asks_provider:
                    return words.tr("Ask the provider")
                return state_name(row.state(self.moment), words)
            case HoursColumn.HOURS:
                return row.duty.coverage
            case HoursColumn.WEEK:
                return ""

    @property
    def _words(self) -> Words:
        return self._context.translator.words

    @property
    def _plan(self) -> Plan:
        return self._context.document.plan

    def _on_plan_changed(self, diff: PlanDiff) -> None:
        is_listed = diff.changes_roles or diff.changes_parties or diff.changes_letters
        if is_listed or diff.roles_in(self._context.viewpoint.phase):
            self._request_refresh()

    def _on_moment_changed(self) -> None:
        self._show()
        self._emit_all_changed()
        self.counts_changed.emit()

    def refresh(self) -> None:
        """Read the roles of the phase in view again, and their hours."""
        self._is_stale = False
        by_role = duties(self._plan, self._context.viewpoint.phase)
        self.every_row = [
            HoursRow(role, duty, coverage_of(duty.coverage), _week(duty.coverage))
            for role in self._plan.roles()
            if (duty := by_role[role.id]).sourcing is not Sourcing.NOT_CARRIED_OUT
        ]
        self._show()
        self._emit_all_changed()
        self.counts_changed.emit()

    def _show(self) -> None:
        """Show the rows that pass the filters; the same roles again are no reset."""
        rows = [row for row in self.every_row if self._passes(row)]
        if [row.role.id for row in rows] == [row.role.id for row in self._rows]:
            self._rows = rows
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def _passes(self, row: HoursRow) -> bool:
        if self._wanted is not None and row.role.id not in self._wanted:
            return False
        return self._state is None or row.state(self.moment) is self._state

    def _emit_all_changed(self) -> None:
        if self._rows:
            last = self.index(len(self._rows) - 1, len(HoursColumn) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(HoursColumn) - 1)


@lru_cache(maxsize=4096)
def _week(text: str) -> Week:
    return week_of(coverage_of(text))


def _performing(plan: Plan, duty: Duty, words: Words) -> list[str]:
    """Return the initials of the parties that perform a role, in the order of the plan."""
    return [
        party_initials(party, words)
        for party in plan.parties
        if (cell := duty.letters.get(party.id)) and plan.letter_set.meaning(cell).performs
    ]
