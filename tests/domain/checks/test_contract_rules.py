"""P06: a contract of the section `cost` does not end before what follows it is there."""

import pytest

from socplanner.domain.checks.finding import Finding
from socplanner.domain.checks.run import check_phase
from socplanner.domain.cost_edits import AddContract, ChangeContract
from socplanner.domain.cost_inputs import Contract
from socplanner.domain.duty_edits import SetCells
from socplanner.domain.history import History
from socplanner.domain.ids import RoleId
from socplanner.domain.letters import Cell
from socplanner.domain.plan import Plan
from socplanner.domain.road_map_edits import SetMove
from socplanner.domain.road_map_inputs import StatedMove
from socplanner.services.checking import Checking
from socplanner.services.document import Document
from socplanner.services.i18n import words_for
from socplanner.wording.findings import statement
from tests.support.small_plan import A3, A4, CERT, MSS, NOW, SOC, TARGET, small_plan, text

OLD = Contract("old", text("Old watch"), MSS, (), 100, last_day="2028-03-31", ends=NOW)
NEW = Contract("new", text("New watch"), MSS, (), 80, first_day="2028-04-01", begins=TARGET)


def plan_with(*contracts: Contract) -> Plan:
    """Return a plan in which the provider keeps its roles, with `contracts`."""
    plan = small_plan(target="half")
    for contract in contracts:
        plan = AddContract(contract).apply(plan)
    return plan


def gaps(plan: Plan) -> list[Finding]:
    """Return what P06 reports about the later phase."""
    assert not [each for each in check_phase(plan, NOW) if each.rule == "P06"]
    return [each for each in check_phase(plan, TARGET) if each.rule == "P06"]


def test_a_renewal_on_the_next_day_leaves_no_gap() -> None:
    assert gaps(plan_with(OLD, NEW)) == []
    assert gaps(plan_with(OLD, NEW._replace(first_day="2028-02-01"))) == []


def test_a_renewal_that_begins_too_late_is_reported_with_its_provider() -> None:
    (finding,) = gaps(plan_with(OLD, NEW._replace(first_day="2028-04-02")))
    assert (finding.variant, finding.role, finding.parties) == ("contract", None, (MSS,))
    assert statement(finding, plan_with(OLD), words_for("en")) == (
        "The contract “Old watch” ends on 2028-03-31, but what follows it begins on 2028-04-02."
    )


@pytest.mark.parametrize(
    "contracts",
    [
        (OLD,),
        (OLD, NEW._replace(first_day="")),
        (OLD._replace(last_day=""), NEW._replace(first_day="2029-01-01")),
        (OLD._replace(ends=None), NEW._replace(first_day="2029-01-01")),
        (OLD, NEW._replace(party=CERT, first_day="2029-01-01")),
        (OLD._replace(roles=(A3,)), NEW._replace(roles=(A4,), first_day="2029-01-01")),
        (OLD, NEW._replace(begins=None, first_day="2029-01-01")),
        (
            OLD,
            NEW._replace(first_day="2029-01-01"),
            NEW._replace(id="bridge", first_day="2028-04-01"),
        ),
    ],
)
def test_what_is_not_stated_or_not_about_the_same_is_no_gap(
    contracts: tuple[Contract, ...],
) -> None:
    assert gaps(plan_with(*contracts)) == []


def leaving(ends: str, *contracts: Contract, role: RoleId = A3) -> Plan:
    """Return a plan in which roles go in-house, with a move of `role` that `ends` on a day."""
    plan = small_plan()
    for contract in contracts:
        plan = AddContract(contract).apply(plan)
    return SetMove(TARGET, role, StatedMove(begins="2027-04-01", ends=ends)).apply(plan)


def test_a_contract_lasts_until_the_role_is_handed_over() -> None:
    assert gaps(leaving("2028-04-01", OLD)) == []
    (finding,) = gaps(leaving("2028-04-02", OLD))
    assert (finding.role, dict(finding.values)["day"]) == (A3, "2028-04-02")


def test_a_renewal_lasts_until_the_role_is_handed_over() -> None:
    assert gaps(leaving("2028-06-30", OLD, NEW)) == []
    (finding,) = gaps(leaving("2028-06-30", OLD, NEW._replace(roles=(A4,))))
    assert finding.role == A3


@pytest.mark.parametrize(
    "other",
    [
        NEW._replace(first_day=""),
        Contract("frame", text("Framework"), MSS, (), 100),
        Contract("longer", text("Longer"), MSS, (), 100, last_day="2028-06-29", ends=NOW),
    ],
)
def test_a_contract_that_may_cover_the_role_is_no_gap(other: Contract) -> None:
    assert gaps(leaving("2028-06-30", OLD, other)) == []


def test_a_framework_contract_covers_what_a_renewal_does_not() -> None:
    frame = Contract("frame", text("Framework"), MSS, (), 100)
    late = NEW._replace(first_day="2028-06-01")
    assert gaps(plan_with(OLD, frame, late)) == []
    assert len(gaps(plan_with(OLD, late))) == 1


def test_other_roles_and_moves_that_are_done_or_have_no_days_are_no_gap() -> None:
    assert gaps(leaving("2029-01-01", OLD._replace(roles=(A4,)))) == []
    assert gaps(leaving("", OLD)) == []
    plan = leaving("2029-01-01", OLD)
    stated = plan.moves[TARGET, A3]
    assert gaps(SetMove(TARGET, A3, stated._replace(status="done")).apply(plan)) == []


def test_another_provider_follows_from_the_first_day_of_its_contract() -> None:
    other = NEW._replace(party=CERT, roles=(A3,), first_day="2028-04-01")
    plan = plan_with(OLD, other)
    cells = ((A3, MSS, Cell("")), (A3, CERT, Cell("R")))
    moved = SetCells(TARGET, cells).apply(plan)
    assert gaps(moved) == []
    late = ChangeContract(other._replace(first_day="2028-05-01")).apply(moved)
    (finding,) = gaps(late)
    assert (finding.role, dict(finding.values)["day"]) == (A3, "2028-05-01")


def test_the_window_follows_contracts_moves_and_letters(qapp: object) -> None:
    document = Document(History.of(leaving("2028-06-30", OLD)))
    checking = Checking(document)
    checking.look_at_phase(TARGET)

    def roles() -> list[RoleId | None]:
        return [each.role for each in checking.all() if each.rule == "P06"]

    assert roles() == [A3]
    document.perform(ChangeContract(OLD._replace(last_day="2028-06-30")))
    assert roles() == []
    document.undo()
    document.perform(SetMove(TARGET, A3, StatedMove(begins="2027-04-01", ends="2028-03-31")))
    assert roles() == []
    document.undo()
    document.perform(SetCells(NOW, ((A3, MSS, Cell("")), (A3, SOC, Cell("R")))))
    assert roles() == []
    document.perform(AddContract(NEW._replace(first_day="2028-05-01")))
    assert roles() == [None]
