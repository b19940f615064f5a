"""A sheet of thousands of formulas: they are stored as given, and empty results keep their type.

XlsxWriter searches each formula for every name of a newer function, which takes eight times as long
as all the rest of a big workbook; none of ours uses one. Why methods whose names begin with an
underscore are overridden is written in docs/decisions/a-workbook-that-comes-back.md. Imported only
where a workbook is written.
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
        """Give an empty text that a formula results in its type.

        XlsxWriter stores none with it, and Excel would take it for a number.
        """
        if type(cell) is CellFormulaTuple and cell.value == "" and cell.format is not None:
            place, index = xl_rowcol_to_cell_fast(row, col), cell.format._get_xf_index()  # noqa: SLF001
            attributes = [("r", place), ("s", index), ("t", "str")]
            self._xml_formula_element(cell.formula, "", attributes)
        else:
            super()._write_cell(row, col, cell)
