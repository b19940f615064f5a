"""Which columns and lines of the matrix stand on which page, in pixels.

Rules:
- The largest scale at which all is on one page is used, if it is legible (`_LEAST`). Otherwise
  the largest, up to `_USUAL`, at which all columns stand side by side; then lines go on over pages.
- Where even the least scale is too narrow, columns go on over pages too, each with the headers of
  its lines: first all lines of the first columns, then of the next.
- A page that begins within a function repeats its band; no band is the last line of a page. The
  loads stand below the last line, on a page of their own where they do not fit.
"""

from collections.abc import Sequence
from typing import NamedTuple

from socplanner.ui.matrix.matrix_lines import Line

_USUAL, _LEAST = 0.74, 0.52
_STEPS = 10
_LARGEST = 0.9


class Measures(NamedTuple):
    """The measures of a matrix in pixels."""

    header: int
    """The height of the headers of the columns."""

    line: int
    loads: int
    """The height of all lines of loads."""

    side: int
    """The width of the headers of the lines."""

    columns: tuple[int, ...]


class MatrixPage(NamedTuple):
    """What is on one page: columns, lines (bands included), and whether the loads are."""

    columns: range
    lines: tuple[Line, ...]
    has_loads: bool


class MatrixLayout(NamedTuple):
    """The pages, and how many points a pixel is."""

    pages: tuple[MatrixPage, ...]
    scale: float


def matrix_layout(
    measures: Measures, lines: Sequence[Line], size: tuple[float, float]
) -> MatrixLayout:
    """Return the pages of `lines` with a space of `size` in points."""
    tried = [_LARGEST - n * (_LARGEST - _LEAST) / _STEPS for n in range(_STEPS + 1)]
    for scale in tried:
        pages = _pages(measures, lines, size, scale)
        if len(pages) == 1:
            return MatrixLayout(pages, scale)
    for scale in tried:
        if scale <= _USUAL and len(_blocks(measures, size[0] / scale)) == 1:
            return MatrixLayout(_pages(measures, lines, size, scale), scale)
    return MatrixLayout(_pages(measures, lines, size, _LEAST), _LEAST)


def _pages(
    measures: Measures, lines: Sequence[Line], size: tuple[float, float], scale: float
) -> tuple[MatrixPage, ...]:
    high = size[1] / scale
    return tuple(
        MatrixPage(columns, part, has_loads)
        for columns in _blocks(measures, size[0] / scale)
        for part, has_loads in _parts(measures, lines, high)
    )


def _blocks(measures: Measures, width: float) -> list[range]:
    """Return the columns that stand side by side; at least one does."""
    blocks, start, filled = [], 0, measures.side
    for column, wide in enumerate(measures.columns):
        if filled + wide > width and column > start:
            blocks.append(range(start, column))
            start, filled = column, measures.side
        filled += wide
    return [*blocks, range(start, len(measures.columns))]


def _parts(
    measures: Measures, lines: Sequence[Line], height: float
) -> list[tuple[tuple[Line, ...], bool]]:
    """Return the lines of each page, and whether the loads are below them."""
    most = max(int((height - measures.header) // measures.line), 2)
    parts: list[list[Line]] = [[]]
    band: Line | None = None
    for place, line in enumerate(lines):
        is_alone = line.is_band and place + 1 < len(lines) and len(parts[-1]) == most - 1
        if len(parts[-1]) == most or is_alone:
            parts.append([] if line.is_band or band is None else [band])
        band = line if line.is_band else band
        parts[-1].append(line)
    left = height - measures.header - len(parts[-1]) * measures.line
    if left < measures.loads:
        parts.append([])
    return [(tuple(part), place == len(parts) - 1) for place, part in enumerate(parts)]
