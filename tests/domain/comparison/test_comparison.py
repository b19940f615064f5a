"""Trees compared and merged: mappings, lists with keys and values, without anything of a plan."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.comparison.choosing import Chosen, with_chosen
from socplanner.domain.comparison.merging import merged_trees
from socplanner.domain.comparison.nodes import (
    ABSENT,
    UNKNOWN,
    Node,
    node_at,
    place_of_pointer,
    pointer_of,
)
from socplanner.domain.comparison.standing import Standing, standing_of
from socplanner.domain.comparison.topics import ORDER, topics_of


def same(node: Node) -> Node:
    """Return `node`: no value stands for a mapping here."""
    return node


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "standing"),
    [
        (1, 1, 1, None),
        (1, 2, 2, None),
        (1, 2, 1, Standing.OURS),
        (1, 1, 2, Standing.THEIRS),
        (1, 2, 3, Standing.CONFLICT),
        (UNKNOWN, 2, 3, Standing.UNKNOWN),
        (UNKNOWN, 2, 2, None),
        (ABSENT, 2, ABSENT, Standing.OURS),
        (1, ABSENT, 2, Standing.CONFLICT),
    ],
)
def test_who_changed_a_value(
    base: Node, ours: Node, theirs: Node, standing: Standing | None
) -> None:
    assert standing_of(base, ours, theirs) is standing


def test_a_topic_is_the_smallest_part_that_differs() -> None:
    base = {"a": {"b": "1", "c": "2"}, "d": "3"}
    theirs = {"a": {"b": "1", "c": "9"}, "d": "3"}
    (topic,) = topics_of(base, base, theirs, same)
    assert (topic.place, topic.ours, topic.theirs) == (("a", "c"), "2", "9")
    assert topic.standing is Standing.THEIRS


def test_an_entry_of_a_list_is_one_topic_where_only_one_side_has_it() -> None:
    base = {"parties": [{"id": "a", "name": "A"}]}
    theirs = {"parties": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}]}
    (topic,) = topics_of(base, base, theirs, same)
    assert topic.place == ("parties", "b")
    assert topic.ours is ABSENT


def test_the_order_of_common_entries_is_a_topic() -> None:
    one = {"parties": [{"id": "a"}, {"id": "b"}]}
    other = {"parties": [{"id": "b"}, {"id": "a"}]}
    (topic,) = topics_of(one, one, other, same)
    assert topic.place == ("parties", ORDER)
    assert with_chosen(one, [Chosen(topic.place, topic.theirs)], other, same) == other


def test_what_one_side_removed_and_the_other_changed_is_a_conflict_as_a_whole() -> None:
    base = {"parties": [{"id": "a", "name": "A"}]}
    merged = merged_trees(base, {"parties": []}, {"parties": [{"id": "a", "name": "B"}]}, same)
    assert merged.tree == {"parties": []}
    assert [each.place for each in merged.conflicts] == [("parties", "a")]


def test_new_entries_of_both_sides_are_have_one_order_after_either_merge() -> None:
    base = {"parties": [{"id": "m"}]}
    ours = {"parties": [{"id": "m"}, {"id": "z"}]}
    theirs = {"parties": [{"id": "m"}, {"id": "b"}]}
    expected = {"parties": [{"id": "m"}, {"id": "b"}, {"id": "z"}]}
    assert merged_trees(base, ours, theirs, same).tree == expected
    assert merged_trees(base, theirs, ours, same).tree == expected


KEYS = st.sampled_from(["a", "b", "c", "d/e", "f~g"])
TREES = st.recursive(
    st.sampled_from(["1", "2", "3"]),
    lambda inner: st.dictionaries(KEYS, inner, min_size=1, max_size=3),
    max_leaves=8,
).filter(lambda node: isinstance(node, dict))


@given(TREES, TREES)
def test_merging_with_the_common_version_or_with_itself_is_that_version(
    base: Node, other: Node
) -> None:
    for ours, theirs in ((other, base), (base, other), (other, other)):
        merged = merged_trees(base, ours, theirs, same)
        assert merged.tree == other
        assert merged.conflicts == ()


@given(TREES, TREES, TREES)
def test_each_change_of_theirs_is_adopted_or_a_conflict(
    base: Node, ours: Node, theirs: Node
) -> None:
    merged = merged_trees(base, ours, theirs, same)
    for topic in topics_of(base, ours, theirs, same):
        value = node_at(merged.tree, topic.place)
        if topic.standing is Standing.THEIRS:
            assert value == topic.theirs
        else:
            assert value == topic.ours
            assert (topic in merged.conflicts) is (topic.standing is Standing.CONFLICT)


@given(st.lists(KEYS, min_size=1).map(tuple))
def test_a_pointer_leads_back_to_its_place(place: tuple[str, ...]) -> None:
    assert place_of_pointer(pointer_of(place)) == place
