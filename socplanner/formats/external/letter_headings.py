"""Header rows that consist of letters: marks or names of parties stand below them."""

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
"""A heading that names its letter: `Partners (C)`, `C - Partners`."""

_AROUND = frozenset(
    [
        *("person", "persons", "people", "party", "parties", "team", "teams", "role", "roles"),
        *("by", "to", "be", "who", "is", "are", "the", "of", "for"),
        *("department", "departments", "stakeholder", "stakeholders"),
    ]
)
"""Words around the one that stands for a letter: `Responsible party`, `Approved by`."""


LONGEST_HEADING = 60
WORDED_ROWS = 100
"""So many rows from the top may word their letters; below, only rows of plain letters head."""

FEWEST_HEADINGS = 3
ENOUGH_LETTERS = 8
"""So many letters below letters tell that these are no headings."""

_LEFT_HEADINGS = TASK_HEADINGS | CODE_HEADINGS | GROUP_HEADINGS | PARTY_HEADINGS


def find_letter_headings(canvas: Canvas) -> list[Band]:
    """Return the bands whose columns are headed by letters, from top to bottom."""
    found: list[Band] = []
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
            found.append(band)
            last = band.body[-1]
    return found


def _symbols(canvas: Canvas, row: int, *, is_near_top: bool) -> dict[int, str]:
    """Return which letters head which columns, or nothing if the row is no such header."""
    symbols: dict[int, str] = {}
    first = min(canvas.rows[row])
    tasks = first if is_near_top and is_only(canvas.text(row, first), TASK_HEADINGS) else None
    for column, text in canvas.rows[row].items():
        is_worded = is_near_top and not _is_marked_cell(canvas, row, column)
        reading = _heading_letters(canvas, text) if is_worded else canvas.reader.read(text)
        taken = (row, column) in canvas.taken or column == tasks
        if not taken and reading is not None and reading.is_known and len(reading.letters) == 1:
            symbols[column] = reading.letters[0]
    return symbols if len(set(symbols.values())) >= FEWEST_HEADINGS else {}


def _is_marked_cell(canvas: Canvas, row: int, column: int) -> bool:
    """Tell whether the cell names a person and letters, and so does the one below: no heading."""
    texts = (canvas.text(row, column), canvas.text(row + 1, column))
    return all(_MARKED.fullmatch(text) for text in texts)


def _heading_letters(canvas: Canvas, text: str) -> Reading | None:
    """Return the letters that a heading is, or that it has in brackets or before a dash."""
    reading = canvas.reader.read(text)
    if reading is not None and reading.is_known and reading.letters:
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
    named: set[int] = set()
    for each in below:
        found = _kinds(canvas, each, symbols)
        here = Counter(found.values())
        named.update(column for column, kind in found.items() if kind == "name")
        if here:
            body.append(each)
            kinds.update(here)
        if kinds["letters"] > ENOUGH_LETTERS and kinds["letters"] * 3 > kinds.total():
            return None  # rows of a matrix: all of them would be looked at below each of them
    form = _form(kinds)
    if form == "names" and (_follows_letters(canvas, row, symbols) or len(named) < 2):
        return None
    is_doubled = len(set(symbols.values())) < len(symbols)
    if form is None or len(body) < 2 or (form == "names" and is_doubled):
        return None
    if form == "letter-columns" and not kinds["mark"] and _is_row_of_matrix(canvas, row, symbols):
        return None
    return Band(row, body, form=form, symbols=symbols)


def _follows_letters(canvas: Canvas, row: int, symbols: dict[int, str]) -> bool:
    """Tell whether the row goes on with the letters of the row right above: it is a task."""
    above = row - 1
    return sum(canvas.has_letters(above, column) for column in symbols) >= 2


def _kinds(canvas: Canvas, row: int, symbols: dict[int, str]) -> dict[int, str]:
    """Return what kind of cell stands below each heading, but for empty ones."""
    kinds: dict[int, str] = {}
    for column, symbol in symbols.items():
        text = canvas.text(row, column)
        reading = canvas.reader.read(text) if text else None
        if not text or (row, column) in canvas.taken or (reading is not None and reading.is_none):
            continue
        if reading is not None and reading.letters == (symbol,):
            kinds[column] = "same"
        elif reading is not None and reading.is_known:
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
    """Tell whether the row is a task that others resemble: it is named, or each letter is."""
    first = min(symbols)
    above = canvas.row_above(row)
    names = [canvas.text(above, column) for column in symbols if canvas.is_text(above, column)]
    if len(set(symbols.values())) < len(symbols) and 0 < len(set(names)) < len(symbols):
        return False  # fewer names than letters, and the letters come again
    left = [text for column, text in canvas.rows[row].items() if column < first]
    return not all(is_only(text, _LEFT_HEADINGS) for text in left) or len(names) == len(symbols)
