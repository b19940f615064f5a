"""Tables of text in a terminal: the first column left, numbers right, in both languages."""

from collections.abc import Iterator, Sequence
from unicodedata import east_asian_width


def aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of `rows`, all of one length, the header first."""
    widths = [max(_width(row[place]) for row in rows) for place in range(len(rows[0]))]
    for row in rows:
        first, *others = row
        cells = [first + " " * (widths[0] - _width(first))]
        for text, width in zip(others, widths[1:], strict=True):
            cells.append(" " * (width - _width(text)) + text)
        yield "  ".join(cells).rstrip()


def _width(text: str) -> int:
    """Return how many columns of a terminal `text` needs."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in text)
