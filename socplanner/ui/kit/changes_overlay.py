"""Which roles change between the phase in view and its neighbour, while the planner asks for it.

Every view of the plan can show it: what does not change is drawn faintly. The pair is the phase in
view and the one before it; for the first phase, it and the next.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from socplanner.domain.ids import RoleId
from socplanner.domain.plan_diff import PlanDiff
from socplanner.services.document import Document
from socplanner.ui.kit.viewpoint import Viewpoint

if TYPE_CHECKING:
    from socplanner.domain.phase_changes import DutyPair, PhasePair


class ChangesOverlay(QObject):
    """Follows document and viewpoint; computes nothing while it is off."""

    changed = Signal()
    """It was turned on or off, or other roles change, or they change otherwise."""

    def __init__(
        self, document: Document, viewpoint: Viewpoint, parent: QObject | None = None
    ) -> None:
        """Begin turned off."""
        super().__init__(parent)
        self._document = document
        self._viewpoint = viewpoint
        self._is_wanted = False
        self.phases: PhasePair | None = None
        """The phases that are compared; None while there is nothing to show."""

        self.roles: dict[RoleId, DutyPair] = {}
        """The duties of each role that changes, before and after."""

        document.opened.connect(self._renew)
        document.plan_changed.connect(self._on_plan_changed)
        viewpoint.phase_changed.connect(self._renew)

    @property
    def is_on(self) -> bool:
        """Whether the overlay is shown; never with a single phase."""
        return self.phases is not None

    def turn(self, *, is_on: bool) -> None:
        """Show the overlay, or hide it."""
        if is_on != self._is_wanted:
            self._is_wanted = is_on
            self._renew()

    def _renew(self) -> None:
        """Compare all roles again; while it stays off there is nothing to announce."""
        was_on = self.is_on
        self.phases, self.roles = None, {}
        if self._is_wanted:
            self._compare()
        if was_on or self.is_on:
            self.changed.emit()

    def _compare(self) -> None:
        """Compare all roles, if the plan has a second phase."""
        # Imported when the overlay is first shown: a start need not wait for it.
        from socplanner.domain.phase_changes import changing_roles, compared_phases

        plan = self._document.plan
        if plan.phase(self._viewpoint.phase) is None:
            return
        self.phases = compared_phases(plan, self._viewpoint.phase)
        if self.phases is not None:
            self.roles = changing_roles(plan, self.phases)

    def _on_plan_changed(self, diff: PlanDiff) -> None:
        if diff.changes_phase_list or diff.changes_roles or not self.is_on:
            self._renew()
            return
        from socplanner.domain.phase_changes import compared_phases, duty_pair

        phases = compared_phases(diff.after, self._viewpoint.phase)
        if phases is None:
            return
        self.phases = phases
        touched = diff.roles_in(phases.before.id) | diff.roles_in(phases.after.id)
        for role in touched:
            pair = duty_pair(diff.after, phases, role)
            if pair.differs:
                self.roles[role] = pair
            else:
                self.roles.pop(role, None)
        if touched:
            self.changed.emit()
