"""The cost of a phase: in-house, outsourced, retained people, and what is left out."""

from dataclasses import replace

import pytest

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.cost.contracts import contract_cost, notice_day
from socplanner.domain.cost.party_costs import stated_sum
from socplanner.domain.cost.phase_cost import Omission, PartyCost, PhaseCost, cost_of
from socplanner.domain.cost_inputs import RETAINED_SHARE, Contract, CostInputs, Rates
from socplanner.domain.ids import PartyId, PhaseId
from socplanner.domain.plan import Plan
from socplanner.domain.staffing.calculation import Figure
from socplanner.domain.staffing_inputs import People, Post, Staffing, Workload
from tests.support.small_plan import (
    A1,
    A3,
    A4,
    CISO,
    IT,
    MSS,
    NOW,
    SOC,
    TARGET,
    small_plan,
    text,
    with_row,
)

WATCH = Contract("watch", text("Watch"), MSS, fee=500_000, once=300_000, begins=NOW)
RATES = Rates(9_000_000, 3000, 300_000, 1_000_000)
DESK = Post("desk", text("Desk"), SOC, "24x365", 1, (A1,))
PROJECT = Workload("project", text("Project"), SOC, hours_a_year=1720)
HALF = Staffing({}, (), (PROJECT,), {(NOW, SOC): People(1)})


def plan_with(cost: CostInputs, staffing: Staffing = HALF) -> Plan:
    """Return the small plan, half of it outsourced now and none of it later."""
    return replace(small_plan(), cost=cost, staffing=staffing)


def of(cost: PhaseCost, party: PartyId | None) -> PartyCost:
    """Return the cost of `party`."""
    return next(
        each for each in cost.parties if (None if each.party is None else each.party.id) == party
    )


def value(cost: PhaseCost, party: PartyId, symbol: str) -> float | None:
    """Return a figure of a party."""
    return of(cost, party).figures[symbol].value


def kinds(cost: PhaseCost) -> list[str]:
    """Return what is left out, by kind."""
    return [each.kind for each in cost.left_out]


def test_people_cost_pay_training_and_tools() -> None:
    rates = {(NOW, SOC): Rates(tools=2_000_000)}
    cost = cost_of(plan_with(CostInputs("JPY", rates=RATES, by_place=rates)), NOW)
    assert value(cost, SOC, "cost_fte") == 1
    assert value(cost, SOC, "loaded_cost") == 9_000_000
    assert value(cost, SOC, "training_cost") == 300_000
    assert value(cost, SOC, "night_premium_pay") == 0
    assert value(cost, SOC, "inhouse_cost") == 11_300_000
    assert of(cost, SOC).figures["inhouse_cost"].text == (
        "loaded_cost + training_cost + night_premium_pay + tools + hiring_cost"
    )


def test_people_who_leave_are_hired_again_and_missing_ones_once() -> None:
    work = (PROJECT._replace(hours_a_year=1720 * 3.5),)
    staffing = HALF._replace(assumptions={"turnover": 10, "vacancy-months": 0}, workloads=work)
    staffing = staffing._replace(assumptions={**staffing.assumptions, "ramp-up-months": 0})
    cost = cost_of(plan_with(CostInputs(rates=RATES), staffing), NOW)
    assert value(cost, SOC, "hiring_cost") == pytest.approx(350_000)
    assert (value(cost, SOC, "hires"), value(cost, SOC, "hiring_once")) == (3, 3_000_000)
    assert value(cost, SOC, "party_once") == 3_000_000


def test_the_late_night_premium_is_that_of_staffing() -> None:
    staffing = Staffing({}, (DESK,))
    stated = cost_of(plan_with(CostInputs(rates=RATES), staffing), NOW)
    hours = stated.staffing.parties[0].figures["night_hours"].value
    assert hours
    assert value(stated, SOC, "night_premium_pay") == pytest.approx(hours * 3000 * 0.25)
    derived = cost_of(plan_with(CostInputs(rates=Rates(9_000_000)), staffing), NOW)
    premium = of(derived, SOC).figures["night_premium_pay"]
    hourly = next(each for each in premium.inputs if each.symbol == "pay_an_hour")
    assert hourly.value == pytest.approx(9_000_000 / (365 / 7 * 40))
    assert premium.value == pytest.approx(hours * (hourly.value or 0) * 0.25)


def test_a_party_without_posts_and_work_costs_the_people_it_has() -> None:
    staffing = Staffing(people={(NOW, IT): People(4, share=25)})
    cost = cost_of(plan_with(CostInputs(rates=RATES), staffing), NOW)
    assert of(cost, IT).figures["cost_fte"].text == "today_fte"
    assert value(cost, IT, "loaded_cost") == 9_000_000


def test_outsourcing_costs_fees_and_the_people_who_are_retained() -> None:
    cost = cost_of(plan_with(CostInputs(contracts=(WATCH,), rates=Rates(10_000_000))), NOW)
    assert cost.roles.retained == {CISO: (A3, A4)}
    share = of(cost, CISO).figures["retained_fte"].inputs[1]
    assert share == Figure("retained_share", RETAINED_SHARE, is_default=True)
    assert value(cost, CISO, "retained_fte") == pytest.approx(2 * RETAINED_SHARE / 100)
    assert value(cost, CISO, "retained_cost") == pytest.approx(1_000_000)
    assert value(cost, MSS, "provider_fees") == 6_000_000
    assert value(cost, MSS, "provider_once") == 300_000
    total = {name: figure.value for name, figure in cost.total.items()}
    assert total["outsourced_total"] == pytest.approx(7_000_000)
    assert total["year_total"] == pytest.approx(17_000_000)
    assert total["once_total"] == 300_000
    assert total["fte_total"] == pytest.approx(1.1)


def test_a_stated_share_is_no_default() -> None:
    cost = cost_of(plan_with(CostInputs(retained_share=20, rates=RATES)), NOW)
    assert of(cost, CISO).figures["retained_fte"].inputs[1] == Figure("retained_share", 20)


def test_what_is_all_in_house_has_nothing_outsourced() -> None:
    cost = cost_of(plan_with(CostInputs(rates=RATES)), TARGET)
    assert cost.total["outsourced_total"].value == 0
    assert cost.total["year_total"].value == cost.total["inhouse_total"].value


def test_rates_of_a_party_follow_from_phase_to_phase_and_before_those_of_the_plan() -> None:
    rates = {(NOW, SOC): Rates(8_000_000), (TARGET, SOC): Rates(training=0)}
    cost = CostInputs(rates=RATES._replace(tools=500_000), by_place=rates)
    later = cost_of(plan_with(cost), TARGET)
    assert value(later, SOC, "loaded_cost") == 8_000_000
    assert value(later, SOC, "training_cost") == 0
    assert value(later, SOC, "tools") is None
    shared = later.total["inhouse_total"].inputs[-1]
    assert (shared.symbol, shared.value) == ("shared_tools", 500_000)


def test_tools_of_a_party_without_people_count() -> None:
    rates = {(NOW, IT): Rates(tools=700_000)}
    cost = cost_of(plan_with(CostInputs(rates=RATES, by_place=rates)), NOW)
    assert (value(cost, IT, "cost_fte"), value(cost, IT, "inhouse_cost")) == (0, 700_000)


@pytest.mark.parametrize(
    ("phase", "year", "once"),
    [(NOW, 6_000_000, 300_000), (TARGET, 6_000_000, 40_000)],
)
def test_a_contract_is_paid_in_its_phases_and_its_begin_and_end_once(
    phase: PhaseId, year: float, once: float
) -> None:
    contract = WATCH._replace(exit=40_000, ends=TARGET)
    cost = contract_cost(contract, phase, (A3,))
    assert (cost.year.value, cost.once.value) == (year, once)
    assert cost.roles == (A3,)


def test_a_contract_of_another_phase_costs_nothing() -> None:
    later = WATCH._replace(begins=TARGET)
    cost = cost_of(plan_with(CostInputs(contracts=(later,))), NOW)
    assert value(cost, MSS, "provider_fees") is None
    assert Omission("contract", MSS, (A3, A4)) in cost.left_out


def test_without_anything_stated_all_is_a_dash_and_named() -> None:
    cost = cost_of(replace(small_plan(), cost=CostInputs()), NOW)
    assert {figure.value for name, figure in cost.total.items() if name != "fte_total"} == {None}
    assert kinds(cost) == [
        *("work", "loaded", "contract", "undecided", "training", "hiring", "tools"),
    ]
    later = cost_of(small_plan(), TARGET).total
    assert (later["outsourced_total"].value, later["year_total"].value) == (0, None)


def test_a_missing_rate_leaves_a_party_out_and_the_rest_computes() -> None:
    staffing = HALF._replace(workloads=(PROJECT, PROJECT._replace(id="it", party=IT)))
    cost = cost_of(plan_with(CostInputs(by_place={(NOW, SOC): RATES}), staffing), NOW)
    assert value(cost, IT, "inhouse_cost") is None
    assert Omission("loaded", IT) in cost.left_out
    assert cost.total["inhouse_total"].value == 9_300_000


def test_people_without_a_headcount_are_left_out() -> None:
    staffing = Staffing(people={(NOW, IT): People(share=25)})
    cost = cost_of(plan_with(CostInputs(rates=RATES), staffing), NOW)
    assert Omission("people", IT) in cost.left_out


def test_a_contract_without_a_fee_is_left_out() -> None:
    cost = cost_of(plan_with(CostInputs(contracts=(WATCH._replace(fee=None, once=None),))), NOW)
    assert Omission("fee", MSS, contract="watch") in cost.left_out


def test_roles_outside_a_contract_are_left_out() -> None:
    cost = cost_of(plan_with(CostInputs(contracts=(WATCH._replace(roles=(A3,)),))), NOW)
    assert Omission("contract", MSS, (A4,)) in cost.left_out


def test_an_outsourced_role_without_provider_or_accountable_party_is_not_lost() -> None:
    plan = with_row(plan_with(CostInputs(rates=RATES)), A3, Sourcing.OUTSOURCE, soc="C")
    cost = cost_of(plan, NOW)
    assert Omission("provider", roles=(A3,)) in cost.left_out
    assert of(cost, None).figures["retained_cost"].value == pytest.approx(450_000)


def test_a_sum_of_what_is_known_names_no_more() -> None:
    parts = (Figure("fee", 2, subject="a"), Figure("fee", None, subject="b"))
    assert stated_sum("sum", parts).text == "fee_a"
    assert stated_sum("sum", parts[1:]).value is None


@pytest.mark.parametrize(
    ("last", "notice", "day"),
    [
        ("2029-03-31", 3, "2028-12-31"),
        ("2029-02-28", 1, "2029-01-31"),
        ("2029-05-15", 6, "2028-11-15"),
        ("2028-05-30", 3, "2028-02-29"),
        ("2029-03-31", 0, "2029-03-31"),
        ("", 3, ""),
        ("2029-03-31", None, ""),
        ("0001-01-31", 12, ""),
    ],
)
def test_notice_is_given_so_many_months_before_the_end(
    last: str, notice: int | None, day: str
) -> None:
    assert notice_day(WATCH._replace(last_day=last, notice=notice)) == day


def test_an_unknown_phase_is_an_error() -> None:
    with pytest.raises(KeyError):
        cost_of(small_plan(), PhaseId("x"))
