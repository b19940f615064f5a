"""Roles whose findings depend on another role."""

from socplanner.domain.checks.dependents import RECEIVING, REPORTING, with_dependents
from socplanner.domain.ids import RoleId


def test_the_role_that_receives_reports_is_checked_with_the_one_that_reports() -> None:
    others = frozenset({RoleId("v2:A-1")})
    assert with_dependents(others) == others
    assert with_dependents(others | {REPORTING}) == others | {REPORTING, RECEIVING}
    assert with_dependents(frozenset({RECEIVING})) == {RECEIVING}
