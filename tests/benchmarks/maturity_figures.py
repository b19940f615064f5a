"""What the figures of maturity need, in milliseconds: roles, functions, the whole and the gaps."""

import time
from dataclasses import replace

from socplanner.domain.assessment import newest_assessment
from socplanner.domain.assessment_edits import SetScore
from socplanner.domain.duty_edits import SetAim
from socplanner.domain.maturity.gaps import gaps
from socplanner.domain.maturity.role_maturity import role_maturities
from socplanner.domain.maturity.roll_ups import function_groups, whole
from socplanner.domain.plan import Plan

BOUND = 10.0
BIG_BOUND = 100.0


def assessed(plan: Plan) -> Plan:
    """Return `plan` with a score of both sides and an aim for each role."""
    roles = frozenset(role.id for role in plan.roles())
    scored = SetScore(roles, ("inhouse", "outsourced"), "2", "2026-04-01").apply(plan)
    aimed = SetAim(plan.phases[0].id, roles, "inhouse", "4").apply(scored)
    return replace(aimed, weights={"A": 2, "D": 3})


def all_figures(plan: Plan, rounds: int) -> float:
    """Return the milliseconds of all figures of a phase."""
    scored = assessed(plan)
    return min(_timed(scored) for _ in range(rounds))


def _timed(plan: Plan) -> float:
    begun = time.perf_counter()
    roles = role_maturities(plan, plan.phases[0].id, newest_assessment(plan.assessments))
    function_groups(plan, roles)
    whole(roles)
    gaps(roles, plan.weights)
    return (time.perf_counter() - begun) * 1000
