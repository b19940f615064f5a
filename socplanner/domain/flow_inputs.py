"""Business flows as a plan states them: which role does what, after which, and who receives it.

Rules:

- A step is of a role; which party does it is never stated: the matrix of the phase shown has who
  performs the role (`flows/lanes.py`).
- `after` names the steps before a step by their ids; a step with none begins the flow. A cycle is a
  loop that is gone through again: one of its steps has a condition.
- A limit is a duration after ISO 8601. It counts from the start of the flow, from the end of the
  steps before, from the end of another step, or from an event outside the flow; a limit of the last
  kind has no place on the clock of a walk-through.
- A receiver is a role, a party of the plan, or a counterpart: an authority, a community, customers,
  the public, all staff. Counterparts are listed in the plan, so that a file explains itself.
- The default flows of a catalogue are no part of a plan until it adopts them, whole and with
  their version; from then on they are the plan's own.
"""

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple, get_args

from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.local_text import LocalText
from socplanner.domain.marking import Tlp

ReceiverKind = Literal["role", "party", "counterpart"]
CounterpartKind = Literal["authority", "community", "partner", "public", "staff"]
Means = Literal["phone", "mail", "meeting", "chat", "portal", "machine", "paper"]
RECEIVER_KINDS: tuple[ReceiverKind, ...] = get_args(ReceiverKind)
COUNTERPART_KINDS: tuple[CounterpartKind, ...] = get_args(CounterpartKind)
MEANS: tuple[Means, ...] = get_args(Means)

FROM_START = "start"
FROM_BEFORE = "before"
FROM_EVENT = "event"
LIMIT_BEGINNINGS = (FROM_START, FROM_BEFORE, FROM_EVENT)
"""Where a limit begins, if not at the end of another step."""

_BLANK = LocalText("", "")


class Receiver(NamedTuple):
    """To whom a step hands on: a role, a party or a counterpart by its id."""

    kind: ReceiverKind
    id: str

    @property
    def text(self) -> str:
        """The receiver as a plan file names it: `v2:D-1`, `party:it` or `counterpart:ppc`."""
        return self.id if self.kind == "role" else f"{self.kind}:{self.id}"


def receiver_of(text: str) -> Receiver:
    """Return the receiver that `text` names; what has no known prefix is the id of a role."""
    kind, colon, receiver = text.partition(":")
    if colon and kind == "party":
        return Receiver("party", receiver)
    if colon and kind == "counterpart":
        return Receiver("counterpart", receiver)
    return Receiver("role", text)


class Counterpart(NamedTuple):
    """A receiver of information that is no party of the plan."""

    id: str
    kind: CounterpartKind
    name: LocalText


class FlowStep(NamedTuple):
    """One step: what a role does, after which steps, and what it hands on to whom.

    Empty texts, no means and None are not stated. `limit_from` is one of `LIMIT_BEGINNINGS` or the
    id of a step; `event` names the beginning in words. Without a `condition` the step is always
    done.
    """

    id: str
    role: RoleId
    does: LocalText
    after: tuple[str, ...] = ()
    sends: LocalText = _BLANK
    to: tuple[Receiver, ...] = ()
    means: tuple[Means, ...] = ()
    tlp: Tlp | None = None
    limit: str = ""
    limit_from: str = FROM_BEFORE
    event: LocalText = _BLANK
    condition: LocalText = _BLANK
    note: LocalText = _BLANK

    @property
    def is_conditional(self) -> bool:
        """Whether the step is done only under a condition."""
        return bool(self.condition.ja or self.condition.en)


class BusinessFlow(NamedTuple):
    """A flow with its steps in the order in which they are listed.

    `severity` is from which severity on it is followed. `limit` bounds the time of the whole.
    `version` is that of the default with the same id that the plan adopted, 0 for a flow of the
    plan's own.
    """

    id: str
    name: LocalText
    steps: tuple[FlowStep, ...] = ()
    trigger: LocalText = _BLANK
    severity: LocalText = _BLANK
    limit: str = ""
    version: int = 0

    def step(self, step_id: str) -> FlowStep | None:
        """Return the step `step_id`, or None."""
        return next((step for step in self.steps if step.id == step_id), None)


def flow_of(flows: Iterable[BusinessFlow], flow_id: str) -> BusinessFlow | None:
    """Return the flow `flow_id` of `flows`, or None."""
    return next((flow for flow in flows if flow.id == flow_id), None)


def flows_without_role(flows: tuple[BusinessFlow, ...], role: RoleId) -> tuple[BusinessFlow, ...]:
    """Return `flows` without the steps of `role`, and without it as a receiver.

    What came after a removed step comes after the steps before it.
    """
    receiver = Receiver("role", role)
    result = []
    for flow in flows:
        kept = flow
        for step in flow.steps:
            if step.role == role:
                kept = flow_without_step(kept, step.id)
        result.append(_without_receiver(kept, receiver))
    return _same_or(flows, result)


def flows_without_receiver(
    flows: tuple[BusinessFlow, ...], receiver: Receiver
) -> tuple[BusinessFlow, ...]:
    """Return `flows` without `receiver`."""
    return _same_or(flows, [_without_receiver(flow, receiver) for flow in flows])


def flows_without_party(
    flows: tuple[BusinessFlow, ...], party: PartyId
) -> tuple[BusinessFlow, ...]:
    """Return `flows` without `party` as a receiver."""
    return flows_without_receiver(flows, Receiver("party", party))


def changed_flow_roles(
    before: tuple[BusinessFlow, ...], after: tuple[BusinessFlow, ...]
) -> frozenset[RoleId]:
    """Return the roles that flows which differ name, before and after; by identity."""
    if before is after:
        return frozenset()
    unchanged = {id(flow) for flow in before} & {id(flow) for flow in after}
    changed = (flow for flow in (*before, *after) if id(flow) not in unchanged)
    return frozenset(
        role
        for flow in changed
        for step in flow.steps
        for role in (
            step.role,
            *(RoleId(each.id) for each in step.to if each.kind == "role"),
        )
    )


def flow_without_step(flow: BusinessFlow, step_id: str) -> BusinessFlow:
    """Return `flow` without the step; what came after it comes after the steps before it.

    A loop that a step with a condition led back is gone with it: without one it would never end.
    """
    removed = flow.step(step_id)
    if removed is None:
        return flow
    before = {each: _steps_up_to(flow, each) for each in removed.after}
    steps = (_bridged(step, removed, before) for step in flow.steps if step.id != step_id)
    return flow._replace(steps=tuple(steps))


def _steps_up_to(flow: BusinessFlow, step_id: str) -> set[str]:
    """Return the steps from which `flow` leads to a step, with the step itself."""
    after = {step.id: step.after for step in flow.steps}
    result, waiting = {step_id}, [step_id]
    while waiting:
        new = set(after.get(waiting.pop(), ())) - result
        result |= new
        waiting += new
    return result


def _bridged(step: FlowStep, removed: FlowStep, up_to: Mapping[str, set[str]]) -> FlowStep:
    if removed.id in step.after:
        bridges = [
            each
            for each in removed.after
            if not (removed.is_conditional and step.id in up_to[each])
        ]
        places = [
            each
            for before in step.after
            for each in (bridges if before == removed.id else (before,))
            if each not in (step.id, removed.id)
        ]
        step = step._replace(after=tuple(dict.fromkeys(places)))
    if step.limit_from == removed.id:
        step = step._replace(limit_from=FROM_BEFORE if step.after else FROM_START)
    return step


def _without_receiver(flow: BusinessFlow, receiver: Receiver) -> BusinessFlow:
    if all(receiver not in step.to for step in flow.steps):
        return flow
    steps = (
        step._replace(to=tuple(each for each in step.to if each != receiver))
        if receiver in step.to
        else step
        for step in flow.steps
    )
    return flow._replace(steps=tuple(steps))


def _same_or(
    flows: tuple[BusinessFlow, ...], changed: list[BusinessFlow]
) -> tuple[BusinessFlow, ...]:
    result = tuple(changed)
    return flows if result == flows else result
