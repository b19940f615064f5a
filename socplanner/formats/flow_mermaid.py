"""A flow as a Mermaid flowchart: lanes are subgraphs, hand-overs between organisations dotted."""

from collections.abc import Iterable, Iterator, Mapping

from socplanner.domain.flow_inputs import BusinessFlow, Counterpart, FlowStep
from socplanner.domain.flows.handovers import hand_overs
from socplanner.domain.flows.lanes import StepParties, parties_of_steps
from socplanner.domain.flows.walk import FlowWalk, StepState
from socplanner.domain.ids import PartyId, PhaseId
from socplanner.domain.plan import Plan
from socplanner.wording.flow_words import limit_text, moment_text, receiver_name, step_state_name
from socplanner.wording.language import Words
from socplanner.wording.marking import tlp_label
from socplanner.wording.terms import party_name, role_code

_CLASSES = (
    ("stops", "stroke:#99121C,stroke-width:3px"),
    ("unsure", "stroke-dasharray:4"),
    ("conditional", "stroke-dasharray:6"),
)
_HEADING = " ".join(("flowchart", "LR"))
_STATES = {
    StepState.UNMANNED: "stops",
    StepState.NO_PARTY: "stops",
    StepState.NOT_STATED: "unsure",
    StepState.BEST_EFFORT: "unsure",
}


def flow_mermaid(
    plan: Plan,
    phase: PhaseId,
    flow: BusinessFlow,
    counterparts: Iterable[Counterpart],
    words: Words,
    walk: FlowWalk | None = None,
) -> str:
    """Return `flow` in `phase` as Mermaid text; with the states and times of `walk`."""
    parties = parties_of_steps(plan, phase, flow)
    names = {step.id: f"s{number}" for number, step in enumerate(flow.steps, start=1)}
    lines = [_HEADING, *_lanes(plan, flow, parties, names, walk, words)]
    lines += _lines(plan, flow, parties, names)
    lines += _deliveries(plan, flow, tuple(counterparts), names, words)
    lines += _classes(flow, names, walk)
    return "\n".join((lines[0], *(f"  {line}" for line in lines[1:]))) + "\n"


def _lanes(
    plan: Plan,
    flow: BusinessFlow,
    parties: Mapping[str, StepParties],
    names: Mapping[str, str],
    walk: FlowWalk | None,
    words: Words,
) -> Iterator[str]:
    """Yield a subgraph for each party; a step of several stands with the first of them."""
    steps_of: dict[PartyId | None, list[FlowStep]] = {}
    for step in flow.steps:
        performing = parties[step.id].performing
        steps_of.setdefault(performing[0] if performing else None, []).append(step)
    for number, (party_id, steps) in enumerate(steps_of.items(), start=1):
        party = None if party_id is None else plan.party(party_id)
        name = words.tr("No party") if party is None else party_name(party, words)
        yield " ".join(("subgraph", f"lane{number}[{_quoted(name)}]"))
        for step in steps:
            others = parties[step.id].performing[1:]
            yield f"  {names[step.id]}[{_quoted(_label(plan, step, others, walk, words))}]"
        yield "end"


def _label(
    plan: Plan,
    step: FlowStep,
    others: tuple[PartyId, ...],
    walk: FlowWalk | None,
    words: Words,
) -> str:
    parts = [role_code(plan, step.role), words.local(step.does)]
    with_ = (plan.party(each) for each in others)
    parts += [f"+ {party_name(each, words)}" for each in with_ if each is not None]
    walked = None if walk is None else walk.walked(step.id)
    if walk is not None and walked is not None:
        parts.append(moment_text(walk.clock, walked.ends, words))
        parts.append(step_state_name(walked.state, words))
    elif step.limit:
        parts.append(limit_text(step, words))
    return " · ".join(parts)


def _lines(
    plan: Plan,
    flow: BusinessFlow,
    parties: Mapping[str, StepParties],
    names: Mapping[str, str],
) -> Iterator[str]:
    leaving = {(each.before, each.after) for each in hand_overs(plan, flow, parties) if each.leaves}
    for step in flow.steps:
        for before in step.after:
            sender = flow.step(before)
            label = None if sender is None else sender.tlp
            text = "" if label is None else f"|{_quoted(tlp_label(label))}|"
            arrow = "-.->" if (before, step.id) in leaving else "-->"
            yield f"{names[before]} {arrow}{text} {names[step.id]}"


def _deliveries(
    plan: Plan,
    flow: BusinessFlow,
    counterparts: tuple[Counterpart, ...],
    names: Mapping[str, str],
    words: Words,
) -> Iterator[str]:
    """Yield the receivers outside, and the lines to them."""
    outside = {party.id for party in plan.parties if party.kind == "authority"}
    ids: dict[str, str] = {}
    for step in flow.steps:
        for receiver in step.to:
            is_outside = receiver.kind == "counterpart" or receiver.id in outside
            if receiver.kind == "role" or not is_outside:
                continue
            if receiver.text not in ids:
                ids[receiver.text] = f"r{len(ids) + 1}"
                name = receiver_name(plan, receiver, counterparts, words)
                yield f"{ids[receiver.text]}([{_quoted(name)}])"
            text = "" if step.tlp is None else f"|{_quoted(tlp_label(step.tlp))}|"
            yield f"{names[step.id]} -.->{text} {ids[receiver.text]}"


def _classes(flow: BusinessFlow, names: Mapping[str, str], walk: FlowWalk | None) -> Iterator[str]:
    yield from (f"classDef {name} {look}" for name, look in _CLASSES)
    for step in flow.steps:
        walked = None if walk is None else walk.walked(step.id)
        state = None if walked is None else _STATES.get(walked.state)
        if state is not None:
            yield f"class {names[step.id]} {state}"
        elif step.is_conditional:
            yield f"class {names[step.id]} conditional"


def _quoted(text: str) -> str:
    """Return `text` as a Mermaid string: signs that it would read are written as entities."""
    for sign, entity in (("#", "#35;"), ('"', "#quot;"), ("<", "#lt;"), (">", "#gt;")):
        text = text.replace(sign, entity) if sign != "#" else text.replace("#", entity)
    return f'"{text.replace("`", "#96;")}"'
