"""A sheet indexed for the search of a matrix: texts by row and column, merged blocks, letters.

Rows and columns count from 1. Where the canvas is turned (`across`), its rows are the columns of
the sheet; `place` converts back.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable

from socplanner.domain.external.sheet_places import column_letters
from socplanner.formats.external.cell_reading import CellReader, Reading
from socplanner.formats.external.usual_signs import SHORT_WORDS
from socplanner.formats.sheets.grid import Block, Grid, Place

LARGEST_SPREAD = 60
LARGEST_COVERAGE = 200_000
WIDEST_BLOCK = 400
_NUMBER = re.compile(r"[-+]?[\d.,]+\s*%?")


class Canvas:
    """One sheet, indexed; with `across` turned, so that tasks running across run down.

    `rows` has the texts that are not empty; `claimed` the cells of titles and legends, which are no
    part of a matrix; `spread` cells that repeat the letters of a merged block.
    """

    def __init__(self, grid: Grid, reader: CellReader, *, across: bool = False) -> None:
        """Index `grid`; letters of a merged block count in each of its cells."""
        self.grid = grid
        self.reader = reader
        self.across = across
        self.merged = [_turned(block) if across else block for block in grid.merged]
        self.rows: dict[int, dict[int, str]] = {}
        for place, text in sorted(grid.texts.items()):
            row, column = (place.column, place.row) if across else place
            bare = text.strip()
            if bare:
                self.rows.setdefault(row, {})[column] = bare
        if across:
            self.rows = {row: self.rows[row] for row in sorted(self.rows)}
        self._covered = dict(self._coverage())
        self._block_at = {(b.top, b.left): b for b in self.merged}
        self.rows_with = Counter(
            letter
            for cells in map(dict, {tuple(cells.items()): None for cells in self.rows.values()})
            for letter in {each for text in cells.values() for each in self._letters_of(text)}
        )
        self._columns_with = Counter(
            letter
            for letter, _ in {
                (letter, column)
                for cells in self.rows.values()
                for column, text in cells.items()
                for letter in self._letters_of(text)
                if len(letter) > 1
            }
        )
        self.claimed = set(self._titles())
        self.spread = frozenset(self._spread())
        self._numbers = list(self.rows)

    def cut(self, columns: tuple[int, int]) -> None:
        """Remove the cells left of the first and right of the last of `columns` of the sheet."""
        first, last = columns
        for row, cells in self.rows.items():
            self.rows[row] = {
                column: text
                for column, text in cells.items()
                if first <= self.place(row, column).column <= last
            }
        self.rows = {row: cells for row, cells in self.rows.items() if cells}
        self._numbers = list(self.rows)

    def _titles(self) -> Iterable[tuple[int, int]]:
        """Yield cells such as `RACI` that are alone in their row: a title, not four letters."""
        for row, cells in self.rows.items():
            for column, text in cells.items():
                if len(cells) == 1 and text.isalpha() and len(self._letters_of(text)) > 2:
                    yield row, column

    def _letters_of(self, text: str) -> tuple[str, ...]:
        reading = self.reader.read(text)
        return reading.letters if reading is not None else ()

    def _coverage(self) -> Iterable[tuple[tuple[int, int], Block]]:
        """Yield the cells of merged blocks, up to a bound on their number."""
        free = LARGEST_COVERAGE
        for block in self.merged:
            wide = min(block.right, block.left + WIDEST_BLOCK)
            size = (block.bottom - block.top + 1) * (wide - block.left + 1)
            if size > free:
                continue
            free -= size
            for row in range(block.top, block.bottom + 1):
                for column in range(block.left, wide + 1):
                    yield (row, column), block

    def _spread(self) -> Iterable[tuple[int, int]]:
        for block in self.merged:
            size = (block.bottom - block.top + 1) * (block.right - block.left + 1)
            text = self.text(block.top, block.left)
            if not self.has_letters(block.top, block.left) or size > LARGEST_SPREAD:
                continue
            for row in range(block.top, block.bottom + 1):
                for column in range(block.left, block.right + 1):
                    if (row, column) != (block.top, block.left):
                        self.rows.setdefault(row, {}).setdefault(column, text)
                        yield row, column
        self.rows = {row: self.rows[row] for row in sorted(self.rows)}

    def text(self, row: int, column: int) -> str:
        """Return the text of the cell, "" if it is empty."""
        return self.rows.get(row, {}).get(column, "")

    def is_unread(self, row: int, column: int) -> bool:
        """Return whether the file has no readable value of the cell, as of some formulas."""
        return bool(self.grid.unread) and self.place(row, column) in self.grid.unread

    def row_above(self, row: int) -> int:
        """Return the next row above `row` with a text, or 0."""
        at = bisect_left(self._numbers, row)
        return self._numbers[at - 1] if at else 0

    def block(self, row: int, column: int) -> Block:
        """Return the merged block that begins here, or the cell itself as one."""
        return self._block_at.get((row, column), Block(row, column, row, column))

    def covering(self, row: int, column: int) -> Block | None:
        """Return the merged block that the cell is in, or None."""
        return self._covered.get((row, column))

    def shown(self, row: int, column: int) -> str:
        """Return the text of the cell, or of the merged block it is in, or ""."""
        text = self.text(row, column)
        if text or not self.merged:
            return text
        block = self.covering(row, column)
        return self._corner(block) if block is not None else ""

    def shown_below(self, row: int, column: int) -> str:
        """Return the text of the cell, or of a block merged downwards over it, or ""."""
        text = self.text(row, column)
        if text or not self.merged:
            return text
        block = self.covering(row, column)
        if block is None or block.left != column:
            return ""
        return self._corner(block)

    def header_place(self, row: int, column: int) -> Place | None:
        """Return the place of the name of `column` in the header `row`, or None for no name.

        A name may be merged over several columns; letters and numbers are no names.
        """
        place = self.shown_place(row, column)
        return place if place is not None and self.is_text(*place) else None

    def shown_place(self, row: int, column: int) -> Place | None:
        """Return the place of the text shown in the cell: itself, or the corner of its block."""
        if self.text(row, column):
            return Place(row, column)
        block = self.covering(row, column) if self.merged else None
        if block is None or not self._corner(block):
            return None
        return Place(block.top, block.left)

    def _corner(self, block: Block) -> str:
        """Return the text of a merged block, "" if it belongs to a title or a legend."""
        corner = (block.top, block.left)
        return "" if corner in self.claimed else self.text(*corner)

    def reading(self, row: int, column: int) -> Reading | None:
        """Return the reading of a cell, or None if it is empty or has another text than letters.

        Known letters always count, other ones only if they are used in more than one row.
        """
        text = self.text(row, column)
        if not text or (row, column) in self.claimed:
            return None
        reading = self.reader.read(text)
        if reading is None or reading.is_readable:
            return reading
        used = all(self._is_used(letter) for letter in reading.letters)
        return reading if used else None

    def _is_used(self, letter: str) -> bool:
        """Return whether an unknown letter is used as letters are: in several rows.

        `IT` over one column is a party's name, however often the header is repeated.
        """
        if letter in SHORT_WORDS:
            return True
        is_spread = len(letter) == 1 or self._columns_with[letter] > 1
        return self.rows_with[letter] > 1 and is_spread

    def has_letters(self, row: int, column: int) -> bool:
        """Return whether the cell has letters, rather than a sign for none or another text."""
        reading = self.reading(row, column)
        return reading is not None and bool(reading.letters)

    def has_readable_letters(self, row: int, column: int) -> bool:
        """Return whether the cell has letters of a set or a legend."""
        reading = self.reading(row, column)
        return reading is not None and bool(reading.letters) and reading.is_readable

    def is_text(self, row: int, column: int) -> bool:
        """Return whether the cell has a text that is neither letters nor none nor a number."""
        text = self.text(row, column)
        if not text or (row, column) in self.claimed or self.reading(row, column) is not None:
            return False
        return _NUMBER.fullmatch(text) is None

    def is_number(self, row: int, column: int) -> bool:
        """Return whether the text of the cell is a number, perhaps a percentage."""
        return _NUMBER.fullmatch(self.text(row, column)) is not None

    def place(self, row: int, column: int) -> Place:
        """Return the place of the cell on the sheet, not turned."""
        return Place(column, row) if self.across else Place(row, column)


def _turned(block: Block) -> Block:
    return Block(block.left, block.top, block.right, block.bottom)


def address(place: Place) -> str:
    """Return `place` as a reference: `C12`."""
    return f"{column_letters(place.column)}{place.row}"
