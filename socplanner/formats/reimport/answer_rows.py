"""The sheet of a tender pack that a vendor has filled in: its rows and columns, by their keys."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from socplanner.domain.problem import Problem
from socplanner.formats.format_error import refused
from socplanner.formats.record.tender_keys import (
    ANSWERS_KEY,
    FIELD_PREFIX,
    ROLE_PREFIX,
    TOTAL_KEY,
)
from socplanner.formats.sheets.grid import Grid, Place

_COUNTED = ("answer", "price")
"""The columns of which every cell is to count for a role."""


class AnswerRows(NamedTuple):
    """The sheet of the answers: its rows and columns by their keys."""

    grid: Grid
    rows: tuple[tuple[str, int], ...]
    columns: Mapping[str, int]

    def without_key(self) -> Iterator[tuple[str, int]]:
        """Yield cells below the first role that have an answer or a price, in rows without key.

        A vendor has added these rows: what they are for is unclear. A cell is the key of its
        column, and its row.
        """
        keyed = {row for _, row in self.rows}
        first = min((row for key, row in self.rows if key.startswith(ROLE_PREFIX)), default=0)
        for place in sorted(self.grid.texts.keys() | self.grid.unread.keys()):
            if place.row > first and place.row not in keyed:
                yield from (
                    (key, place.row) for key in _COUNTED if self.columns[key] == place.column
                )

    def merged(self) -> Iterator[tuple[str, int]]:
        """Yield the filled cells of answers and prices that are merged over several roles."""
        roles = {row for key, row in self.rows if key.startswith(ROLE_PREFIX)}
        for block in self.grid.merged:
            for key in _COUNTED:
                if (
                    block.left <= self.columns[key] <= block.right
                    and len(roles.intersection(range(block.top, block.bottom + 1))) > 1
                    and self.grid.text(block.top, block.left)
                ):
                    yield key, block.top


def answer_rows_in(grids: Iterable[Grid]) -> tuple[AnswerRows, tuple[Problem, ...]]:
    """Return the sheet of the answers, and a note where further sheets have answers too.

    Raise FormatError if no sheet has any.
    """
    located = [
        _located(grid, place)
        for grid in grids
        for place, text in grid.texts.items()
        if text == ANSWERS_KEY
    ]
    usable = [each for each in located if each.columns.keys() >= {*_COUNTED} and each.rows]
    if not usable:
        raise refused("bid-without-answers")
    filled = [each for each in usable if _is_filled(each)] or usable
    notes = tuple(
        Problem("bid-further-sheet", {"sheet": each.grid.name, "used": filled[0].grid.name})
        for each in filled[1:]
    )
    return filled[0], notes


def _located(grid: Grid, corner: Place) -> AnswerRows:
    columns = {
        text: place.column
        for place, text in grid.texts.items()
        if place.row == corner.row and place != corner
    }
    rows = tuple(
        (text, place.row)
        for place, text in sorted(grid.texts.items())
        if place.column == corner.column and text.startswith((ROLE_PREFIX, FIELD_PREFIX))
    )
    return AnswerRows(grid, rows, columns)


def _is_filled(answers: AnswerRows) -> bool:
    return any(
        answers.grid.text(row, answers.columns["answer"])
        or answers.grid.text(row, answers.columns["price"])
        for key, row in answers.rows
        if key != TOTAL_KEY
    )
