"""A sheet that is written fast: formulas as they are given, empty cells in one go.

XlsxWriter looks each formula through for thirty names of newer functions, which takes longer than
all the rest of a big workbook; none of ours uses one. And most cells of a matrix are empty, yet
each needs its border. Imported only where a workbook is written.
"""

from collections.abc import Iterable
from typing import Any, TextIO, cast

from typing_extensions import override
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell_fast
from xlsxwriter.worksheet import CellBlankTuple, CellFormulaTuple, Worksheet


class PlainSheet(Worksheet):
    """A worksheet for formulas that every Excel since 2007 knows."""

    def write_blanks(self, row: int, columns: Iterable[int], look: Format) -> None:
        """Give empty cells of a row their look; another cell right of them has to be written."""
        cells = self.table[row]
        blank = CellBlankTuple(look)
        for column in columns:
            cells[column] = blank

    @override
    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        return formula.removeprefix("=")

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
        """Write an empty cell in one go; say of an empty text that it is a text.

        XlsxWriter stores no type with it, and Excel would take it for a number.
        """
        kind = type(cell)
        if kind is CellBlankTuple and cell.format is not None:
            place, look = xl_rowcol_to_cell_fast(row, col), cell.format._get_xf_index()  # noqa: SLF001
            cast("TextIO", self.fh).write(f'<c r="{place}" s="{look}"/>')
        elif kind is CellFormulaTuple and cell.value == "" and cell.format is not None:
            place, look = xl_rowcol_to_cell_fast(row, col), cell.format._get_xf_index()  # noqa: SLF001
            attributes = [("r", place), ("s", look), ("t", "str")]
            self._xml_formula_element(cell.formula, "", attributes)
        else:
            super()._write_cell(row, col, cell)
