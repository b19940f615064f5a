"""Plans with conflicts are merged again: no value is lost, no decision is overruled in silence."""

from dataclasses import replace
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.comparison.nodes import place_of_pointer
from socplanner.domain.duty_edits import SetCells, SetNote
from socplanner.domain.letters import Cell
from socplanner.domain.merge_conflicts import MergeConflict
from socplanner.domain.party_edits import RemoveParty
from socplanner.domain.phases import duty
from socplanner.domain.plan import Plan
from socplanner.formats.plan.version_tree import expanded, expander, version_tree
from socplanner.services.plan_conflicts import value_now, value_of
from socplanner.services.plan_merging import merged_plans
from socplanner.services.version_adoption import choice_of
from tests.services.test_plan_merging import ANY_SEED, FEW, WHOLE
from tests.support.plan_versions import another_version
from tests.support.small_plan import A1, NOW, small_plan

BASE = SetNote(NOW, frozenset({A1}), "before").apply(small_plan())
CLEAN = replace(WHOLE, conflicts=())


def noted(text: str, plan: Plan = BASE) -> Plan:
    """Return `plan` with another note."""
    return SetNote(NOW, frozenset({A1}), text).apply(plan)


def note_of(plan: Plan) -> str:
    """Return the note that is edited here."""
    return duty(plan, NOW, A1).note


def theirs_of(plan: Plan) -> list[str]:
    """Return their values that wait."""
    return [str(value_of(each.theirs)) for each in plan.conflicts]


def chosen(plan: Plan, *, is_ours: bool) -> Plan:
    """Return `plan` with all its conflicts decided."""
    return choice_of(plan, plan.conflicts, is_ours=is_ours).apply(plan)


MERGED = merged_plans(BASE, noted("ours"), noted("theirs")).plan
"""A plan in which one conflict waits."""


def test_a_third_value_waits_beside_the_second() -> None:
    for ours, theirs in ((MERGED, noted("third")), (noted("third"), MERGED)):
        merged = merged_plans(BASE, ours, theirs).plan
        assert {note_of(merged), *theirs_of(merged)} == {"ours", "theirs", "third"}


@pytest.mark.parametrize("is_ours", [True, False])
def test_two_decisions_for_different_sides_are_a_conflict(*, is_ours: bool) -> None:
    one, other = chosen(MERGED, is_ours=is_ours), chosen(MERGED, is_ours=not is_ours)
    merged = merged_plans(MERGED, one, other).plan
    assert (note_of(merged), theirs_of(merged)) == (note_of(one), [note_of(other)])


@pytest.mark.parametrize("is_ours", [True, False])
def test_one_decision_is_adopted_and_the_same_twice_is_one(*, is_ours: bool) -> None:
    decided = chosen(MERGED, is_ours=is_ours)
    for ours, theirs in ((decided, MERGED), (MERGED, decided), (decided, decided)):
        assert merged_plans(MERGED, ours, theirs).plan == decided


def test_a_kept_value_and_an_edit_of_the_other_side_are_a_conflict() -> None:
    kept, edited = chosen(MERGED, is_ours=True), noted("edited", MERGED)
    for ours, theirs in ((kept, edited), (edited, kept)):
        merged = merged_plans(MERGED, ours, theirs).plan
        assert (note_of(merged), theirs_of(merged)) == (note_of(ours), [note_of(theirs)])


def test_two_who_merged_in_opposite_directions_have_one_conflict() -> None:
    turned = merged_plans(BASE, noted("theirs"), noted("ours")).plan
    merged = merged_plans(BASE, MERGED, turned).plan
    assert (note_of(merged), theirs_of(merged)) == ("ours", ["theirs"])


def test_keeping_ours_keeps_what_was_edited_since_the_merge() -> None:
    later = noted("later", MERGED)
    assert note_of(chosen(later, is_ours=True)) == "later"
    assert note_of(chosen(later, is_ours=False)) == "theirs"
    assert chosen(later, is_ours=True).conflicts == ()


def test_keeping_ours_removes_what_stayed_only_for_the_other_side() -> None:
    base = small_plan()
    party = base.parties[-1].id
    used = SetCells(NOW, ((A1, party, Cell("R")),)).apply(base)
    merged = merged_plans(base, RemoveParty(party).apply(base), used).plan
    assert merged.party(party) is not None
    assert chosen(merged, is_ours=True).party(party) is None


def test_their_values_of_one_place_are_chosen_one_by_one() -> None:
    three = merged_plans(BASE, MERGED, noted("third")).plan
    first, second = three.conflicts
    once = choice_of(three, three.conflicts, is_ours=False).apply(three)
    assert (note_of(once), once.conflicts) == ("theirs", (second,))
    assert note_of(chosen(once, is_ours=False)) == "third"
    assert first.at == second.at


def test_a_conflict_at_a_place_that_the_plan_has_not_can_be_ended() -> None:
    plan = replace(BASE, conflicts=(MergeConflict("/parties/gone/name", '"A"', '"B"'),))
    assert chosen(plan, is_ours=True) == BASE


def waits_or_is_there(merged: Plan, at: str, value: object) -> bool:
    """Return whether `merged` has a value at a place, or a conflict there or above has it."""
    tree = expanded(version_tree(merged), expander([merged]))
    place = place_of_pointer(at)
    is_there = partial(value_now, tree)
    return is_there(MergeConflict(at)) == value or any(
        place[: len(place_of_pointer(each.at))] == place_of_pointer(each.at)
        for each in merged.conflicts
        if each.at != at or value_of(each.theirs) == value
    )


@FEW
@given(ANY_SEED, ANY_SEED, ANY_SEED, st.booleans())
def test_no_waiting_value_is_lost_in_a_second_merge(
    one: int, other: int, third: int, is_turned: bool
) -> None:
    first, second, later = (another_version(CLEAN, seed, 6) for seed in (one, other, third))
    waiting = merged_plans(CLEAN, first, second).plan
    pair = (later, waiting) if is_turned else (waiting, later)
    merged = merged_plans(CLEAN, *pair).plan
    for each in waiting.conflicts:
        assert waits_or_is_there(merged, each.at, value_of(each.theirs)), each
