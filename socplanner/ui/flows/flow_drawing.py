"""What a swimlane diagram shows: texts and states of lanes, steps and lines, without colours."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.flow_inputs import BusinessFlow, Counterpart, FlowStep, Receiver
from socplanner.domain.flows.handovers import HandOver, hand_overs
from socplanner.domain.flows.lanes import StepParties, parties_of_steps
from socplanner.domain.flows.layout import FlowLane, FlowLayout, FlowPlace, flow_layout
from socplanner.domain.flows.routes import FlowRoutes, flow_routes
from socplanner.domain.flows.walk import STOPPING, FlowWalk, StepState
from socplanner.domain.ids import PartyId, PhaseId
from socplanner.domain.marking import Tlp
from socplanner.domain.plan import Plan
from socplanner.wording.flow_words import (
    acting_text,
    duration_text,
    limit_text,
    moment_text,
    receiver_name,
    step_state_name,
    step_state_short,
)
from socplanner.wording.language import Words
from socplanner.wording.terms import listed, party_initials, party_name, role_code, role_name

_WORST_FIRST = (
    StepState.NO_PARTY,
    StepState.UNMANNED,
    StepState.BEST_EFFORT,
    StepState.NOT_STATED,
    StepState.LATER,
    StepState.PRE_APPROVED,
    StepState.ON_CALL,
    StepState.ON_DUTY,
    StepState.LEFT_OUT,
)


class PartyMark(NamedTuple):
    """A party at a step: its initials and kind, and the letter that it has."""

    initials: str
    kind: str
    letter: str


class BoxFacts(NamedTuple):
    """What the box of a step shows; for a receiver outside only its name as `text`."""

    step: FlowStep
    receiver: Receiver | None
    code: str
    function: str
    text: str
    clock: str
    limit: str
    tlp: Tlp | None
    state: StepState | None
    sourcing: Sourcing
    marks: tuple[PartyMark, ...]
    parties: int
    """In how many lanes the step stands."""

    description: str
    """All of it in words, for a screen reader and a tooltip."""


class LaneFacts(NamedTuple):
    """What the heading of a lane shows; `status` is empty outside a walk."""

    party: PartyId | None
    initials: str
    kind: str
    name: str
    status: str
    state: StepState | None


class LineFacts(NamedTuple):
    """How a line is drawn: as a hand-over, as one that leaves an organisation, as broken."""

    is_hand_over: bool
    leaves: bool
    is_broken: bool


class FlowDrawing(NamedTuple):
    """A diagram, ready to be measured and painted."""

    flow: BusinessFlow
    layout: FlowLayout
    routes: FlowRoutes
    boxes: tuple[BoxFacts, ...]
    lanes: tuple[LaneFacts, ...]
    lines: tuple[LineFacts, ...]
    hand_overs: tuple[HandOver, ...]
    parties: Mapping[str, StepParties]


class DrawingOptions(NamedTuple):
    """What a drawing is made with: counterparts by name, the walk, the marks, the lanes before."""

    counterparts: tuple[Counterpart, ...] = ()
    walk: FlowWalk | None = None
    has_marks: bool = False
    lanes_before: tuple[FlowLane, ...] = ()


def flow_drawing(
    plan: Plan, phase: PhaseId, flow: BusinessFlow, options: DrawingOptions, words: Words
) -> FlowDrawing:
    """Return the drawing of `flow` in `phase`; raise KeyError for an unknown phase."""
    parties = parties_of_steps(plan, phase, flow)
    layout = flow_layout(flow, parties, _outside(plan, flow), options.lanes_before)
    over = tuple(hand_overs(plan, flow, parties))
    boxes = tuple(
        _box(plan, flow, place, parties[place.step], options, words) for place in layout.places
    )
    lanes = tuple(
        _lane(plan, lane, number, layout, options.walk, words)
        for number, lane in enumerate(layout.lanes)
    )
    lines = tuple(_lines(layout, over, options.walk))
    return FlowDrawing(flow, layout, flow_routes(layout), boxes, lanes, lines, over, parties)


def _outside(plan: Plan, flow: BusinessFlow) -> frozenset[Receiver]:
    """Return the receivers with a place of their own: counterparts, and parties that are one."""
    outside = {party.id for party in plan.parties if party.kind == "authority"}
    return frozenset(
        each
        for step in flow.steps
        for each in step.to
        if each.kind == "counterpart" or (each.kind == "party" and each.id in outside)
    )


def _box(
    plan: Plan,
    flow: BusinessFlow,
    place: FlowPlace,
    parties: StepParties,
    options: DrawingOptions,
    words: Words,
) -> BoxFacts:
    step = flow.step(place.step)
    assert step is not None  # a place is of a step of its flow
    if place.receiver is not None:
        name = receiver_name(plan, place.receiver, options.counterparts, words)
        return BoxFacts(
            *(step, place.receiver, "", "", name, "", "", step.tlp, None),
            *(Sourcing.UNDECIDED, (), 1, name),
        )
    role = plan.role(step.role)
    walked = None if options.walk is None else options.walk.walked(step.id)
    clock = "" if walked is None or options.walk is None else _clock(walked.ends, options, words)
    state = None if walked is None else walked.state
    code, name = role_code(plan, step.role), "" if role is None else role_name(role, words)
    text = words.local(step.does)
    parts = [code, name, text, clock]
    if walked is not None:
        parts += [step_state_name(walked.state, words), acting_text(plan, walked, words)]
    if step.limit:
        parts.append(words.tr("limit {limit}", limit=duration_text(step.limit, words)))
    if step.is_conditional:
        parts.append(words.local(step.condition))
    return BoxFacts(
        *(step, None, code, "" if role is None else role.function, text, clock),
        *(limit_text(step, words), step.tlp, state, parties.duty.sourcing),
        _marks(plan, parties, words) if options.has_marks else (),
        *(len(parties.performing) or 1, listed(filter(None, parts), words)),
    )


def _clock(minutes: int, options: DrawingOptions, words: Words) -> str:
    return "" if options.walk is None else moment_text(options.walk.clock, minutes, words)


def _marks(plan: Plan, parties: StepParties, words: Words) -> tuple[PartyMark, ...]:
    """Return the parties that are accountable, consulted or informed, in this order."""
    letters = plan.letter_set
    ordered = (
        *((party, letters.symbol_for("accountable")) for party in parties.accountable),
        *((party, letters.symbol_for("two_way")) for party in parties.consulted),
        *((party, letters.symbol_for("one_way")) for party in parties.informed),
    )
    by_id = {party.id: party for party in plan.parties}
    return tuple(
        PartyMark(party_initials(by_id[party], words), by_id[party].kind, letter)
        for party, letter in ordered
    )


def _lane(
    plan: Plan,
    lane: FlowLane,
    number: int,
    layout: FlowLayout,
    walk: FlowWalk | None,
    words: Words,
) -> LaneFacts:
    if lane.kind == "outside":
        return LaneFacts(None, "", "authority", words.tr("Outside"), "", None)
    states = {
        walked.state
        for place in layout.places
        if walk is not None and place.lane == number and place.receiver is None
        if (walked := walk.walked(place.step)) is not None
    }
    state = next((each for each in _WORST_FIRST if each in states), None)
    status = "" if state is None else step_state_short(state, words)
    party = None if lane.party is None else plan.party(lane.party)
    if party is None:
        return LaneFacts(None, "", "internal", words.tr("No party"), status, state)
    return LaneFacts(
        party.id, party_initials(party, words), party.kind, party_name(party, words), status, state
    )


def _lines(
    layout: FlowLayout, over: Iterable[HandOver], walk: FlowWalk | None
) -> Iterable[LineFacts]:
    handed = {(each.before, each.after): each for each in over}
    stopped = (
        set() if walk is None else {each.step.id for each in walk.steps if each.state in STOPPING}
    )
    for line in layout.lines:
        start, end = layout.places[line.start], layout.places[line.end]
        hand_over = handed.get((start.step, end.step))
        is_delivery = line.kind == "delivery"
        yield LineFacts(
            is_delivery or hand_over is not None,
            is_delivery or (hand_over is not None and hand_over.leaves),
            not is_delivery and end.step in stopped,
        )
