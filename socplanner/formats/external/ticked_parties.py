"""Parties with a column for each letter, and ticks in them.

A name above the letters begins a party, which has the columns up to the next name. If names and
letters do not fit together, it is a question; its answer is which of the two decides.
"""

from itertools import pairwise

from socplanner.domain.external.understood import PartyColumn
from socplanner.formats.external.draft_table import DraftTable, PartyAt
from socplanner.formats.external.field_words import one_line


def find_ticked_parties(table: DraftTable) -> None:
    """Set the parties above groups of letters; none if there are no names above the letters."""
    symbols, canvas = table.band.symbols, table.canvas
    row = table.header_rows[0]
    above = canvas.row_above(row)
    name_row = above if above and above >= row - 2 else row - 1
    columns = sorted(symbols)
    starts = [
        c for c in columns if canvas.text(name_row, c) and (name_row, c) not in canvas.claimed
    ]
    starts = [c for c in starts if not _repeats_left_name(table, name_row, c, columns, starts)]
    if not starts:
        return
    if table.answers.letter_columns == "letters":
        _rebuild(table, name_row, columns)
        return
    is_answered = table.answers.letter_columns == "names"
    if not is_answered and canvas.block(name_row, starts[0]).left > columns[0]:
        table.ask("ambiguous-header", row=name_row)
    table.header_rows.insert(0, name_row)
    edges = [*starts, columns[-1] + 1]
    for column in columns if is_answered else ():
        if column < starts[0]:
            table.leave_out("other-column", heading=symbols[column], column=column)
    for left, right in pairwise(edges):
        lettered = tuple((c, symbols[c]) for c in columns if left <= c < right)
        letters = [symbol for _, symbol in lettered]
        block = canvas.block(name_row, left)
        is_narrow = block.right > left and block.right < lettered[-1][0]
        if not is_answered and (len(set(letters)) < len(letters) or is_narrow):
            table.ask("ambiguous-header", row=name_row)
        name = one_line(canvas.text(name_row, left))
        table.parties.append(PartyAt(PartyColumn(name, tuple(c for c, _ in lettered)), lettered))
    numbers = {len(at.columns) for at in table.parties}
    if (
        not is_answered
        and len(numbers) > 1
        and not all(_is_exact(table, name_row, at) for at in table.parties)
    ):
        table.ask("ambiguous-header", row=name_row)


def _rebuild(table: DraftTable, row: int, columns: list[int]) -> None:
    """Set a party for each run of different letters, with the names above them as its name."""
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
        lettered = tuple((column, table.band.symbols[column]) for column in run)
        name = one_line(" / ".join(texts))
        table.parties.append(PartyAt(PartyColumn(name, tuple(run)), lettered))


def _repeats_left_name(
    table: DraftTable, row: int, column: int, columns: list[int], starts: list[int]
) -> bool:
    """Return whether the name repeats the one on its left, above another letter."""
    at = columns.index(column)
    texts = table.canvas.rows[row]
    return at > 0 and columns[at - 1] in starts and texts[columns[at - 1]] == texts[column]


def _is_exact(table: DraftTable, row: int, at: PartyAt) -> bool:
    """Return whether the name is merged over exactly the letters of the party."""
    places = at.party.places
    block = table.canvas.block(row, places[0])
    return (block.left, block.right) == (places[0], places[-1])
