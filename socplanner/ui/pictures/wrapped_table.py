"""A table of texts over pages: cells break into lines, and rows that are too long into pages."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPalette, QTextLayout, QTextOption

from socplanner.ui.kit.tokens import token
from socplanner.ui.pictures.page_text import CENTRE, LEFT, Look, draw_line
from socplanner.ui.pictures.print_fonts import print_font
from socplanner.wording.tender_words import TextColumn, TextTable

_TITLE, _ABOUT = 15, 9
_TOP = 44.0
"""The height of title and sentence above a table."""

_PAD = 3.0


class _Piece(NamedTuple):
    """A row of a table on a page, or the part of it that fits: lines of each cell."""

    cells: tuple[tuple[str, ...], ...]

    @property
    def lines(self) -> int:
        """How many lines the highest cell has."""
        return max((len(cell) for cell in self.cells), default=0)


class WrappedTable:
    """The pages of one table, each drawn in points from the corner of its content."""

    def __init__(
        self, table: TextTable, width: float, height: float, size: int, palette: QPalette
    ) -> None:
        """Lay out `table` on pages of `width` and `height` in points, its texts `size` high."""
        self._table = table
        self._width = width
        self._size = size
        self._palette = palette
        total = sum(column.width for column in table.columns)
        self._widths = [column.width / total * width for column in table.columns]
        self._line = QFontMetricsF(print_font(size)).height()
        self._heading = _Piece(
            tuple(
                lines_in_width(column.heading, print_font(size, is_bold=True), room - 2 * _PAD)
                for column, room in zip(table.columns, self._widths, strict=True)
            )
        )
        self._pages = self._in_pages(height - _TOP - self._high(self._heading))

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    def draw(self, painter: QPainter, page: int) -> None:
        """Draw `page`, from 0."""
        text, quiet = token("text", self._palette), token("text-2", self._palette)
        title = QRectF(0, 0, self._width, 22)
        draw_line(painter, title, self._table.name, Look(_TITLE, text, is_bold=True))
        about = QRectF(0, 22, self._width, 14)
        draw_line(painter, about, self._table.about, Look(_ABOUT, quiet))
        top = _TOP
        high = self._high(self._heading)
        painter.fillRect(QRectF(0, top, self._width, high), token("band", self._palette))
        self._draw_piece(painter, top, self._heading, is_heading=True)
        top += high
        for piece in self._pages[page]:
            self._draw_piece(painter, top, piece)
            top += self._high(piece)
            line = QRectF(0, top - 0.5, self._width, 0.5)
            painter.fillRect(line, token("line-2", self._palette))

    def _in_pages(self, room: float) -> list[list[_Piece]]:
        most = max(int((room - 2 * _PAD) // self._line), 1)
        pages: list[list[_Piece]] = [[]]
        left = room
        for row in self._table.rows:
            for piece in _pieces(self._wrapped(row), most):
                if self._high(piece) > left and pages[-1]:
                    pages.append([])
                    left = room
                pages[-1].append(piece)
                left -= self._high(piece)
        return pages

    def _wrapped(self, row: Sequence[str]) -> _Piece:
        return _Piece(
            tuple(
                lines_in_width(text, self._font(column), room - 2 * _PAD)
                for text, column, room in zip(row, self._table.columns, self._widths, strict=True)
            )
        )

    def _font(self, column: TextColumn) -> QFont:
        return print_font(self._size, is_bold=column.is_bold)

    def _high(self, piece: _Piece) -> float:
        return max(piece.lines, 1) * self._line + 2 * _PAD

    def _draw_piece(
        self, painter: QPainter, top: float, piece: _Piece, *, is_heading: bool = False
    ) -> None:
        left = 0.0
        ink = token("text-2" if is_heading else "text", self._palette)
        for cell, column, room in zip(piece.cells, self._table.columns, self._widths, strict=True):
            flags = CENTRE if column.is_middle else LEFT
            look = Look(self._size, ink, flags, is_heading or column.is_bold)
            for place, text in enumerate(cell):
                y = top + _PAD + place * self._line
                draw_line(painter, QRectF(left + _PAD, y, room - _PAD, self._line), text, look)
            left += room


def lines_in_width(text: str, font: QFont, width: float) -> tuple[str, ...]:
    """Return `text` in lines that fit `width`; none for an empty text."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    lines: list[str] = []
    for paragraph in text.splitlines():
        layout = QTextLayout(paragraph, font)
        layout.setTextOption(option)
        layout.beginLayout()
        number = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            start, length = line.textStart(), line.textLength()
            lines.append(paragraph[start : start + length].rstrip())
            number += 1
        layout.endLayout()
        if not number:
            lines.append("")
    return tuple(lines)


def _pieces(row: _Piece, most: int) -> list[_Piece]:
    """Return `row` in pieces of at most `most` lines."""
    return [
        _Piece(tuple(cell[start : start + most] for cell in row.cells))
        for start in range(0, max(row.lines, 1), most)
    ]
