"""Finding bands: the rows of a sheet that belong to one matrix, a header with letters below it.

Rules:

1. A column counts if letters are common in its filled cells (`SHARE_OF_LETTERS`) and numbers are
   not more common. A row is one of letters if it has letters in such a column.
2. Rows are read from top to bottom. A row is a header if it has texts above columns where letters
   stand in the rows before or in the next `ROWS_AHEAD` ones.
3. A header begins a band, unless it repeats that of the last one: then it belongs to that band.
4. A row of letters belongs to the last band. Without a header its first row becomes the header if
   its letters occur in no other row, or else the filled row above it.
5. A band ends before the next one begins. Rows right below it whose letters are in columns of few
   letters are added, and the header of a table that counts letters is removed.

Rows and columns count from 1, as the canvas has them: turned where tasks run across.
"""

from collections import deque
from dataclasses import dataclass, field
from itertools import pairwise

from socplanner.domain.external.understood import Form
from socplanner.formats.external.canvas import Canvas
from socplanner.formats.external.field_words import flattened
from socplanner.formats.sheets.bounds import MOST_ROWS

SHARE_OF_LETTERS = 5
"""A column counts if at least one in so many of its filled cells has letters."""

ROWS_AHEAD = 4
"""The rows of letters that decide where letters are below a header; one alone may be sparse."""


@dataclass(slots=True)
class Band:
    """Rows that belong to one matrix: `header` above them (None if unknown), the rows of letters.

    `repeated` are rows in which the header comes again.
    """

    header: int | None
    body: list[int] = field(default_factory=list)
    repeated: list[int] = field(default_factory=list)
    form: Form = "letters"
    symbols: dict[int, str] = field(default_factory=dict)
    """By column, the letter of its heading, in forms with a column for each letter."""
    end: int = MOST_ROWS + 1
    """The row in which the next band begins."""

    @property
    def top(self) -> int:
        """The first row that may belong to the body."""
        return self.body[0] if self.header is None else self.header + 1


def find_bands(canvas: Canvas, skip: frozenset[int] = frozenset()) -> list[Band]:
    """Return the bands of `canvas` from top to bottom; rows in `skip` belong to other bands."""
    columns = letter_columns(canvas, [row for row in canvas.rows if row not in skip])
    lettered = {
        row: frozenset(c for c in canvas.rows[row] if c in columns and canvas.has_letters(row, c))
        for row in canvas.rows
        if row not in skip
    }
    bands: list[Band] = []
    pending: int | None = None
    so_far: frozenset[int] = frozenset()
    following = _following(lettered)
    for row, here in lettered.items():
        near = following[row] | (so_far or frozenset(columns))
        is_repeated = bool(bands) and not here and _is_same(canvas, bands[-1], row)
        is_full = len(here) >= 2 and bool(following[row]) and here >= following[row]
        kind = "head" if is_repeated else _kind(canvas, row, here, so_far, near)
        if is_full and not so_far:  # texts left of it may be where another matrix has letters
            kind = "body"
        if kind == "head":
            pending = row
        elif kind == "body":
            if not bands or (pending is not None and _is_new(canvas, bands[-1], pending, row)):
                bands.append(Band(pending))
                so_far = frozenset()
            elif pending is not None and _is_same(canvas, bands[-1], pending):
                bands[-1].repeated.append(pending)
            pending = None
            so_far |= here
            bands[-1].body.append(row)
    if bands and pending is not None and _is_same(canvas, bands[-1], pending):
        bands[-1].repeated.append(pending)
    for band in bands:
        _promote_first_row_to_header(canvas, band)
    filled = [band for band in bands if band.body]
    ends = [*(_begin(band) for band in filled[1:]), MOST_ROWS + 1]
    for band, end in zip(filled, ends, strict=False):
        _add_sparse_rows(canvas, band, end, skip)
        _drop_counts(canvas, band)
    return filled


def _add_sparse_rows(canvas: Canvas, band: Band, end: int, skip: frozenset[int]) -> None:
    """Add rows whose only letters are in columns with too few letters to count."""
    if band.header is None:
        return
    headed = _headed_columns(canvas, band.header)
    band_rows = {*band.body, *band.repeated}
    last = band.body[-1]
    for row in canvas.rows:
        if row <= band.header or row in band_rows or row in skip:
            continue
        if row >= end or row > last + 1:
            break
        if any(canvas.has_readable_letters(row, column) for column in headed):
            band.body.append(row)
            last = max(last, row)
    band.body.sort()


def _drop_counts(canvas: Canvas, band: Band) -> None:
    """Drop the last row if it is the header of a table that counts letters: numbers are below."""
    last = band.body[-1]
    columns = [column for column in canvas.rows[last] if canvas.has_letters(last, column)]
    named = [column for column in canvas.rows[last] if canvas.is_text(last, column)]
    if len(band.body) < 2 or not columns or min(named, default=max(columns)) < max(columns):
        return  # it has a name left of its letters, as tasks have
    below = next((row for row in canvas.rows if row > last), 0)
    if sum(canvas.is_number(below, column) for column in columns) >= 2:
        band.body.pop()
        band.end = last


def _headed_columns(canvas: Canvas, header: int) -> list[int]:
    columns = {*canvas.rows.get(header, {}), *canvas.rows.get(header - 1, {})}
    return sorted(column for column in columns if canvas.header_place(header, column) is not None)


def band_below(canvas: Canvas, header: int) -> Band | None:
    """Return the band below the row `header`, up to the next header; None for no letters."""
    bands = [band for band in find_bands(canvas) if band.body[-1] > header]
    part(bands)
    if bands:
        first = bands[0]
        body = [row for row in first.body if row > header]
        repeated = [row for row in first.repeated if row > header]
        return Band(header, body, repeated, end=first.end)
    body = [row for row in canvas.rows if row > header and _has_letters(canvas, row)]
    return Band(header, body) if body else None


def _has_letters(canvas: Canvas, row: int) -> bool:
    return any(canvas.has_letters(row, column) for column in canvas.rows[row])


def part(bands: list[Band]) -> None:
    """Set the end of each of `bands` to where the next one below it begins."""
    ordered = sorted(bands, key=_begin)
    for band, following in pairwise(ordered):
        band.end = max(_begin(following), band.body[-1] + 1)


def _begin(band: Band) -> int:
    return band.body[0] if band.header is None else band.header


def _following(lettered: dict[int, frozenset[int]]) -> dict[int, frozenset[int]]:
    """Return for each row the columns of letters in the next rows with letters, near each other."""
    following: dict[int, frozenset[int]] = {}
    ahead: deque[frozenset[int]] = deque(maxlen=ROWS_AHEAD)
    for row in reversed(lettered):
        near = frozenset[int]()
        for each in ahead:
            if not near or near & each:
                near |= each
        following[row] = near
        if lettered[row]:
            ahead.appendleft(lettered[row])
    return following


def letter_columns(canvas: Canvas, rows: list[int]) -> set[int]:
    """Return the columns in which letters are common among `rows`, and numbers are not more so."""
    letters: dict[int, int] = {}
    filled: dict[int, int] = {}
    numbers: dict[int, int] = {}
    for row in rows:
        for column in canvas.rows[row]:
            if (row, column) in canvas.claimed:
                continue
            filled[column] = filled.get(column, 0) + 1
            if canvas.is_number(row, column):
                numbers[column] = numbers.get(column, 0) + 1
            elif canvas.has_letters(row, column):
                letters[column] = letters.get(column, 0) + 1
    return {
        column
        for column, number in letters.items()
        if number * SHARE_OF_LETTERS >= filled[column] and number >= numbers.get(column, 0)
    }


def _kind(
    canvas: Canvas,
    row: int,
    here: frozenset[int],
    so_far: frozenset[int],
    near: frozenset[int],
) -> str:
    """Return whether `row` is a header, a row of letters, or neither ("").

    `here` are its columns of letters, `so_far` those of the band above, `near` those around it.
    """
    texts_below = sum(canvas.is_text(row, column) for column in so_far)
    if here and so_far and len(here) >= texts_below:
        return "body"
    places = [place for column in near if (place := canvas.header_place(row, column)) is not None]
    if len(set(places)) >= 2 and len(places) > len(here):
        return "head"
    return "body" if here else ""


def _is_new(canvas: Canvas, band: Band, heading: int, first: int) -> bool:
    """Return whether `heading` begins another matrix rather than being a row with remarks."""
    if _is_same(canvas, band, heading):
        return False
    lettered = [column for column in canvas.rows[first] if canvas.has_letters(first, column)]
    named_columns = sum(bool(canvas.shown(heading, column)) for column in lettered)
    return named_columns * 5 >= len(lettered) * 4


def _is_same(canvas: Canvas, band: Band, heading: int) -> bool:
    """Return whether `heading` repeats the header of `band`, as on each page or for each section.

    The parties must be the same; above the tasks there may be the name of the section.
    """
    if band.header is None:
        return False
    cells = canvas.rows[heading]
    return any(_repeats(canvas.rows.get(row, {}), cells) for row in (band.header, band.header - 1))


def _repeats(above: dict[int, str], cells: dict[int, str]) -> bool:
    same = [column for column, text in cells.items() if _bare(above.get(column, "")) == _bare(text)]
    if len(same) == len(cells):
        return True
    others = cells.keys() - set(same)
    return len(same) >= 2 and max(others) < min(same)


def _bare(text: str) -> str:
    return flattened(text)


def _promote_first_row_to_header(canvas: Canvas, band: Band) -> None:
    """Make the first row the header of a band without one, if no other row has its letters.

    Else the filled row above the band becomes the header, if it has several texts.
    """
    if band.header is not None or len(band.body) < 2:
        return
    first, *rest = band.body
    later = {
        letter
        for row in rest
        for column in canvas.rows[row]
        if (reading := canvas.reading(row, column)) is not None
        for letter in reading.letters
    }
    lettered = [
        reading.letters
        for column in canvas.rows[first]
        if (reading := canvas.reading(first, column)) is not None
    ]
    if lettered and not any(letter in later for letters in lettered for letter in letters):
        band.header, band.body = first, rest
        return
    above = canvas.row_above(first)
    if len(canvas.rows.get(above, {})) >= 2:
        band.header = above
