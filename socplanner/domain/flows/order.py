"""The order of the steps of a flow, without what leads back to an earlier step."""

from collections.abc import Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush

from socplanner.domain.flow_inputs import BusinessFlow

StepsBefore = Mapping[str, tuple[str, ...]]
"""The steps before each step by their ids, in an order in which they precede it."""


def steps_before(flow: BusinessFlow) -> StepsBefore:
    """Return the steps before each step, those that lead back in a loop left out.

    The keys are in an order in which every step stands after those before it, and otherwise as
    listed. A loop is cut where it leads back to the step at which it is entered first.
    """
    by_id = {step.id: step for step in flow.steps}
    after = {step.id: [each for each in step.after if each in by_id] for step in flow.steps}
    back = _lines_back(after)
    before = {
        step: tuple(each for each in earlier if (each, step) not in back)
        for step, earlier in after.items()
    }
    return {step: before[step] for step in _ordered(before)}


def layers(flow: BusinessFlow) -> dict[str, int]:
    """Return the layer of each step: how many steps stand before it on the longest path."""
    result: dict[str, int] = {}
    for step, before in steps_before(flow).items():
        result[step] = max((result[each] + 1 for each in before), default=0)
    return result


def is_loop(flow: BusinessFlow, before: StepsBefore) -> bool:
    """Return whether something in `flow` leads back to an earlier step."""
    return any(set(step.after) != set(before[step.id]) for step in flow.steps)


def _lines_back(after: Mapping[str, Sequence[str]]) -> set[tuple[str, str]]:
    """Return the lines, from a step to one it leads back to, that close a loop."""
    following: dict[str, list[str]] = {step: [] for step in after}
    for step, earlier in after.items():
        for each in earlier:
            following[each].append(step)
    result: set[tuple[str, str]] = set()
    visited: set[str] = set()
    # From the beginnings on; what only loops lead to is visited last.
    for start in sorted(after, key=lambda step: bool(after[step])):
        path: dict[str, Iterator[str]] = {}
        waiting: str | None = start
        while waiting is not None:
            if waiting not in visited:
                visited.add(waiting)
                path[waiting] = iter(following[waiting])
            waiting = _next_step(path, result)
    return result


def _next_step(path: dict[str, Iterator[str]], back: set[tuple[str, str]]) -> str | None:
    """Return the next step to visit from the end of `path`; lines back to it go to `back`."""
    while path:
        last = next(reversed(path))
        for step in path[last]:
            if step not in path:
                return step
            back.add((last, step))
        del path[last]
    return None


def _ordered(before: StepsBefore) -> list[str]:
    """Return the steps so that each stands after those before it, otherwise as they are."""
    places = {step: place for place, step in enumerate(before)}
    following: dict[str, list[str]] = {step: [] for step in before}
    missing = {step: len(set(earlier)) for step, earlier in before.items()}
    for step, earlier in before.items():
        for each in set(earlier):
            following[each].append(step)
    ready = [places[step] for step, number in missing.items() if number == 0]
    steps, result = list(before), []
    heapify(ready)
    while ready:
        step = steps[heappop(ready)]
        result.append(step)
        for each in following[step]:
            missing[each] -= 1
            if missing[each] == 0:
                heappush(ready, places[each])
    return result
