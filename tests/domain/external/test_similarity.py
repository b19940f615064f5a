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
def test_the_index_finds_what_comparing_all_names_finds(names: list[str], wanted: str) -> None:
    named = [(str(place), name) for place, name in enumerate(names)]
    bare = comparable(wanted)
    by_comparison = {}
    for place, name in named:
        other = comparable(name)
        score = difflib.SequenceMatcher(None, bare, other, autojunk=False).ratio()
        if score >= LEAST_LIKENESS and _pairs(bare) & _pairs(other):
            by_comparison[place] = score
    assert dict(Likeness(named).alike(wanted)) == by_comparison


def test_long_names_are_compared_in_full() -> None:
    long = "collecting and keeping the logs of every server in every site " * 5
    likeness = Likeness([("long", f"{long} daily")])
    ((name_id, score),) = likeness.alike(f"{long} weekly")
    assert (name_id, score > 0.95) == ("long", True)
    assert likeness.score(f"{long} weekly", "long") == score
    assert likeness.score(long, "none") == 0


def test_names_are_compared_by_letters_and_digits_alone() -> None:
    assert comparable(" Ｌｏｇ-analysis (1), 監視・運用 ") == "loganalysis1監視運用"
    assert comparable("...") == ""


def test_the_most_alike_comes_first() -> None:
    likeness = Likeness([("b", "analysis"), ("a", "analyses"), ("c", "analysing")])
    assert [each for each, _ in likeness.alike("analysis")] == ["b", "a", "c"]
    twins = Likeness([("b", "analyses"), ("a", "analyses"), ("a", "analysis of logs")])
    assert [each for each, _ in twins.alike("analysis")] == ["a", "b"]
    assert twins.equal("Analyses.") == ("b", "a")
    assert Likeness([("a", "...")]).equal("---") == ()


def test_a_novel_is_like_no_name_and_costs_no_time() -> None:
    likeness = Likeness([(str(number), f"analysis of logs {number}") for number in range(50)])
    novels = ["logs and analysis " * 2000] * 60
    begun = process_time()
    assert [likeness.alike(each) for each in novels] == [()] * 60
    assert process_time() - begun < 5  # 12 s by comparing in full
