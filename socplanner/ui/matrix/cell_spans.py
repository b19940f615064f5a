"""Which cells of a table have to be drawn, for tables that draw themselves.

Not a delegate: for one, QTableView calls a model in Python seven times for every cell, and a page
of a large plan missed its frame.
"""

from collections.abc import Iterator

from PySide6.QtCore import QRect
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QTableView

_FEW_PIXELS = 20_000

Span = tuple[int, int, int]
"""A row or a column, the pixel of the viewport where it begins, and its size in pixels."""


def cells_in(table: QTableView, part: QRect) -> tuple[list[Span], list[Span]]:
    """Return the rows and the shown columns of `table` that `part` touches."""
    first, last = table.rowAt(part.top()), table.rowAt(part.bottom())
    left, right = table.columnAt(part.left()), table.columnAt(part.right())
    if first < 0 or left < 0:
        return [], []
    below = last + 1 if last >= 0 else table.model().rowCount()
    behind = right + 1 if right >= 0 else table.model().columnCount()
    rows = [
        (row, table.rowViewportPosition(row), table.rowHeight(row)) for row in range(first, below)
    ]
    columns = [
        (column, table.columnViewportPosition(column), width)
        for column in range(left, behind)
        if (width := table.columnWidth(column))
    ]
    return rows, columns


def parts(region: QRegion) -> Iterator[QRect]:
    """Yield the rectangles to draw: the whole around a small region, which is a cell or two."""
    around = region.boundingRect()
    if around.width() * around.height() <= _FEW_PIXELS:
        return iter((around,))
    # The stubs of PySide6 (6.9) lack the iteration over a region.
    return iter(region)  # type: ignore[call-overload, no-any-return]
