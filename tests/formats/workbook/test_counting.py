"""Formulas that find letters."""

from dataclasses import replace

import pytest

from socplanner.domain.letter_sets import RACI
from socplanner.domain.letters import UNDECIDED, Letter
from socplanner.domain.local_text import LocalText
from socplanner.formats.workbook.counting import Counting, span_in_row

PLAIN = Counting((*RACI.letters, UNDECIDED))
LONG = Counting((Letter("VS", LocalText.same("Sign"), "#FFFFFF", accountable=True),))


def test_single_letters_are_counted_so_that_people_can_read_it() -> None:
    """Somebody will click the cell."""
    assert PLAIN.cells("A", "$G6:$K6") == 'COUNTIF($G6:$K6,"*A*")'


def test_the_question_mark_is_no_wildcard() -> None:
    """It would count every cell."""
    assert PLAIN.cells("?", "G6") == 'COUNTIF(G6,"*~?*")'


def test_longer_letters_stand_between_slashes() -> None:
    """VS must not count for S."""
    assert 'SEARCH("/VS/","/"&G6&"/")' in LONG.cells("VS", "G6")
    assert LONG.begins_with("VS", "G6") == 'OR(G6="VS",LEFT(G6,3)="VS/")'


def test_a_letter_may_be_a_wildcard_or_a_quote() -> None:
    """Own sets may hold any sign."""
    assert PLAIN.cells("*", "G6") == 'COUNTIF(G6,"*~**")'
    assert PLAIN.cells('"', "G6") == 'COUNTIF(G6,"*""*")'
    assert PLAIN.begins_with('"', "G6") == 'LEFT(G6,1)=""""'


def test_a_cell_with_two_letters_of_a_kind_is_one_cell() -> None:
    """Two letters that answer make no second party."""
    both = Counting(tuple(replace(each, accountable=True) for each in RACI.letters[:2]))
    assert both.cells_with_flag("accountable", ["$G6:$K6"]) == (
        'SUMPRODUCT(--((ISNUMBER(SEARCH("R",$G6:$K6))+ISNUMBER(SEARCH("A",$G6:$K6)))>0))'
    )
    assert both.cells_with_flag("verifies", ["$G6:$K6"]) == "0"


@pytest.mark.parametrize(("flag", "spans"), [("verifies", ["G6"]), ("performs", [])])
def test_what_cannot_be_found_is_nought(flag: str, spans: list[str]) -> None:
    """A plan without providers has formulas too."""
    assert PLAIN.with_flag(flag, spans) == "0"


def test_several_places_are_added_up() -> None:
    """Each letter in each range."""
    assert PLAIN.of("AR", ["G6"]) == 'COUNTIF(G6,"*A*")+COUNTIF(G6,"*R*")'


def test_columns_of_a_row_are_one_range_or_none() -> None:
    """Parties of a kind stand side by side."""
    assert span_in_row(range(6, 11), 6) == ["$G6:$K6"]
    assert span_in_row(range(0), 6) == []
