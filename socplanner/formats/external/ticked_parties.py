"""Parties that have a column of their own for each letter, with marks in them."""

from itertools import pairwise

from socplanner.domain.external.understood import PartyColumn
from socplanner.formats.external.draft_table import DraftTable, PartyAt
from socplanner.formats.external.field_words import one_line


def find_ticked_parties(table: DraftTable) -> None:
    """Find the parties above groups of letters; none where nothing stands above the letters."""
    symbols, canvas = table.band.symbols, table.canvas
    row = table.header_rows[0]
    above = canvas.row_above(row)
    named = above if above and above >= row - 2 else row - 1
    columns = sorted(symbols)
    starts = [c for c in columns if canvas.text(named, c) and (named, c) not in canvas.taken]
    starts = [c for c in starts if not _goes_on(table, named, c, columns, starts)]
    if not starts:
        return
    if table.answers.letter_columns == "letters":
        _begin_anew(table, named, columns)
        return
    is_told = table.answers.letter_columns == "names"
    if not is_told and canvas.block(named, starts[0]).left > columns[0]:
        table.ask("ambiguous-header", row=named)
    table.header_rows.insert(0, named)
    edges = [*starts, columns[-1] + 1]
    for column in columns if is_told else ():
        if column < starts[0]:
            table.leave("other-column", heading=symbols[column], column=column)
    for left, right in pairwise(edges):
        mine = tuple((c, symbols[c]) for c in columns if left <= c < right)
        letters = [symbol for _, symbol in mine]
        block = canvas.block(named, left)
        is_narrow = block.right > left and block.right < mine[-1][0]
        if not is_told and (len(set(letters)) < len(letters) or is_narrow):
            table.ask("ambiguous-header", row=named)
        name = one_line(canvas.text(named, left))
        table.parties.append(PartyAt(PartyColumn(name, tuple(c for c, _ in mine)), mine))
    numbers = {len(at.columns) for at in table.parties}
    if (
        not is_told
        and len(numbers) > 1
        and not all(_is_exact(table, named, at) for at in table.parties)
    ):
        table.ask("ambiguous-header", row=named)


def _begin_anew(table: DraftTable, row: int, columns: list[int]) -> None:
    """Find the parties where the letters begin anew; each has the one name above its letters."""
    table.header_rows.insert(0, row)
    runs: list[list[int]] = []
    for column in columns:
        symbol = table.band.symbols[column]
        if not runs or symbol in {table.band.symbols[each] for each in runs[-1]}:
            runs.append([])
        runs[-1].append(column)
    for run in runs:
        texts = dict.fromkeys(filter(None, (table.canvas.shown(row, c) for c in run)))
        if len(texts) > 1:
            table.ask("ambiguous-header", row=row)
        mine = tuple((column, table.band.symbols[column]) for column in run)
        name = one_line(" / ".join(texts))
        table.parties.append(PartyAt(PartyColumn(name, tuple(run)), mine))


def _goes_on(
    table: DraftTable, row: int, column: int, columns: list[int], starts: list[int]
) -> bool:
    """Tell whether the name is that on its left once more, above another letter."""
    at = columns.index(column)
    texts = table.canvas.rows[row]
    return at > 0 and columns[at - 1] in starts and texts[columns[at - 1]] == texts[column]


def _is_exact(table: DraftTable, row: int, at: PartyAt) -> bool:
    """Tell whether the name is merged over just the letters of the party."""
    places = at.party.places
    block = table.canvas.block(row, places[0])
    return (block.left, block.right) == (places[0], places[-1])
