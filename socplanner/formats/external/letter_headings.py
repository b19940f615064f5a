"""Header rows of letters, with ticks or names of parties below them.

Rules:

- A header has at least `FEWEST_HEADINGS` different letters, alone or in words such as
  `Responsible party`; words only near the top of the sheet.
- Below it are ticks, letters repeated from the heading, or names. Other letters below most headings
  make it a row of a matrix instead.
- The band ends before the next row with the same headings.
"""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import islice

from socplanner.domain.external.understood import Form
from socplanner.formats.external.band_finding import Band
from socplanner.formats.external.canvas import Canvas
from socplanner.formats.external.cell_reading import Reading, is_mark
from socplanner.formats.external.field_words import (
    CODE_HEADINGS,
    GROUP_HEADINGS,
    HEADING_WORDS,
    PARTY_HEADINGS,
    TASK_HEADINGS,
    is_only,
    words_in,
)
from socplanner.formats.external.letter_words import letter_word

_MARKED = re.compile(
    r".+[(（\[]\s*([A-Za-z])\s*[)）\]]|([A-Za-z])\s*(?:[-–—:：=]\s*|[(（]).+", re.DOTALL
)
"""A heading with its letter: `Partners (C)`, `C - Partners`."""

_AROUND = frozenset(
    [
        *("person", "persons", "people", "party", "parties", "team", "teams", "role", "roles"),
        *("by", "to", "be", "who", "is", "are", "the", "of", "for"),
        *("department", "departments", "stakeholder", "stakeholders"),
    ]
)
"""Words around the one for a letter: `Responsible party`, `Approved by`."""


LONGEST_HEADING = 60
WORDED_ROWS = 100
"""The rows from the top that may have words as headings; below, only plain letters are."""

FEWEST_HEADINGS = 3
ENOUGH_LETTERS = 8
"""The letters below letters from which on the upper ones are no headings."""

_LEFT_HEADINGS = TASK_HEADINGS | CODE_HEADINGS | GROUP_HEADINGS | PARTY_HEADINGS


def find_letter_headings(canvas: Canvas) -> list[Band]:
    """Return the bands whose columns have letters as headings, from top to bottom."""
    bands: list[Band] = []
    rows = list(canvas.rows)
    last = 0
    following: dict[tuple[tuple[int, str], ...], int] = {}
    headings: list[tuple[int, dict[int, str], int]] = []
    for index in range(len(rows) - 1, -1, -1):
        symbols = _symbols(canvas, rows[index], is_near_top=index < WORDED_ROWS)
        if symbols:
            key = tuple(sorted(symbols.items()))
            headings.append((index, symbols, following.get(key, len(rows))))
            following[key] = index
    for index, symbols, end in reversed(headings):
        if rows[index] <= last:
            continue
        band = _band(canvas, rows[index], symbols, islice(rows, index + 1, end))
        if band is not None:
            bands.append(band)
            last = band.body[-1]
    return bands


def _symbols(canvas: Canvas, row: int, *, is_near_top: bool) -> dict[int, str]:
    """Return by column the letters of a header row; an empty mapping for another row."""
    symbols: dict[int, str] = {}
    first = min(canvas.rows[row])
    tasks = first if is_near_top and is_only(canvas.text(row, first), TASK_HEADINGS) else None
    for column, text in canvas.rows[row].items():
        is_worded = is_near_top and not _is_marked_cell(canvas, row, column)
        reading = _heading_letters(canvas, text) if is_worded else canvas.reader.read(text)
        is_used = (row, column) in canvas.claimed or column == tasks
        if (
            not is_used
            and reading is not None
            and reading.is_readable
            and len(reading.letters) == 1
        ):
            symbols[column] = reading.letters[0]
    return symbols if len(set(symbols.values())) >= FEWEST_HEADINGS else {}


def _is_marked_cell(canvas: Canvas, row: int, column: int) -> bool:
    """Return whether the cell and the one below have a person with letters, so it is no heading."""
    texts = (canvas.text(row, column), canvas.text(row + 1, column))
    return all(_MARKED.fullmatch(text) for text in texts)


def _heading_letters(canvas: Canvas, text: str) -> Reading | None:
    """Return the letters of a heading: all of it, in brackets, before a dash, or its word."""
    reading = canvas.reader.read(text)
    if reading is not None and reading.is_readable and reading.letters:
        return reading
    if len(text) > LONGEST_HEADING:
        return reading
    marked = _MARKED.fullmatch(text.strip())
    if marked is not None:
        return canvas.reader.read(marked[1] or marked[2])
    bare = " ".join(word for word in words_in(text) if word not in _AROUND)
    word = HEADING_WORDS.get(bare, bare)
    return canvas.reader.read(word) if letter_word(word) is not None else reading


def _band(canvas: Canvas, row: int, symbols: dict[int, str], below: Iterable[int]) -> Band | None:
    body: list[int] = []
    kinds = Counter[str]()
    name_columns: set[int] = set()
    for below_row in below:
        kinds_here = _kinds(canvas, below_row, symbols)
        counts = Counter(kinds_here.values())
        name_columns.update(column for column, kind in kinds_here.items() if kind == "name")
        if counts:
            body.append(below_row)
            kinds.update(counts)
        if kinds["letters"] > ENOUGH_LETTERS and kinds["letters"] * 3 > kinds.total():
            return None  # rows of a matrix, and reading all below each of them would be quadratic
    form = _form(kinds)
    if form == "names" and (_follows_letters(canvas, row, symbols) or len(name_columns) < 2):
        return None
    is_doubled = len(set(symbols.values())) < len(symbols)
    if form is None or len(body) < 2 or (form == "names" and is_doubled):
        return None
    if form == "letter-columns" and not kinds["mark"] and _is_row_of_matrix(canvas, row, symbols):
        return None
    return Band(row, body, form=form, symbols=symbols)


def _follows_letters(canvas: Canvas, row: int, symbols: dict[int, str]) -> bool:
    """Return whether the row right above has letters too, so that this one is a task."""
    above = row - 1
    return sum(canvas.has_letters(above, column) for column in symbols) >= 2


def _kinds(canvas: Canvas, row: int, symbols: dict[int, str]) -> dict[int, str]:
    """Return by column the kind of the cell in `row` below each heading, empty cells left out."""
    kinds: dict[int, str] = {}
    for column, symbol in symbols.items():
        text = canvas.text(row, column)
        reading = canvas.reader.read(text) if text else None
        if not text or (row, column) in canvas.claimed or (reading is not None and reading.is_none):
            continue
        if reading is not None and reading.letters == (symbol,):
            kinds[column] = "same"
        elif reading is not None and reading.is_readable:
            kinds[column] = "letters"
        elif is_mark(text):
            kinds[column] = "mark"
        elif reading is not None and len(text) == 1:
            kinds[column] = "letters"
        elif any(char.isalpha() for char in text):
            kinds[column] = "name"
        else:
            kinds[column] = "number"
    return kinds


def _form(kinds: Counter[str]) -> Form | None:
    total = kinds.total()
    if total < 2:
        return None
    if (kinds["mark"] + kinds["same"]) >= 0.95 * total:
        return "letter-columns"
    return "names" if kinds["name"] >= 0.7 * total and not kinds["mark"] else None


def _is_row_of_matrix(canvas: Canvas, row: int, symbols: dict[int, str]) -> bool:
    """Return whether the row is a task of a matrix: it has a name, or each letter has one above."""
    first = min(symbols)
    above = canvas.row_above(row)
    names = [canvas.text(above, column) for column in symbols if canvas.is_text(above, column)]
    if len(set(symbols.values())) < len(symbols) and 0 < len(set(names)) < len(symbols):
        return False  # fewer names than letters, and letters repeat: a party for several columns
    left = [text for column, text in canvas.rows[row].items() if column < first]
    return not all(is_only(text, _LEFT_HEADINGS) for text in left) or len(names) == len(symbols)
