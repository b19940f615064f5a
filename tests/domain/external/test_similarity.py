"""Names that are alike are found, and what is like none costs next to nothing."""

import difflib
from itertools import pairwise
from time import process_time

from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.external.similarity import (
    LEAST_LIKENESS,
    MOST_COMPARED,
    Likeness,
    comparable,
)

NAMES = st.text(alphabet="abAB -１", min_size=1, max_size=8)


def _pairs(name: str) -> set[str]:
    return {name} if len(name) == 1 else {"".join(pair) for pair in pairwise(name)}


@given(st.lists(NAMES, max_size=MOST_COMPARED), NAMES)
def test_the_shortcuts_find_what_the_long_way_finds(names: list[str], wanted: str) -> None:
    named = [(str(place), name) for place, name in enumerate(names)]
    bare = comparable(wanted)
    long_way = {}
    for place, name in named:
        other = comparable(name)
        score = difflib.SequenceMatcher(None, bare, other, autojunk=False).ratio()
        if score >= LEAST_LIKENESS and _pairs(bare) & _pairs(other):
            long_way[place] = score
    assert dict(Likeness(named).alike(wanted)) == long_way


def test_a_novel_is_like_no_name_and_costs_no_time() -> None:
    likeness = Likeness([(str(number), f"analysis of logs {number}") for number in range(50)])
    novels = ["logs and analysis " * 2000] * 60
    begun = process_time()
    assert [likeness.alike(each) for each in novels] == [()] * 60
    assert process_time() - begun < 5  # 12 s by comparing in full
