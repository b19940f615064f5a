"""When each step begins and is due, by hand."""

import pytest

from socplanner.domain.flows.clock import StepTimes, clock_of
from tests.support.flows import flow, step

CASES = {
    "one after the other": (
        (step("a", limit="PT15M"), step("b", after="a", limit="PT30M")),
        {"a": StepTimes(0, 15, 15), "b": StepTimes(15, 45, 45)},
    ),
    "from the start": (
        (step("a", limit="PT15M"), step("b", after="a", limit="PT1H", limit_from="start")),
        {"a": StepTimes(0, 15, 15), "b": StepTimes(15, 60, 60)},
    ),
    "from another step": (
        (
            step("a", limit="PT15M"),
            step("b", after="a", limit="PT10M"),
            step("c", after="b", limit="PT30M", limit_from="a"),
        ),
        {"a": StepTimes(0, 15, 15), "b": StepTimes(15, 25, 25), "c": StepTimes(25, 45, 45)},
    ),
    "due before it begins": (
        (step("a", limit="PT2H"), step("b", after="a", limit="PT1H", limit_from="start")),
        {"a": StepTimes(0, 120, 120), "b": StepTimes(120, 60, 120)},
    ),
    "an event outside, and no limit": (
        (step("a", limit="P1M", limit_from="event"), step("b", after="a")),
        {"a": StepTimes(0, None, 0), "b": StepTimes(0, None, 0)},
    ),
    "after the last of two": (
        (step("a", limit="PT1H"), step("b", limit="PT2H"), step("c", after="a b", limit="PT1H")),
        {"a": StepTimes(0, 60, 60), "b": StepTimes(0, 120, 120), "c": StepTimes(120, 180, 180)},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_the_times_of_steps(name: str) -> None:
    steps, times = CASES[name]
    clock = clock_of(flow(*steps))
    assert dict(clock.times) == times
    assert clock.minutes == max(each.ends for each in times.values())


def test_only_a_step_due_before_it_begins_is_too_late() -> None:
    times = clock_of(flow(*CASES["due before it begins"][0])).times
    assert not times["a"].is_too_late
    assert times["b"].is_too_late


def test_the_longest_path_leads_to_the_last_end() -> None:
    clock = clock_of(flow(*CASES["after the last of two"][0], limit="PT2H30M"))
    assert clock.path == ("b", "c")
    assert (clock.minutes, clock.allowed, clock.is_over) == (180, 150, True)
    assert not clock_of(flow(*CASES["after the last of two"][0], limit="PT3H")).is_over


def test_a_flow_without_steps_takes_no_time() -> None:
    assert clock_of(flow()).minutes == 0
    assert not clock_of(flow()).is_over
