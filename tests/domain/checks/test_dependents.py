"""Roles whose findings depend on another role."""

from socplanner.domain.checks.dependents import RECEIVING, REPORTING, with_dependents
from socplanner.domain.ids import RoleId
from tests.support.flows import flow, plan_with, step
from tests.support.small_plan import A1, A2, A3, A4, small_plan


def test_the_role_that_receives_reports_is_checked_with_the_one_that_reports() -> None:
    others = frozenset({RoleId("v2:A-1")})
    plan = small_plan()
    assert with_dependents(others, plan) == others
    assert with_dependents(others | {REPORTING}, plan) == others | {REPORTING, RECEIVING}
    assert with_dependents(frozenset({RECEIVING}), plan) == {RECEIVING}


def test_roles_beside_each_other_in_a_flow_are_checked_together() -> None:
    plan = plan_with(
        {}, flows=(flow(step("1", A1, to="x:A-4"), step("2", A2, "1"), step("3", A3)),)
    )
    assert with_dependents(frozenset({A1}), plan) == {A1, A2, A4}
    assert with_dependents(frozenset({A4}), plan) == {A1, A4}
    assert with_dependents(frozenset({A3}), plan) == {A3}
