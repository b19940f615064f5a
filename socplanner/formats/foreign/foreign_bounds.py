"""How much of other people's sheets is looked through: a matrix is small, a list of facts is not.

What a person keeps as a matrix has some hundred rows. The bounds are many times that, and small
enough for an answer within seconds, however the sheets are made.
"""

from collections.abc import Sequence
from typing import NamedTuple

from socplanner.domain.foreign.understood import Answers, Unclear, Understood
from socplanner.formats.sheets.grid import Grid

MOST_CELLS = 80_000
"""Filled cells of all sheets that are looked through."""

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
    room = MOST_CELLS
    fitting: set[int] = set()
    for place in sorted(range(len(grids)), key=lambda each: _rank(grids[each], answers)):
        size = len(grids[place].texts)
        if size <= room:
            room -= size
            fitting.add(place)
    return Readable(
        [grid for place, grid in enumerate(grids) if place in fitting],
        [grid for place, grid in enumerate(grids) if place not in fitting],
    )


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
