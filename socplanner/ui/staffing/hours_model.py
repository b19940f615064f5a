"""The roles of the phase in view with their hours, one a row, at the moment that is looked at."""

from collections import Counter
from collections.abc import Iterator, Mapping
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt

from socplanner.domain.catalogue import Role, Sourcing
from socplanner.domain.coverage import Coverage, CoverageState
from socplanner.domain.coverage_text import coverage_of
from socplanner.domain.coverage_week import Week, week_of
from socplanner.domain.phases import duties
from socplanner.domain.plan import Duty
from socplanner.domain.plan_diff import PlanDiff
from socplanner.domain.role_coverage import Moment
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plain_text import item_text
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.kit.role_rows import RoleRows
from socplanner.ui.kit.shown_model import Index
from socplanner.wording.coverage_words import (
    hours_lines,
    moment_name,
    performing_initials,
    state_name,
)
from socplanner.wording.language import N_
from socplanner.wording.terms import role_label

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


_TITLES: Mapping[int, str] = {
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


class HoursModel(RoleRows[HoursRow]):
    """Follows document, phase, moment, filter and language; never edits."""

    def __init__(self, context: PlanContext, parent: QObject | None = None) -> None:
        """Begin with every role that the phase in view carries out, on Sunday night."""
        super().__init__(context, _TITLES, parent)
        self._state: CoverageState | None = None
        self.refresh()
        context.week.changed.connect(self._on_moment_changed)

    @property
    def state(self) -> CoverageState | None:
        """The state whose roles are shown alone; None shows all."""
        return self._state

    @property
    def moment(self) -> Moment:
        """The moment that is looked at."""
        return self._context.week.moment

    def show_state(self, state: CoverageState | None) -> None:
        """Show only the roles that have `state` at the moment; None shows all."""
        self._state = state
        self.show_rows()

    def counts(self) -> Counter[CoverageState]:
        """Return how many roles have each state at the moment, those filtered out too."""
        return Counter(row.state(self.moment) for row in self.every_row)

    def state_names(self) -> list[str]:
        """Return the names of all states, in bold the widest texts of their column."""
        return [f"{state_name(state, self.words)}  " for state in CoverageState]

    @override
    def title(self, column: int) -> str:
        if column == HoursColumn.STATE:
            return moment_name(self.moment, self.words)
        return super().title(column)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in _READ:
            return None
        row, column, words = self.rows[index.row()], HoursColumn(index.column()), self.words
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole and column is not HoursColumn.WEEK:
            return self._text(row, column)
        label = role_label(row.role, words)
        lines = hours_lines(row.coverage, self.plan, words)
        return item_text("\n".join((label, *lines)), role)

    def _text(self, row: HoursRow, column: HoursColumn) -> str:
        words = self.words
        match column:
            case HoursColumn.ROLE:
                return role_label(row.role, words)
            case HoursColumn.PARTIES:
                return " ".join(performing_initials(self.plan, row.duty, words))
            case HoursColumn.STATE:
                if row.asks_provider:
                    return words.tr("Ask the provider")
                return state_name(row.state(self.moment), words)
            case HoursColumn.HOURS:
                return row.duty.coverage
            case HoursColumn.WEEK:
                return ""

    @override
    def concerns(self, diff: PlanDiff) -> bool:
        is_listed = diff.changes_roles or diff.changes_parties or diff.changes_letters
        return is_listed or bool(diff.roles_in(self.phase))

    @override
    def computed_rows(self) -> Iterator[HoursRow]:
        by_role = duties(self.plan, self.phase)
        for role in self.plan.roles():
            duty = by_role[role.id]
            if duty.sourcing is not Sourcing.NOT_CARRIED_OUT:
                yield HoursRow(role, duty, coverage_of(duty.coverage), _week(duty.coverage))

    @override
    def arranged_rows(self) -> list[HoursRow]:
        state = self._state
        return [row for row in self.every_row if state is None or row.state(self.moment) is state]

    def _on_moment_changed(self) -> None:
        self.show_rows()
        self.emit_all_changed()
        self.figures_changed.emit()


@lru_cache(maxsize=4096)
def _week(text: str) -> Week:
    return week_of(coverage_of(text))
