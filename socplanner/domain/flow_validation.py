"""What is wrong with a flow or a counterpart: the rules of reader and edits.

Whether roles, parties and counterparts exist is not asked here. A fault has the path of the field
as in the plan file.
"""

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from socplanner.domain.durations import minutes_of
from socplanner.domain.flow_inputs import (
    LIMIT_BEGINNINGS,
    BusinessFlow,
    FlowStep,
)
from socplanner.domain.ids import is_slug
from socplanner.domain.limits import MOST_RECEIVERS, MOST_STEPS
from socplanner.domain.problem import PathFault, Problem


def flow_faults(flow: BusinessFlow) -> Iterator[PathFault]:
    """Yield what is wrong with `flow`."""
    if not is_slug(flow.id):
        yield PathFault(("id",), Problem("bad-id", {"id": flow.id}))
    yield from _limit_faults((), flow.limit)
    if len(flow.steps) > MOST_STEPS:
        values = {"number": len(flow.steps), "most": MOST_STEPS}
        yield PathFault(("steps",), Problem("too-many-steps", values))
    ids: set[str] = set()
    for place, step in enumerate(flow.steps):
        path = ("steps", place)
        if not is_slug(step.id) or step.id in LIMIT_BEGINNINGS:
            yield PathFault((*path, "id"), Problem("bad-id", {"id": step.id}))
        if step.id in ids:
            yield PathFault((*path, "id"), Problem("doubled-step", {"step": step.id}))
        ids.add(step.id)
    for place, step in enumerate(flow.steps):
        for rest, problem in _step_faults(step, ids):
            yield PathFault(("steps", place, *rest), problem)
    yield from _cycle_faults(flow)


def _step_faults(step: FlowStep, ids: set[str]) -> Iterator[PathFault]:
    for place, before in enumerate(step.after):
        if before == step.id:
            yield PathFault(("after", place), Problem("step-after-itself", {"step": step.id}))
        elif before not in ids:
            yield PathFault(("after", place), Problem("unknown-step", {"step": before}))
    if len(step.to) > MOST_RECEIVERS:
        values = {"number": len(step.to), "most": MOST_RECEIVERS}
        yield PathFault(("to",), Problem("too-many-receivers", values))
    yield from _limit_faults((), step.limit)
    start = step.limit_from
    if start == step.id or (start not in LIMIT_BEGINNINGS and start not in ids):
        yield PathFault(("limit-from",), Problem("unknown-step", {"step": start}))


def _limit_faults(path: tuple[str | int, ...], limit: str) -> Iterator[PathFault]:
    if limit and minutes_of(limit) is None:
        yield PathFault((*path, "limit"), Problem("bad-duration", {"duration": limit}))


def _cycle_faults(flow: BusinessFlow) -> Iterator[PathFault]:
    """Yield a cycle none of whose steps has a condition: it would never end."""
    before = {step.id: step.after for step in flow.steps if not step.is_conditional}
    graph = {step: [each for each in after if each in before] for step, after in before.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        step = error.args[1][0]
        place = [each.id for each in flow.steps].index(step)
        yield PathFault(("steps", place, "after"), Problem("cycle-of-steps", {"step": step}))
