"""How much room a text takes."""

import pytest

from socplanner.formats.workbook.text_room import lines, longest_word_width, shortened, width


def test_a_full_width_character_counts_as_two() -> None:
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


@pytest.mark.parametrize(
    ("text", "needed"),
    [
        ("seven sevens", 2),
        ("a aaaaaaa aaaaaaa", 3),
        ("責任 Responsible", 3),
        ("Responsible", 2),
        ("one two", 1),
    ],
)
def test_a_line_is_filled_word_by_word(text: str, needed: int) -> None:
    """A word that does not fit goes to the next line, one longer than a line is broken."""
    assert lines(text, 8) == needed


def test_the_longest_word_is_what_no_line_can_part() -> None:
    assert longest_word_width("to authorise all") == width("authorise")
    assert longest_word_width("責任者") == 2
    assert longest_word_width("") == 0
