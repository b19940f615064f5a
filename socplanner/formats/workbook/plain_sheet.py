"""A sheet that is written fast: formulas as they are given, empty cells and texts in one go.

XlsxWriter searches each formula for dozens of names of newer functions, which takes longer than
all the rest of a big workbook; none of ours uses one. And most cells of a matrix are empty, yet
each needs its border. Imported only where a workbook is written.
"""

from collections.abc import Iterable
from typing import Any, TextIO, cast

from typing_extensions import override
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell_fast
from xlsxwriter.worksheet import CellBlankTuple, CellFormulaTuple, CellStringTuple, Worksheet

_USUAL = (CellBlankTuple, CellFormulaTuple, CellStringTuple)


class PlainSheet(Worksheet):
    """A worksheet for formulas that every Excel since 2007 knows."""

    def write_blanks(self, row: int, columns: Iterable[int], look: Format) -> None:
        """Give empty cells of a row their look; another cell right of them has to be written."""
        cells = self.table[row]
        blank = CellBlankTuple(look)
        for column in columns:
            cells[column] = blank

    def write_plain_formula(
        self, place: tuple[int, int], formula: str, look: Format, value: float | str
    ) -> None:
        """Write a formula of old functions without an equals sign; its row has other cells too."""
        row, column = place
        self.table[row][column] = CellFormulaTuple(formula, look, value)

    @override
    def _xml_start_tag(self, tag: str, attributes: Any = None) -> None:
        """Let a Japanese keyboard write half-width letters where letters are asked for.

        Those are the cells in which other entries are warned of; XlsxWriter knows no input modes.
        """
        if tag == "dataValidation" and ("errorStyle", "warning") in attributes:
            attributes = [*attributes, ("imeMode", "halfAlpha")]
        super()._xml_start_tag(tag, attributes or [])

    @override
    def _write_cell(self, row: int, col: int, cell: Any) -> None:
        """Write the most usual cells in one go; say of an empty text that it is a text.

        XlsxWriter stores no type with it, and Excel would take it for a number.
        """
        kind, look = type(cell), cell.format
        if look is None or kind not in _USUAL:
            super()._write_cell(row, col, cell)
            return
        place, index = xl_rowcol_to_cell_fast(row, col), look._get_xf_index()  # noqa: SLF001
        if kind is CellBlankTuple:
            cast("TextIO", self.fh).write(f'<c r="{place}" s="{index}"/>')
        elif kind is CellStringTuple:
            shared = f'<c r="{place}" s="{index}" t="s"><v>{cell.string}</v></c>'
            cast("TextIO", self.fh).write(shared)
        elif cell.value == "":
            attributes = [("r", place), ("s", index), ("t", "str")]
            self._xml_formula_element(cell.formula, "", attributes)
        else:
            super()._write_cell(row, col, cell)
