"""Entries of a changed list are recognised by their ids, or by what they have in common."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.formats.plan.list_entries import entry_id, names_of, places_before

A, B, C = ({"kind": each, "name": each.upper()} for each in "abc")


def test_an_entry_is_identified_by_one_of_the_keys_that_lists_use() -> None:
    entries = ({"a": "b", "id": "c"}, {"symbol": "D"}, {"with": "e"}, {"at": "/f"}, {"g": "h"}, "i")
    assert [entry_id(each) for each in entries] == ["c", "D", "e", "/f", None, None]


def test_a_list_in_which_an_id_is_missing_or_twice_is_named_by_places() -> None:
    assert names_of(["a", "b"]) == ["a", "b"]
    assert names_of(["a", None]) == ["0", "1"]
    assert names_of(["a", "a"]) == ["0", "1"]


@pytest.mark.parametrize(
    ("old", "new", "places"),
    [
        ([{"id": "a"}, {"id": "b"}], [{"id": "b", "name": "B"}, {"id": "c"}], [1, None]),
        ([A, B, C], [A, B, C], [0, 1, 2]),
        ([A, B, C], [C, A], [2, 0]),
        ([A, B, C], [A, {"kind": "b", "name": "X"}, C], [0, 1, 2]),
        ([A, B, C], [{"kind": "b", "name": "X"}, C], [1, 2]),
        ([A, A], [A, A, A], [0, 1, None]),
        ([A], [{"kind": "x", "name": "X"}], [None]),
        ([{**A, "x-a": "1"}], [A], [0]),
        (["12-29", "05-01"], ["05-01", "08-13"], [1, None]),
        ([], [A], [None]),
        ([A], [], []),
    ],
)
def test_entries_of_the_list_before(
    old: list[object], new: list[object], places: list[int | None]
) -> None:
    assert places_before(old, new) == places


ENTRIES = st.lists(
    st.dictionaries(st.sampled_from("abc"), st.sampled_from("123"), min_size=1), max_size=8
)


@given(ENTRIES, ENTRIES)
def test_no_entry_is_used_twice_and_equal_ones_are_preferred(
    old: list[dict[str, str]], new: list[dict[str, str]]
) -> None:
    places = places_before(old, new)
    used = [place for place in places if place is not None]
    assert len(places) == len(new)
    assert len(set(used)) == len(used)
    for entry, place in zip(new, places, strict=True):
        if place is None:
            assert entry not in [each for at, each in enumerate(old) if at not in used]
        elif old[place] != entry:
            assert all(old[at] != entry for at in range(len(old)) if at not in used)


def test_very_many_changed_entries_take_no_longer_than_few() -> None:
    old = [{"a": str(number)} for number in range(5_000)]
    new = [{"a": str(number), "b": "1"} for number in range(5_000)]
    assert places_before(old, new) == [None] * 5_000
