"""Which cells a gesture writes, and how cells travel as text."""

from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.letter_sets import RACI
from socplanner.domain.letters import Cell
from socplanner.ui.matrix.cell_edits import (
    Spot,
    chosen_letters,
    cleared,
    filled_down,
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


def test_a_letter_is_added_where_it_is_missing_and_else_removed_from_all() -> None:
    assert toggled(spots("R", "A"), RACI, "A") == ((ROLE, ONE, "A/R"),)
    assert toggled(spots("A/R", "A"), RACI, "A") == ((ROLE, ONE, "R"), (ROLE, TWO, ""))


def test_chosen_letters_are_added_and_removed_and_undecided_is_alone() -> None:
    both = spots("A/R", "?")
    assert chosen_letters(both, RACI, {"R": False, "I": True}) == (
        (ROLE, ONE, "A/I"),
        (ROLE, TWO, "I"),
    )
    assert chosen_letters(both, RACI, {"?": True}) == ((ROLE, ONE, "?"),)


def test_the_top_cell_is_filled_down_for_each_party() -> None:
    lower = RoleId("x:A-2")
    below = [Spot(lower, ONE, Cell("")), Spot(lower, TWO, Cell("A"))]
    assert filled_down([*spots("R", "A"), *below]) == ((lower, ONE, "R"),)
