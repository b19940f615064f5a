"""Whether flows get through at each hour of the week: seven days of 24 hours."""

from collections.abc import Iterable
from typing import NamedTuple

from socplanner.domain.coverage import WEEK, DayKind
from socplanner.domain.flow_inputs import BusinessFlow, FlowStep
from socplanner.domain.flows.clock import StepTimes, clock_of
from socplanner.domain.flows.covered_hours import WeekHours, states_hours, week_spans
from socplanner.domain.flows.lanes import StepParties, parties_of_steps
from socplanner.domain.flows.walk import STOPPING, Outcome, StepState, outcome_of, step_state
from socplanner.domain.ids import PhaseId
from socplanner.domain.plan import Plan

HOURS = tuple((day, hour) for day in WEEK for hour in range(24))
"""The hours of a week, Monday midnight first."""


class HourOutcome(NamedTuple):
    """Whether a flow that begins at an hour gets through, and the steps at which it stops."""

    outcome: Outcome
    stops: tuple[str, ...]


class WeekMap(NamedTuple):
    """The outcome of one flow at each hour, by `HOURS`."""

    flow: BusinessFlow
    hours: tuple[HourOutcome, ...]

    def at(self, day: DayKind, hour: int) -> HourOutcome:
        """Return the outcome at `hour` of `day`; raise ValueError for a holiday."""
        return self.hours[WEEK.index(day) * 24 + hour]

    def count(self, outcome: Outcome) -> int:
        """Return at how many hours of the week the flow has `outcome`."""
        return sum(each.outcome is outcome for each in self.hours)


def week_maps(plan: Plan, phase: PhaseId, flows: Iterable[BusinessFlow]) -> tuple[WeekMap, ...]:
    """Return the map of each flow in `phase`; raise KeyError for an unknown phase."""
    return tuple(week_map(plan, phase, flow) for flow in flows)


def week_map(plan: Plan, phase: PhaseId, flow: BusinessFlow) -> WeekMap:
    """Return the outcome of `flow` at each hour; raise KeyError for an unknown phase."""
    parties = parties_of_steps(plan, phase, flow)
    times = clock_of(flow).times
    states = {
        step.id: states_in_week(step, parties[step.id], times[step.id]) for step in flow.steps
    }
    hours = []
    for number in range(len(HOURS)):
        at_hour = {step: of_hours[number] for step, of_hours in states.items()}
        stops = tuple(step for step, state in at_hour.items() if state in STOPPING)
        hours.append(HourOutcome(outcome_of(at_hour.values()), stops))
    return WeekMap(flow, tuple(hours))


def states_in_week(step: FlowStep, parties: StepParties, times: StepTimes) -> tuple[StepState, ...]:
    """Return how `step` is done where the flow begins at each of `HOURS`."""
    hours = parties.duty.coverage
    week = week_spans(hours)
    starts = range(0, len(HOURS) * 60, 60)
    if not parties.performing or not states_hours(hours):
        return (step_state(step, parties, times, WeekHours(week, 0)),) * len(HOURS)
    return tuple(step_state(step, parties, times, WeekHours(week, start)) for start in starts)
