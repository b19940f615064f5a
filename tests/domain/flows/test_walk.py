"""The walk at an hour: states, waiting, and the vectors of both samples."""

import pytest

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.coverage import DayKind
from socplanner.domain.flow_inputs import BusinessFlow, flow_of
from socplanner.domain.flows.covered_hours import (
    WEEK_MINUTES,
    ClockHours,
    WeekHours,
    started_at,
    week_spans,
)
from socplanner.domain.flows.walk import FlowWalk, Outcome, StepState, walk
from socplanner.domain.ids import PhaseId
from socplanner.domain.plan import Plan
from socplanner.domain.role_coverage import SUNDAY_NIGHT, Moment
from socplanner.services.catalogues import default_flows
from tests.support.flows import NIGHTLY, chain, flow, plan_with, step
from tests.support.plans import sample
from tests.support.small_plan import A1, A2, A3, A4, B1, IT, MSS, NOW, SOC


def _walk(plan: Plan, wanted: BusinessFlow, moment: Moment = SUNDAY_NIGHT) -> FlowWalk:
    return walk(plan, NOW, wanted, started_at(moment))


def _states(walked: FlowWalk) -> dict[str, StepState]:
    return {each.step.id: each.state for each in walked.steps}


def test_each_step_has_its_state_when_its_turn_comes() -> None:
    walked = _walk(NIGHTLY, chain(A1, A2, A3, A4, B1))
    assert _states(walked) == {
        "1": StepState.ON_DUTY,
        "2": StepState.ON_CALL,
        "3": StepState.UNMANNED,
        "4": StepState.NOT_STATED,
        "5": StepState.NO_PARTY,
    }
    assert walked.outcome is Outcome.STOPS
    assert [each.step.id for each in walked.stops] == ["3", "5"]


def test_the_clock_waits_for_a_step_that_is_off() -> None:
    walked = _walk(NIGHTLY, chain(A1, A3, A1))
    second, third = walked.steps[1], walked.steps[2]
    monday = (24 - 3 + 9) * 60
    assert (second.begins, second.acts, second.waits) == (60, monday, monday - 60)
    assert (second.ends, third.begins, third.ends) == (monday + 60, monday + 60, monday + 120)
    assert third.is_late
    assert third.state is StepState.ON_DUTY


def test_who_is_on_call_begins_when_it_answers() -> None:
    called = _walk(NIGHTLY, chain(A2)).steps[0]
    assert (called.acts, called.ends, called.answer_within) == (30, 60, 30)
    assert called.acting == (SOC,)
    short = _walk(NIGHTLY, chain(A2, limit="PT10M")).steps[0]
    assert (short.acts, short.ends, short.is_late) == (30, 40, True)


def test_another_party_that_covers_the_hour_is_the_one_that_is_called() -> None:
    plan = plan_with({A1: {IT: "R"}}, {A1: "weekdays 9:00-17:00; 24x365 on call 20 min by mss"})
    assert _walk(plan, chain(A1)).steps[0].acting == (MSS,)
    at_noon = _walk(plan, chain(A1), Moment(DayKind.MONDAY, 12 * 60)).steps[0]
    assert at_noon.acting == (IT,)


@pytest.mark.parametrize(
    ("limit", "begins", "state"),
    [
        ("PT29H", "before", StepState.UNMANNED),
        ("PT30H", "before", StepState.LATER),
        ("P3D", "start", StepState.LATER),
        ("", "before", StepState.UNMANNED),
        ("P1M", "event", StepState.LATER),
        ("", "event", StepState.UNMANNED),
    ],
)
def test_a_step_may_wait_within_its_limit(limit: str, begins: str, state: StepState) -> None:
    walked = _walk(NIGHTLY, flow(step("1", A3, limit=limit, limit_from=begins)))
    assert _states(walked) == {"1": state}
    assert walked.outcome is (Outcome.STOPS if state is StepState.UNMANNED else Outcome.THROUGH)


@pytest.mark.parametrize(
    ("limit", "begins", "state"),
    [
        ("PT71H", "before", StepState.NOT_STATED),
        ("PT72H", "before", StepState.LATER),
        ("P1M", "event", StepState.LATER),
        ("", "event", StepState.NOT_STATED),
    ],
)
def test_a_step_of_days_needs_no_stated_hours(limit: str, begins: str, state: StepState) -> None:
    plan = plan_with({A1: {SOC: "R"}})
    walked = _walk(plan, flow(step("1", A1, limit=limit, limit_from=begins)))
    assert _states(walked) == {"1": state}
    assert walked.steps[0].acts == 0


@pytest.mark.parametrize(
    ("hours", "state", "outcome"),
    [
        ("24x365 pre-approved", StepState.PRE_APPROVED, Outcome.THROUGH),
        ("24x365 best effort", StepState.BEST_EFFORT, Outcome.UNSURE),
        ("once a year", StepState.NOT_STATED, Outcome.UNSURE),
        ("24x365", StepState.ON_DUTY, Outcome.THROUGH),
    ],
)
def test_the_outcome_of_one_step(hours: str, state: StepState, outcome: Outcome) -> None:
    walked = _walk(plan_with({A1: {SOC: "R"}}, {A1: hours}), chain(A1))
    assert (_states(walked), walked.outcome) == ({"1": state}, outcome)


def test_what_is_not_carried_out_is_left_out() -> None:
    plan = plan_with({A2: {SOC: "R"}}, {A2: "24x365"}, sourcing={A1: Sourcing.NOT_CARRIED_OUT})
    walked = _walk(plan, chain(A1, A2))
    assert _states(walked) == {"1": StepState.LEFT_OUT, "2": StepState.ON_DUTY}
    assert walked.outcome is Outcome.THROUGH
    assert walked.steps[1].begins == 0


def test_a_holiday_has_working_days_before_and_after_it() -> None:
    clock = started_at(Moment(DayKind.HOLIDAY, 600))
    assert [clock.moment(days * 1440).day for days in range(5)] == [
        DayKind.HOLIDAY,
        DayKind.THURSDAY,
        DayKind.FRIDAY,
        DayKind.SATURDAY,
        DayKind.SUNDAY,
    ]
    assert ClockHours("weekdays 9:00-17:00", clock).until_manned(0) == 23 * 60


@pytest.mark.parametrize(
    ("hours", "moment", "minutes"),
    [
        ("weekdays 9:00-17:00", Moment(DayKind.MONDAY, 540), 0),
        ("weekdays 9:00-17:00", Moment(DayKind.MONDAY, 1020), 16 * 60),
        ("weekdays 22:00-6:00", Moment(DayKind.SATURDAY, 120), 0),
        ("weekdays 22:00-6:00", Moment(DayKind.SATURDAY, 360), 64 * 60),
        ("holidays 9:00-17:00", Moment(DayKind.MONDAY, 0), None),
        ("24x365 best effort", Moment(DayKind.MONDAY, 0), None),
    ],
)
def test_the_minutes_until_a_role_is_manned(
    hours: str, moment: Moment, minutes: int | None
) -> None:
    of_clock = ClockHours(hours, started_at(moment))
    assert of_clock.until_manned(0) == minutes
    if minutes:
        assert of_clock.covered(minutes - 1) is None


@pytest.mark.parametrize(
    "hours", ["weekdays 9:00-17:00", "weekdays 22:00-6:00; 24x365 on call 30 min", "24x365", "8x5"]
)
def test_a_week_without_holidays_is_looked_up_as_the_clock_has_it(hours: str) -> None:
    of_clock = ClockHours(hours, started_at(Moment(DayKind.MONDAY, 0)))
    of_week = WeekHours(week_spans(hours), 0)
    for minute in range(0, 2 * WEEK_MINUTES, 47):
        assert of_week.covered(minute) == of_clock.covered(minute)
        assert of_week.until_manned(minute) == of_clock.until_manned(minute)


VECTORS = {
    "manufacturer": {"D-4": "unmanned", "D-5": "unmanned", "D-1": "on-call", "D-2": "on-call"},
    "bank": {"D-4": "on-duty", "D-5": "unmanned", "D-1": "on-duty", "D-2": "on-call"},
}


@pytest.mark.parametrize("name", VECTORS)
def test_incident_response_of_a_sample_on_sunday_night(name: str) -> None:
    plan = sample(name)
    wanted = flow_of(default_flows().flows, "incident-response")
    assert wanted is not None
    walked = walk(plan, PhaseId("now"), wanted, started_at(SUNDAY_NIGHT))
    states = {each.step.role.removeprefix("v2:"): each.state.value for each in walked.steps}
    assert states | VECTORS[name] == states
