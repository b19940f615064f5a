"""The filter that the planner has set: one for all views of the plan.

It is not part of the plan, so never undone. What the plan does not have is no condition any more.
"""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal

from socplanner.domain.catalogue import Role
from socplanner.domain.checks.finding import Finding
from socplanner.domain.ids import RoleId
from socplanner.domain.plan import Duty
from socplanner.domain.plan_diff import PlanDiff
from socplanner.domain.role_filter import NO_FILTER, RoleFilter
from socplanner.services.document import Document
from socplanner.ui.kit.role_search import RoleSearch


class RoleFiltering(QObject):
    """Stores the filter, and announces another one."""

    changed = Signal()

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        """Begin without a filter."""
        super().__init__(parent)
        self.role_filter = NO_FILTER
        self._document = document
        document.opened.connect(self._forget_removed)
        document.plan_changed.connect(self._on_plan_changed)

    def filter(self, role_filter: RoleFilter) -> None:
        """Show only the roles that pass `role_filter`."""
        if role_filter != self.role_filter:
            self.role_filter = role_filter
            self.changed.emit()

    def clear(self) -> None:
        """Set no condition."""
        self.filter(NO_FILTER)

    def _on_plan_changed(self, diff: PlanDiff) -> None:
        if diff.changes_parties or diff.changes_letters:
            self._forget_removed()

    def _forget_removed(self) -> None:
        """Drop conditions about what the plan does not have."""
        self.filter(self.role_filter.without_removed(self._document.plan))


def wanted_roles(
    duties: Iterable[tuple[Role, Duty]],
    role_filter: RoleFilter,
    search: RoleSearch,
    findings: Callable[[RoleId], Iterable[Finding]],
) -> frozenset[RoleId] | None:
    """Return the roles that pass both `role_filter` and `search`; None without conditions."""
    if role_filter == NO_FILTER and search.is_empty:
        return None
    return frozenset(
        role.id
        for role, duty in duties
        if role_filter.wants(role, duty, findings(role.id)) and search.finds(role, duty.letters)
    )
