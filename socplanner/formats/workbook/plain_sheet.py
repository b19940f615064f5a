"""A sheet of thousands of formulas: stored without a search, and with typed empty results.

XlsxWriter searches each formula for the names of newer functions, which takes eight times as long
as all the rest of a big workbook; our formulas use none of them. Why methods whose names begin with
an underscore are overridden is written in docs/decisions/a-workbook-that-comes-back.md. Imported
only where a workbook is written.
"""

from collections.abc import Iterable
from typing import Any

from typing_extensions import override
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell_fast
from xlsxwriter.worksheet import CellBlankTuple, CellFormulaTuple, Worksheet


class PlainSheet(Worksheet):
    """A worksheet for formulas that every Excel since 2007 knows."""

    def write_blanks(self, row: int, columns: Iterable[int], look: Format) -> None:
        """Format empty cells of `row`; a cell to the right of them must be written as well."""
        cells = self.table[row]
        blank = CellBlankTuple(look)
        for column in columns:
            cells[column] = blank

    def write_plain_formula(
        self, place: tuple[int, int], formula: str, look: Format, value: float | str
    ) -> None:
        """Write `formula`, without equals sign, and its result; its row must have other cells."""
        row, column = place
        self.table[row][column] = CellFormulaTuple(formula, look, value)

    @override
    def _xml_start_tag(self, tag: str, attributes: Any = None) -> None:
        """Switch Japanese input to half-width letters in cells for letters.

        These are the cells whose validation warns; XlsxWriter has no option for input modes.
        """
        if tag == "dataValidation" and ("errorStyle", "warning") in attributes:
            attributes = [*attributes, ("imeMode", "halfAlpha")]
        super()._xml_start_tag(tag, attributes or [])

    @override
    def _write_cell(self, row: int, col: int, cell: Any) -> None:
        """Write the empty text that a formula results in with its type.

        XlsxWriter writes no type for it, and Excel would read a number.
        """
        if type(cell) is CellFormulaTuple and cell.value == "" and cell.format is not None:
            place, index = xl_rowcol_to_cell_fast(row, col), cell.format._get_xf_index()  # noqa: SLF001
            attributes = [("r", place), ("s", index), ("t", "str")]
            self._xml_formula_element(cell.formula, "", attributes)
        else:
            super()._write_cell(row, col, cell)
