"""The limits that rules measure by are the plan's own, and the usual ones beside them."""

from typing import get_args

import pytest

from socplanner.domain.checks.advice_rules import ADVICE_RULES
from socplanner.domain.checks.maturity_rules import PRESENT_RULES
from socplanner.domain.thresholds import (
    NO_THRESHOLDS,
    THRESHOLDS,
    Unit,
    limit_of,
    most_parties,
)


@pytest.mark.parametrize(
    ("name", "usual"),
    [
        ("performers", 3),
        ("consulted", 3),
        ("consulted-share", 30),
        ("informed", 4),
        ("informed-share", 50),
        ("performing-roles", 8),
        ("performing-spread", 15),
        ("accountable-share", 3),
        ("heavy-roles", 8),
        ("busiest-share", 4),
        ("lone-heads", 1),
        ("inhouse-roles", 8),
        ("evidence-score", 4),
        ("weak-score", 2),
    ],
)
def test_plans_without_thresholds_are_checked_by_the_defaults(name: str, usual: int) -> None:
    assert limit_of(NO_THRESHOLDS, name) == usual
    assert limit_of({name: 7, "other": 9}, name) == 7


def test_a_limit_that_divides_is_at_least_one_and_a_share_at_most_the_whole() -> None:
    for each in THRESHOLDS:
        assert each.unit in get_args(Unit)
        above_none = each.unit == "one-in" or each.id in {"performers", "evidence-score"}
        assert each.least == (1 if above_none else 0)
        assert each.most == {
            "evidence-score": 6,
            "weak-score": 5,
        }.get(each.id, {"percent": 100, "roles": 9999}.get(each.unit, 99))


def test_every_limit_belongs_to_a_rule() -> None:
    of_loads = {"C01", "C03", "C05"}
    of_phases = {"P03"}
    of_roles = {name for name, _ in (*ADVICE_RULES, *PRESENT_RULES)}
    assert {each.rule for each in THRESHOLDS} <= of_loads | of_roles | of_phases


def test_many_parties_may_be_consulted_where_there_are_many() -> None:
    assert most_parties(NO_THRESHOLDS, "consulted", 5) == 3
    assert most_parties(NO_THRESHOLDS, "consulted", 13) == 3
    assert most_parties(NO_THRESHOLDS, "consulted", 14) == 4
    assert most_parties(NO_THRESHOLDS, "informed", 10) == 5
    assert most_parties({"informed": 9}, "informed", 10) == 9
    assert most_parties({"informed-share": 100}, "informed", 10) == 10
