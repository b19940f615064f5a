"""Where a sheet holds a matrix: a header row with rows of letters below it."""

from dataclasses import dataclass, field

from socplanner.domain.foreign.understood import Form
from socplanner.formats.foreign.canvas import Canvas

SHARE_OF_LETTERS = 5
"""A column counts when at least one in so many of its filled cells holds letters."""


@dataclass(slots=True)
class Band:
    """Rows that belong to one matrix; `header` is the row right above the first of them."""

    header: int | None
    body: list[int] = field(default_factory=list)
    repeated: list[int] = field(default_factory=list)
    form: Form = "letters"
    symbols: dict[int, str] = field(default_factory=dict)
    """For letters of their own columns: which letter heads which column."""

    @property
    def top(self) -> int:
        """Return the first row that may belong to the body."""
        return self.body[0] if self.header is None else self.header + 1


def find_bands(canvas: Canvas, skip: frozenset[int] = frozenset()) -> list[Band]:
    """Return the bands of `canvas` from top to bottom; rows in `skip` belong to others."""
    columns = letter_columns(canvas, [row for row in canvas.rows if row not in skip])
    bands: list[Band] = []
    pending: int | None = None
    for row in canvas.rows:
        kind = "" if row in skip else _kind(canvas, row, columns)
        if kind == "head":
            pending = row
        elif kind == "body":
            if not bands or (pending is not None and _is_new(canvas, bands[-1], pending, row)):
                bands.append(Band(pending))
            elif pending is not None and _is_same(canvas, bands[-1], pending):
                bands[-1].repeated.append(pending)
            pending = None
            bands[-1].body.append(row)
    for band in bands:
        _behead(canvas, band)
    return [band for band in bands if band.body]


def letter_columns(canvas: Canvas, rows: list[int]) -> set[int]:
    """Return the columns in which letters are common among `rows`."""
    letters: dict[int, int] = {}
    filled: dict[int, int] = {}
    for row in rows:
        for column in canvas.rows[row]:
            if (row, column) in canvas.taken:
                continue
            filled[column] = filled.get(column, 0) + 1
            if canvas.has_letters(row, column):
                letters[column] = letters.get(column, 0) + 1
    return {c for c, number in letters.items() if number * SHARE_OF_LETTERS >= filled[c]}


def _kind(canvas: Canvas, row: int, columns: set[int]) -> str:
    letters = sum(canvas.has_letters(row, column) for column in columns)
    texts = sum(_is_heading(canvas, row, column) for column in columns)
    if texts >= 2 and texts > letters:
        return "head"
    return "body" if letters else ""


def _is_heading(canvas: Canvas, row: int, column: int) -> bool:
    """Tell whether the cell is worded; a short name such as `PM` may look like own letters."""
    return canvas.is_text(row, column)


def _is_new(canvas: Canvas, band: Band, head: int, first: int) -> bool:
    """Tell whether `head` begins another matrix rather than being a row with a few remarks."""
    if _is_same(canvas, band, head):
        return False
    lettered = [column for column in canvas.rows[first] if canvas.has_letters(first, column)]
    named = sum(bool(canvas.shown(head, column)) for column in lettered)
    return named * 5 >= len(lettered) * 4 and not _is_same(canvas, band, head)


def _is_same(canvas: Canvas, band: Band, head: int) -> bool:
    """Tell whether `head` repeats the header, as on each page of a long table."""
    if band.header is None:
        return False
    above, said = canvas.rows[band.header], canvas.rows[head]
    return all(above.get(column) == text for column, text in said.items())


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
    above = [row for row in canvas.rows if row < first]
    if above and len(canvas.rows[above[-1]]) >= 2:
        band.header = above[-1]
