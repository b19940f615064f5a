"""Lists of pairs: a row for each task and party, with the letter in a column of its own."""

from itertools import islice

from socplanner.formats.external.band_finding import Band
from socplanner.formats.external.canvas import Canvas
from socplanner.formats.external.field_words import (
    LETTER_HEADINGS,
    MATRIX_WORDS,
    PARTY_HEADINGS,
    TASK_HEADINGS,
    flattened,
    is_only,
)

FEWEST_PAIRS = 3
FARTHEST_HEADER = 100
"""So many filled rows are looked at for the header of a list."""

LETTERS_ITSELF = ""
"""The symbol of a column whose cells hold the letters, rather than marks below one letter."""


def find_pair_lists(canvas: Canvas) -> list[Band]:
    """Return the bands of such lists: headed as task, party and letters, with letters below."""
    found: list[Band] = []
    for row in islice(canvas.rows, FARTHEST_HEADER):
        if found and row <= found[-1].body[-1]:
            continue
        column = _letter_column(canvas, row)
        body = _body(canvas, row, column) if column is not None else []
        if column is not None and len(body) >= FEWEST_PAIRS:
            found.append(Band(row, body, form="pairs", symbols={column: LETTERS_ITSELF}))
    return found


def _letter_column(canvas: Canvas, row: int) -> int | None:
    """Return the one column headed as letters, in a row that heads a task and a party as well."""
    cells = {c: text for c, text in canvas.rows[row].items() if (row, c) not in canvas.taken}
    lettered = [column for column, text in cells.items() if _heads_letters(text)]
    others = [text for column, text in cells.items() if column not in lettered]
    has_task = any(is_only(text, TASK_HEADINGS) for text in others)
    has_party = any(is_only(text, PARTY_HEADINGS) for text in others)
    return lettered[0] if len(lettered) == 1 and has_task and has_party else None


def _heads_letters(text: str) -> bool:
    flat = flattened(text)
    return flat in LETTER_HEADINGS or flat.startswith(MATRIX_WORDS)


def _body(canvas: Canvas, row: int, column: int) -> list[int]:
    """Return the rows below with letters in `column`, as far as nothing else stands there."""
    body: list[int] = []
    for each in canvas.rows:
        if each <= row or not canvas.text(each, column):
            continue
        if not canvas.has_known_letters(each, column):
            break
        body.append(each)
    return body
