"""What flows need, in milliseconds: the layout of 30 and of 300 steps, and the map of a week."""

import random
import time
from collections.abc import Callable

from socplanner.domain.flow_inputs import BusinessFlow, FlowStep
from socplanner.domain.flows.geometry import DiagramMetrics, flow_geometry
from socplanner.domain.flows.lanes import parties_of_steps
from socplanner.domain.flows.layout import flow_layout
from socplanner.domain.flows.routes import flow_routes
from socplanner.domain.flows.week_map import week_maps
from socplanner.domain.local_text import LocalText
from socplanner.domain.plan import Plan
from socplanner.services.default_flows import flows_of_catalogue

LAYOUT_BOUND, BIG_LAYOUT_BOUND, MAP_BOUND = 16.0, 200.0, 100.0
_METRICS = DiagramMetrics(140, 70, 150)
_BACK = 8


def layout_of_steps(plan: Plan, steps: int, rounds: int) -> float:
    """Return the milliseconds of lanes, layout, routes and geometry of a flow of so many steps."""
    flow = _any_flow(plan, steps)
    phase = plan.phases[0].id

    def arranged() -> None:
        layout = flow_layout(flow, parties_of_steps(plan, phase, flow))
        flow_geometry(layout, flow_routes(layout), _METRICS)

    return min(_timed(arranged) for _ in range(rounds))


def map_of_a_week(plan: Plan, rounds: int) -> float:
    """Return the milliseconds of the outcome of every default flow at each hour of a week."""
    flows, phase = flows_of_catalogue(plan).flows, plan.phases[0].id

    def mapped() -> None:
        week_maps(plan, phase, flows)

    return min(_timed(mapped) for _ in range(rounds))


def _any_flow(plan: Plan, steps: int) -> BusinessFlow:
    """Return a flow of any roles, each step after two of those shortly before it."""
    dice = random.Random(steps)
    roles = [role.id for role in plan.roles()]
    text = LocalText.same("Do")
    return BusinessFlow(
        "any",
        text,
        tuple(
            FlowStep(
                str(number),
                dice.choice(roles),
                text,
                tuple(
                    {str(dice.randrange(max(0, number - _BACK), number)) for _ in range(2)}
                    if number
                    else ()
                ),
                limit="PT30M",
            )
            for number in range(steps)
        ),
    )


def _timed(work: Callable[[], None]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000
