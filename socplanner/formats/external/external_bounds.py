"""How much of other people's sheets is looked through: a matrix is small, a list of facts is not.

What a person keeps as a matrix has some hundred rows. The bounds are many times that, and small
enough for an answer within seconds, however the sheets are made.
"""

from collections.abc import Sequence
from typing import NamedTuple

from socplanner.domain.external.understood import Answers, Unclear, Understood
from socplanner.formats.sheets.grid import Grid

MOST_CELLS = 300_000
MOST_ROWS = 30_000
"""Filled cells and filled rows of all sheets that are looked through: 5,000 tasks by 50 parties
fit, and rows cost more than the cells in them."""

MOST_PARTIES = 500
MOST_TASKS = 10_000

MOST_OF_A_KIND = 300
"""Questions or remarks of one kind that are listed; the others are alike."""


class Readable(NamedTuple):
    """The sheets that are looked through, in their order, and those that are too big for it."""

    grids: list[Grid]
    too_big: list[Grid]


def readable(grids: Sequence[Grid], answers: Answers) -> Readable:
    """Return what of `grids` there is room for: the sheet that is meant first, then shown ones."""
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
    """Return how many rows of `grid` hold anything."""
    return len({place.row for place in grid.texts})


def size_values(grid: Grid) -> dict[str, object]:
    """Return how big `grid` is and how big it may be, for the sentences about it."""
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
    """Tell whether a table has more tasks or parties than are read."""
    return tasks > MOST_TASKS or parties > MOST_PARTIES


def too_big_table(sheet: str, tasks: int, parties: int) -> Understood:
    """Return no more than how much the table holds."""
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
