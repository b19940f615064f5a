"""How much room a text takes."""

import pytest

from socplanner.formats.workbook.text_room import lines, shortened, width


def test_a_full_width_character_takes_two() -> None:
    """Japanese columns are wider."""
    assert width("責任分担表") == 10
    assert width("") == 0
    assert width("ab\nabcd") < 4


@pytest.mark.parametrize(
    ("text", "needed"), [("", 1), ("short", 1), ("責任" * 10, 4), ("a\n\nb", 3), ("a" * 21, 2)]
)
def test_a_text_wraps_where_its_column_ends(text: str, needed: int) -> None:
    """And at each line break."""
    assert lines(text, 10) == needed


def test_a_long_text_is_cut_with_an_ellipsis() -> None:
    """A short one is left alone."""
    assert shortened("組織名", 10) == "組織名"
    cut = shortened("組織" * 20, 10)
    assert cut == "組織組織…"
    assert width(cut) <= 10
