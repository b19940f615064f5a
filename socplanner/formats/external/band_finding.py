"""Where a sheet holds a matrix: a header row with rows of letters below it."""

from collections import deque
from dataclasses import dataclass, field
from itertools import pairwise

from socplanner.domain.external.understood import Form
from socplanner.formats.external.canvas import Canvas
from socplanner.formats.external.field_words import flattened
from socplanner.formats.sheets.bounds import MOST_ROWS

SHARE_OF_LETTERS = 5
"""A column counts when at least one in so many of its filled cells holds letters."""

ROWS_AHEAD = 4
"""So many rows with letters tell where letters stand below a header; one alone may be sparse."""


@dataclass(slots=True)
class Band:
    """Rows that belong to one matrix; `header` is the row right above the first of them."""

    header: int | None
    body: list[int] = field(default_factory=list)
    repeated: list[int] = field(default_factory=list)
    form: Form = "letters"
    symbols: dict[int, str] = field(default_factory=dict)
    """For letters of their own columns: which letter heads which column."""
    end: int = MOST_ROWS + 1
    """The row in which the next matrix begins."""

    @property
    def top(self) -> int:
        """Return the first row that may belong to the body."""
        return self.body[0] if self.header is None else self.header + 1


def find_bands(canvas: Canvas, skip: frozenset[int] = frozenset()) -> list[Band]:
    """Return the bands of `canvas` from top to bottom; rows in `skip` belong to others."""
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
        kind = "head" if is_repeated else _kind(canvas, row, here, so_far, near)
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
        _behead(canvas, band)
    found = [band for band in bands if band.body]
    ends = [*(_begin(band) for band in found[1:]), MOST_ROWS + 1]
    for band, end in zip(found, ends, strict=False):
        _add_sparse_rows(canvas, band, end, skip)
        _drop_counts(canvas, band)
    return found


def _add_sparse_rows(canvas: Canvas, band: Band, end: int, skip: frozenset[int]) -> None:
    """Add rows whose only letters stand in columns that hold too few to be found by them."""
    if band.header is None:
        return
    headed = _headed_columns(canvas, band.header)
    mine = {*band.body, *band.repeated}
    last = band.body[-1]
    for row in canvas.rows:
        if row <= band.header or row in mine or row in skip:
            continue
        if row >= end or row > last + 1:
            break
        if any(canvas.has_known_letters(row, column) for column in headed):
            band.body.append(row)
            last = max(last, row)
    band.body.sort()


def _drop_counts(canvas: Canvas, band: Band) -> None:
    """Drop the last row where it heads a table that counts letters: numbers stand below them."""
    last = band.body[-1]
    columns = [column for column in canvas.rows[last] if canvas.has_letters(last, column)]
    named = [column for column in canvas.rows[last] if canvas.is_text(last, column)]
    if len(band.body) < 2 or not columns or min(named, default=max(columns)) < max(columns):
        return  # it is named as tasks are
    below = next((row for row in canvas.rows if row > last), 0)
    if sum(canvas.is_number(below, column) for column in columns) >= 2:
        band.body.pop()
        band.end = last


def _headed_columns(canvas: Canvas, header: int) -> list[int]:
    columns = {*canvas.rows.get(header, {}), *canvas.rows.get(header - 1, {})}
    return sorted(column for column in columns if canvas.head_place(header, column) is not None)


def band_below(canvas: Canvas, header: int) -> Band | None:
    """Return the rows with letters below the row that is to be the header, up to the next one."""
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
    """Let each of `bands` end where the next one below it begins."""
    ordered = sorted(bands, key=_begin)
    for band, following in pairwise(ordered):
        band.end = max(_begin(following), band.body[-1] + 1)


def _begin(band: Band) -> int:
    return band.body[0] if band.header is None else band.header


def _following(lettered: dict[int, frozenset[int]]) -> dict[int, frozenset[int]]:
    """Return for each row where the letters of the next rows with letters stand."""
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
    """Return the columns in which letters are common among `rows`."""
    letters: dict[int, int] = {}
    filled: dict[int, int] = {}
    numbers: dict[int, int] = {}
    for row in rows:
        for column in canvas.rows[row]:
            if (row, column) in canvas.taken:
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
    """Tell a header from a row of letters: by what stands where letters stood, and will stand."""
    texts_below = sum(canvas.is_text(row, column) for column in so_far)
    if here and so_far and len(here) >= texts_below:
        return "body"
    heads = [place for column in near if (place := canvas.head_place(row, column)) is not None]
    if len(set(heads)) >= 2 and len(heads) > len(here):
        return "head"
    return "body" if here else ""


def _is_new(canvas: Canvas, band: Band, head: int, first: int) -> bool:
    """Tell whether `head` begins another matrix rather than being a row with a few remarks."""
    if _is_same(canvas, band, head):
        return False
    lettered = [column for column in canvas.rows[first] if canvas.has_letters(first, column)]
    named = sum(bool(canvas.shown(head, column)) for column in lettered)
    return named * 5 >= len(lettered) * 4


def _is_same(canvas: Canvas, band: Band, head: int) -> bool:
    """Tell whether `head` repeats the header, as on each page or for each section.

    The parties must be the same; above the tasks there may be the name of the section.
    """
    if band.header is None:
        return False
    here = canvas.rows[head]
    return any(_repeats(canvas.rows.get(row, {}), here) for row in (band.header, band.header - 1))


def _repeats(above: dict[int, str], here: dict[int, str]) -> bool:
    same = [column for column, text in here.items() if _bare(above.get(column, "")) == _bare(text)]
    if len(same) == len(here):
        return True
    others = here.keys() - set(same)
    return len(same) >= 2 and max(others) < min(same)


def _bare(text: str) -> str:
    return flattened(text)


def _behead(canvas: Canvas, band: Band) -> None:
    """Take the first row for the header where none was found and its letters are no others'."""
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
    own = [
        reading.letters
        for column in canvas.rows[first]
        if (reading := canvas.reading(first, column)) is not None
    ]
    if own and not any(letter in later for letters in own for letter in letters):
        band.header, band.body = first, rest
        return
    above = canvas.row_above(first)
    if len(canvas.rows.get(above, {})) >= 2:
        band.header = above
