"""A sheet that is written fast: formulas as they are given, empty cells in one go.

XlsxWriter looks each formula through for thirty names of newer functions, which takes longer than
all the rest of a big workbook; none of ours uses one. And most cells of a matrix are empty, yet
each needs its border. Imported only where a workbook is written.
"""

from collections.abc import Iterable

from typing_extensions import override
from xlsxwriter.format import Format
from xlsxwriter.worksheet import CellBlankTuple, Worksheet


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
