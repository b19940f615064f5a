"""The header row with the names of parties, and the one with their departments or parts.

Rules:

- The lowest header row has the names. If the row above names each column and the lower one does
  not, the upper row has the names, and the lower one the departments.
- Columns below one merged heading are one party, unless a row above them has a different text for
  each: then that text is the group of its party.
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
"""The most columns below one merged name that are searched for different groups."""

HIGHEST_HEADER = 3
"""The rows above the names in which different texts for merged columns are searched."""


class _Heading(NamedTuple):
    """The name of a column, its group, and the place of its name if that is merged over several."""

    column: int
    name: str
    group: str
    place: Place | None


def choose_name_row(table: DraftTable, columns: list[int]) -> None:
    """Set the upper header row as that of names, if it names each column and the lower does not."""
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
    """Return the columns with a text in the two header rows, even those without letters."""
    canvas = table.canvas
    upper, lower = rows
    covered = {canvas.covering(lower, column) for column in columns}
    headed = {
        column
        for block in covered
        if block is not None and block.right <= block.left + WIDEST_PARTY
        for column in range(block.left, block.right + 1)
    }
    headed |= {c for c in canvas.rows.get(upper, {}) if columns[0] <= c <= columns[-1]}
    return sorted(
        column
        for column in {*headed, *columns}
        if canvas.text(upper, column) or canvas.shown(lower, column)
    )


def parties_below(table: DraftTable, columns: list[int]) -> list[PartyAt]:
    """Return the parties of `columns` with names and groups, "" where there is none."""
    headings = list(_headings(table, columns))
    parties: list[PartyAt] = []
    for _, run in groupby(
        headings, key=lambda heading: (heading.place or heading.column, heading.group)
    ):
        run_headings = list(run)
        places = tuple(heading.column for heading in run_headings)
        party = PartyColumn(run_headings[0].name, places, run_headings[0].group)
        parties.append(PartyAt(party, tuple((column, "") for column in places)))
    for at in parties:
        _note_joined(table, at)
    return parties


def top_of(table: DraftTable, columns: Iterable[int]) -> int:
    """Return the first row of the header, as names may be merged downwards."""
    row = table.header_rows[0] if table.header_rows else table.band.top
    blocks = [table.canvas.covering(row, column) for column in columns]
    return min([row, *(block.top for block in blocks if block is not None)])


def _headings(table: DraftTable, columns: list[int]) -> Iterable[_Heading]:
    if table.name_row is not None:
        lower = table.header_rows[-1]
        for column in columns:
            name = one_line(table.canvas.text(table.name_row, column))
            yield _Heading(column, name, _group_below(table, lower, column, columns), None)
        return
    row = table.header_rows[-1] if table.header_rows else 0
    groups = _groups_above(table, row, columns)
    for column in columns:
        block = table.canvas.covering(row, column)
        is_wide = block is not None and block.right > block.left
        place = Place(block.top, block.left) if block is not None and is_wide else None
        yield _Heading(column, one_line(table.heading(column)), groups.get(column, ""), place)


def _group_below(table: DraftTable, row: int, column: int, columns: list[int]) -> str:
    """Return the text below a name: that of its cell or block, else the next one on the left."""
    canvas = table.canvas
    shown = canvas.shown(row, column)
    if shown or canvas.covering(row, column) is not None:
        return one_line(shown)
    left = [each for each in columns if each < column and canvas.text(row, each)]
    return one_line(canvas.shown(row, left[-1])) if left else ""


def _groups_above(table: DraftTable, row: int, columns: list[int]) -> dict[int, str]:
    """Return by column the different texts of columns with one merged name: `Production`, `Other`.

    The row with most of them is added to the header rows.
    """
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
    distinct = {
        row_above: [span for span in wide if _has_different_texts(table, row_above, span)]
        for row_above in above
    }
    chosen = max(above, key=lambda row_above: len(distinct[row_above]), default=0)
    if not chosen or not distinct[chosen]:
        return {}
    table.header_rows.insert(0, chosen)
    return {c: one_line(canvas.text(chosen, c)) for span in distinct[chosen] for c in span}


def _has_different_texts(table: DraftTable, row: int, columns: list[int]) -> bool:
    texts = {table.canvas.text(row, c) for c in columns if table.canvas.is_text(row, c)}
    return len(texts) == len(columns)


def _note_joined(table: DraftTable, at: PartyAt) -> None:
    """Note that letters of several columns were read as one party's."""
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
