"""Which header row names the parties, and which one tells of each its department or its part.

Columns below one merged heading are one party's only where no other header row tells them apart.
"""

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from socplanner.domain.external.sheet_places import column_letters
from socplanner.domain.external.understood import PartyColumn
from socplanner.formats.external.draft_table import DraftTable, PartyAt
from socplanner.formats.external.field_words import one_line
from socplanner.formats.sheets.grid import Place

WIDEST_PARTY = 40
"""Columns one name may be merged over to be told apart."""

HIGHEST_HEADER = 3
"""So many rows above the names may tell columns apart that are merged in the row of the names."""


class _Head(NamedTuple):
    """What stands over a column: its name, its group, and where the name stands."""

    column: int
    name: str
    group: str
    place: Place | None


def choose_name_row(table: DraftTable, columns: list[int]) -> None:
    """Take the upper header row for the names where it names each column and the lower does not."""
    if not table.header_rows or len(columns) < 2:
        return
    lower = table.header_rows[-1]
    upper = top_of(table, columns) - 1
    canvas = table.canvas
    headed = _headed(table, (upper, lower), columns)
    blocks = [canvas.block(upper, column) for column in headed]
    names = {canvas.text(upper, c) for c in headed if canvas.is_text(upper, c)}
    is_each = len(names) == len(headed) and all(each.left == each.right for each in blocks)
    below = {canvas.shown_place(lower, column) for column in headed} - {None}
    if is_each and len(headed) > 1 and len(below) < len(headed):
        table.name_row = upper
        table.header_rows.insert(0, upper)


def _headed(table: DraftTable, rows: tuple[int, int], columns: list[int]) -> list[int]:
    """Return the columns that the two header rows are about, those without letters too."""
    canvas = table.canvas
    upper, lower = rows
    covered = {canvas.covering(lower, column) for column in columns}
    found = {
        column
        for block in covered
        if block is not None and block.right <= block.left + WIDEST_PARTY
        for column in range(block.left, block.right + 1)
    }
    found |= {c for c in canvas.rows.get(upper, {}) if columns[0] <= c <= columns[-1]}
    return sorted(
        column
        for column in {*found, *columns}
        if canvas.text(upper, column) or canvas.shown(lower, column)
    )


def parties_below(table: DraftTable, columns: list[int]) -> list[PartyAt]:
    """Return `columns` by party, each with its name and its group as far as they are clear."""
    heads = list(_heads(table, columns))
    found: list[PartyAt] = []
    for _, run in groupby(heads, key=lambda head: (head.place or head.column, head.group)):
        mine = list(run)
        places = tuple(head.column for head in mine)
        party = PartyColumn(mine[0].name, places, mine[0].group)
        found.append(PartyAt(party, tuple((column, "") for column in places)))
    for at in found:
        _note_joined(table, at)
    return found


def top_of(table: DraftTable, columns: Iterable[int]) -> int:
    """Return the first row of the header: names may be merged downwards."""
    row = table.header_rows[0] if table.header_rows else table.band.top
    blocks = [table.canvas.covering(row, column) for column in columns]
    return min([row, *(block.top for block in blocks if block is not None)])


def _heads(table: DraftTable, columns: list[int]) -> Iterable[_Head]:
    if table.name_row is not None:
        lower = table.header_rows[-1]
        for column in columns:
            name = one_line(table.canvas.text(table.name_row, column))
            yield _Head(column, name, _group_below(table, lower, column, columns), None)
        return
    row = table.header_rows[-1] if table.header_rows else 0
    parts = _parts(table, row, columns)
    for column in columns:
        block = table.canvas.covering(row, column)
        is_wide = block is not None and block.right > block.left
        place = Place(block.top, block.left) if block is not None and is_wide else None
        yield _Head(column, one_line(table.head(column)), parts.get(column, ""), place)


def _group_below(table: DraftTable, row: int, column: int, columns: list[int]) -> str:
    """Return what stands below a name: merged over it, or to the left where nothing is merged."""
    canvas = table.canvas
    shown = canvas.shown(row, column)
    if shown or canvas.covering(row, column) is not None:
        return one_line(shown)
    left = [each for each in columns if each < column and canvas.text(row, each)]
    return one_line(canvas.shown(row, left[-1])) if left else ""


def _parts(table: DraftTable, row: int, columns: list[int]) -> dict[int, str]:
    """Return what tells columns apart below one merged name: `Production`, `Other`."""
    canvas = table.canvas
    blocks = {canvas.covering(row, column) for column in columns}
    wide = [
        list(range(block.left, block.right + 1))
        for block in blocks
        if block is not None and block.left < block.right <= block.left + WIDEST_PARTY
    ]
    if not wide:
        return {}
    top = top_of(table, columns)
    above = list(range(top - 1, max(0, top - 1 - HIGHEST_HEADER), -1))
    told = {each: [mine for mine in wide if _tells_apart(table, each, mine)] for each in above}
    chosen = max(above, key=lambda each: len(told[each]), default=0)
    if not chosen or not told[chosen]:
        return {}
    table.header_rows.insert(0, chosen)
    return {c: one_line(canvas.text(chosen, c)) for mine in told[chosen] for c in mine}


def _tells_apart(table: DraftTable, row: int, columns: list[int]) -> bool:
    texts = {table.canvas.text(row, c) for c in columns if table.canvas.is_text(row, c)}
    return len(texts) == len(columns)


def _note_joined(table: DraftTable, at: PartyAt) -> None:
    """Note that letters of several columns were read together."""
    canvas = table.canvas
    lettered = [
        column
        for column, _ in at.columns
        if any(
            canvas.has_letters(row, column) and (row, column) not in canvas.spread
            for row in table.band.body
        )
    ]
    if len(lettered) > 1:
        labels = ", ".join(table.line(column) for column in lettered)
        table.note(
            "columns-joined", name=at.party.name or column_letters(lettered[0]), columns=labels
        )
