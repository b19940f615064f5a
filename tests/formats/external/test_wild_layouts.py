"""Sheets as they are found in public: never misread in silence, and read whole once answered."""

import pytest

from tests.support.wild_answers import Score, score_answered, score_unasked
from tests.support.wild_layouts import draw_wild

DRAWN = 150
LEAST = 0.97
"""Precision and recall over all sheets that were drawn."""


@pytest.mark.parametrize("batch", range(4))
def test_a_sheet_is_read_exactly_or_asked_about(batch: int) -> None:
    for seed in range(batch * DRAWN, (batch + 1) * DRAWN):
        layout = draw_wild(seed)
        score = score_unasked(layout)
        assert score.is_asked or score.is_exact, (seed, layout.traits, score)


def test_most_is_read_once_everything_is_answered() -> None:
    scores = [score_answered(draw_wild(f"answered {seed}")) for seed in range(DRAWN)]
    assert _share(scores, "read") >= LEAST
    assert _share(scores, "drawn") >= LEAST


def _share(scores: list[Score], of: str) -> float:
    counted = sum(each.read if of == "read" else each.drawn for each in scores)
    return sum(each.right for each in scores) / counted
