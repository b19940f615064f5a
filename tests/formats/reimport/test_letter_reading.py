"""Letters are read as people type them, and only where it is sure what was meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.letter_sets import RACI
from socplanner.domain.letters import Letter, LetterSet
from socplanner.domain.local_text import LocalText
from socplanner.formats.reimport.letter_reading import LOOK_ALIKE, read_letters

RASCI = LetterSet("s", RACI.name, (*RACI.letters, Letter("S", LocalText.same("S"), "#FFFFFF")))


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("", ""),
        (" \n", ""),
        ("\u200b", ""),
        ("r", "R"),
        ("Ｒ", "R"),
        ("A,R", "A/R"),
        ("RA", "A/R"),
        ("r ／ ａ", "A/R"),
        ("I\nC", "C/I"),
        ("RR", "R"),
        ("Ⅰ", "I"),
        ("？", "?"),
        ("??", "?"),
    ],
)
def test_what_was_meant_is_read_without_a_remark(text: str, cell: str) -> None:
    assert read_letters(text, RACI) == (cell, ())


@pytest.mark.parametrize(
    ("text", "cell"),
    [("А", "A"), ("Α", "A"), ("с", "C"), ("С/R", "C/R"), ("і", "I"), ("Ι", "I"), ("Ꭱ", "R")],
)
def test_twins_from_another_alphabet_are_read_with_a_remark(text: str, cell: str | None) -> None:
    expected = (cell, (LOOK_ALIKE,)) if cell is not None else (None, ())
    if cell == "C/R":
        expected = ("R/C", (LOOK_ALIKE,))
    assert read_letters(text, RACI) == expected


def test_a_twin_of_s_is_read_where_the_set_has_it() -> None:
    assert read_letters("Ѕ", RASCI) == ("S", (LOOK_ALIKE,))
    assert read_letters("Ѕ", RACI).cell is None


@pytest.mark.parametrize("text", ["A?", "?R", "x", "-", "1", "R.", "(R)", "tbd", "R" * 41, "я"])
def test_what_is_not_sure_is_not_read(text: str) -> None:
    assert read_letters(text, RACI) == (None, ())


@given(st.text(max_size=50))
def test_whatever_is_typed_gives_a_cell_of_the_set_or_none(text: str) -> None:
    cell = read_letters(text, RACI).cell
    assert cell is None or cell == RACI.read(cell)


@given(st.text(alphabet="ACIRacir?/,; ()!.-\u200bＡ？АС", max_size=12))
def test_a_workbook_is_read_as_a_paste_is_or_with_a_remark(text: str) -> None:
    cell, remarks = read_letters(text, RACI)
    assert cell == RACI.read(text) or LOOK_ALIKE in remarks
