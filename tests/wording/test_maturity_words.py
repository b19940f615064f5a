"""Figures of maturity as text: differences always have a sign."""

import pytest

from socplanner.services.i18n import words_for
from socplanner.wording.maturity_words import (
    before_and_after,
    difference_text,
    mean_difference_text,
)


@pytest.mark.parametrize(("points", "text"), [(2, "+2"), (-1, "−1"), (0, "±0"), (None, "–")])
def test_a_difference_has_a_sign(points: int | None, text: str) -> None:
    assert difference_text(points) == text


@pytest.mark.parametrize(
    ("tenths", "text"), [(3, "+0.3"), (-12, "−1.2"), (-3, "−0.3"), (0, "±0.0"), (None, "–")]
)
def test_a_difference_of_means_has_a_sign_and_one_decimal(tenths: int | None, text: str) -> None:
    assert mean_difference_text(tenths) == text


def test_what_did_not_change_is_shown_once() -> None:
    words = words_for("en")
    assert before_and_after("2", "3", words) == "2 → 3"
    assert before_and_after("3", "3", words) == "3"
