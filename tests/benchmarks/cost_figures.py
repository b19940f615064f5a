"""What the figures of cost need, in milliseconds: of a phase, and under the four patterns."""

import time
from collections.abc import Callable
from dataclasses import replace

from socplanner.domain.cost.pattern_costs import pattern_columns
from socplanner.domain.cost.phase_cost import cost_of
from socplanner.domain.cost_inputs import Contract, CostInputs, Rates
from socplanner.domain.local_text import LocalText
from socplanner.domain.plan import Plan
from tests.benchmarks.staffing_figures import staffed

BOUND = 10.0
BIG_BOUND = 100.0
PATTERNS_BOUND = 60.0
"""The four patterns are computed only while they are shown."""

_NAME = LocalText("契約", "Contract")


def priced(plan: Plan) -> Plan:
    """Return `plan` with posts, work, rates, and a contract of each provider."""
    contracts = tuple(
        Contract(party.id, _NAME, party.id, fee=500_000)
        for party in plan.parties
        if party.is_provider
    )
    rates = Rates(9_000_000, 3_000, 300_000, 1_000_000, 5_000_000)
    return replace(staffed(plan), cost=CostInputs("JPY", rates=rates, contracts=contracts))


def of_a_phase(plan: Plan, rounds: int) -> float:
    """Return the milliseconds of all figures of a phase."""
    cost = priced(plan)
    return min(_timed(lambda: cost_of(cost, cost.phases[0].id)) for _ in range(rounds))


def of_the_patterns(plan: Plan, rounds: int) -> float:
    """Return the milliseconds of the plan under each of its patterns."""
    cost = priced(plan)
    return min(_timed(lambda: pattern_columns(cost, cost.phases[0].id)) for _ in range(rounds))


def _timed(compute: Callable[[], object]) -> float:
    begun = time.perf_counter()
    compute()
    return (time.perf_counter() - begun) * 1000
