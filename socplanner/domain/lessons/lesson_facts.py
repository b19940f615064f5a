"""What the prompts read of a plan in one phase; each part is computed when it is first needed."""

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from socplanner.domain.assessment import (
    NO_SCORES,
    Assessment,
    RoleScores,
    newest_assessment,
)
from socplanner.domain.catalogue import Role, Sourcing
from socplanner.domain.checks.row_rules import CheckedRow, checked_row
from socplanner.domain.coverage import Coverage
from socplanner.domain.coverage_text import coverage_of
from socplanner.domain.flow_inputs import BusinessFlow, flow_of
from socplanner.domain.flows.defaults import (
    NO_DEFAULT_FLOWS,
    DefaultFlows,
    ListedFlow,
    listed_flows,
)
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.letters import Cell
from socplanner.domain.phases import duties, phase_index
from socplanner.domain.plan import BLANK_DUTY, Duty, Party, Plan
from socplanner.domain.staffing.parties import party_people
from socplanner.domain.staffing.phase_staffing import PhaseStaffing, staffing_of
from socplanner.domain.staffing_inputs import People

EDITION = "v2"
"""The edition of which the prompts name roles."""


def lesson_role(code: str) -> RoleId:
    """Return the id of the role that prompts name by `code`."""
    return RoleId(f"{EDITION}:{code}")


class RoleLetters(NamedTuple):
    """The parties of a role by what they do, in no order; `involved` ones do more than know."""

    accountable: list[PartyId]
    performing: list[PartyId]
    involved: list[PartyId]


class LessonFacts:
    """A plan in `phase` on the day `today`, as 2026-12-31."""

    def __init__(
        self, plan: Plan, phase: PhaseId, today: str, defaults: DefaultFlows = NO_DEFAULT_FLOWS
    ) -> None:
        """Compute nothing yet; raise KeyError for an unknown phase."""
        self.plan = plan
        self.defaults = defaults
        self.phase = phase
        self.today = today
        self.place = phase_index(plan, phase)
        self._rows: dict[RoleId, CheckedRow] = {}
        self._people: dict[PartyId, People] = {}
        self._above: dict[PartyId, frozenset[PartyId]] = {}

    @cached_property
    def duties(self) -> dict[RoleId, Duty]:
        """The duty of every role."""
        return duties(self.plan, self.phase)

    @cached_property
    def parties(self) -> dict[PartyId, Party]:
        """The parties by id."""
        return {party.id: party for party in self.plan.parties}

    @cached_property
    def staffing(self) -> PhaseStaffing | None:
        """The staffing of the phase; None where the plan states no work."""
        if not self.plan.staffing.posts and not self.plan.staffing.workloads:
            return None
        return staffing_of(self.plan, self.phase)

    @cached_property
    def assessment(self) -> Assessment | None:
        """The newest assessment, or None."""
        return newest_assessment(self.plan.assessments)

    @cached_property
    def by_function(self) -> dict[str, list[Role]]:
        """The roles of each function, custom ones too, in their order."""
        result: dict[str, list[Role]] = {}
        for role in self.plan.roles():
            result.setdefault(role.function, []).append(role)
        return result

    @cached_property
    def flows(self) -> tuple[ListedFlow, ...]:
        """The flows of the plan, and the defaults that it has not adopted."""
        return listed_flows(self.plan, self.defaults)

    def flow(self, flow_id: str) -> BusinessFlow | None:
        """Return the flow `flow_id` of the plan, or else the default one, or None."""
        return next((each.flow for each in self.flows if each.flow.id == flow_id), None)

    def own_flow(self, flow_id: str) -> BusinessFlow | None:
        """Return the flow `flow_id` that the plan states; None where it states none."""
        return flow_of(self.plan.flows, flow_id)

    @property
    def is_later(self) -> bool:
        """Whether the phase is not the present one."""
        return self.place > 0

    def named(self, code: str) -> CheckedRow | None:
        """Return the row of the role that prompts name by `code`; None where the plan lacks it."""
        role = self.plan.role(lesson_role(code))
        return None if role is None else self.row(role)

    def row(self, role: Role) -> CheckedRow:
        """Return the row of `role`, with the meanings of its letters."""
        row = self._rows.get(role.id)
        if row is None:
            current = self.duties.get(role.id, BLANK_DUTY)
            row = self._rows[role.id] = checked_row(self.plan, self.phase, role, current)
        return row

    def function_of(self, role_id: RoleId) -> str:
        """Return the function of a role of the plan."""
        role = self.plan.role(role_id)
        return "" if role is None else role.function

    def scores(self, role: RoleId) -> RoleScores:
        """Return the scores of `role` in the newest assessment."""
        return NO_SCORES if self.assessment is None else self.assessment.scores.get(role, NO_SCORES)

    def coverage(self, row: CheckedRow) -> Coverage:
        """Return when the role of `row` is covered."""
        return coverage_of(row.duty.coverage)

    @cached_property
    def letters(self) -> dict[RoleId, RoleLetters]:
        """The parties of every role by what they do; rows are made of few roles."""
        kinds: dict[Cell, tuple[bool, bool, bool]] = {}
        result = {}
        for role_id, current in self.duties.items():
            accountable, performing, involved = [], [], []
            for party, cell in current.letters.items():
                kind = kinds.get(cell)
                if kind is None:
                    means = self.plan.letter_set.meaning(cell)
                    kind = kinds[cell] = means.accountable, means.performs, means.is_involved
                if kind[0]:
                    accountable.append(party)
                if kind[1]:
                    performing.append(party)
                if kind[2]:
                    involved.append(party)
            result[role_id] = RoleLetters(accountable, performing, involved)
        return result

    @cached_property
    def inside(self) -> frozenset[PartyId]:
        """The internal parties."""
        return frozenset([party.id for party in self.plan.parties if party.kind == "internal"])

    @cached_property
    def providers(self) -> frozenset[PartyId]:
        """The parties outside that work for the organisation."""
        return frozenset([party.id for party in self.plan.parties if party.is_provider])

    def people(self, party: Party) -> People:
        """Return the people of `party` in the phase."""
        people = self._people.get(party.id)
        if people is None:
            people = self._people[party.id] = party_people(self.plan, self.phase, party)
        return people

    def performed_roles(self, *functions: str) -> Iterator[RoleId]:
        """Yield the roles of `functions` that are not left out on purpose."""
        for function in functions:
            for role in self.by_function.get(function, ()):
                if self.duties[role.id].sourcing is not Sourcing.NOT_CARRIED_OUT:
                    yield role.id

    def above(self, party_id: PartyId) -> frozenset[PartyId]:
        """Return the parties above `party_id`, itself not among them."""
        result = self._above.get(party_id)
        if result is None:
            seen: set[PartyId] = set()
            party = self.parties.get(party_id)
            while party is not None and party.parent is not None and party.parent not in seen:
                seen.add(party.parent)
                party = self.parties.get(party.parent)
            result = self._above[party_id] = frozenset(seen - {party_id})
        return result

    def root(self, party: Party) -> Party:
        """Return the party at the top of the line above `party`; itself where none is above."""
        seen = {party.id}
        while party.parent is not None and party.parent in self.parties:
            if party.parent in seen:
                break
            party = self.parties[party.parent]
            seen.add(party.id)
        return party
