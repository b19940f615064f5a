"""A line of a flow in full: who hands what to whom, how, and what was agreed on that."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from socplanner.domain.flow_inputs import Counterpart, FlowStep, Receiver
from socplanner.domain.flows.lanes import StepParties, organisation_of
from socplanner.domain.plan import Plan
from socplanner.domain.sharing_inputs import agreement_with
from socplanner.wording.flow_lines import step_title
from socplanner.wording.flow_words import duration_text, means_name, receiver_name
from socplanner.wording.language import Words
from socplanner.wording.marking import tlp_label
from socplanner.wording.sharing_words import side_lines
from socplanner.wording.terms import listed, parties_in_words


class ShownHandOver(NamedTuple):
    """A line from one step to the next, or to `receiver` outside the flow."""

    before: FlowStep
    after: FlowStep
    receiver: Receiver | None


def hand_over_title(
    plan: Plan, shown: ShownHandOver, counterparts: Iterable[Counterpart], words: Words
) -> str:
    """Return the step that hands on and the one that receives."""
    if shown.receiver is not None:
        to = receiver_name(plan, shown.receiver, tuple(counterparts), words)
    else:
        to = step_title(plan, shown.after, words)
    return f"{step_title(plan, shown.before, words)} → {to}"


def hand_over_lines(
    plan: Plan, shown: ShownHandOver, parties: Mapping[str, StepParties], words: Words
) -> Iterator[str]:
    """Yield who hands on what to whom, how, and by when."""
    giving = parties_in_words(plan, parties[shown.before.id].performing, words)
    giving = giving or words.tr("no party")
    if shown.receiver is None:
        receiving = parties_in_words(plan, parties[shown.after.id].performing, words)
        yield words.tr("Parties: {line}", line=f"{giving} → {receiving or words.tr('no party')}")
    else:
        yield words.tr("From: {parties}", parties=giving)
    sends = words.local(shown.before.sends)
    if sends:
        yield words.tr("What: {text}", text=sends)
    by = [means_name(each, words) for each in shown.before.means]
    label = [] if shown.before.tlp is None else [tlp_label(shown.before.tlp)]
    if by or label:
        yield words.tr("By: {means}", means=listed((*by, *label), words))
    if shown.before.limit:
        limit = duration_text(shown.before.limit, words)
        yield words.tr("Limit of the step that hands on: {limit}", limit=limit)


def agreed_lines(
    plan: Plan,
    shown: ShownHandOver,
    parties: Mapping[str, StepParties],
    counterparts: Iterable[Counterpart],
    words: Words,
) -> Iterator[str]:
    """Yield what was agreed on with the one outside; nothing inside one organisation."""
    outside = one_outside(plan, shown, parties)
    if outside is None:
        return
    receiver, side = outside
    agreement = agreement_with(plan.sharing, receiver)
    called = receiver_name(plan, receiver, tuple(counterparts), words)
    if agreement is None:
        yield words.tr("Nothing is agreed on with {party} yet.", party=called)
        return
    answered = agreement.send if side == "send" else agreement.receive
    yield words.tr("Agreed with {party}:", party=called)
    yield from tuple(side_lines(answered, words)) or (
        words.tr("None of the questions is answered yet."),
    )


def one_outside(
    plan: Plan, shown: ShownHandOver, parties: Mapping[str, StepParties]
) -> tuple[Receiver, str] | None:
    """Return with whom a hand-over is agreed on, and whether we `send` to it or `receive` from it.

    Of those who receive and those who give, the first with an agreement, or else the first that is
    no part of the organisation.
    """
    everyone = tuple(_others(shown, parties))
    for receiver, side in everyone:
        if agreement_with(plan.sharing, receiver) is not None:
            return receiver, side
    inside = {Receiver("party", party.id) for party in plan.parties if organisation_of(party) == ""}
    return next((each for each in everyone if each[0] not in inside), None)


def _others(
    shown: ShownHandOver, parties: Mapping[str, StepParties]
) -> Iterator[tuple[Receiver, str]]:
    """Yield who may have an agreement, and whether we send to it or receive from it."""
    if shown.receiver is not None:
        yield shown.receiver, "send"
    else:
        for party in parties[shown.after.id].performing:
            yield Receiver("party", party), "send"
    for party in parties[shown.before.id].performing:
        yield Receiver("party", party), "receive"
