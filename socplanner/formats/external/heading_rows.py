"""Which rows without letters are headings, by how they differ from the rows with letters.

The first that decides: other columns that tasks fill, the form of the names (numbered, capitals,
bullets), and as a guess their places: several rows that divide all others.
"""

import re
from itertools import pairwise
from typing import NamedTuple

from socplanner.formats.external.draft_table import DraftTable

_NUMBER = re.compile(r"\(?([0-9]+(?:\.[0-9]+)*)[.):]?(?=[\s.):-]|$)|([IVX]+)[.):]\s")
_BULLET = re.compile(r"[-–—•·▪‣◦*>→＞・]\s*\S")
_COMMON = 0.8
"""The share of tasks that fill a column for it to be one that tasks have."""

Rows = list[tuple[int, str]]
"""Numbers and names of rows."""


class HeadingForm(NamedTuple):
    """Which rows without letters are headings and which are tasks; others need a question."""

    headings: frozenset[int] = frozenset()
    tasks: frozenset[int] = frozenset()
    is_guess: bool = False
    """Whether the headings are only guessed by their places."""


def heading_form(table: DraftTable, blank: Rows, lettered: Rows) -> HeadingForm:
    """Return which of the `blank` rows, without letters, are headings or tasks by their form."""
    if not blank or len(lettered) < 2:
        return HeadingForm()
    rows = frozenset(row for row, _ in blank)
    others = _other_columns(table, lettered)
    if others:
        unfilled = frozenset(row for row in rows if not others & set(table.canvas.rows[row]))
        filled = frozenset(row for row in rows if len(others & set(table.canvas.rows[row])) >= 1)
        return HeadingForm(unfilled, filled)
    names, tasks = [name for _, name in blank], [name for _, name in lettered]
    if _differ(names, tasks):
        return HeadingForm(rows)
    if _are_headings(sorted(rows), sorted(row for row, _ in lettered)):
        return HeadingForm(rows, is_guess=True)
    return HeadingForm()


def is_numbered_above(name: str, below: str) -> bool:
    """Return whether `below` is numbered below `name`, as `1.2.1 Sketch` below `1.2 Design`."""
    upper, lower = _number(name), _number(below)
    return bool(upper) and len(lower) > len(upper) and lower[: len(upper)] == upper


def _number(name: str) -> tuple[str, ...]:
    match = _NUMBER.match(name)
    if match is None or match[1] is None:
        return ()
    parts = match[1].split(".")
    while len(parts) > 1 and parts[-1] == "0":
        parts.pop()
    return tuple(parts)


def _other_columns(table: DraftTable, lettered: Rows) -> set[int]:
    """Return the columns that nearly all tasks fill, other than names, groups and letters."""
    read_columns = {*table.party_columns(), table.task_column, table.group_column}
    counts: dict[int, int] = {}
    for row, _ in lettered:
        for column in table.canvas.rows[row]:
            counts[column] = counts.get(column, 0) + 1
    return {
        column
        for column, number in counts.items()
        if column not in read_columns and number >= _COMMON * len(lettered)
    }


def _differ(names: list[str], tasks: list[str]) -> bool:
    """Return whether all names are written otherwise than nearly all tasks."""
    return any(
        all(is_marked(name) for name in names) and sum(map(is_marked, tasks)) <= 0.1 * len(tasks)
        for is_marked in (_is_numbered, _is_loud)
    ) or (
        sum(_BULLET.match(task) is not None for task in tasks) >= 0.9 * len(tasks)
        and not any(_BULLET.match(name) for name in names)
    )


def _is_numbered(name: str) -> bool:
    return _NUMBER.match(name) is not None


def _is_loud(name: str) -> bool:
    return len(name) > 3 and name.isupper()


def _are_headings(blank: list[int], lettered: list[int]) -> bool:
    """Return whether several rows divide all others: the first one is on top, each has some below.

    There must be at least twice as many rows with letters.
    """
    if len(blank) < 2 or not lettered or blank[0] > lettered[0]:
        return False
    edges = [*blank, lettered[-1] + 1]
    below = [sum(upper < row < lower for row in lettered) for upper, lower in pairwise(edges)]
    return min(below) >= 1 and len(lettered) >= 2 * len(blank)
