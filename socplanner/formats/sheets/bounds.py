"""Bounds on reading one workbook, so that no file, whatever it contains, costs more."""

from dataclasses import dataclass

from socplanner.formats.format_error import refused

MEGABYTE = 1024 * 1024
MOST_PACKED = 32 * MEGABYTE
MOST_UNPACKED = 192 * MEGABYTE
MOST_PARTS = 5_000
MOST_MARKUP = 3_000_000
"""The most tags of all parts: enough for `MOST_CELLS` cells in any form."""
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
"""The most characters of a cell in Excel; rows and columns above are its bounds too."""


@dataclass(slots=True)
class Allowance:
    """What may still be read of one workbook; each method raises FormatError beyond its bound."""

    unpacked: int = MOST_UNPACKED
    markup: int = MOST_MARKUP
    cells: int = MOST_CELLS
    strings: int = MOST_STRINGS
    characters: int = MOST_CHARACTERS
    shown: int = MOST_SHOWN
    blocks: int = MOST_BLOCKS

    def count_bytes(self, number: int) -> None:
        """Count `number` unpacked bytes."""
        self.unpacked -= number
        if self.unpacked < 0:
            raise refused("workbook-unpacks-too-big", most=MOST_UNPACKED // MEGABYTE)

    def count_markup(self, piece: bytes) -> None:
        """Count the tags of a piece of XML before it is parsed; many attributes count as tags."""
        self.markup -= max(piece.count(b"<"), piece.count(b"=") // _USUAL_ATTRIBUTES)
        if self.markup < 0:
            raise refused("workbook-too-many-cells", most=MOST_CELLS)

    def count_cell(self, text: str) -> None:
        """Count a cell with `text`, which it may share with other cells."""
        self.cells -= 1
        self.shown -= len(text)
        if self.cells < 0:
            raise refused("workbook-too-many-cells", most=MOST_CELLS)
        if self.shown < 0:
            raise refused("workbook-too-much-text", most=MOST_SHOWN)

    def count_string(self) -> None:
        """Count one shared string."""
        self.strings -= 1
        if self.strings < 0:
            raise refused("workbook-too-many-cells", most=MOST_CELLS)

    def count_text(self, text: str) -> None:
        """Count the characters of `text`."""
        self.characters -= len(text)
        if self.characters < 0:
            raise refused("workbook-too-much-text", most=MOST_CHARACTERS)

    def count_block(self) -> None:
        """Count a merged block, a comment or the author of one."""
        self.blocks -= 1
        if self.blocks < 0:
            raise refused("workbook-too-many-blocks", most=MOST_BLOCKS)
