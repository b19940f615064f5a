"""The clock of a flow: when each step begins and is due, in minutes from its start.

Rules:

- A step begins when all steps before it have ended. It ends when it is due; without a limit that
  counts inside the flow it adds no time.
- A limit counts from the start, from the beginning of the step (the end of those before), or from
  the end of another step. A step that is due before it begins cannot meet its limit.
- The clock knows no hours of the day: every step is supposed to be done just in time. What hours
  add is the walk's business (`walk.py`).
"""

from collections.abc import Mapping
from typing import NamedTuple

from socplanner.domain.durations import minutes_of
from socplanner.domain.flow_inputs import (
    FROM_BEFORE,
    FROM_EVENT,
    FROM_START,
    BusinessFlow,
    FlowStep,
)
from socplanner.domain.flows.order import StepsBefore, steps_before


class StepTimes(NamedTuple):
    """When a step begins, is due (None without a limit on the clock) and ends."""

    begins: int
    due: int | None
    ends: int

    @property
    def minutes(self) -> int:
        """How long the step may last."""
        return self.ends - self.begins

    @property
    def is_too_late(self) -> bool:
        """Whether the step is due before it can begin."""
        return self.due is not None and self.due < self.begins


class FlowClock(NamedTuple):
    """The times of all steps, the longest path and what the flow allows (None: no limit)."""

    times: Mapping[str, StepTimes]
    path: tuple[str, ...]
    minutes: int
    allowed: int | None

    @property
    def is_over(self) -> bool:
        """Whether the longest path takes more time than the flow allows."""
        return self.allowed is not None and self.minutes > self.allowed


def clock_of(flow: BusinessFlow) -> FlowClock:
    """Return the clock of `flow`."""
    before = steps_before(flow)
    times: dict[str, StepTimes] = {}
    for step_id in before:
        step = flow.step(step_id)
        if step is not None:
            times[step_id] = _times(step, before[step_id], times)
    path = _longest_path(before, times)
    minutes = times[path[-1]].ends if path else 0
    return FlowClock(times, path, minutes, minutes_of(flow.limit))


def _times(step: FlowStep, before: tuple[str, ...], times: Mapping[str, StepTimes]) -> StepTimes:
    begins = max((times[each].ends for each in before), default=0)
    limit = minutes_of(step.limit)
    if limit is None or step.limit_from == FROM_EVENT:
        return StepTimes(begins, None, begins)
    if step.limit_from == FROM_START:
        base = 0
    elif step.limit_from == FROM_BEFORE or step.limit_from not in times:
        # A limit from a step that comes later in a loop counts from the beginning.
        base = begins
    else:
        base = times[step.limit_from].ends
    due = base + limit
    return StepTimes(begins, due, max(begins, due))


def _longest_path(before: StepsBefore, times: Mapping[str, StepTimes]) -> tuple[str, ...]:
    """Return the steps that lead to the last end, from a beginning on."""
    if not times:
        return ()
    step = max(times, key=lambda each: times[each].ends)
    path = [step]
    while before[step]:
        step = max(before[step], key=lambda each: times[each].ends)
        path.append(step)
    return tuple(reversed(path))
