"""The plan under each pattern: what moves, what that costs, hours without anybody, and gaps."""

from dataclasses import replace

import pytest

from socplanner.domain.assessment_edits import SetScore
from socplanner.domain.catalogue import Sourcing
from socplanner.domain.cost.pattern_costs import (
    MaturityGap,
    PatternColumn,
    UnmannedHours,
    hours_without,
    pattern_columns,
    unmanned_hours,
)
from socplanner.domain.cost.phase_cost import Omission
from socplanner.domain.cost.sourced_roles import sourced_roles
from socplanner.domain.cost_inputs import ROLE_SHARE, Contract, CostInputs, Rates
from socplanner.domain.coverage_text import coverage_of
from socplanner.domain.duty_edits import ChangeSourcing, SetAim, SetCoverage
from socplanner.domain.plan import Plan
from socplanner.domain.staffing.calculation import Figure
from socplanner.domain.staffing_inputs import People, Post, Staffing, Workload
from tests.support.small_plan import (
    A1,
    A2,
    A3,
    A4,
    B2,
    MSS,
    NOW,
    ROLES,
    SOC,
    small_plan,
    text,
    with_row,
)

WATCH = Contract("watch", text("Watch"), MSS, (A3, A4), 600_000)
DESK = Post("desk", text("Desk"), SOC, "mon-fri 9:00-17:00", 1, (A1, A2))
CASES = Workload("cases", text("Cases"), post="desk", incidents=1, hours=8)
PROJECT = Workload("project", text("Project"), SOC, hours_a_year=1720)
COST = CostInputs("JPY", rates=Rates(9_000_000), contracts=(WATCH,))
STAFFING = Staffing({}, (DESK,), (CASES, PROJECT), {(NOW, SOC): People(3)})
PLAN = replace(small_plan(), cost=COST, staffing=STAFFING)


def columns(plan: Plan = PLAN) -> dict[str, PatternColumn]:
    """Return the columns by the ids of their patterns, that of the plan as it is under `plan`."""
    return {
        "plan" if each.pattern is None else each.pattern.id: each
        for each in pattern_columns(plan, NOW)
    }


def figure(column: PatternColumn, symbol: str) -> Figure:
    """Return a figure of the monitoring team."""
    (party,) = [each for each in column.cost.parties if each.party and each.party.id == SOC]
    return party.figures[symbol]


def test_the_pattern_of_the_plan_costs_what_the_plan_costs() -> None:
    result = columns()
    for symbol, value in result["plan"].cost.total.items():
        assert result["half"].cost.total[symbol].value == value.value
    assert (result["half"].moved_in, result["half"].moved_out) == (0, 0)
    assert result["plan"].cost.moves is None


def test_roles_that_move_in_need_people_and_save_their_fees() -> None:
    column = columns()["all"]
    assert (column.moved_in, column.moved_out) == (2, 0)
    moved = figure(column, "cost_fte").inputs[1]
    assert (moved.symbol, moved.value) == ("moved_fte", 2 * ROLE_SHARE / 100)
    assert column.cost.total["outsourced_total"].value == 0


def test_a_part_of_a_contract_costs_a_part_of_its_fee() -> None:
    plan = ChangeSourcing(NOW, frozenset({A1}), Sourcing.OUTSOURCE).apply(PLAN)
    plan = replace(plan, cost=COST._replace(contracts=(WATCH._replace(roles=()),)))
    before, after = columns(plan)["plan"], columns(plan)["half"]
    assert before.cost.total["outsourced_total"].value == pytest.approx(7_200_000 + 3 * 450_000)
    (provider,) = [each for each in after.cost.parties if each.party and each.party.id == MSS]
    (contract,) = provider.contracts
    assert contract.year.text == "fee * 12 * kept_roles / contract_roles"
    assert contract.year.value == pytest.approx(4_800_000)


def test_round_the_clock_roles_that_move_in_share_a_desk() -> None:
    plan = SetCoverage(NOW, frozenset({A3, A4}), "24x365").apply(PLAN)
    column = columns(plan)["all"]
    moved = figure(column, "cost_fte").inputs[1]
    assert moved.value == pytest.approx(5.4113, abs=0.0001)
    assert moved.inputs[0].symbol == "desk_fte"
    assert figure(column, "night_premium_pay").value
    stated = replace(plan, cost=COST._replace(role_share=100))
    share = figure(columns(stated)["all"], "cost_fte").inputs[1].inputs[2]
    assert share == Figure("role_share", 100)


def test_roles_that_move_out_cost_the_mean_fee_and_their_posts_go() -> None:
    inside = ChangeSourcing(NOW, frozenset({A3}), Sourcing.INSOURCE).apply(PLAN)
    column = columns(inside)["half"]
    assert (column.moved_in, column.moved_out) == (0, 1)
    moves = column.cost.moves
    assert moves is not None
    assert moves.out_cost.value == 600_000 * 12
    assert Omission("contract", MSS, (A3,)) not in column.cost.left_out
    own = replace(inside, staffing=STAFFING._replace(posts=(DESK._replace(roles=(A3,)),)))
    assert figure(columns(own)["plan"], "cost_fte").value == pytest.approx(1 + 1952 / 1720, abs=0.1)
    assert figure(columns(own)["half"], "cost_fte").value == 1
    only = replace(own, staffing=own.staffing._replace(workloads=(CASES,)))
    assert figure(columns(only)["half"], "cost_fte").value == 0


def test_without_a_fee_the_roles_that_move_out_are_a_dash() -> None:
    inside = ChangeSourcing(NOW, frozenset({A3}), Sourcing.INSOURCE).apply(PLAN)
    plan = replace(inside, cost=COST._replace(contracts=()))
    moves = columns(plan)["half"].cost.moves
    assert moves is not None
    assert moves.out_cost.value is None


def test_people_of_a_party_without_posts_stay_and_moved_roles_are_added() -> None:
    plan = replace(PLAN, staffing=Staffing(people={(NOW, SOC): People(4, share=50)}))
    moved = figure(columns(plan)["all"], "cost_fte")
    assert (moved.text, moved.value) == ("today_fte + moved_fte", 2.5)
    bare = replace(PLAN, staffing=Staffing())
    assert figure(columns(bare)["all"], "cost_fte").value == 0.5


def test_hours_without_anybody_are_counted_by_role() -> None:
    plan = SetCoverage(NOW, frozenset({A1}), "mon-fri 9:00-17:00").apply(PLAN)
    plan = SetCoverage(NOW, frozenset({A3}), "all by mss").apply(plan)
    result = columns(plan)
    assert result["plan"].unmanned == UnmannedHours(128, 1, len(ROLES) - 2)
    assert result["all"].unmanned == UnmannedHours(128 + 168, 2, len(ROLES) - 2)


def test_hours_of_a_role_that_is_not_carried_out_are_none() -> None:
    plan = ChangeSourcing(NOW, frozenset(ROLES), Sourcing.NOT_CARRIED_OUT).apply(PLAN)
    assert unmanned_hours(sourced_roles(plan, NOW)) == UnmannedHours(None, 0, 0)


@pytest.mark.parametrize(
    ("text", "hours"),
    [("24x365", 0), ("sat 22:00-6:00", 160), ("mon-fri 9:00-18:00; all on-call", 0), ("sun", 144)],
)
def test_hours_of_a_week_without_anybody(text: str, hours: float) -> None:
    assert hours_without(coverage_of(text).bands) == hours


def test_gaps_are_those_of_the_sides_that_the_pattern_uses() -> None:
    plan = SetScore(frozenset({A3}), ("outsourced",), "2", "2026-11-30").apply(PLAN)
    plan = SetAim(NOW, frozenset({A3}), "outsourced", "4").apply(plan)
    result = columns(plan)
    assert result["plan"].gap[:2] == (1, 2)
    assert result["all"].gap == MaturityGap(None, None, len(ROLES))


def test_what_moves_to_no_party_costs_the_rates_of_the_plan() -> None:
    plan = with_row(PLAN, B2, Sourcing.OUTSOURCE, mss="R")
    column = columns(plan)["half"]
    (without_party,) = [each for each in column.cost.parties if each.party is None]
    assert without_party.figures["cost_fte"].value == ROLE_SHARE / 100
    assert "retained_cost" not in without_party.figures
    (without_party,) = [each for each in columns(plan)["plan"].cost.parties if each.party is None]
    assert "cost_fte" not in without_party.figures


def test_a_plan_without_undecided_roles_leaves_none_out() -> None:
    plan = ChangeSourcing(NOW, frozenset({*ROLES}), Sourcing.BOTH).apply(PLAN)
    cost = columns(plan)["plan"].cost
    assert "undecided" not in {each.kind for each in cost.left_out}
    assert A1 in cost.roles.by_party[SOC]
    assert A1 in cost.roles.by_provider[MSS]
