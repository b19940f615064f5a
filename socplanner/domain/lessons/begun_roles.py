"""The roles that begin with a phase: which the organisation performs and did not before."""

from typing import NamedTuple

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.checks.row_rules import CheckedRow, checked_row
from socplanner.domain.lessons.lesson_facts import LessonFacts
from socplanner.domain.phases import duty
from socplanner.domain.plan import Phase
from socplanner.domain.road_map.moves import INHOUSE, goes_inhouse


class BegunRoles(NamedTuple):
    """The roles that begin with `phase`, which follows `before`."""

    before: Phase
    phase: Phase
    rows: tuple[CheckedRow, ...]


def begun_roles(facts: LessonFacts) -> BegunRoles | None:
    """Return the roles that begin with the phase in view, or with the second one in the first.

    None where the plan has one phase. A role begins where it goes in-house, or was left out.
    """
    plan = facts.plan
    place = max(facts.place, 1)
    if len(plan.phases) <= place:
        return None
    before, phase = plan.phases[place - 1], plan.phases[place]
    rows = []
    for role_id in phase.changes:
        role = plan.role(role_id)
        if role is None or role.is_hidden:
            continue
        was, current = duty(plan, before.id, role_id), duty(plan, phase.id, role_id)
        was_left_out = was.sourcing is Sourcing.NOT_CARRIED_OUT
        if goes_inhouse(was, current) or (
            was_left_out and current.sourcing in (*INHOUSE, Sourcing.OUTSOURCE)
        ):
            rows.append(checked_row(plan, phase.id, role, current))
    return BegunRoles(before, phase, tuple(rows))
