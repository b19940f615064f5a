"""The phase in view and the selected roles, shared by all views of the plan."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.plan_diff import PlanDiff
from socplanner.services.document import Document


class Viewpoint(QObject):
    """Stores the phase in view and the selected roles; not part of the plan, so never undone."""

    about_to_change = Signal()
    """Another phase or other roles come: what is being typed belongs to the former ones."""

    phase_changed = Signal()
    """Another phase is in view."""

    roles_changed = Signal()
    """Other roles are selected."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        """Begin with the first phase of the plan, without selected roles."""
        super().__init__(parent)
        self._document = document
        self._phase = document.plan.phases[0].id
        self._roles: tuple[RoleId, ...] = ()
        document.opened.connect(self._on_opened)
        document.plan_changed.connect(self._on_plan_changed)

    @property
    def phase(self) -> PhaseId:
        """The id of the phase in view; the plan always has it."""
        return self._phase

    @property
    def roles(self) -> tuple[RoleId, ...]:
        """The ids of the selected roles, in the order of the plan."""
        return self._roles

    def look_at_phase(self, phase: PhaseId) -> None:
        """Show `phase`; an id that the plan does not have is ignored."""
        if phase != self._phase and self._document.plan.phase(phase) is not None:
            self.about_to_change.emit()
            self._phase = phase
            self.phase_changed.emit()

    def select(self, roles: Iterable[RoleId]) -> None:
        """Select exactly `roles`; ids that the plan does not have are ignored."""
        wanted = frozenset(roles)
        existing = tuple(role.id for role in self._document.plan.roles() if role.id in wanted)
        if existing != self._roles:
            self.about_to_change.emit()
            self._roles = existing
            self.roles_changed.emit()

    def _on_opened(self) -> None:
        self._phase = self._document.plan.phases[0].id
        self._roles = ()
        self.phase_changed.emit()
        self.roles_changed.emit()

    def _on_plan_changed(self, diff: PlanDiff) -> None:
        if not diff.has_phase(self._phase):
            self._phase = diff.after.phases[0].id
            self.phase_changed.emit()
        if diff.changes_roles:
            self.select(self._roles)
