"""Pieces of evidence about business flows: limits, receivers, order, and the walk on Sunday night.

Default flows are only walked: what they state about limits, labels and receivers is no decision of
the organisation until the plan has adopted them.
"""

from collections.abc import Iterator

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.coverage import CoverageState
from socplanner.domain.flow_inputs import BusinessFlow, FlowStep, Receiver
from socplanner.domain.flows.clock import clock_of
from socplanner.domain.flows.covered_hours import started_at
from socplanner.domain.flows.defaults import counterpart_of
from socplanner.domain.flows.walk import StepState, WalkedStep, walk
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.lesson_inputs import LessonVerdict
from socplanner.domain.lessons.evidence import DOUBTFUL, MET, NOT_MET, UNCLEAR, Evidence
from socplanner.domain.lessons.lesson_facts import LessonFacts, lesson_role
from socplanner.domain.role_coverage import SUNDAY_NIGHT

ALERTS, INCIDENTS = "alert-triage", "incident-response"
INTELLIGENCE, REPORTING = "threat-intelligence", "external-reporting"
"""The default flows that prompts look at, by their ids."""

_OUTSIDE = frozenset({"authority", "community"})
_READ_AS = {
    StepState.UNMANNED: NOT_MET,
    StepState.NO_PARTY: NOT_MET,
    StepState.LEFT_OUT: NOT_MET,
    StepState.BEST_EFFORT: DOUBTFUL,
    StepState.NOT_STATED: UNCLEAR,
}
"""What a step of a decisive role means at night; in the other states it is done."""


def about_flow(
    facts: LessonFacts,
    verdict: LessonVerdict,
    code: str,
    flow_id: str,
    role: RoleId | None = None,
    **values: str | int,
) -> Evidence:
    """Return evidence about the flow `flow_id`."""
    listed = (("flow", flow_id), *values.items())
    return Evidence(verdict, code, "flow", role, (), facts.phase, listed)


def not_adopted(facts: LessonFacts, verdict: LessonVerdict, flow_id: str) -> Evidence:
    """Return the evidence that the plan has not adopted a flow."""
    return about_flow(facts, verdict, "flow-none", flow_id)


def handover_limit(facts: LessonFacts, giving: str, receiving: str) -> Evidence:
    """Return whether the plan limits the time in which `giving` hands alerts to `receiving`."""
    flow = facts.own_flow(ALERTS)
    if flow is None:
        return not_adopted(facts, DOUBTFUL, ALERTS)
    first, second = lesson_role(giving), lesson_role(receiving)
    by_id = {step.id: step for step in flow.steps}
    limits = [
        step.limit
        for step in flow.steps
        if step.role == first and Receiver("role", second) in step.to
    ]
    limits += [
        step.limit
        for step in flow.steps
        if step.role == second
        and any(before in by_id and by_id[before].role == first for before in step.after)
    ]
    if not limits:
        return about_flow(facts, DOUBTFUL, "handover-none", ALERTS, first, other=second)
    verdict, code = (MET, "limit") if any(limits) else (DOUBTFUL, "limit-none")
    return about_flow(facts, verdict, code, ALERTS, first, other=second)


def information_outside(facts: LessonFacts, flows: tuple[BusinessFlow, ...]) -> Iterator[FlowStep]:
    """Yield the steps of `flows` that hand on to an authority or a community."""
    for flow in flows:
        for step in flow.steps:
            if any(is_outside(facts, receiver) for receiver in step.to):
                yield step


def is_outside(facts: LessonFacts, receiver: Receiver) -> bool:
    """Return whether `receiver` is an authority or a community."""
    if receiver.kind == "party":
        party = facts.parties.get(PartyId(receiver.id))
        return party is not None and party.kind == "authority"
    if receiver.kind == "role":
        return False
    counterpart = counterpart_of(facts.plan, receiver.id, facts.defaults)
    return counterpart is not None and counterpart.kind in _OUTSIDE


def walked_at_night(facts: LessonFacts, decisive: tuple[str, ...]) -> Iterator[Evidence]:
    """Yield how the response to an incident goes on Sunday at three; nothing without the flow.

    Steps of the roles `decisive` must be done; at other ones it may stop only doubtfully.
    """
    flow = facts.flow(INCIDENTS)
    if flow is None:
        return
    roles = {lesson_role(code) for code in decisive}
    seen: set[RoleId] = set()
    for each in walk(facts.plan, facts.phase, flow, started_at(SUNDAY_NIGHT)).steps:
        role = each.step.role
        if role in seen or facts.plan.role(role) is None:
            continue
        if role in roles:
            seen.add(role)
            is_left_out = facts.duties[role].sourcing is Sourcing.NOT_CARRIED_OUT
            read = NOT_MET if is_left_out else _READ_AS.get(each.state, MET)
            yield _walked(facts, each, read)
        elif each.is_stopping and not each.step.is_conditional:
            seen.add(role)
            yield _walked(facts, each, DOUBTFUL)


def _walked(facts: LessonFacts, walked: WalkedStep, verdict: LessonVerdict) -> Evidence:
    role = walked.step.role
    if facts.duties[role].sourcing is Sourcing.NOT_CARRIED_OUT:
        return Evidence(verdict, "not-performed", "cell", role, (), facts.phase)
    if walked.state is StepState.NO_PARTY:
        undecided = facts.duties[role].sourcing is Sourcing.UNDECIDED
        code, read = ("undecided", UNCLEAR) if undecided else ("performs-none", verdict)
        return Evidence(read, code, "cell", role, (), facts.phase)
    if walked.state is StepState.NOT_STATED:
        return Evidence(verdict, "hours-none", "hours", role, (), facts.phase)
    if walked.state is StepState.LATER:
        return Evidence(verdict, "state-later", "hours", role, walked.acting, facts.phase)
    state = CoverageState(walked.state.value)
    values = (("state", state.value),)
    return Evidence(verdict, "state", "hours", role, walked.acting, facts.phase, values)


def begins_before(facts: LessonFacts, first: str, second: str) -> Evidence | None:
    """Return whether `first` begins before `second` in the plan's flow of incidents.

    None where the plan has not adopted the flow, or one of the two has no step in it.
    """
    flow = facts.own_flow(INCIDENTS)
    if flow is None:
        return None
    times = clock_of(flow).times
    begins = {
        code: min(
            (times[step.id].begins for step in flow.steps if step.role == lesson_role(code)),
            default=None,
        )
        for code in (first, second)
    }
    early, late = begins[first], begins[second]
    if early is None or late is None:
        return None
    verdict, code = (MET, "order") if early <= late else (DOUBTFUL, "order-wrong")
    role = lesson_role(first)
    return about_flow(facts, verdict, code, INCIDENTS, role, other=lesson_role(second))


def hand_over_roles(facts: LessonFacts) -> dict[tuple[RoleId, RoleId], str]:
    """Return which role hands over to which, each with the id of the first such flow."""
    pairs: dict[tuple[RoleId, RoleId], str] = {}
    for listed in facts.flows:
        by_id = {step.id: step for step in listed.flow.steps}
        for step in listed.flow.steps:
            for before in step.after:
                if before in by_id and by_id[before].role != step.role:
                    pairs.setdefault((by_id[before].role, step.role), listed.flow.id)
    return pairs
