"""The findings of the phase in view, kept true after each edit by checking what it touched."""

from PySide6.QtCore import QObject, Signal

from socplanner.domain.checks.finding import Finding
from socplanner.domain.checks.run import check_phase, check_role
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.phases import changed_roles
from socplanner.domain.plan import Plan
from socplanner.services.document import Document


class Checking(QObject):
    """Knows what the rules say of each role in one phase."""

    findings_changed = Signal(object)
    """The ids of the roles about which something else is said now, as a frozenset."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        """Check the first phase of the document's plan."""
        super().__init__(parent)
        self._document = document
        self._phase = document.plan.phases[0].id
        self._by_role: dict[RoleId, tuple[Finding, ...]] = {}
        document.plan_changed.connect(self._on_plan_changed)
        document.opened.connect(self._on_opened)
        self._check_all()

    def look_at_phase(self, phase: PhaseId) -> None:
        """Check `phase` from now on."""
        if phase != self._phase:
            self._phase = phase
            self._check_all()

    def of_role(self, role: RoleId) -> tuple[Finding, ...]:
        """Return what is said of `role`."""
        return self._by_role.get(role, ())

    def all(self) -> tuple[Finding, ...]:
        """Return every finding, in the order of the roles."""
        order = self._document.plan.roles()
        return tuple(finding for role in order for finding in self._by_role.get(role.id, ()))

    def _on_opened(self) -> None:
        self._phase = self._document.plan.phases[0].id
        self._check_all()

    def _on_plan_changed(self, before: Plan, after: Plan) -> None:
        if after.phase(self._phase) is None:
            self._phase = after.phases[0].id
            self._check_all()
        elif before.parties is not after.parties or before.own_roles is not after.own_roles:
            self._check_all()
        else:
            self._check(after, changed_roles(before, after, self._phase))

    def _check(self, plan: Plan, roles: frozenset[RoleId]) -> None:
        differing = set()
        for role_id in roles:
            role = plan.role(role_id)
            found = () if role is None else check_role(plan, self._phase, role)
            if found != self._by_role.get(role_id, ()):
                differing.add(role_id)
                self._by_role[role_id] = found
        if differing:
            self.findings_changed.emit(frozenset(differing))

    def _check_all(self) -> None:
        found: dict[RoleId, list[Finding]] = {}
        for finding in check_phase(self._document.plan, self._phase):
            if finding.role is not None:
                found.setdefault(finding.role, []).append(finding)
        told = frozenset(self._by_role) | frozenset(found)
        self._by_role = {role: tuple(findings) for role, findings in found.items()}
        self.findings_changed.emit(told)
