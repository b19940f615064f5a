"""How much of a workbook is read: no file, however made, may cost more than this allows."""

from dataclasses import dataclass

from socplanner.formats.format_error import refused

MEGABYTE = 1024 * 1024
MOST_PACKED = 32 * MEGABYTE
MOST_UNPACKED = 192 * MEGABYTE
MOST_PARTS = 5_000
MOST_MARKUP = 3_000_000
"""More than as many cells as may be, however they are written."""
MOST_CELLS = 450_000
MOST_STRINGS = 200_000
MOST_CHARACTERS = 8_000_000
MOST_SHOWN = 32_000_000
MOST_SHEETS = 500
MOST_BLOCKS = 20_000
MOST_ROWS = 1_048_576
MOST_COLUMNS = 16_384
_USUAL_ATTRIBUTES = 4
LONGEST_TEXT = 32_767
"""What Excel lets a cell hold, as are the rows and columns above."""


@dataclass(slots=True)
class Allowance:
    """What may still be read of one workbook; each `take_` raises FormatError at the end of it."""

    unpacked: int = MOST_UNPACKED
    markup: int = MOST_MARKUP
    cells: int = MOST_CELLS
    strings: int = MOST_STRINGS
    characters: int = MOST_CHARACTERS
    shown: int = MOST_SHOWN
    blocks: int = MOST_BLOCKS

    def count_bytes(self, number: int) -> None:
        """Take bytes as they are unpacked."""
        self.unpacked -= number
        if self.unpacked < 0:
            raise refused("workbook-unpacks-too-big", most=MOST_UNPACKED // MEGABYTE)

    def count_markup(self, piece: bytes) -> None:
        """Take the tags of a piece that is going to be parsed; many attributes count as tags."""
        self.markup -= max(piece.count(b"<"), piece.count(b"=") // _USUAL_ATTRIBUTES)
        if self.markup < 0:
            raise refused("workbook-too-many-cells", most=MOST_CELLS)

    def count_cell(self, text: str) -> None:
        """Take a cell that says `text`, which it may share with others."""
        self.cells -= 1
        self.shown -= len(text)
        if self.cells < 0:
            raise refused("workbook-too-many-cells", most=MOST_CELLS)
        if self.shown < 0:
            raise refused("workbook-too-much-text", most=MOST_SHOWN)

    def count_string(self) -> None:
        """Take one of the shared strings."""
        self.strings -= 1
        if self.strings < 0:
            raise refused("workbook-too-many-cells", most=MOST_CELLS)

    def count_text(self, text: str) -> None:
        """Take the characters of `text`."""
        self.characters -= len(text)
        if self.characters < 0:
            raise refused("workbook-too-much-text", most=MOST_CHARACTERS)

    def count_block(self) -> None:
        """Take a merged block, or a defined name."""
        self.blocks -= 1
        if self.blocks < 0:
            raise refused("workbook-too-many-blocks", most=MOST_BLOCKS)
