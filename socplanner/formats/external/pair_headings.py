"""Lists of pairs: a row for each task and party, with the letter in its own column."""

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
"""The filled rows from the top in which the header of a list is searched."""

LETTERS_ITSELF = ""
"""The symbol of a column whose cells have letters, rather than ticks below a heading of one."""


def find_pair_lists(canvas: Canvas) -> list[Band]:
    """Return the bands of such lists: headings of task, party and letters, with letters below."""
    bands: list[Band] = []
    for row in islice(canvas.rows, FARTHEST_HEADER):
        if bands and row <= bands[-1].body[-1]:
            continue
        column = _letter_column(canvas, row)
        body = _body(canvas, row, column) if column is not None else []
        if column is not None and len(body) >= FEWEST_PAIRS:
            bands.append(Band(row, body, form="pairs", symbols={column: LETTERS_ITSELF}))
    return bands


def _letter_column(canvas: Canvas, row: int) -> int | None:
    """Return the only column with a heading of letters, None without task and party in the row."""
    cells = {c: text for c, text in canvas.rows[row].items() if (row, c) not in canvas.claimed}
    lettered = [column for column, text in cells.items() if _is_letter_heading(text)]
    others = [text for column, text in cells.items() if column not in lettered]
    has_task = any(is_only(text, TASK_HEADINGS) for text in others)
    has_party = any(is_only(text, PARTY_HEADINGS) for text in others)
    return lettered[0] if len(lettered) == 1 and has_task and has_party else None


def _is_letter_heading(text: str) -> bool:
    flat = flattened(text)
    return flat in LETTER_HEADINGS or flat.startswith(MATRIX_WORDS)


def _body(canvas: Canvas, row: int, column: int) -> list[int]:
    """Return the rows below with letters in `column`, up to the first other text in it."""
    body: list[int] = []
    for below in canvas.rows:
        if below <= row or not canvas.text(below, column):
            continue
        if not canvas.has_readable_letters(below, column):
            break
        body.append(below)
    return body
