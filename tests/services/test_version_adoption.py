"""Values of another version are adopted one by one or all; sides of conflicts are chosen."""

from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socplanner.domain.duty_edits import SetCells, SetNote
from socplanner.domain.history import History
from socplanner.domain.letters import Cell
from socplanner.domain.party_edits import RemoveParty
from socplanner.domain.phases import duty
from socplanner.domain.plan import Plan
from socplanner.domain.problem import EditRejected
from socplanner.domain.replace_plan import replacing
from socplanner.domain.shared_parts import sharing_parts
from socplanner.formats.plan.plan_yaml import dumps, loads
from socplanner.services.catalogues import catalogue_of
from socplanner.services.plan_differences import plan_differences
from socplanner.services.plan_merging import merged_plans
from socplanner.services.version_adoption import adoption_of, choice_of
from tests.support.plan_versions import another_version
from tests.support.small_plan import A1, A2, NOW, small_plan

WHOLE = loads(
    (Path(__file__).parents[1] / "golden" / "plans" / "whole.socplan").read_bytes(), catalogue_of
).plan
A1_OF_WHOLE = WHOLE.catalogue.roles[0].id
ANY_SEED = st.integers(0, 100_000)
FEW = settings(max_examples=40, deadline=None)


def _without_conflicts(plan: Plan) -> Plan:
    return replace(plan, conflicts=())


@FEW
@given(ANY_SEED)
def test_all_differences_adopted_make_the_other_version(seed: int) -> None:
    other = another_version(WHOLE, seed, 6)
    topics = plan_differences(WHOLE, other).topics
    adopted = adoption_of(WHOLE, other, topics).apply(WHOLE)
    assert adopted.conflicts == WHOLE.conflicts
    left = plan_differences(adopted, other).topics
    assert [topic.place for topic in left if topic.place[-1] != "#order"] == []


@FEW
@given(ANY_SEED, st.randoms(use_true_random=False))
def test_one_difference_adopted_leaves_the_others(seed: int, dice: st.DrawFn) -> None:
    other = another_version(WHOLE, seed, 5)
    topics = plan_differences(WHOLE, other).topics
    if not topics:
        return
    topic = dice.choice(topics)  # type: ignore[attr-defined]
    try:
        adopted = adoption_of(WHOLE, other, (topic,)).apply(WHOLE)
    except EditRejected:
        return  # the value does not fit without others: nothing is changed
    places = {each.place for each in plan_differences(adopted, other).topics}
    assert topic.place not in places
    assert loads(dumps(adopted), catalogue_of).plan == adopted


def test_an_adoption_is_one_step_that_shares_what_does_not_differ() -> None:
    plan = small_plan()
    other = SetNote(NOW, frozenset({A1}), "theirs").apply(plan)
    copy = loads(dumps(WHOLE), catalogue_of).plan
    assert sharing_parts(WHOLE, copy).phases is WHOLE.phases
    for field in fields(Plan):
        assert getattr(sharing_parts(WHOLE, copy), field.name) is getattr(WHOLE, field.name)
    history = History.of(plan)
    edit = adoption_of(plan, other, plan_differences(plan, other).topics)
    after = history.perform(edit)
    assert after.plan == other
    assert after.undone().plan is plan
    assert edit.apply(other) is other


def test_a_version_that_is_read_again_shares_what_does_not_differ() -> None:
    other = SetNote(WHOLE.phases[0].id, frozenset({A1_OF_WHOLE}), "theirs").apply(WHOLE)
    copy = loads(dumps(other), catalogue_of).plan
    after = replacing(WHOLE, copy, "reload").apply(WHOLE)
    assert after == other
    assert after.phases[1] is WHOLE.phases[1]
    assert after.parties is WHOLE.parties


def test_what_a_value_refers_to_is_adopted_with_it() -> None:
    other = small_plan()
    party = other.parties[-1]
    other = SetCells(NOW, ((A2, party.id, Cell("R")),)).apply(other)
    plan = RemoveParty(party.id).apply(other)
    topics = plan_differences(plan, other).topics
    (letter,) = [each for each in topics if A2 in each.place and NOW in each.place]
    adopted = adoption_of(plan, other, (letter,)).apply(plan)
    assert adopted.party(party.id) == party
    assert duty(adopted, NOW, A2).letters[party.id] == Cell("R")
    assert duty(adopted, NOW, A1).letters == duty(plan, NOW, A1).letters


def test_a_removed_party_goes_with_its_letters() -> None:
    plan = small_plan()
    party = plan.parties[-1].id
    plan = SetCells(NOW, ((A2, party, Cell("R")),)).apply(plan)
    other = RemoveParty(party).apply(small_plan())
    (removal,) = [
        each for each in plan_differences(plan, other).topics if each.place == ("parties", party)
    ]
    adopted = adoption_of(plan, other, (removal,)).apply(plan)
    assert adopted == RemoveParty(party).apply(plan)


@pytest.mark.parametrize(("is_ours", "note"), [(True, "ours"), (False, "theirs")])
def test_a_side_of_a_conflict_is_chosen(is_ours: bool, note: str) -> None:
    base = small_plan()
    ours, theirs = (SetNote(NOW, frozenset({A1}), text).apply(base) for text in ("ours", "theirs"))
    merged = merged_plans(base, ours, theirs).plan
    chosen = choice_of(merged, merged.conflicts, is_ours=is_ours).apply(merged)
    assert duty(chosen, NOW, A1).note == note
    assert chosen.conflicts == ()


@FEW
@given(ANY_SEED, ANY_SEED)
def test_either_side_can_be_chosen_for_all_conflicts_one_after_another(
    one: int, other: int
) -> None:
    base = _without_conflicts(WHOLE)
    ours, theirs = another_version(base, one, 6), another_version(base, other, 6)
    merged = merged_plans(base, ours, theirs).plan
    plan = merged
    for _ in range(len(merged.conflicts)):
        try:
            plan = choice_of(plan, plan.conflicts[:1], is_ours=False).apply(plan)
        except EditRejected:
            plan = choice_of(plan, plan.conflicts[:1], is_ours=True).apply(plan)
    assert plan.conflicts == ()
    assert loads(dumps(plan), catalogue_of).plan == plan
