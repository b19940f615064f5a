"""What all figures of staffing cost, in milliseconds."""

import time
from dataclasses import replace

from socplanner.domain.local_text import LocalText
from socplanner.domain.plan import Plan
from socplanner.domain.staffing.phase_staffing import staffing_of
from socplanner.domain.staffing_inputs import Post, Staffing, Workload

BOUND = 10.0
BIG_BOUND = 100.0

_NAME = LocalText("席", "Post")


def staffed(plan: Plan) -> Plan:
    """Return `plan` with two posts and three workloads of each party."""
    posts, works = [], []
    for party in plan.parties:
        posts += [
            Post(f"{party.id}-night", _NAME, party.id, "24x365", 2),
            Post(f"{party.id}-day", _NAME, party.id, "mon-fri 8:30-17:30; all on-call"),
        ]
        works += [
            Workload(f"{party.id}-a", _NAME, post=f"{party.id}-day", volume=40, minutes=9),
            Workload(f"{party.id}-b", _NAME, party.id, incidents=12, hours=16),
            Workload(f"{party.id}-c", _NAME, party.id, hours_a_year=300),
        ]
    return replace(plan, staffing=Staffing({}, tuple(posts), tuple(works)))


def whole(plan: Plan, rounds: int) -> float:
    """Return the milliseconds of all figures of a phase."""
    staffed_plan = staffed(plan)
    return min(_timed(staffed_plan) for _ in range(rounds))


def _timed(plan: Plan) -> float:
    begun = time.perf_counter()
    staffing_of(plan, plan.phases[0].id)
    return (time.perf_counter() - begun) * 1000
