"""The findings of the phase in view, kept up to date by checking only what an edit touched.

Rules:

- The findings are those of `check_phase` on the plan as it is, split by the waivers valid today.
- After an edit only the roles of its `PlanDiff` are checked again, unless a field changed that any
  role's findings may depend on: everything is checked then.
- The loads of parties are counted on from edit to edit; the usual loads are computed when a rule
  needs them, and again when a sourcing changed.
- `findings_changed` names at least the roles whose findings differ, after these are up to date.
"""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import QObject, Signal

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.checks.dependents import with_dependents
from socplanner.domain.checks.finding import Finding
from socplanner.domain.checks.load_rules import (
    Load,
    Loads,
    check_loads,
    count_change,
    loads_of,
    usual_loads,
)
from socplanner.domain.checks.people_rules import check_people
from socplanner.domain.checks.run import check_role, check_transition
from socplanner.domain.checks.split_findings import Waived, split_by_waivers
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.letter_counts import MANY_ROLES
from socplanner.domain.phases import duties, duty, phase_index
from socplanner.domain.plan import Duty, Plan
from socplanner.domain.plan_diff import PlanDiff
from socplanner.services.document import Document


class Checking(QObject):
    """The findings of each role and party in one phase, those that count and those waived."""

    findings_changed = Signal(object)
    """The ids of the roles whose findings changed, as a frozenset."""

    parties_changed = Signal()
    """Findings about parties changed."""

    def __init__(
        self,
        document: Document,
        parent: QObject | None = None,
        today: Callable[[], date] = date.today,
    ) -> None:
        """Check the first phase of the document's plan; waivers end by the day `today`."""
        super().__init__(parent)
        self._document = document
        self._today = today
        self._phase = document.plan.phases[0].id
        self._by_role: dict[RoleId, tuple[Finding, ...]] = {}
        self._waived: dict[RoleId, tuple[Waived, ...]] = {}
        self._loads: dict[PartyId, Load] = {}
        self._usual: Loads | None = None
        self._roles = 0
        self._of_parties: tuple[Finding, ...] = ()
        self._waived_of_parties: tuple[Waived, ...] = ()
        document.plan_changed.connect(self._on_plan_changed)
        document.opened.connect(self._on_opened)
        self._check_all()

    @property
    def today(self) -> str:
        """The day that decides which waivers have ended, as 2026-12-31."""
        return self._today().isoformat()

    def look_at_phase(self, phase: PhaseId) -> None:
        """Check `phase` from now on."""
        if phase != self._phase:
            self._phase = phase
            self._check_all()

    def of_role(self, role: RoleId) -> tuple[Finding, ...]:
        """Return the findings about `role` that count; none for an unknown role."""
        return self._by_role.get(role, ())

    def waived_of_role(self, role: RoleId) -> tuple[Waived, ...]:
        """Return the waived findings about `role`."""
        return self._waived.get(role, ())

    def waived_of_parties(self) -> tuple[Waived, ...]:
        """Return the waived findings about parties."""
        return self._waived_of_parties

    def of_party(self, party: PartyId) -> tuple[Finding, ...]:
        """Return the findings about `party` over all roles that count."""
        return tuple(each for each in self._of_parties if party in each.parties)

    def of_parties(self) -> tuple[Finding, ...]:
        """Return the findings about parties over all roles that count."""
        return self._of_parties

    def all(self) -> tuple[Finding, ...]:
        """Return every finding that counts: in the order of the roles, then of the parties."""
        order = self._document.plan.roles()
        of_roles = (finding for role in order for finding in self._by_role.get(role.id, ()))
        return (*of_roles, *self._of_parties)

    def waived(self) -> tuple[Waived, ...]:
        """Return every waived finding, in the same order."""
        order = self._document.plan.roles()
        of_roles = (each for role in order for each in self._waived.get(role.id, ()))
        return (*of_roles, *self._waived_of_parties)

    def _on_opened(self) -> None:
        self._phase = self._document.plan.phases[0].id
        self._check_all()

    def _on_plan_changed(self, diff: PlanDiff) -> None:
        before, after = diff.before, diff.after
        if not diff.has_phase(self._phase):
            self._phase = after.phases[0].id
            self._check_all()
        elif _needs_full_check(diff):
            self._check_all()
        else:
            touched = diff.roles_in(self._phase)
            by_role = {role: duty(after, self._phase, role) for role in touched}
            is_party_touched = self._count_changes(before, after, by_role)
            if "waivers" in diff.fields:
                is_party_touched = True
                touched |= {each.role for each in (*before.waivers, *after.waivers) if each.role}
            self._check(after, with_dependents(touched, after), by_role)
            if is_party_touched:
                self._check_parties(after)

    def _count_changes(self, before: Plan, after: Plan, by_role: Mapping[RoleId, Duty]) -> bool:
        """Bring the loads up to date; return whether findings about parties may differ.

        `by_role` has the new duties of the changed roles. The findings depend on the loads, and on
        those that are usual for the sourcings; those about the phase on the
        sourcings in the phase before, too.
        """
        if len(by_role) > MANY_ROLES:
            self._loads = loads_of(duties(after, self._phase).values(), after.letter_set)
            self._usual = None
            return True
        place = phase_index(after, self._phase)
        earlier = after.phases[place - 1].id if place else self._phase
        may_differ = False
        for role, now in by_role.items():
            was = duty(before, self._phase, role)
            may_differ |= count_change(self._loads, was, now, after.letter_set)
            if was.sourcing is not now.sourcing or now.sourcing is Sourcing.UNDECIDED:
                self._usual = None
                may_differ = True
            if place:
                changed = duty(after, earlier, role).sourcing
                may_differ |= duty(before, earlier, role).sourcing is not changed
        return may_differ

    def _check(self, plan: Plan, roles: frozenset[RoleId], by_role: Mapping[RoleId, Duty]) -> None:
        differing = set()
        today = self.today if plan.waivers else ""
        for role_id in roles:
            role = plan.role(role_id)
            findings = (
                () if role is None else check_role(plan, self._phase, role, by_role.get(role_id))
            )
            counting, waived = split_by_waivers(findings, plan.waivers, today)
            is_same = counting == self._by_role.get(role_id, ())
            if not is_same or waived != self._waived.get(role_id, ()):
                differing.add(role_id)
                self._by_role[role_id] = counting
                self._waived[role_id] = waived
        if differing:
            self.findings_changed.emit(frozenset(differing))

    def _check_parties(self, plan: Plan) -> None:
        of_loads = check_loads(plan, self._phase, self._loads, self._roles, self._usual_loads)
        of_phase = check_transition(plan, self._phase)
        findings = (*of_loads, *check_people(plan, self._phase), *of_phase)
        counting, waived = split_by_waivers(
            findings, plan.waivers, self.today if plan.waivers else ""
        )
        if (counting, waived) != (self._of_parties, self._waived_of_parties):
            self._of_parties, self._waived_of_parties = counting, waived
            self.parties_changed.emit()

    def _usual_loads(self) -> Loads:
        """Return the usual loads for the sourcings of the phase, computed on first use."""
        if self._usual is None:
            self._usual = usual_loads(self._document.plan, self._phase)
        return self._usual

    def _check_all(self) -> None:
        plan = self._document.plan
        self._usual = None
        by_role = duties(plan, self._phase)
        self._loads = loads_of(by_role.values(), plan.letter_set)
        self._roles = len(by_role)
        previous = frozenset(self._by_role)
        self._by_role, self._waived = {}, {}
        today = self.today if plan.waivers else ""
        for role in plan.roles():
            findings = check_role(plan, self._phase, role)
            if findings:
                counting, waived = split_by_waivers(findings, plan.waivers, today)
                self._by_role[role.id] = counting
                if waived:
                    self._waived[role.id] = waived
        self.findings_changed.emit(previous | frozenset(self._by_role))
        self._check_parties(plan)


_CHECKED_FIELD_BY_FIELD = frozenset(
    {
        *("phases", "waivers", "assessments", "moves", "organisation", "marking", "custom_sets"),
        *("flows", "counterparts"),
    }
)
"""Fields of a plan that the findings of an unchanged role do not depend on."""


def _needs_full_check(diff: PlanDiff) -> bool:
    """Return whether the findings of any role may differ, not only of those with other duties."""
    return diff.changes_phase_list or not diff.fields <= _CHECKED_FIELD_BY_FIELD
