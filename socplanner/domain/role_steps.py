"""The history of one role: which steps of the undo list changed its duty, score or moves."""

from socplanner.domain.history import History
from socplanner.domain.ids import RoleId
from socplanner.domain.plan import Plan
from socplanner.domain.road_map_inputs import changed_moves

MOST_STEPS = 200
"""Steps that are looked at, from the current one back."""


def steps_of_role(history: History, role: RoleId) -> tuple[int, ...]:
    """Return the indexes of the steps up to the current one that changed `role`, latest first.

    Only what a phase states about the role is compared, so a correction of an earlier phase counts
    once; steps before the last `MOST_STEPS` are left out.
    """
    first = max(history.index - MOST_STEPS, 0)
    return tuple(
        at
        for at in range(history.index, first, -1)
        if _differs(history.steps[at - 1].plan, history.steps[at].plan, role)
    )


def _differs(before: Plan, after: Plan, role: RoleId) -> bool:
    """Return whether any phase or assessment states something else about `role`."""
    if _scores_differ(before, after, role) or role in changed_moves(before.moves, after.moves):
        return True
    if before.phases is after.phases:
        return False
    earlier = {phase.id: phase for phase in before.phases}
    for phase in after.phases:
        was = earlier.get(phase.id)
        if was is phase:
            continue
        stated = None if was is None else was.changes.get(role)
        if stated != phase.changes.get(role):
            return True
    return False


def _scores_differ(before: Plan, after: Plan, role: RoleId) -> bool:
    """Return whether an assessment that both plans have states other scores of `role`.

    One that was added repeats the scores of the one before.
    """
    if before.assessments is after.assessments:
        return False
    earlier = {each.id: each.scores.get(role) for each in before.assessments}
    first = after.assessments if not before.assessments else ()
    return any(role in each.scores for each in first) or any(
        earlier[each.id] != each.scores.get(role)
        for each in after.assessments
        if each.id in earlier
    )
