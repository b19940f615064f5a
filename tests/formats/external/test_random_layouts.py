"""Whatever way a matrix is laid out, it is read as it is, or asked about: never wrongly."""

from collections import Counter
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socplanner.domain.letter_sets import LETTER_SETS
from socplanner.formats.external.understanding import understand
from tests.support.external_oddities import MUST_ASK, ODDITIES, with_oddity
from tests.support.external_sheets import KINDS, draw_layout
from tests.support.external_verdict import verdict

SETS = tuple(LETTER_SETS.values())
FEWEST_RIGHT = {"matrix": 0.7, "across": 0.9, "letter-columns": 0.8, "names": 0.8, "pairs": 0.9}


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=40, deadline=None, derandomize=True)
@given(seed=st.integers(0, 10**9))
def test_a_table_is_understood_exactly_or_asked_about(kind: str, seed: int) -> None:
    layout = draw_layout(Random(seed), kind)
    understood = understand(layout.grids, SETS)
    assert verdict(layout, understood) != "wrong", (layout.traits, understood)


@pytest.mark.parametrize("kind", KINDS)
def test_most_layouts_are_understood_without_a_question(kind: str) -> None:
    layouts = [draw_layout(Random(f"{kind}{seed}"), kind) for seed in range(50)]
    verdicts = Counter(verdict(each, understand(each.grids, SETS)) for each in layouts)
    assert verdicts["right"] >= FEWEST_RIGHT[kind] * 50


@pytest.mark.parametrize("oddity", ODDITIES)
@settings(max_examples=20, deadline=None, derandomize=True)
@given(seed=st.integers(0, 10**9))
def test_an_oddity_never_makes_a_wrong_table(oddity: str, seed: int) -> None:
    random = Random(seed)
    layout = with_oddity(draw_layout(random, "matrix"), oddity, random)
    said = verdict(layout, understand(layout.grids, SETS))
    assert said == "unclear" if oddity in MUST_ASK else said != "wrong", layout.traits
