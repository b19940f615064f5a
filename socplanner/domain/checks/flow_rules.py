"""The rules about the steps of business flows; each finding is about the role of a step.

Rules:

- Only flows of the plan are checked, not defaults that it has not adopted.
- W02, W04, W06 and W10 look at the letters of other roles of the flow: `flow_index` has them as
  neighbours, so that they are checked together.
- Hours that are not stated break no rule here; `walk` shows them.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from socplanner.domain.checks.finding import Finding, Severity
from socplanner.domain.checks.row_rules import NOTHING, CheckedRow, Findings
from socplanner.domain.flow_inputs import BusinessFlow, FlowStep, Receiver
from socplanner.domain.flows.audience import is_too_narrow
from socplanner.domain.flows.flow_index import IndexedStep, flow_index
from socplanner.domain.flows.lanes import StepParties, role_parties
from socplanner.domain.flows.walk import STOPPING
from socplanner.domain.flows.week_map import states_in_week
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.plan import Party

INCIDENT_RESPONSE = "incident-response"
URGENT = frozenset({RoleId("v2:D-1"), RoleId("v2:D-2"), RoleId("v2:D-4")})
"""Roles that an incident cannot wait for."""

_WARNING, _INFO = Severity.WARNING, Severity.INFO


def flow_findings(row: CheckedRow) -> Findings:
    """Return the findings of W01 to W10 about the steps of `row`."""
    steps = flow_index(row.plan.flows).steps.get(row.role.id, ())
    if not steps:
        return NOTHING
    parties = _RoleParties(row)
    checked = [_CheckedStep(row, each, parties) for each in steps]
    return [finding for each in checked for rule in _RULES for finding in rule(each)]


class _RoleParties:
    """The parties of the roles of flows in the phase of a row, looked up once each."""

    def __init__(self, row: CheckedRow) -> None:
        self._plan, self._phase = row.plan, row.phase
        self._by_id = {party.id: party for party in row.plan.parties}
        self._of_role: dict[RoleId, StepParties] = {}

    def of(self, role: RoleId) -> StepParties:
        """Return the parties of `role`."""
        if role not in self._of_role:
            self._of_role[role] = role_parties(self._plan, self._phase, role)
        return self._of_role[role]

    def party(self, party: PartyId) -> Party:
        """Return the party with an id of the plan."""
        return self._by_id[party]

    def are_providers(self, parties: Iterable[PartyId]) -> bool:
        """Return whether there are `parties`, and each of them is a provider."""
        return {self.party(each).is_provider for each in parties} == {True}


class _CheckedStep(NamedTuple):
    """A step as the rules read it: the row of its role, its flow, the parties of other roles."""

    row: CheckedRow
    indexed: IndexedStep
    parties: _RoleParties

    @property
    def step(self) -> FlowStep:
        """The step."""
        return self.indexed.step

    @property
    def flow(self) -> BusinessFlow:
        """The flow of the step."""
        return self.indexed.flow

    def finding(
        self,
        rule: str,
        variant: str,
        severity: Severity,
        parties: tuple[Party, ...] = (),
        **values: str | int,
    ) -> Finding:
        """Return a finding about the step, named by its flow and its number in the list."""
        number = [step.id for step in self.flow.steps].index(self.step.id) + 1
        row, flow = self.row, self.flow.id
        return row.finding(rule, variant, severity, parties, flow=flow, step=number, **values)

    def kinds_of(self, receiver: Receiver) -> list[str]:
        """Return what receives: kinds of parties, or the kind of the counterpart."""
        if receiver.kind == "counterpart":
            counterparts = self.row.plan.counterparts
            return [each.kind for each in counterparts if each.id == receiver.id]
        if receiver.kind == "party":
            return [self.parties.party(PartyId(receiver.id)).kind]
        performing = self.parties.of(RoleId(receiver.id)).performing
        return [self.parties.party(each).kind for each in performing]


def _is_performed(each: _CheckedStep) -> Iterator[Finding]:
    """W01: no party performs the role of a step."""
    if each.row.performing:
        return
    if each.row.is_carried_out:
        yield each.finding("W01", "no-party", _WARNING)
    else:
        yield each.finding("W01", "not-performed", _INFO)


def _is_inside_between(each: _CheckedStep) -> Iterator[Finding]:
    """W02: a provider hands over to another provider, and no one inside has a part in it."""
    parties, receiving = each.parties, each.parties.of(each.row.role.id)
    if not parties.are_providers(receiving.performing):
        return
    for before in each.step.after:
        step = each.flow.step(before)
        giving = None if step is None else parties.of(step.role)
        if giving is None or not parties.are_providers(giving.performing):
            continue
        if set(giving.performing) & set(receiving.performing):
            continue
        involved = {*giving.consulted, *receiving.consulted}
        if not any(parties.party(party).kind == "internal" for party in involved):
            pair = tuple(map(parties.party, (*giving.performing, *receiving.performing)))
            yield each.finding("W02", "direct", _WARNING, pair)


def _is_manned(each: _CheckedStep) -> Iterator[Finding]:
    """W03: a step of incident response is unmanned at some hours of the week."""
    row = each.row
    if each.flow.id != INCIDENT_RESPONSE or not row.performing:
        return
    times = each.indexed.clock.times[each.step.id]
    states = states_in_week(each.step, each.parties.of(row.role.id), times)
    hours = sum(state in STOPPING for state in states)
    if hours:
        severity = Severity.ERROR if row.role.id in URGENT else _WARNING
        yield each.finding("W03", "unmanned", severity, row.performing, n=hours)


def _is_shared_widely_enough(each: _CheckedStep) -> Iterator[Finding]:
    """W04: the TLP label of what is handed on is too narrow for a receiver."""
    label = each.step.tlp
    for receiver in each.step.to:
        if label is not None and any(
            is_too_narrow(label, kind) for kind in each.kinds_of(receiver)
        ):
            values = {"tlp": label.value, "receiver": receiver.text}
            yield each.finding("W04", "narrow", _WARNING, (), **values)


def _has_limit(each: _CheckedStep) -> Iterator[Finding]:
    """W05: a step has no time limit."""
    if not each.step.limit:
        yield each.finding("W05", "no-limit", _INFO)


def _receivers_have_letters(each: _CheckedStep) -> Iterator[Finding]:
    """W06: a receiver has no letter: a role that no one performs, a party without a part in it."""
    for receiver in each.step.to:
        if receiver.kind == "role":
            of_role = each.parties.of(RoleId(receiver.id))
            if of_role.is_carried_out and not of_role.performing:
                yield each.finding("W06", "no-party", _WARNING, (), receiver=receiver.text)
        elif receiver.kind == "party" and not _has_part(each, PartyId(receiver.id)):
            party = each.parties.party(PartyId(receiver.id))
            yield each.finding("W06", "no-letter", _WARNING, (party,))


def _has_part(each: _CheckedStep, party: PartyId) -> bool:
    """Return whether `party` has a letter in the role, or performs a step that follows."""
    if party in each.row.duty.letters:
        return True
    following = (step for step in each.flow.steps if each.step.id in step.after)
    return any(party in each.parties.of(step.role).performing for step in following)


def _orders_lead(each: _CheckedStep) -> Iterator[Finding]:
    """W08: a party inside orders resident staff of a provider, whose lead is not stated."""
    for receiver in each.step.to if each.row.performing_inside else ():
        if receiver.kind == "role":
            performing = each.parties.of(RoleId(receiver.id)).performing
            residents = tuple(
                party
                for party in map(each.parties.party, performing)
                if party.is_resident and not party.lead
            )
            if residents:
                yield each.finding("W08", "no-lead", _WARNING, residents, receiver=receiver.text)


def _is_in_time(each: _CheckedStep) -> Iterator[Finding]:
    """W09: the longest path, which ends with this step, takes more time than the flow allows."""
    clock = each.indexed.clock
    if clock.is_over and clock.path[-1] == each.step.id and clock.allowed is not None:
        values = {"minutes": clock.minutes, "allowed": clock.allowed}
        yield each.finding("W09", "over", _WARNING, (), **values)
    elif clock.times[each.step.id].is_too_late:
        yield each.finding("W09", "too-late", _WARNING)


def _receives_something(each: _CheckedStep) -> Iterator[Finding]:
    """W10: a step comes after others, and none of its flow hands on to who performs it."""
    performing = {party.id for party in each.row.performing}
    if not each.step.after or not performing:
        return
    wanted = {
        Receiver("role", each.row.role.id),
        *(Receiver("party", party) for party in performing),
    }
    if any(wanted & set(other.to) for other in each.flow.steps if other is not each.step):
        return
    before = (each.flow.step(step) for step in each.step.after)
    roles = {step.role for step in before if step is not None}
    if not any(performing & set(each.parties.of(role).performing) for role in roles):
        yield each.finding("W10", "nothing", _INFO)


_RULES = (
    _is_performed,
    _is_inside_between,
    _is_manned,
    _is_shared_widely_enough,
    _has_limit,
    _receivers_have_letters,
    _orders_lead,
    _is_in_time,
    _receives_something,
)
