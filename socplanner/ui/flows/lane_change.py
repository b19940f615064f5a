"""What moving a step to another lane means: the letter edit, and its preview in words."""

from socplanner.domain.assignment_edits import AssignParty
from socplanner.domain.checks.effect import effect_of
from socplanner.domain.plan import Plan
from socplanner.domain.problem import EditRejected
from socplanner.ui.flows.flow_state import FlowState
from socplanner.wording.effect_words import effect_in_brief
from socplanner.wording.errors import message
from socplanner.wording.language import Words
from socplanner.wording.terms import party_label, role_code


def lane_change(state: FlowState, step_id: str, lane: int, other: int) -> AssignParty | None:
    """Return the edit that gives the role of a step from one lane to another, or None."""
    current, drawing = state.current, state.drawing
    step = None if current is None else current.flow.step(step_id)
    if step is None or drawing is None or lane == other or other < 0:
        return None
    giving, getting = drawing.layout.lanes[lane], drawing.layout.lanes[other]
    if "outside" in (giving.kind, getting.kind):
        return None
    roles = frozenset({step.role})
    return AssignParty(state.phase, roles, "performs", getting.party, instead_of=giving.party)


def change_preview(plan: Plan, edit: AssignParty, today: str, words: Words) -> str:
    """Return what `edit` would change and what the checks would report, or why it cannot be."""
    (role,) = edit.roles
    try:
        after = edit.apply(plan)
    except EditRejected as rejection:
        return message(rejection.problem, words)
    names = [
        words.tr("no party") if party is None else party_label(plan, party, words)
        for party in (edit.instead_of, edit.party)
    ]
    text = words.tr(
        "{role}, responsible: {before} → {after} · sourcing unchanged",
        role=role_code(plan, role),
        before=names[0],
        after=names[1],
    )
    effect = effect_in_brief(effect_of(plan, after, today), words)
    return f"{text} · {effect}" if effect else text
