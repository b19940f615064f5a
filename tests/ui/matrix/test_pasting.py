"""Where pasted fields go, and that a paste is whole or not at all."""

from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.letter_sets import RACI
from socplanner.domain.letters import Cell
from socplanner.ui.matrix.cell_edits import Spot
from socplanner.ui.matrix.pasting import paste, spread

ONE, TWO = PartyId("one"), PartyId("two")
A, B = RoleId("x:A"), RoleId("x:B")
TARGET = [[Spot(role, party, Cell("")) for party in (ONE, TWO)] for role in (A, B)]


def test_one_field_fills_the_selection() -> None:
    assert spread([["R"]], 2, 3) == [["R"] * 3] * 2


def test_a_block_repeats_where_the_selection_is_a_multiple() -> None:
    assert spread([["R", "A"]], 2, 4) == [["R", "A", "R", "A"]] * 2
    assert spread([["R"], ["A"]], 4, 1) == [["R"], ["A"], ["R"], ["A"]]


def test_a_block_is_pasted_once_where_the_selection_is_no_multiple() -> None:
    assert spread([["R", "A"]], 1, 3) == [["R", "A"]]
    assert spread([["R"], ["A"]], 1, 1) == [["R"], ["A"]]


def test_short_lines_are_filled_with_blanks() -> None:
    assert spread([["R"], ["A", "I"]], 1, 1) == [["R", ""], ["A", "I"]]


def test_only_cells_that_differ_are_written() -> None:
    done = paste([["r", ""], ["Ａ，Ｒ", "?"]], TARGET, RACI)
    assert done.written == ((A, ONE, "R"), (B, ONE, "A/R"), (B, TWO, "?"))
    assert (done.unreadable, done.without_place, done.rows) == ((), 0, 2)


def test_nothing_is_written_where_one_field_cannot_be_read() -> None:
    done = paste([["R", "hello"]], TARGET, RACI)
    assert done.written == ()
    assert [(each.spot.party, each.text) for each in done.unreadable] == [(TWO, "hello")]


def test_nothing_is_written_where_a_letter_has_no_place_but_blanks_may_hang_over() -> None:
    assert paste([["R", "A", "C"]], TARGET, RACI).without_place == 1
    assert paste([["R"], ["A"], ["C"]], TARGET, RACI).written == ()
    assert len(paste([["R", "A", " "], ["", "", ""], ["", ""]], TARGET, RACI).written) == 2
