"""Edits of cost: each is validated, nothing dangles, and nothing is lost on undo."""

from dataclasses import replace

import pytest

from socplanner.domain.cost_edits import (
    AddContract,
    ChangeContract,
    RemoveContract,
    SetCostAssumptions,
    SetRates,
)
from socplanner.domain.cost_inputs import NO_COST, Contract, Rates
from socplanner.domain.custom_role_edits import AddCustomRole, RemoveCustomRole
from socplanner.domain.history import Edit, History
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.limits import MOST_CONTRACTS
from socplanner.domain.local_text import LocalText
from socplanner.domain.party_edits import RemoveParty
from socplanner.domain.phase_edits import AddPhase, RemovePhase
from socplanner.domain.plan import Plan
from socplanner.domain.problem import EditRejected
from tests.support.small_plan import A1, MSS, NOW, SOC, TARGET, small_plan, text

LAST = PhaseId("last")
NIGHT = RoleId("own:NIGHT")
WATCH = Contract("watch", text("Watch"), MSS, (A1, NIGHT), 500_000, notice=3, begins=NOW)
LATER = Contract("later", text("Later"), MSS, once=9, begins=TARGET, ends=TARGET)
EDITS: tuple[Edit, ...] = (
    AddPhase(LAST, text("Last")),
    AddCustomRole("NIGHT", "A", text("Night")),
    SetCostAssumptions("JPY", 1000, 7.504, None, Rates(9_000_000.004, tools=5)),
    SetRates(NOW, SOC, Rates(9_500_000, hourly=3000)),
    SetRates(TARGET, SOC, Rates(tools=12)),
    AddContract(WATCH),
    AddContract(LATER),
)


def history() -> History:
    """Return the small plan of three phases with cost."""
    result = History.of(small_plan())
    for edit in EDITS:
        result = result.perform(edit)
    return result


PLAN = history().plan


def references(plan: Plan) -> set[str]:
    """Return every id that the cost of `plan` refers to."""
    result: set[str | None] = {each for place in plan.cost.by_place for each in place}
    for each in plan.cost.contracts:
        result |= {each.party, each.begins, each.ends, *each.roles}
    return {each for each in result if each is not None}


def existing(plan: Plan) -> set[str]:
    """Return the ids of the parts of `plan`."""
    result: set[str] = {role.id for role in plan.all_roles()}
    return result | {each.id for each in plan.parties} | {each.id for each in plan.phases}


def test_values_are_kept_as_the_file_writes_them() -> None:
    cost = PLAN.cost
    assert cost[:5] == ("JPY", 1000, 7.5, None, Rates(9_000_000, tools=5))
    assert cost.contracts == (WATCH, LATER)


def test_nothing_changes_the_plan_where_nothing_differs() -> None:
    for edit in (
        SetCostAssumptions("JPY", 1000, 7.5, None, Rates(9_000_000, tools=5)),
        SetRates(TARGET, SOC, Rates(tools=12)),
        SetRates(LAST, SOC, Rates()),
        ChangeContract(WATCH),
    ):
        assert edit.apply(PLAN) is PLAN


@pytest.mark.parametrize(
    "edit",
    [
        *(RemoveParty(SOC), RemoveParty(MSS), RemovePhase(NOW), RemovePhase(TARGET)),
        *(RemovePhase(LAST), RemoveCustomRole(NIGHT), RemoveContract("watch")),
    ],
    ids=repr,
)
def test_nothing_dangles_and_undo_brings_all_of_it_back(edit: Edit) -> None:
    before = history()
    after = before.perform(edit)
    assert references(after.plan) <= existing(after.plan)
    assert after.undone().plan == before.plan


def test_a_removed_phase_leaves_the_later_ones_as_they_are() -> None:
    after = RemovePhase(NOW).apply(PLAN).cost
    assert after.by_place == {(TARGET, SOC): Rates(9_500_000, 3000, tools=12)}
    assert after.contracts == (WATCH._replace(begins=TARGET), LATER)
    after = RemovePhase(TARGET).apply(PLAN).cost
    assert after.contracts == (WATCH,)
    assert after.by_place[LAST, SOC] == Rates(tools=12)


def test_a_removed_party_goes_with_its_contracts_and_rates() -> None:
    assert RemoveParty(MSS).apply(PLAN).cost.contracts == ()
    assert RemoveParty(SOC).apply(PLAN).cost.by_place == {}


def test_a_removed_role_leaves_its_contracts() -> None:
    after = RemoveCustomRole(NIGHT).apply(PLAN).cost
    assert after.contracts == (WATCH._replace(roles=(A1,)), LATER)


def test_what_is_not_there_is_not_removed() -> None:
    plan = small_plan()
    for edit in (RemoveParty(SOC), RemovePhase(NOW)):
        assert edit.apply(plan).cost is NO_COST


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (SetCostAssumptions("XYZ"), "unknown-currency"),
        (SetCostAssumptions(rounding=7), "bad-rounding"),
        (SetCostAssumptions(retained_share=0), "bad-amount"),
        (SetCostAssumptions(role_share=101), "bad-amount"),
        (SetCostAssumptions(rates=Rates(-1)), "bad-amount"),
        (SetCostAssumptions(rates=Rates(float("inf"))), "bad-amount"),
        (SetRates(PhaseId("x"), SOC, Rates(1)), "unknown-phase"),
        (SetRates(NOW, PartyId("x"), Rates(1)), "unknown-party"),
        (SetRates(NOW, SOC, Rates(hiring=-0.5)), "bad-amount"),
        (AddContract(WATCH), "doubled-contract"),
        (AddContract(WATCH._replace(id="A b")), "bad-id"),
        (AddContract(WATCH._replace(id="b", name=LocalText("", "B"))), "empty-name"),
        (AddContract(WATCH._replace(id="b", party=PartyId("x"))), "unknown-party"),
        (AddContract(WATCH._replace(id="b", roles=(RoleId("x:Z-9"),))), "unknown-role"),
        (AddContract(WATCH._replace(id="b", begins=PhaseId("x"))), "unknown-phase"),
        (AddContract(WATCH._replace(id="b", begins=LAST, ends=NOW)), "ends-before-it-begins"),
        (AddContract(WATCH._replace(id="b", fee=-1)), "bad-amount"),
        (AddContract(WATCH._replace(id="b", notice=121)), "bad-amount"),
        (AddContract(WATCH._replace(id="b", first_day="May")), "bad-day"),
        (
            AddContract(WATCH._replace(id="b", first_day="2027-01-01", last_day="2026-12-31")),
            "contract-ends-before-it-begins",
        ),
        (ChangeContract(WATCH._replace(id="b")), "unknown-contract"),
        (RemoveContract("b"), "unknown-contract"),
    ],
    ids=repr,
)
def test_what_cannot_be_is_rejected(edit: Edit, code: str) -> None:
    with pytest.raises(EditRejected) as rejected:
        edit.apply(PLAN)
    assert rejected.value.problem.code == code


def test_a_plan_has_so_many_contracts_and_no_more() -> None:
    contracts = tuple(WATCH._replace(id=f"c{n}") for n in range(MOST_CONTRACTS))
    plan = replace(PLAN, cost=PLAN.cost._replace(contracts=contracts))
    with pytest.raises(EditRejected, match="too-many-contracts"):
        AddContract(WATCH).apply(plan)
