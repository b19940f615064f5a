"""The map of a week is the walk at each of its hours."""

import random

import pytest

from socplanner.domain.coverage import WEEK, DayKind
from socplanner.domain.flows.covered_hours import started_at
from socplanner.domain.flows.walk import Outcome, walk
from socplanner.domain.flows.week_map import HOURS, week_map, week_maps
from socplanner.domain.role_coverage import Moment
from socplanner.services.catalogues import default_flows
from tests.support.flows import NIGHTLY, chain, plan_with
from tests.support.plans import sample
from tests.support.small_plan import A1, A3, IT, NOW, SOC

OFFICE = plan_with({A1: {SOC: "R"}, A3: {IT: "R"}}, {A1: "24x365", A3: "weekdays 9:00-17:00"})


def test_a_flow_gets_through_in_the_hours_in_which_its_last_step_is_manned() -> None:
    result = week_map(OFFICE, NOW, chain(A1, A3))
    through = [hour for hour, each in zip(HOURS, result.hours, strict=True) if not each.stops]
    # The second step begins an hour later and may itself wait an hour: 7:00 is the first hour.
    assert through == [(day, hour) for day in WEEK[:5] for hour in range(7, 16)]
    assert result.count(Outcome.THROUGH) == 45
    assert result.at(DayKind.SUNDAY, 3).stops == ("2",)


@pytest.mark.parametrize("name", ["manufacturer", "bank"])
def test_each_hour_of_the_map_is_the_walk_at_that_hour(name: str) -> None:
    plan = sample(name)
    phase = plan.phases[-1].id
    dice = random.Random(name)
    for result in week_maps(plan, phase, default_flows().flows):
        for day, hour in dice.sample(HOURS, 12):
            walked = walk(plan, phase, result.flow, started_at(Moment(day, hour * 60)))
            assert result.at(day, hour).outcome is walked.outcome
            assert set(result.at(day, hour).stops) == {each.step.id for each in walked.stops}


def test_a_flow_without_steps_gets_through() -> None:
    assert week_map(NIGHTLY, NOW, chain()).count(Outcome.THROUGH) == 168
