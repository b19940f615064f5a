"""Formulas that find letters; what they come to is held by LibreOffice in `test_typed_letters`."""

from dataclasses import replace

import pytest

from socplanner.domain.letter_sets import RACI
from socplanner.domain.letters import UNDECIDED, Letter
from socplanner.domain.local_text import LocalText
from socplanner.formats.workbook.counting import Counting, span_in_row

PLAIN = Counting((*RACI.letters, UNDECIDED))
LONG = Counting((Letter("VS", LocalText.same("Sign"), "#FFFFFF", accountable=True),))


def test_a_letter_counts_only_where_nothing_else_is_left() -> None:
    formula = PLAIN.cells("A", "$G6:$K6")
    assert formula.startswith('SUMPRODUCT(ISNUMBER(SEARCH("A",UPPER(ASC($G6:$K6))))*(SUBSTITUTE(')
    assert formula.endswith('"?","")=""))')


def test_the_question_mark_is_no_wildcard() -> None:
    assert 'SEARCH("~?",' in PLAIN.cells("?", "G6")


def test_longer_letters_are_counted_between_slashes() -> None:
    assert 'SEARCH("/"&"VS"&"/","/"&' in LONG.cells("VS", "G6")
    assert LONG.begins_with("VS", "G6").endswith(',2+2)="/"&"VS"&"/"')


def test_a_letter_may_be_a_wildcard_or_a_quote() -> None:
    assert 'SEARCH("~*",' in PLAIN.cells("*", "G6")
    assert 'SEARCH("""",' in PLAIN.cells('"', "G6")
    assert PLAIN.begins_with('"', "G6") == 'LEFT(TRIM(UPPER(ASC(G6))),1)=""""'


def test_a_full_width_letter_of_a_set_is_compared_half_width() -> None:
    """ASC makes half-width katakana of the cell, so it has to of the letter too."""
    custom = Counting((Letter("ア", LocalText.same("Own"), "#FFFFFF", performs=True),))
    assert custom.cells("ア", "G6").startswith('SUMPRODUCT(ISNUMBER(SEARCH(ASC("ア"),')


def test_a_cell_with_two_letters_of_a_kind_is_one_cell() -> None:
    both = Counting(tuple(replace(each, accountable=True) for each in RACI.letters[:2]))
    formula = both.cells_with_flag("accountable", ["$G6:$K6"])
    assert formula.startswith('SUMPRODUCT(((ISNUMBER(SEARCH("R",')
    assert ")>0)*(" in formula
    assert both.cells_with_flag("verifies", ["$G6:$K6"]) == "0"


@pytest.mark.parametrize(("flag", "spans"), [("verifies", ["G6"]), ("performs", [])])
def test_what_cannot_be_found_is_nought(flag: str, spans: list[str]) -> None:
    assert PLAIN.with_flag(flag, spans) == "0"


def test_several_places_are_added_up() -> None:
    assert PLAIN.of("AR", ["G6"]) == f"{PLAIN.cells('A', 'G6')}+{PLAIN.cells('R', 'G6')}"


def test_columns_of_a_row_are_one_range_or_none() -> None:
    assert span_in_row(range(6, 11), 6) == ["$G6:$K6"]
    assert span_in_row(range(0), 6) == []
