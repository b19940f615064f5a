"""Parties that have a column of their own for each letter, with marks in them."""

from itertools import pairwise

from socplanner.domain.foreign.understood import PartyColumn
from socplanner.formats.foreign.draft_table import DraftTable, PartyAt


def find_ticked_parties(table: DraftTable) -> None:
    """Find the parties above groups of letters; none where nothing stands above the letters."""
    symbols, canvas = table.band.symbols, table.canvas
    row = table.header_rows[0]
    above = [each for each in canvas.rows if each < row]
    named = above[-1] if above and above[-1] >= row - 2 else row - 1
    columns = sorted(symbols)
    starts = [c for c in columns if canvas.text(named, c) and (named, c) not in canvas.taken]
    if not starts:
        return
    if starts[0] != columns[0] and canvas.block(named, starts[0]).left > columns[0]:
        table.ask("ambiguous-header", row=named)
    table.header_rows.insert(0, named)
    edges = [*starts, columns[-1] + 1]
    for left, right in pairwise(edges):
        mine = tuple((c, symbols[c]) for c in columns if left <= c < right)
        letters = [symbol for _, symbol in mine]
        block = canvas.block(named, left)
        is_narrow = block.right > left and block.right < mine[-1][0]
        if len(set(letters)) < len(letters) or is_narrow:
            table.ask("ambiguous-header", row=named)
        name = " ".join(canvas.text(named, left).split())
        table.parties.append(PartyAt(PartyColumn(name, tuple(c for c, _ in mine)), mine))
    if len({len(at.columns) for at in table.parties}) > 1:
        table.ask("ambiguous-header", row=named)
