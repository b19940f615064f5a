"""The fixes of findings about flows: a wider label, a receiver that was left out."""

from collections.abc import Iterator

from socplanner.domain.checks.finding import Finding
from socplanner.domain.flow_edits import ChangeStep
from socplanner.domain.flow_inputs import BusinessFlow, FlowStep, Receiver, flow_of
from socplanner.domain.flows.audience import is_too_narrow
from socplanner.domain.flows.lanes import role_parties
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.marking import Tlp
from socplanner.domain.plan import Plan


def wider_label(plan: Plan, finding: Finding) -> Iterator[ChangeStep]:
    """Yield the edit that gives a step the narrowest label wide enough for all its receivers."""
    flow, step = _step_of(plan, finding)
    if flow is None or step is None or step.tlp is None:
        return
    kinds = {kind for each in step.to for kind in _kinds(plan, finding, each)}
    labels = tuple(Tlp)
    wider = (
        label
        for label in labels[labels.index(step.tlp) :]
        if not any(is_too_narrow(label, kind) for kind in kinds)
    )
    yield ChangeStep(flow.id, step._replace(tlp=next(wider, Tlp.CLEAR)))


def receiving_steps(plan: Plan, finding: Finding) -> Iterator[ChangeStep]:
    """Yield the edits that name the role of a step among the receivers of a step before."""
    flow, step = _step_of(plan, finding)
    if flow is None or step is None:
        return
    for each in step.after:
        before = flow.step(each)
        if before is not None:
            receiver = Receiver("role", step.role)
            yield ChangeStep(flow.id, before._replace(to=(*before.to, receiver)))


def _step_of(plan: Plan, finding: Finding) -> tuple[BusinessFlow | None, FlowStep | None]:
    """Return the flow and the step that `finding` names, None for one that is gone."""
    values = dict(finding.values)
    flow = flow_of(plan.flows, str(values.get("flow", "")))
    number = int(values.get("step", 0))
    if flow is None or not 0 < number <= len(flow.steps):
        return flow, None
    return flow, flow.steps[number - 1]


def _kinds(plan: Plan, finding: Finding, receiver: Receiver) -> list[str]:
    if receiver.kind == "counterpart":
        return [each.kind for each in plan.counterparts if each.id == receiver.id]
    ids = [PartyId(receiver.id)]
    if receiver.kind == "role":
        ids = list(role_parties(plan, finding.phase, RoleId(receiver.id)).performing)
    return [party.kind for party in plan.parties if party.id in ids]
