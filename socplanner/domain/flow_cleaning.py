"""Flows and counterparts as an edit accepts them: clean texts, and ids that exist."""

from socplanner.domain.flow_inputs import (
    COUNTERPART_KINDS,
    BusinessFlow,
    Counterpart,
    FlowStep,
)
from socplanner.domain.flow_validation import flow_faults
from socplanner.domain.ids import PartyId, RoleId, is_slug
from socplanner.domain.limits import MOST_COUNTERPARTS
from socplanner.domain.local_text import LocalText
from socplanner.domain.names import LONGEST_NAME, clean_line, validated_name
from socplanner.domain.plan import Plan
from socplanner.domain.problem import EditRejected


def valid_flow(plan: Plan, flow: BusinessFlow) -> BusinessFlow:
    """Return `flow` with clean texts; raise EditRejected if it is not valid in `plan`."""
    clean = flow._replace(
        name=validated_name(flow.name),
        trigger=line_or_blank(flow.trigger),
        severity=line_or_blank(flow.severity),
        limit=flow.limit.strip(),
        steps=tuple(_clean_step(step) for step in flow.steps),
    )
    for fault in flow_faults(clean):
        raise EditRejected(fault.problem.code, **fault.problem.values)
    for step in clean.steps:
        _check_ids(plan, step)
    return clean


def _clean_step(step: FlowStep) -> FlowStep:
    return step._replace(
        does=validated_name(step.does),
        after=tuple(dict.fromkeys(step.after)),
        sends=line_or_blank(step.sends),
        to=tuple(dict.fromkeys(step.to)),
        means=tuple(dict.fromkeys(step.means)),
        limit=step.limit.strip(),
        event=line_or_blank(step.event),
        condition=line_or_blank(step.condition),
        note=line_or_blank(step.note),
    )


def _check_ids(plan: Plan, step: FlowStep) -> None:
    if plan.role(step.role) is None:
        raise EditRejected("unknown-role", role=step.role)
    counterparts = {each.id for each in plan.counterparts}
    for receiver in step.to:
        if receiver.kind == "role" and plan.role(RoleId(receiver.id)) is None:
            raise EditRejected("unknown-role", role=receiver.id)
        if receiver.kind == "party" and plan.party(PartyId(receiver.id)) is None:
            raise EditRejected("unknown-party", party=receiver.id)
        if receiver.kind == "counterpart" and receiver.id not in counterparts:
            raise EditRejected("unknown-counterpart", counterpart=receiver.id)


def valid_counterparts(counterparts: tuple[Counterpart, ...]) -> tuple[Counterpart, ...]:
    """Return `counterparts` with clean names; raise EditRejected if one is not valid."""
    if len(counterparts) > MOST_COUNTERPARTS:
        raise EditRejected("too-many-counterparts", most=MOST_COUNTERPARTS)
    ids: set[str] = set()
    for each in counterparts:
        if not is_slug(each.id):
            raise EditRejected("bad-id", id=each.id)
        if each.id in ids:
            raise EditRejected("doubled-counterpart", counterpart=each.id)
        if each.kind not in COUNTERPART_KINDS:
            raise EditRejected("unknown-value", value=each.kind)
        ids.add(each.id)
    return tuple(each._replace(name=validated_name(each.name)) for each in counterparts)


def line_or_blank(text: LocalText) -> LocalText:
    """Return `text` on one line; one without any character but blanks is not stated."""
    ja, en = clean_line(text.ja).strip(), clean_line(text.en).strip()
    for each in (ja, en):
        if len(each) > LONGEST_NAME:
            raise EditRejected("name-too-long", length=len(each), longest=LONGEST_NAME)
    # A text in one language alone is that of both: a file has no half of a text.
    return LocalText(ja or en, en or ja)
