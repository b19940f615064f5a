"""What shares, map and duties of a phase need, in milliseconds."""

import time

from socplanner.domain.flows.covered_hours import started_at
from socplanner.domain.plan import Plan
from socplanner.domain.role_coverage import SUNDAY_NIGHT
from socplanner.domain.sharing.duty_clock import duties_on_clock
from socplanner.domain.sharing.map_layout import sharing_map
from socplanner.services import catalogues
from socplanner.services.plan_sharing import PlanSharing

BOUND = 10.0
BIG_BOUND = 100.0


def whole(plan: Plan, rounds: int) -> float:
    """Return the milliseconds of the map and the duties of the first phase, by default flows."""
    catalogues.default_flows(), catalogues.default_duties()  # read once, with the first view
    return min(_timed(plan) for _ in range(rounds))


def _timed(plan: Plan) -> float:
    begun = time.perf_counter()
    phase = plan.phases[0].id
    sharing = PlanSharing(plan, phase)
    sharing_map(plan, sharing.groups)
    duties_on_clock(plan, phase, sharing.duties, started_at(SUNDAY_NIGHT))
    return (time.perf_counter() - begun) * 1000
