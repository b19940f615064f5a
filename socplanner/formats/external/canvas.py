"""A sheet made ready for looking around: rows, columns, merged blocks, and what cells say."""

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
    """One sheet, indexed. `across` turns it, so that what stands across is read as going down."""

    def __init__(self, grid: Grid, reader: CellReader, *, across: bool = False) -> None:
        """Index `grid`; letters of a merged block speak in each of its cells."""
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
        self.taken = set(self._titles())
        self.spread = frozenset(self._spread())
        self._numbers = list(self.rows)

    def cut(self, columns: tuple[int, int]) -> None:
        """Forget what stands outside the first and the last of `columns` of the sheet."""
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
        """Yield cells such as `RACI` that stand alone in their row: a title, not four letters."""
        for row, cells in self.rows.items():
            for column, text in cells.items():
                if len(cells) == 1 and text.isalpha() and len(self._letters_of(text)) > 2:
                    yield row, column

    def _letters_of(self, text: str) -> tuple[str, ...]:
        reading = self.reader.read(text)
        return reading.letters if reading is not None else ()

    def _coverage(self) -> Iterable[tuple[tuple[int, int], Block]]:
        """Yield the cells of merged blocks, as far as there is room for them."""
        room = LARGEST_COVERAGE
        for block in self.merged:
            wide = min(block.right, block.left + WIDEST_BLOCK)
            size = (block.bottom - block.top + 1) * (wide - block.left + 1)
            if size > room:
                continue
            room -= size
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
        """Return what the cell says, or the empty text."""
        return self.rows.get(row, {}).get(column, "")

    def is_unread(self, row: int, column: int) -> bool:
        """Tell whether the cell holds something that the file does not tell."""
        return bool(self.grid.unread) and self.place(row, column) in self.grid.unread

    def row_above(self, row: int) -> int:
        """Return the next filled row above `row`, or 0."""
        at = bisect_left(self._numbers, row)
        return self._numbers[at - 1] if at else 0

    def block(self, row: int, column: int) -> Block:
        """Return the merged block that begins here, or the cell itself as one."""
        return self._block_at.get((row, column), Block(row, column, row, column))

    def covering(self, row: int, column: int) -> Block | None:
        """Return the merged block the cell lies in, or None."""
        return self._covered.get((row, column))

    def shown(self, row: int, column: int) -> str:
        """Return what the cell says, or the merged block it lies in."""
        text = self.text(row, column)
        if text or not self.merged:
            return text
        block = self.covering(row, column)
        return self._corner(block) if block is not None else ""

    def shown_below(self, row: int, column: int) -> str:
        """Return what the cell says, or the block merged downwards over it."""
        text = self.text(row, column)
        if text or not self.merged:
            return text
        block = self.covering(row, column)
        if block is None or block.left != column:
            return ""
        return self._corner(block)

    def head_place(self, row: int, column: int) -> Place | None:
        """Return where the text stands that heads `column` in `row`, unless it is no name.

        A name may be merged over several columns; letters, numbers and remarks are no names.
        """
        place = self.shown_place(row, column)
        return place if place is not None and self.is_text(*place) else None

    def shown_place(self, row: int, column: int) -> Place | None:
        """Return where the text stands that is shown in the cell: here, or at a block's corner."""
        if self.text(row, column):
            return Place(row, column)
        block = self.covering(row, column) if self.merged else None
        if block is None or not self._corner(block):
            return None
        return Place(block.top, block.left)

    def _corner(self, block: Block) -> str:
        """Return what a merged block says, unless that belongs to a title or a legend."""
        corner = (block.top, block.left)
        return "" if corner in self.taken else self.text(*corner)

    def reading(self, row: int, column: int) -> Reading | None:
        """Return the letters of a cell, or None where it says none or something else.

        Own letters count only where they are used in more than one row, known ones always.
        """
        text = self.text(row, column)
        if not text or (row, column) in self.taken:
            return None
        found = self.reader.read(text)
        if found is None or found.is_known:
            return found
        used = all(self._is_used(letter) for letter in found.letters)
        return found if used else None

    def _is_used(self, letter: str) -> bool:
        """Tell whether an own letter is used as letters are: in several rows.

        `IT` over one column is a party's name, however often the header is repeated.
        """
        if letter in SHORT_WORDS:
            return True
        is_spread = len(letter) == 1 or self._columns_with[letter] > 1
        return self.rows_with[letter] > 1 and is_spread

    def has_letters(self, row: int, column: int) -> bool:
        """Tell whether the cell holds letters, rather than none or other text."""
        found = self.reading(row, column)
        return found is not None and bool(found.letters)

    def has_known_letters(self, row: int, column: int) -> bool:
        """Tell whether the cell holds letters of a set or a legend."""
        found = self.reading(row, column)
        return found is not None and bool(found.letters) and found.is_known

    def is_text(self, row: int, column: int) -> bool:
        """Tell whether the cell says something that is neither letters nor none nor a number."""
        text = self.text(row, column)
        if not text or (row, column) in self.taken or self.reading(row, column) is not None:
            return False
        return _NUMBER.fullmatch(text) is None

    def is_number(self, row: int, column: int) -> bool:
        """Tell whether the cell holds nothing but a number."""
        return _NUMBER.fullmatch(self.text(row, column)) is not None

    def place(self, row: int, column: int) -> Place:
        """Return where on the sheet the cell stands, unturned."""
        return Place(column, row) if self.across else Place(row, column)


def _turned(block: Block) -> Block:
    return Block(block.left, block.top, block.right, block.bottom)


def address(place: Place) -> str:
    """Return `place` as people write it: `C12`."""
    return f"{column_letters(place.column)}{place.row}"
