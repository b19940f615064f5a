"""Who is there at a moment, over all roles of a phase."""

import pytest

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.coverage import CoverageState, DayKind
from socplanner.domain.duty_edits import ChangeSourcing, SetCoverage
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.new_plan import NOW
from socplanner.domain.plan import Plan
from socplanner.domain.role_coverage import (
    SUNDAY_NIGHT,
    Moment,
    coverage_at,
    moment_of,
    state_counts,
)
from socplanner.services import paths
from socplanner.services.plan_files import open_plan
from tests.support.plans import hybrid_plan

A1, B1 = RoleId("v2:A-1"), RoleId("v2:B-1")


def states(plan: Plan, moment: Moment = SUNDAY_NIGHT) -> dict[str, CoverageState]:
    """Return the state of each role by its code."""
    covered = coverage_at(plan, plan.phases[0].id, moment)
    return {each.role.code: each.state for each in covered}


def test_the_manufacturer_has_its_hole_on_sunday_night() -> None:
    plan = open_plan(paths.resources() / "examples" / "manufacturer.socplan").plan
    by_code = states(plan)
    assert (by_code["D-4"], by_code["D-5"]) == (CoverageState.UNMANNED, CoverageState.UNMANNED)
    assert (by_code["D-1"], by_code["D-2"]) == (CoverageState.ON_CALL, CoverageState.ON_CALL)
    assert by_code["B-1"] is CoverageState.ON_DUTY
    assert by_code["E-4"] is CoverageState.NOT_STATED
    by_day = states(plan, Moment(DayKind.TUESDAY, 14 * 60))
    assert {by_day[code] for code in ("D-1", "D-2", "D-4", "D-5")} == {CoverageState.ON_DUTY}
    assert states(plan, Moment(DayKind.HOLIDAY, 14 * 60))["D-4"] is CoverageState.UNMANNED


def test_a_role_that_is_not_carried_out_is_left_out() -> None:
    plan = ChangeSourcing(NOW, frozenset({A1}), Sourcing.NOT_CARRIED_OUT).apply(hybrid_plan())
    assert "A-1" not in states(plan)
    assert len(states(plan)) == 53


def test_the_counts_are_those_of_the_roles() -> None:
    plan = SetCoverage(NOW, frozenset({A1, B1}), "24x365").apply(hybrid_plan())
    counts = state_counts(coverage_at(plan, NOW, SUNDAY_NIGHT))
    assert counts == {CoverageState.ON_DUTY: 2, CoverageState.NOT_STATED: 52}


def test_an_unknown_phase_is_an_error() -> None:
    with pytest.raises(KeyError):
        coverage_at(hybrid_plan(), PhaseId("never"), SUNDAY_NIGHT)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("sun 03:00", SUNDAY_NIGHT),
        ("Mon 9:30", Moment(DayKind.MONDAY, 570)),
        (" holiday  14:00 ", Moment(DayKind.HOLIDAY, 840)),
        *((text, None) for text in ("", "sun", "sun 24:00", "sun 3", "son 3:00", "sun 3:60")),
    ],
)
def test_a_moment_is_a_day_and_a_time(text: str, moment: Moment | None) -> None:
    assert moment_of(text) == moment
