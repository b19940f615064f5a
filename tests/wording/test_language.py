"""One language is spoken at a time, with every gap of a message filled."""

import pytest

from socplanner.domain.local_text import LocalText
from socplanner.services.i18n import words_for
from socplanner.wording.language import N_, Words


def test_a_message_is_translated() -> None:
    assert words_for("en").tr("In-house") == "In-house"
    assert words_for("ja").tr("In-house") == "自組織"


def test_an_empty_message_stays_empty() -> None:
    """Gettext answers an empty message with the head of its catalogue."""
    assert words_for("ja").tr("") == ""


def test_gaps_are_filled_and_what_fills_them_is_left_as_it_is() -> None:
    words = Words("en")
    assert words.tr("Area {number}", number="{II}") == "Area {II}"
    assert words.tr("100 % {done}") == "100 % {done}"


def test_a_gap_that_is_not_filled_is_an_error_of_ours() -> None:
    with pytest.raises(KeyError, match="number"):
        Words("en").tr("Area {number}", letter="II")


@pytest.mark.parametrize(("n", "text"), [(0, "0 roles"), (1, "1 role"), (2, "2 roles")])
def test_english_counts_one_and_many(n: int, text: str) -> None:
    assert words_for("en").count("{n} role", "{n} roles", n) == text


def test_japanese_counts_in_one_form() -> None:
    words = words_for("ja")
    one, many = (
        words.count("Move {n} role to “Not placed”", "Move {n} roles to “Not placed”", n)
        for n in (1, 2)
    )
    assert one.replace("1", "2") == many


def test_a_name_is_in_the_language_and_marking_changes_no_message() -> None:
    assert words_for("ja").local(LocalText("監視", "Monitoring")) == "監視"
    assert words_for("en").local(LocalText("監視", "Monitoring")) == "Monitoring"
    assert N_("In-house") == "In-house"
