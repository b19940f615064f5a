"""A walk through a flow from one moment on: who acts, who is called, when, and where it stops.

Rules:

- Whether a step is manned is asked when it begins if everything before was in time: one hole does
  not hide the next.
- A step that is off when it begins, but comes on duty before it is due, is done later, in time. One
  without a limit has to go on at once; a limit from an event outside the flow can always wait.
- A step that may last three days and more reaches office hours whenever it begins: it is done in
  time, too, where no hours are stated.
- The clock then runs with the holes: a step that is off waits until its role is manned and then
  needs the time that its limit gives it.
- On call, a step begins when it has to be answered. What is approved in advance begins at once.
"""

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from socplanner.domain.coverage import CoverageMode, CoverageState
from socplanner.domain.flow_inputs import FROM_EVENT, BusinessFlow, FlowStep
from socplanner.domain.flows.clock import StepTimes, clock_of
from socplanner.domain.flows.covered_hours import (
    ClockHours,
    RoleHours,
    StartedClock,
    state_of,
    states_hours,
)
from socplanner.domain.flows.lanes import StepParties, parties_of_steps
from socplanner.domain.flows.order import steps_before
from socplanner.domain.ids import PartyId, PhaseId
from socplanner.domain.plan import Plan

_LONG = 3 * 24 * 60
"""Minutes in which there are office hours, whatever the day it begins."""


class StepState(Enum):
    """How a step of a flow is done when its turn comes."""

    ON_DUTY = "on-duty"
    ON_CALL = "on-call"
    PRE_APPROVED = "pre-approved"
    LATER = "later"
    """Off when it begins, on duty before it is due."""
    BEST_EFFORT = "best-effort"
    NOT_STATED = "not-stated"
    UNMANNED = "unmanned"
    NO_PARTY = "no-party"
    """The role is carried out, and no party performs it."""
    LEFT_OUT = "left-out"
    """The plan does not carry the role out: the flow goes on without the step."""


class Outcome(Enum):
    """Whether a flow gets through: all of it, as far as hours are stated, or not."""

    THROUGH = "through"
    UNSURE = "unsure"
    STOPS = "stops"


STOPPING = frozenset({StepState.UNMANNED, StepState.NO_PARTY})
UNSURE = frozenset({StepState.BEST_EFFORT, StepState.NOT_STATED})

_STATES = {
    CoverageState.ON_DUTY: StepState.ON_DUTY,
    CoverageState.ON_CALL: StepState.ON_CALL,
    CoverageState.PRE_APPROVED: StepState.PRE_APPROVED,
    CoverageState.BEST_EFFORT: StepState.BEST_EFFORT,
    CoverageState.NOT_STATED: StepState.NOT_STATED,
    CoverageState.UNMANNED: StepState.UNMANNED,
}


class WalkedStep(NamedTuple):
    """One step of a walk; times are minutes from its start.

    `times` are those without holes. `begins` is when its turn comes, `acts` when a party acts
    (None: it is never done), `ends` when it is done. `acting` are the parties that act or are
    called, with `answer_within` minutes if they are on call.
    """

    step: FlowStep
    parties: StepParties
    state: StepState
    times: StepTimes
    begins: int
    acts: int | None
    ends: int
    acting: tuple[PartyId, ...]
    answer_within: int | None

    @property
    def waits(self) -> int:
        """How many minutes the step waits to be done, 0 where it never happens."""
        return 0 if self.acts is None else self.acts - self.begins

    @property
    def is_stopping(self) -> bool:
        """Whether the flow stops here."""
        return self.state in STOPPING

    @property
    def is_late(self) -> bool:
        """Whether the step ends after it was due without holes."""
        return self.times.due is not None and self.ends > self.times.due


class FlowWalk(NamedTuple):
    """A walk through a flow; the steps are in the order in which their turns come."""

    flow: BusinessFlow
    clock: StartedClock
    steps: tuple[WalkedStep, ...]

    @property
    def stops(self) -> tuple[WalkedStep, ...]:
        """The steps at which the flow stops."""
        return tuple(step for step in self.steps if step.is_stopping)

    @property
    def outcome(self) -> Outcome:
        """Whether the flow gets through."""
        return outcome_of(step.state for step in self.steps)

    @property
    def minutes(self) -> int:
        """When the last step ends."""
        return max((step.ends for step in self.steps), default=0)

    def walked(self, step_id: str) -> WalkedStep | None:
        """Return the walked step `step_id`, or None."""
        return next((each for each in self.steps if each.step.id == step_id), None)


def outcome_of(states: Iterable[StepState]) -> Outcome:
    """Return what steps in `states` make of their flow."""
    unique = set(states)
    if unique & STOPPING:
        return Outcome.STOPS
    return Outcome.UNSURE if unique & UNSURE else Outcome.THROUGH


def walk(plan: Plan, phase: PhaseId, flow: BusinessFlow, clock: StartedClock) -> FlowWalk:
    """Return the walk through `flow` in `phase`; raise KeyError for an unknown phase."""
    parties = parties_of_steps(plan, phase, flow)
    times = clock_of(flow).times
    walked: dict[str, WalkedStep] = {}
    for step_id, before in steps_before(flow).items():
        step = flow.step(step_id)
        if step is not None:
            begins = max((walked[each].ends for each in before), default=0)
            walked[step_id] = _walked(step, parties[step_id], times[step_id], clock, begins)
    ordered = sorted(walked.values(), key=lambda each: (each.begins, each.ends))
    return FlowWalk(flow, clock, tuple(ordered))


def step_state(
    step: FlowStep, parties: StepParties, times: StepTimes, hours: RoleHours
) -> StepState:
    """Return how `step` is done at the `hours` of its role, if everything before was in time."""
    if not parties.performing:
        return StepState.NO_PARTY if parties.is_carried_out else StepState.LEFT_OUT
    state = _STATES[state_of(hours.covered(times.begins), parties.duty.coverage)]
    can_wait = step.limit_from == FROM_EVENT and bool(step.limit)
    if state is StepState.NOT_STATED and (can_wait or times.minutes >= _LONG):
        return StepState.LATER
    if state in (StepState.UNMANNED, StepState.BEST_EFFORT):
        manned = hours.until_manned(times.begins)
        is_in_time = times.due is not None and manned is not None and manned <= times.due
        if manned is not None and (can_wait or is_in_time):
            return StepState.LATER
    return state


def _walked(
    step: FlowStep, parties: StepParties, times: StepTimes, clock: StartedClock, begins: int
) -> WalkedStep:
    hours = ClockHours(parties.duty.coverage, clock)
    state = step_state(step, parties, times, hours)
    acts: int | None = begins
    acting, within = parties.performing, None
    if not parties.performing:
        acts = None
    elif state not in UNSURE and states_hours(parties.duty.coverage):
        acts = hours.until_manned(begins)
        if acts is not None:
            covered = hours.covered(acts)
            if covered is not None:
                acting = parties.performing if covered.party is None else (covered.party,)
                if covered.mode is CoverageMode.ON_CALL:
                    within = covered.answer_within
                    acts += within or 0
    due = begins + (0 if state is StepState.LEFT_OUT else times.minutes)
    ends = due if acts is None or acts <= due else acts + times.minutes
    return WalkedStep(step, parties, state, times, begins, acts, ends, acting, within)
