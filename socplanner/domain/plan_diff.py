"""What an edit, an undo or a redo changed: computed once, for everything that shows the plan.

Two plans of one document share what they do not differ in, so parts are compared by identity: the
cost of a typed letter among thousands of roles is that of the one role.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType

from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.phases import changed_roles
from socplanner.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class PlanDiff:
    """The plans before and after a change, the fields that differ, and the roles by phase.

    `fields` are the names of the fields of `Plan` that differ; a field that `Plan` gains later is
    among them without a change here. `roles` has, for each phase of the plan after the change, the
    roles whose duty in it, score or move may differ: all of them for a phase that is new.
    """

    before: Plan
    after: Plan
    fields: frozenset[str]
    roles: Mapping[PhaseId, frozenset[RoleId]]

    @property
    def changes_roles(self) -> bool:
        """Whether a role was added, removed, moved or renamed."""
        return not self.fields.isdisjoint({"catalogue", "custom_roles"})

    @property
    def changes_parties(self) -> bool:
        """Whether a party was added, removed, moved or changed."""
        return "parties" in self.fields

    @property
    def changes_letters(self) -> bool:
        """Whether the letter set in use has other letters, names or colours, or is another one."""
        return "letter_set" in self.fields

    @property
    def changes_phase_list(self) -> bool:
        """Whether a phase was added, removed, moved, renamed or got another pattern or terms."""
        return _headings(self.before) != _headings(self.after)

    def has_phase(self, phase: PhaseId) -> bool:
        """Return whether `phase` is still there."""
        return self.after.phase(phase) is not None

    def roles_in(self, phase: PhaseId) -> frozenset[RoleId]:
        """Return the roles whose duty in `phase` may differ; none for a phase that was removed."""
        return self.roles.get(phase, frozenset())


def plan_diff(before: Plan, after: Plan) -> PlanDiff:
    """Return what differs between two plans of one document."""
    differing = frozenset(
        field.name
        for field in fields(Plan)
        if getattr(before, field.name) is not getattr(after, field.name)
    )
    roles = {phase.id: changed_roles(before, after, phase.id) for phase in after.phases}
    return PlanDiff(before, after, differing, MappingProxyType(roles))


def _headings(plan: Plan) -> list[tuple[object, ...]]:
    return [(phase.id, phase.name, phase.pattern, phase.terms) for phase in plan.phases]
