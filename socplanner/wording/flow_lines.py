"""A step of a flow in full: lines for a panel, a list, a screen reader and the terminal."""

from collections.abc import Iterable, Iterator

from socplanner.domain.flow_inputs import BusinessFlow, Counterpart, FlowStep
from socplanner.domain.flows.covered_hours import StartedClock
from socplanner.domain.flows.lanes import StepParties
from socplanner.domain.flows.walk import StepState, WalkedStep
from socplanner.domain.plan import Plan
from socplanner.wording.flow_words import (
    acting_text,
    full_moment_text,
    limit_sentence,
    means_name,
    minutes_text,
    receiver_name,
    step_state_name,
)
from socplanner.wording.language import Words
from socplanner.wording.marking import tlp_label
from socplanner.wording.terms import listed, parties_in_words, role_code, role_label


def step_title(plan: Plan, step: FlowStep, words: Words) -> str:
    """Return the role of `step` by code and name."""
    role = plan.role(step.role)
    return step.role if role is None else role_label(role, words)


def step_lines(
    plan: Plan,
    flow: BusinessFlow,
    step: FlowStep,
    parties: StepParties,
    counterparts: Iterable[Counterpart],
    words: Words,
) -> Iterator[str]:
    """Yield what `step` of `flow` states, a line for each thing, and the parties of its role."""
    yield words.tr("Does: {text}", text=words.local(step.does))
    if step.condition.ja or step.condition.en:
        yield words.tr("Condition: {text}", text=words.local(step.condition))
    yield from _party_lines(plan, parties, words)
    if step.after:
        yield words.tr("After: {steps}", steps=after_text(plan, flow, step, words))
    sends = words.local(step.sends)
    to = receivers_text(plan, step, counterparts, words)
    if sends or to:
        yield words.tr("Hands on: {what} → {receivers}", what=sends or "–", receivers=to or "–")
    by = listed((means_name(each, words) for each in step.means), words)
    label = "" if step.tlp is None else tlp_label(step.tlp)
    if by or label:
        yield words.tr("By: {means}", means=listed(filter(None, (by, label)), words))
    if step.limit:
        yield words.tr("Limit: {limit}", limit=limit_sentence(plan, flow, step, words))
    if step.note.ja or step.note.en:
        yield words.tr("Note: {text}", text=words.local(step.note))


def _party_lines(plan: Plan, parties: StepParties, words: Words) -> Iterator[str]:
    performing = parties_in_words(plan, parties.performing, words)
    if not parties.is_carried_out:
        yield words.tr("The role is not performed in this phase.")
    elif performing:
        yield words.tr("Performed by: {parties}", parties=performing)
    else:
        yield words.tr("No party performs the role.")
    others = (
        (words.tr("accountable: {parties}"), parties.accountable),
        (words.tr("consulted: {parties}"), parties.consulted),
        (words.tr("informed: {parties}"), parties.informed),
    )
    shown = [text.format(parties=parties_in_words(plan, ids, words)) for text, ids in others if ids]
    if shown:
        yield "; ".join(shown)


def after_text(plan: Plan, flow: BusinessFlow, step: FlowStep, words: Words) -> str:
    """Return the steps before `step` by number and role."""
    return listed((numbered_step(plan, flow, each) for each in step.after), words)


def numbered_step(plan: Plan, flow: BusinessFlow, step_id: str) -> str:
    """Return a step as `2 D-2`: its number in the list and the code of its role."""
    for number, step in enumerate(flow.steps, start=1):
        if step.id == step_id:
            return f"{number} {role_code(plan, step.role)}"
    return step_id


def receivers_text(
    plan: Plan, step: FlowStep, counterparts: Iterable[Counterpart], words: Words
) -> str:
    """Return the names of everyone to whom `step` hands on."""
    listed_ones = tuple(counterparts)
    return listed((receiver_name(plan, each, listed_ones, words) for each in step.to), words)


def walked_lines(
    plan: Plan, walked: WalkedStep, clock: StartedClock, words: Words
) -> Iterator[str]:
    """Yield what a walk shows of a step: who acts, from when, until when."""
    state = step_state_name(walked.state, words)
    acting = acting_text(plan, walked, words)
    yield state if acting == state else f"{state}: {acting}"
    if walked.state is StepState.LEFT_OUT:
        return
    begins = full_moment_text(clock, walked.begins, words)
    ends = full_moment_text(clock, walked.ends, words)
    if walked.waits and walked.acts is not None:
        yield words.tr(
            "Its turn comes {begins}; it waits {wait} and ends {ends}.",
            begins=begins,
            wait=minutes_text(walked.waits, words),
            ends=ends,
        )
    else:
        yield words.tr("Its turn comes {begins}, and it ends {ends}.", begins=begins, ends=ends)
    if walked.times.is_too_late:
        yield words.tr("Its limit has passed before its turn comes.")
