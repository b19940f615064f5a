"""Which cells a gesture writes, and how cells travel as text."""

import pytest

from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.letters import RACI, Cell
from socplanner.ui.matrix.cell_edits import (
    Spot,
    as_text,
    chosen_letters,
    cleared,
    filled_down,
    from_text,
    toggled,
    written,
)

ROLE, ONE, TWO = RoleId("x:A-1"), PartyId("one"), PartyId("two")


def spots(first: str, second: str) -> list[Spot]:
    """Return two cells of one row."""
    return [Spot(ROLE, ONE, Cell(first)), Spot(ROLE, TWO, Cell(second))]


def test_only_cells_that_differ_are_written() -> None:
    assert written(spots("R", "A"), Cell("R")) == ((ROLE, TWO, "R"),)
    assert cleared(spots("", "A")) == ((ROLE, TWO, ""),)


def test_a_letter_is_added_where_it_is_missing_and_else_taken_from_all() -> None:
    assert toggled(spots("R", "A"), RACI, "A") == ((ROLE, ONE, "A/R"),)
    assert toggled(spots("A/R", "A"), RACI, "A") == ((ROLE, ONE, "R"), (ROLE, TWO, ""))


def test_chosen_letters_come_and_go_and_undecided_stands_alone() -> None:
    both = spots("A/R", "?")
    assert chosen_letters(both, RACI, {"R": False, "I": True}) == (
        (ROLE, ONE, "A/I"),
        (ROLE, TWO, "I"),
    )
    assert chosen_letters(both, RACI, {"?": True}) == ((ROLE, ONE, "?"),)


def test_what_stands_on_top_is_filled_down_for_each_party() -> None:
    lower = RoleId("x:A-2")
    below = [Spot(lower, ONE, Cell("")), Spot(lower, TWO, Cell("A"))]
    assert filled_down([*spots("R", "A"), *below]) == ((lower, ONE, "R"),)


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("R\tA/R\n\tI\n", [["R", "A/R"], ["", "I"]]),
        ("R\r\nA\r\n", [["R"], ["A"]]),
        ('"A, R"\t"say ""no"""', [["A, R", 'say "no"']]),
        (" R ", [["R"]]),
    ],
)
def test_text_of_a_spreadsheet_is_read(text: str, fields: list[list[str]]) -> None:
    assert from_text(text) == fields


def test_what_is_copied_reads_back_as_it_was() -> None:
    cells = [[Cell("R"), Cell("")], [Cell("A/R"), Cell("?")]]
    assert from_text(as_text(cells)) == cells
