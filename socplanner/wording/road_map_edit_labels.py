"""The names of edits of the road map; loaded only when there is one."""

from socplanner.domain.history import Edit
from socplanner.domain.plan import Plan
from socplanner.domain.road_map_edits import SetMove, SetPhaseTerms
from socplanner.domain.road_map_inputs import NOTHING_STATED
from socplanner.wording.language import Words
from socplanner.wording.terms import phase_label, role_code


def road_map_label(edit: Edit, plan: Plan, words: Words) -> str | None:
    """Return the name of `edit` for a menu; None where it is no edit of the road map."""
    match edit:
        case SetPhaseTerms(phase=phase):
            return words.tr(
                "Set dates and approval of {phase}", phase=phase_label(plan, phase, words)
            )
        case SetMove(phase=phase, role=role, move=move):
            values = {"role": role_code(plan, role), "phase": phase_label(plan, phase, words)}
            if move == NOTHING_STATED:
                return words.tr("Clear the move of {role} in {phase}", **values)
            return words.tr("Set the move of {role} in {phase}", **values)
    return None
