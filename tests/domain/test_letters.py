"""Letters are read as people write them and written in one way only."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.letter_sets import RACI
from socplanner.domain.letters import (
    BLANK,
    LETTER_FLAGS,
    UNDECIDED,
    Cell,
    CellMeaning,
    Letter,
    LetterSet,
    symbols_by_key,
    symbols_in,
)
from socplanner.domain.local_text import LocalText

SYMBOLS = st.lists(st.sampled_from("RACI"))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("", ""),
        ("   ", ""),
        ("r", "R"),
        ("Ｒ", "R"),
        ("RA", "A/R"),
        ("A, R", "A/R"),
        ("Ａ／Ｒ", "A/R"),
        ("i、c", "C/I"),
        ("C;R+A&I", "A/R/C/I"),
        ("R R", "R"),
        ("?", "?"),
        ("？", "?"),
        ("??", "?"),
        ("A\u200b", "A"),
        ("A | R", "A/R"),
        ("A\nR", "A/R"),
    ],
)
def test_a_cell_is_read_as_it_is_meant(written: str, meant: str) -> None:
    assert RACI.read(written) == meant


@pytest.mark.parametrize("written", ["X", "RX", "R/X", "-", "責", "R A Q", "/", "1"])
def test_a_text_with_another_letter_is_not_read(written: str) -> None:
    assert RACI.read(written) is None


@pytest.mark.parametrize(
    "written",
    [
        *("A?", "?A", "A/?", "?/A", "A ?", "R,?", "Ａ？", "a／？", "AR?", "A\n?"),
        *("A!", "A/", "/A", "A,,R", "A//R", "A/,R", "A,", "(A)", "（Ａ）", "[R]", "A.", "A*"),
        *("A-", "A–R", "A:R", "A=R", "A/-", "A n.a.", "A　／", "A/ ", "A1"),
    ],
)
def test_anything_beside_letters_makes_them_unreadable(written: str) -> None:
    assert RACI.read(written) is None


@given(SYMBOLS.filter(bool), st.sampled_from("?!.:()[]{}*-–—=#1%"), st.sampled_from(["", "/", " "]))
def test_a_letter_beside_another_sign_is_not_read(
    symbols: list[str], sign: str, between: str
) -> None:
    assert RACI.read(between.join([*symbols, sign])) is None
    assert RACI.read(between.join([sign, *symbols])) is None


@given(st.text())
def test_any_text_is_read_or_not_and_what_is_read_is_written_once(written: str) -> None:
    cell = RACI.read(written)
    assert cell is None or RACI.read(cell) == cell


@given(SYMBOLS)
def test_letters_are_in_the_order_of_the_set_with_the_accountable_one_first(
    symbols: list[str],
) -> None:
    cell = RACI.cell(symbols)
    assert set(symbols_in(cell)) == set(symbols)
    assert list(symbols_in(cell)) == sorted(set(symbols), key="ARCI".index)
    assert RACI.cell(reversed(symbols)) == cell


def test_undecided_is_left_out_beside_any_letter() -> None:
    assert RACI.cell(["?"]) == "?"
    assert RACI.cell(["?", "I"]) == "I"
    assert RACI.with_symbol(Cell("?"), "R") == "R"


def test_an_unknown_letter_makes_no_cell() -> None:
    with pytest.raises(KeyError, match="X"):
        RACI.cell(["R", "X"])


@given(SYMBOLS, st.sampled_from("RACI"))
def test_a_letter_is_added_by_one_press_and_removed_by_the_next(
    symbols: list[str], symbol: str
) -> None:
    cell = RACI.cell(symbols)
    once = RACI.with_symbol(cell, symbol)
    assert (symbol in symbols_in(once)) != (symbol in symbols_in(cell))
    assert RACI.with_symbol(once, symbol) == cell


def test_the_letters_of_a_cell_are_returned_with_their_meanings() -> None:
    accountable, performing = RACI.letters_in(Cell("A/R"))
    assert accountable.accountable
    assert performing.performs
    assert RACI.letters_in(Cell("A/R")) == (accountable, performing)
    assert RACI.letters_in(BLANK) == ()
    assert RACI.letters_in(Cell("?")) == (UNDECIDED,)
    assert RACI.letters_in(Cell("R/X")) == (performing,)


def test_a_letter_is_found_by_its_symbol_or_its_flag() -> None:
    assert RACI.letter("?") is UNDECIDED
    assert RACI.letter("X") is None
    assert [RACI.symbol_for(flag) for flag in ("performs", "accountable", "verifies")] == [
        "R",
        "A",
        "",
    ]


def test_another_set_has_its_own_letters_and_order() -> None:
    driver = Letter("D", LocalText.same("Driver"), "#FFFFFF", performs=True)
    approver = Letter("A", LocalText.same("Approver"), "#FFFFFF", accountable=True)
    daci = LetterSet("daci", LocalText.same("DACI"), (driver, approver))
    assert daci.read("da") == "A/D"
    assert daci.read("R") is None
    assert daci == replace(daci)


def test_a_symbol_is_meant_by_its_first_character_where_no_other_begins_so() -> None:
    assert symbols_by_key(["R", "AP", "SV", "S"]) == {
        "R": "R",
        "A": "AP",
        "AP": "AP",
        "SV": "SV",
        "S": "S",
    }
    assert symbols_by_key(["SV", "SO", "主任"]) == {
        "SV": "SV",
        "SO": "SO",
        "主任": "主任",
        "主": "主任",
    }
    assert symbols_by_key(["ａp"]) == {"A": "ａp", "AP": "ａp"}


def test_a_cell_has_every_meaning_of_its_letters() -> None:
    meaning = RACI.meaning
    assert meaning(Cell("A/R")) == CellMeaning(True, True, False, False, True, False)
    assert meaning(Cell("C/I")) == CellMeaning(False, False, True, True, True, False)
    assert meaning(Cell("I")) == CellMeaning(False, False, False, True, False, False)
    assert meaning(Cell("?")) == CellMeaning(False, False, False, False, False, True)
    assert meaning(BLANK) == CellMeaning(False, False, False, False, False, False)


def test_the_meaning_of_a_letter_is_its_flags() -> None:
    every = dict.fromkeys(LETTER_FLAGS, True)
    assert Letter("X", LocalText.same("All"), "#FFFFFF", **every).flags == LETTER_FLAGS
    assert Letter("X", LocalText.same("None"), "#FFFFFF").flags == ()
    assert (UNDECIDED.symbol, UNDECIDED.flags) == ("?", ())
    assert UNDECIDED.name == LocalText("未定", "Undecided")


def test_a_set_that_was_used_equals_one_that_was_not() -> None:
    used, unused = replace(RACI), replace(RACI)
    used.meaning(Cell("A/R"))
    assert used == unused
