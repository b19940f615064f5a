"""A party is made accountable or responsible: its letter moves or is added, all others stay."""

from dataclasses import replace

import pytest

from socplanner.domain.assignment_edits import AssignParty, Part, UnassignParty, parties_with
from socplanner.domain.duty_edits import SetCells
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.letter_sets import RACI
from socplanner.domain.letters import Cell, Letter
from socplanner.domain.local_text import LocalText
from socplanner.domain.phases import duty
from socplanner.domain.plan import Plan
from socplanner.domain.problem import EditRejected
from tests.support.small_plan import A1, A2, CISO, IT, NOW, SOC, small_plan

ONE, TWO = frozenset({A1}), frozenset({A1, A2})


@pytest.fixture
def plan() -> Plan:
    """Return a plan in which A-1 has CISO A, SOC R, IT C, and A-2 nothing."""
    plan = small_plan()
    cells = [(role, party.id, Cell("")) for role in TWO for party in plan.parties]
    plan = SetCells(NOW, tuple(cells)).apply(plan)
    letters = ((A1, CISO, Cell("A")), (A1, SOC, Cell("R")), (A1, IT, Cell("C")))
    return SetCells(NOW, letters).apply(plan)


def letters(plan: Plan, role: RoleId) -> dict[PartyId, Cell]:
    """Return the letters of `role`."""
    return dict(duty(plan, NOW, role).letters)


def test_a_party_is_added_beside_the_others(plan: Plan) -> None:
    after = AssignParty(NOW, TWO, "performs", IT).apply(plan)
    assert letters(after, A1) == {CISO: "A", SOC: "R", IT: "R/C"}
    assert letters(after, A2) == {IT: "R"}


def test_the_letter_moves_to_the_only_party(plan: Plan) -> None:
    after = AssignParty(NOW, ONE, "accountable", SOC, is_only=True).apply(plan)
    assert letters(after, A1) == {SOC: "A/R", IT: "C"}


def test_no_party_has_the_letter_any_more(plan: Plan) -> None:
    after = AssignParty(NOW, ONE, "performs", None, is_only=True).apply(plan)
    assert letters(after, A1) == {CISO: "A", IT: "C"}


def test_a_party_that_has_the_letter_changes_nothing(plan: Plan) -> None:
    assert AssignParty(NOW, ONE, "performs", SOC, is_only=True).apply(plan) is plan


def test_an_undecided_cell_gets_the_letter(plan: Plan) -> None:
    plan = SetCells(NOW, ((A1, IT, Cell("?")),)).apply(plan)
    assert letters(AssignParty(NOW, ONE, "performs", IT).apply(plan), A1)[IT] == "R"


def test_a_letter_is_removed_from_one_party(plan: Plan) -> None:
    both = AssignParty(NOW, ONE, "performs", IT).apply(plan)
    after = UnassignParty(NOW, ONE, "performs", IT).apply(both)
    assert letters(after, A1) == letters(plan, A1)
    assert UnassignParty(NOW, TWO, "performs", CISO).apply(plan) is plan


def test_a_letter_with_both_flags_leaves_the_other_one() -> None:
    double = Letter("D", LocalText("両方", "Doer"), "#FFFFFF", accountable=True, performs=True)
    plan = small_plan()
    plan = replace(plan, letter_set=replace(RACI, letters=(*RACI.letters, double)))
    plan = SetCells(NOW, ((A2, SOC, Cell("D")),)).apply(plan)
    after = UnassignParty(NOW, frozenset({A2}), "accountable", SOC).apply(plan)
    assert letters(after, A2)[SOC] == "R"
    assert parties_with(after, duty(after, NOW, A2), "performs")[-1:] == (SOC,)
    only = replace(plan.letter_set, letters=(double,))
    alone = replace(plan, letter_set=only)
    after = UnassignParty(NOW, frozenset({A2}), "accountable", SOC).apply(alone)
    assert SOC not in letters(after, A2)


@pytest.mark.parametrize(("part", "parties"), [("accountable", (CISO,)), ("performs", (SOC,))])
def test_parties_are_listed_by_their_part(
    plan: Plan, part: Part, parties: tuple[PartyId, ...]
) -> None:
    assert parties_with(plan, duty(plan, NOW, A1), part) == parties


def test_what_the_plan_does_not_have_is_refused(plan: Plan) -> None:
    strange = PartyId("strange")
    with pytest.raises(EditRejected):
        AssignParty(NOW, ONE, "performs", strange).apply(plan)
    with pytest.raises(EditRejected):
        UnassignParty(NOW, ONE, "performs", strange).apply(plan)
    with pytest.raises(EditRejected):
        AssignParty(NOW, frozenset({RoleId("x:Z-1")}), "performs", SOC).apply(plan)
    with pytest.raises(EditRejected):
        AssignParty(PhaseId("gone"), ONE, "performs", SOC).apply(plan)
