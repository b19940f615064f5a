"""What a pattern or a sourcing would change is known before, and hand-set letters are respected."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.duty_edits import ApplyPattern, ChangeSourcing, MoveRoles, SetCells
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.letters import BLANK, Cell
from socplanner.domain.patterns import Proposed, propose_pattern, propose_sourcing
from socplanner.domain.phases import duty
from socplanner.domain.plan import Plan
from socplanner.domain.usual_letters import usual_letters
from tests.support.small_plan import (
    A1,
    A2,
    A3,
    A4,
    B1,
    B2,
    CATALOGUE,
    CERT,
    CISO,
    IT,
    MSS,
    NOW,
    PARTIES,
    SOC,
    letters_by_party,
    small_plan,
)

SOURCINGS = st.sampled_from(Sourcing)
CELLS = st.sampled_from(["", "A", "R", "A/R", "C", "I", "?"]).map(Cell)


def _only(
    plan: Plan, sourcing: Sourcing, role: RoleId = A1, *, replacing: bool = False
) -> Proposed:
    (proposed,) = propose_sourcing(plan, NOW, [role], sourcing, replace_hand_letters=replacing)
    return proposed


def _with_cell(party: PartyId, cell: str, plan: Plan | None = None) -> Plan:
    return SetCells(NOW, ((A1, party, Cell(cell)),)).apply(plan or small_plan())


def test_a_sourcing_brings_the_letters_that_go_with_it() -> None:
    proposed = _only(small_plan(), Sourcing.OUTSOURCE)
    assert letters_by_party(proposed.after) == {
        "ciso": "A",
        "soc": "C",
        "it": "C",
        "mss": "R",
        "cert": "I",
    }
    assert proposed.letter_moves() == ((SOC, "R", "C"), (MSS, "", "R"))
    assert proposed.kept == ()
    assert proposed.changes_anything


def test_moving_a_card_leaves_sourcing_and_letters() -> None:
    plan = MoveRoles(NOW, frozenset({A1}), Area.III).apply(small_plan())
    assert propose_pattern(plan, NOW, CATALOGUE.patterns[0]) == ()


@pytest.mark.parametrize(
    ("party", "cell"), [(SOC, "A"), (SOC, ""), (IT, "I"), (MSS, "C"), (CERT, "R"), (CISO, "A/R")]
)
def test_a_letter_set_by_hand_is_left_alone_and_named(party: PartyId, cell: str) -> None:
    plan = _with_cell(party, cell)
    proposed = _only(plan, Sourcing.BOTH)
    assert proposed.after.letters.get(party, BLANK) == cell
    assert proposed.kept == (party,)
    untouched = {each for each in PARTIES if each != party}
    usual = usual_letters(plan, CATALOGUE.role_by_id[A1], Sourcing.BOTH)
    assert usual is not None
    assert all(proposed.after.letters.get(each) == usual.get(each) for each in untouched)


def test_a_letter_set_by_hand_is_replaced_on_request() -> None:
    proposed = _only(_with_cell(SOC, "A"), Sourcing.OUTSOURCE, replacing=True)
    assert proposed.kept == ()
    assert proposed.after.letters == usual_letters(
        small_plan(), CATALOGUE.role_by_id[A1], Sourcing.OUTSOURCE
    )


def test_a_hand_letter_that_is_the_usual_one_afterwards_needs_no_mention() -> None:
    proposed = _only(_with_cell(MSS, "R"), Sourcing.OUTSOURCE)
    assert proposed.kept == ()
    assert proposed.after.letters[MSS] == "R"


def test_the_same_sourcing_moves_no_letter_unless_hand_letters_are_replaced() -> None:
    plan = _with_cell(SOC, "C")
    assert propose_sourcing(plan, NOW, [A1], Sourcing.INSOURCE) == ()
    proposed = _only(plan, Sourcing.INSOURCE, replacing=True)
    assert proposed.letter_moves() == ((SOC, "C", "R"),)


def test_an_undecided_role_keeps_its_letters_and_gets_the_usual_ones_once_decided() -> None:
    plan = ChangeSourcing(NOW, frozenset({A1}), Sourcing.UNDECIDED).apply(small_plan())
    assert duty(plan, NOW, A1).letters == duty(small_plan(), NOW, A1).letters
    proposed = _only(plan, Sourcing.OUTSOURCE)
    assert proposed.kept == ()
    assert proposed.letter_moves() == ((SOC, "R", "C"), (MSS, "", "R"))


def test_a_letter_that_is_never_usual_was_meant_even_while_undecided() -> None:
    plan = ChangeSourcing(NOW, frozenset({A1}), Sourcing.UNDECIDED).apply(small_plan())
    proposed = _only(_with_cell(CERT, "A", plan), Sourcing.OUTSOURCE)
    assert proposed.kept == (CERT,)
    assert proposed.after.letters[CERT] == "A"


def test_a_role_without_usual_parties_gets_the_sourcing_alone() -> None:
    plan = small_plan()
    proposed = _only(plan, Sourcing.BOTH, B2)
    assert proposed.after == replace(proposed.before, sourcing=Sourcing.BOTH)


def test_a_pattern_proposes_nothing_for_a_role_without_an_area() -> None:
    plan = small_plan("half", None)
    proposed = propose_pattern(plan, NOW, CATALOGUE.patterns[1])
    assert [each.role.id for each in proposed] == [A3, A4]
    assert duty(plan, NOW, B1).sourcing is Sourcing.UNDECIDED


def test_a_role_is_proposed_where_only_a_hand_letter_is_at_stake() -> None:
    plan = _with_cell(SOC, "C")
    pattern = CATALOGUE.patterns[0]
    assert propose_pattern(plan, NOW, pattern) == ()
    replaced = propose_pattern(plan, NOW, pattern, replace_hand_letters=True)
    assert [each.role.id for each in replaced] == [A1]


def test_proposals_are_in_the_order_of_roles() -> None:
    proposed = propose_sourcing(small_plan(), NOW, [A4, A2, A1], Sourcing.BOTH)
    assert [each.role.id for each in proposed] == [A1, A2, A4]


def test_an_unknown_role_is_refused() -> None:
    with pytest.raises(KeyError, match="x:Z-9"):
        propose_sourcing(small_plan(), NOW, [A1, RoleId("x:Z-9")], Sourcing.BOTH)


@given(SOURCINGS, SOURCINGS)
def test_there_and_back_is_as_before(first: Sourcing, other: Sourcing) -> None:
    begun = _sourced(small_plan(), first)
    back = _sourced(_sourced(begun, other), first)
    if other is not Sourcing.UNDECIDED and first is not Sourcing.UNDECIDED:
        assert duty(back, NOW, A1) == duty(begun, NOW, A1)


@given(st.sampled_from(PARTIES), CELLS, st.lists(SOURCINGS, min_size=1, max_size=4))
def test_what_was_never_usual_survives_any_sourcing(
    party: PartyId, cell: Cell, sourcings: list[Sourcing]
) -> None:
    plan = _with_cell(party, cell)
    role = CATALOGUE.role_by_id[A1]
    usual = {(usual_letters(plan, role, each) or {}).get(party, BLANK) for each in Sourcing}
    for sourcing in sourcings:
        plan = _sourced(plan, sourcing)
    if cell not in usual:
        assert duty(plan, NOW, A1).letters[party] == cell


@given(st.sampled_from(["half", "all"]), st.booleans(), st.sampled_from(PARTIES), CELLS)
def test_a_pattern_applied_twice_is_a_pattern_applied_once(
    pattern: str, replacing: bool, party: PartyId, cell: Cell
) -> None:
    edit = ApplyPattern(NOW, pattern, replacing)
    once = edit.apply(_with_cell(party, cell))
    assert edit.apply(once) is once


def _sourced(plan: Plan, sourcing: Sourcing) -> Plan:
    return ChangeSourcing(NOW, frozenset({A1}), sourcing).apply(plan)
