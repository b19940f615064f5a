"""From a band of a sheet to a table of tasks, parties and letters."""

from collections import Counter

from socplanner.domain.external.understood import Answers
from socplanner.formats.external.band_finding import Band
from socplanner.formats.external.body_rows import read_rows
from socplanner.formats.external.canvas import Canvas
from socplanner.formats.external.draft_table import DraftTable
from socplanner.formats.external.field_words import GROUP_HEADINGS, OTHER_HEADINGS, mentions_any
from socplanner.formats.external.left_columns import find_left_columns
from socplanner.formats.external.named_parties import find_named_parties
from socplanner.formats.external.pair_rows import pair_up
from socplanner.formats.external.party_columns import find_parties
from socplanner.formats.external.party_names import name_parties
from socplanner.formats.external.ticked_parties import find_ticked_parties

MOST_SUGGESTED = 6
LONGEST_SUGGESTED = 60
"""The most rows offered as the header, and the characters shown of each."""

MOST_LETTERS = 9
"""A table of more different letters, most of them unexplained, is no matrix."""

FARTHEST_TITLE = 12
"""The most rows between a table and a title above it."""


def matrix_in(canvas: Canvas, band: Band, answers: Answers) -> DraftTable:
    """Return the table of `band`, with its questions; without parties or tasks it weighs 0."""
    table = DraftTable(canvas, band, answers, band.form)
    if band.header is None:
        _ask_for_header(table)
    else:
        table.header_rows.append(band.header)
    for column in band.symbols:
        reading = canvas.reader.read(canvas.text(band.header or 0, column))
        if reading is not None:
            table.add_meanings(reading, canvas.text(band.header or 0, column))
    if band.form == "letters":
        find_parties(table)
    elif band.form == "letter-columns":
        find_ticked_parties(table)
    find_left_columns(table)
    if band.form == "pairs" or (band.form == "letter-columns" and not table.parties):
        pair_up(table)
        table.weight = _weight(table)
        return table
    if band.form == "names":
        find_named_parties(table)
        _ask_for_letters(table)
    name_parties(table)
    _leave_titles(table)
    if table.parties:
        read_rows(table)
    table.weight = _weight(table)
    _note_hidden(table)
    return table


def _ask_for_letters(table: DraftTable) -> None:
    """Ask which letter a heading among the letters means, if names are below it."""
    header, symbols = table.band.header or 0, table.band.symbols
    used = {*symbols, table.task_column, table.code_column, table.group_column}
    for column, text in table.canvas.rows.get(header, {}).items():
        is_among = min(symbols) < column < max(symbols) and column not in used
        cells = [table.canvas.is_text(row, column) for row in table.band.body]
        if is_among and sum(cells) >= 2 and not mentions_any(text, OTHER_HEADINGS | GROUP_HEADINGS):
            table.ask_cell(header, column, text)


def _ask_for_header(table: DraftTable) -> None:
    """Ask which row names the parties, unless the answer is that none does."""
    if table.answers.header_row == 0:
        return
    rows = [row for row in table.canvas.rows if row <= table.band.top][-MOST_SUGGESTED:]
    suggested = [] if table.canvas.across else rows
    texts = [" | ".join(table.canvas.rows[row].values())[:LONGEST_SUGGESTED] for row in suggested]
    table.ask("no-header", rows=tuple(map(str, suggested)), texts=tuple(texts))


def _weight(table: DraftTable) -> float:
    reader = table.canvas.reader
    counts = Counter(
        letter for task in table.tasks for cell in task.cells for letter in cell.letters
    )
    readable = sum(number for letter, number in counts.items() if reader.knows(letter))
    unknown = counts.total() - readable
    if len(counts) > MOST_LETTERS and unknown > readable:
        return 0  # a time table or a list of short names
    return readable + unknown / 10


def _note_hidden(table: DraftTable) -> None:
    """Note rows and columns that are hidden on the sheet and were read all the same."""
    grid, across = table.canvas.grid, table.canvas.across
    rows, columns = grid.hidden_rows, grid.hidden_columns
    if across:
        rows, columns = columns, rows
    tasks = sum(task.place in rows for task in table.tasks)
    parties = sum(column in columns for column in table.party_columns())
    if tasks or parties:
        table.note("hidden-cells", tasks=tasks, parties=parties)


def _leave_titles(table: DraftTable) -> None:
    if not table.header_rows:
        return
    top = table.header_rows[0]
    for row in range(max(1, top - FARTHEST_TITLE), top):
        cells = table.canvas.rows.get(row, {})
        texts = [
            text for column, text in cells.items() if (row, column) not in table.canvas.claimed
        ]
        if texts:
            table.leave_out("title", row=row, text=" | ".join(texts)[:200])
