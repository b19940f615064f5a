"""What all moves of a plan cost with what is stated of them, in milliseconds."""

import time
from dataclasses import replace

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.checks.move_rules import phase_findings
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.local_text import LocalText
from socplanner.domain.plan import Change, Phase, Plan, frozen
from socplanner.domain.road_map.moves import all_moves
from socplanner.domain.road_map.readiness import late_prerequisites
from socplanner.domain.road_map_inputs import PhaseTerms, Prerequisite, StatedMove

BOUND = 10.0
BIG_BOUND = 100.0

_NEXT = PhaseId("next-phase")


def moving(plan: Plan) -> Plan:
    """Return `plan` with a phase after the others in which every role moves, one after another."""
    roles = [role.id for role in plan.roles()]
    change = Change(sourcing=Sourcing.BOTH, coverage="24x365")
    phase = Phase(
        _NEXT,
        LocalText.same("Next"),
        changes=frozen(dict.fromkeys(roles, change)),
        terms=PhaseTerms("2027-04-01", "2028-03-31"),
    )
    moves = {
        (_NEXT, role): _move(roles[place - 1] if place else None)
        for place, role in enumerate(roles)
    }
    return replace(plan, phases=(*plan.phases, phase), moves=frozen(moves))


def whole(plan: Plan, rounds: int) -> float:
    """Return the milliseconds of all moves, of what comes too late, and of the phase's findings."""
    moving_plan = moving(plan)
    return min(_timed(moving_plan) for _ in range(rounds))


def _move(needed: RoleId | None) -> StatedMove:
    needs = () if needed is None else (Prerequisite("role", needed),)
    return StatedMove(begins="2027-04-01", ends="2027-09-30", prerequisites=needs, effort=12)


def _timed(plan: Plan) -> float:
    begun = time.perf_counter()
    for move in all_moves(plan):
        for _ in late_prerequisites(plan, move.place, move.stated):
            pass
    phase_findings(plan, plan.phases[-1].id)
    return (time.perf_counter() - begun) * 1000
