"""Whether the tasks of a table run down or across, by a score of several signs.

Each sign adds a number, above 0 for tasks that run down.
"""

import statistics

from socplanner.formats.external.draft_table import DraftTable
from socplanner.formats.external.field_words import (
    PARTY_HEADINGS,
    TASK_HEADINGS,
    looks_like_party,
    mentions_any,
)

SURE_DOWN, SURE_ACROSS = 0.6, -1.5
"""Scores from which on the orientation is certain; down is usual, so less is needed for it."""


def orientation_of(table: DraftTable) -> int:
    """Return 1 if tasks run down, -1 if they run across, 0 if it is uncertain."""
    rows = [task.name for task in table.tasks]
    columns = [at.party.name for at in table.parties]
    score = _by_heading(table) + _by_length(rows, columns) + _by_names(rows, columns)
    score += _by_number(len(rows), len(columns)) + _by_accountable(table)
    if table.code_column is not None:
        score += 1.5
    if score >= SURE_DOWN:
        return 1
    return -1 if score <= SURE_ACROSS else 0


def _by_heading(table: DraftTable) -> float:
    """Return the score of the heading above the names that run down."""
    heading = table.heading(table.task_column) if table.task_column is not None else ""
    is_task, is_party = mentions_any(heading, TASK_HEADINGS), mentions_any(heading, PARTY_HEADINGS)
    if is_task == is_party:
        return 0
    return 3 if is_task else -2.5


def _by_length(rows: list[str], columns: list[str]) -> float:
    down, across = _length(rows), _length(columns)
    return max(-1.5, min(1.5, (down - across) / 8))


def _length(names: list[str]) -> float:
    return (
        statistics.fmean(len(name) * (1 if name.isascii() else 2) for name in names) if names else 0
    )


def _by_names(rows: list[str], columns: list[str]) -> float:
    """Return the score of the names with words of departments, teams and positions."""
    down = sum(map(looks_like_party, rows)) / max(len(rows), 1)
    across = sum(map(looks_like_party, columns)) / max(len(columns), 1)
    return (across - down) * 2


def _by_number(rows: int, columns: int) -> float:
    if rows >= 1.5 * columns:
        return 0.7
    return -0.7 if columns >= 1.5 * rows else 0


def _by_accountable(table: DraftTable) -> float:
    """Return the score of the letter A: a task has one, a party any number."""
    marked = [["A" in cell.letters for cell in task.cells] for task in table.tasks]
    if not marked or not any(any(row) for row in marked):
        return 0
    columns = list(zip(*marked, strict=True))
    by_row = len([row for row in marked if sum(row) == 1]) / len(marked)
    by_column = len([column for column in columns if sum(column) == 1]) / len(columns)
    return (by_row - by_column) * 1.5
