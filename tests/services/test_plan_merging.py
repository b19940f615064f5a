"""Merging versions of a plan: nothing is lost, nothing is decided, the result can be opened."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socplanner.domain.comparison.nodes import ABSENT, Node, place_of_pointer, pointer_of
from socplanner.domain.comparison.standing import Standing
from socplanner.domain.comparison.topics import topics_of
from socplanner.domain.duty_edits import SetCells, SetNote
from socplanner.domain.letters import Cell
from socplanner.domain.merge_conflicts import conflict_at
from socplanner.domain.party_edits import RemoveParty
from socplanner.domain.phases import duty
from socplanner.domain.plan import Plan
from socplanner.domain.problem import EditRejected
from socplanner.formats.plan.plan_yaml import dumps, loads
from socplanner.formats.plan.version_tree import expanded, expander, version_tree
from socplanner.services.catalogues import catalogue_of
from socplanner.services.plan_merging import merged_plans
from tests.support.plan_versions import another_version
from tests.support.small_plan import A1, A2, NOW, small_plan

WHOLE = loads(
    (Path(__file__).parents[1] / "golden" / "plans" / "whole.socplan").read_bytes(), catalogue_of
).plan
ANY_SEED = st.integers(0, 100_000)
FEW = settings(max_examples=40, deadline=None)


def _itself(node: Node) -> Node:
    return node


def _tree(plan: Plan) -> object:
    return expanded(version_tree(plan), expander([plan]))


@FEW
@given(ANY_SEED)
def test_a_merge_with_the_common_version_or_with_itself_changes_nothing(seed: int) -> None:
    changed = another_version(WHOLE, seed)
    for ours, theirs in ((changed, WHOLE), (WHOLE, changed), (changed, changed)):
        assert merged_plans(WHOLE, ours, theirs).plan == changed


@FEW
@given(ANY_SEED, ANY_SEED)
def test_every_change_of_either_side_is_in_the_result_or_a_conflict(one: int, other: int) -> None:
    ours, theirs = another_version(WHOLE, one), another_version(WHOLE, other)
    merged = merged_plans(WHOLE, ours, theirs).plan
    conflicts = [place_of_pointer(each.at) for each in merged.conflicts]
    for version in (ours, theirs):
        for topic in topics_of(_tree(WHOLE), _tree(merged), _tree(version), _itself):
            place = topic.place
            if sorted(str(topic.ours).split("/")) == sorted(str(topic.theirs).split("/")):
                continue  # letters of one cell follow the order of the letter set
            assert topic.standing is Standing.OURS or any(
                place[: len(each)] == each or each[: len(place)] == place for each in conflicts
            ), topic


@FEW
@given(ANY_SEED, ANY_SEED)
def test_it_makes_no_difference_which_side_is_ours_but_in_conflicts(one: int, other: int) -> None:
    ours, theirs = another_version(WHOLE, one), another_version(WHOLE, other)
    merged = merged_plans(WHOLE, ours, theirs).plan
    turned = merged_plans(WHOLE, theirs, ours).plan
    if not merged.conflicts and not turned.conflicts:
        assert merged == turned
    assert bool(merged.conflicts) == bool(turned.conflicts)


@FEW
@given(ANY_SEED, ANY_SEED)
def test_the_result_is_written_and_read_with_its_conflicts(one: int, other: int) -> None:
    ours, theirs = another_version(WHOLE, one, 8), another_version(WHOLE, other, 8)
    merged = merged_plans(WHOLE, ours, theirs).plan
    assert loads(dumps(merged), catalogue_of).plan == merged


@FEW
@given(ANY_SEED, ANY_SEED)
def test_without_a_common_version_everything_that_differs_is_a_conflict(
    one: int, other: int
) -> None:
    ours, theirs = another_version(WHOLE, one), another_version(WHOLE, other)
    merged = merged_plans(None, ours, theirs).plan
    assert replace(merged, conflicts=()) == ours
    assert bool(merged.conflicts) == (ours != theirs)


def test_letters_of_different_parties_and_roles_combine() -> None:
    base = small_plan()
    ciso, soc = (party.id for party in base.parties[:2])
    ours = SetCells(NOW, ((A1, ciso, Cell("A")),)).apply(base)
    theirs = SetCells(NOW, ((A1, soc, Cell("R")), (A2, soc, Cell("C")))).apply(base)
    merged = merged_plans(base, ours, theirs).plan
    assert merged.conflicts == ()
    assert duty(merged, NOW, A1).letters == {
        **duty(base, NOW, A1).letters,
        ciso: Cell("A"),
        soc: Cell("R"),
    }
    assert duty(merged, NOW, A2).letters[soc] == Cell("C")


def test_two_values_for_one_note_are_a_conflict_that_keeps_both() -> None:
    base = SetNote(NOW, frozenset({A1}), "before").apply(small_plan())
    ours = SetNote(NOW, frozenset({A1}), "ours").apply(base)
    theirs = SetNote(NOW, frozenset({A1}), "theirs").apply(base)
    merged = merged_plans(base, ours, theirs).plan
    (conflict,) = merged.conflicts
    assert conflict[1:] == ('"ours"', '"theirs"', '"before"')
    assert conflict.at == f"/phases/{NOW}/duties/{A1}/note"
    assert duty(merged, NOW, A1).note == "ours"
    assert conflict_at(merged.conflicts, conflict.at) is conflict


@pytest.mark.parametrize("is_removed_here", [True, False])
def test_a_party_that_one_side_removed_and_the_other_uses_stays_as_a_conflict(
    is_removed_here: bool,
) -> None:
    base = small_plan()
    party = base.parties[-1].id
    without = RemoveParty(party).apply(base)
    used = SetCells(NOW, ((A1, party, Cell("R")),)).apply(base)
    ours, theirs = (without, used) if is_removed_here else (used, without)
    merged = merged_plans(base, ours, theirs).plan
    assert merged.party(party) is not None
    letter = conflict_at(merged.conflicts, f"/phases/{NOW}/duties/{A1}/letters/{party}")
    kept = () if letter is None else (letter.ours, letter.theirs)
    assert '"R"' in kept or duty(merged, NOW, A1).letters[party] == Cell("R")
    (conflict,) = [each for each in merged.conflicts if each.at == f"/parties/{party}"]
    assert "" in (conflict.ours, conflict.theirs)


def test_plans_that_are_no_versions_of_one_plan_are_refused() -> None:
    base = small_plan()
    with pytest.raises(EditRejected, match="other-plan"):
        merged_plans(None, base, replace(base, id="another"))


def test_places_are_pointers_whatever_their_keys_are() -> None:
    place = ("waivers", "R04/now/v2:B-1", "a~b")
    assert pointer_of(place) == "/waivers/R04~1now~1v2:B-1/a~0b"
    assert place_of_pointer(pointer_of(place)) == place
    assert place_of_pointer("") == ()


def test_topics_name_who_changed_what() -> None:
    base = {"a": "1", "b": "1", "c": "1", "l": [{"id": "x"}, {"id": "y"}]}
    ours = {"a": "2", "b": "1", "c": "2", "l": [{"id": "x"}, {"id": "y"}]}
    theirs = {"a": "1", "b": "2", "c": "3", "l": [{"id": "y"}, {"id": "x"}, {"id": "z"}]}
    topics = topics_of(base, ours, theirs, _itself)
    assert {each.place: each.standing for each in topics} == {
        ("a",): Standing.OURS,
        ("b",): Standing.THEIRS,
        ("c",): Standing.CONFLICT,
        ("l", "z"): Standing.THEIRS,
        ("l", "#order"): Standing.THEIRS,
    }
    assert next(each for each in topics if each.place == ("l", "z")).ours is ABSENT
