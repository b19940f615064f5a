"""Bounds on external sheets: a matrix is small, a list of facts is not.

A matrix that people maintain has some hundred rows. The bounds are many times that, and small
enough for an answer within seconds, whatever the sheets contain.
"""

from collections.abc import Sequence
from typing import NamedTuple

from socplanner.domain.external.understood import Answers, Unclear, Understood
from socplanner.formats.sheets.grid import Grid

MOST_CELLS = 300_000
MOST_ROWS = 30_000
"""The most filled cells and filled rows of all sheets together: 5,000 tasks by 50 parties fit.
Rows have a bound of their own since they cost more than the cells in them."""

MOST_PARTIES = 500
MOST_TASKS = 10_000

MOST_OF_A_KIND = 300
"""The most questions or remarks of one kind that are listed; further ones are only counted."""


class Readable(NamedTuple):
    """The sheets that are read, in their order, and those beyond the bounds."""

    grids: list[Grid]
    too_big: list[Grid]


def readable(grids: Sequence[Grid], answers: Answers) -> Readable:
    """Return which of `grids` fit the bounds: the answered sheet first, then visible ones."""
    cells, rows = MOST_CELLS, MOST_ROWS
    fitting: set[int] = set()
    for place in sorted(range(len(grids)), key=lambda each: _rank(grids[each], answers)):
        size, height = len(grids[place].texts), height_of(grids[place])
        if size <= cells and height <= rows:
            cells, rows = cells - size, rows - height
            fitting.add(place)
    return Readable(
        [grid for place, grid in enumerate(grids) if place in fitting],
        [grid for place, grid in enumerate(grids) if place not in fitting],
    )


def height_of(grid: Grid) -> int:
    """Return the number of rows of `grid` with a text."""
    return len({place.row for place in grid.texts})


def size_values(grid: Grid) -> dict[str, object]:
    """Return the size of `grid` and its bounds, as values of a message."""
    return {
        "sheet": grid.name,
        "cells": len(grid.texts),
        "rows": height_of(grid),
        "most": MOST_CELLS,
        "most_rows": MOST_ROWS,
    }


def _rank(grid: Grid, answers: Answers) -> tuple[bool, bool]:
    return grid.name != answers.sheet, grid.visibility != "visible"


def is_too_big(tasks: int, parties: int) -> bool:
    """Return whether a table has more tasks or parties than are read."""
    return tasks > MOST_TASKS or parties > MOST_PARTIES


def too_big_table(sheet: str, tasks: int, parties: int) -> Understood:
    """Return the result for a table beyond the bounds: only its size, as the reason."""
    unclear = Unclear(
        "table-too-big",
        {
            "sheet": sheet,
            "tasks": tasks,
            "parties": parties,
            "most_tasks": MOST_TASKS,
            "most_parties": MOST_PARTIES,
        },
    )
    return Understood(sheet, unclear=(unclear,))
