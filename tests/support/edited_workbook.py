"""A workbook as somebody else's program reads it: by the hidden ids, with values and formulas."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.worksheet.worksheet import Worksheet

KEY_ROW = 3
"""The hidden row with the name of each column, counted from 1."""


@dataclass
class EditedWorkbook:
    """The bytes of an export, read back."""

    content: bytes

    @cached_property
    def values(self) -> Workbook:
        """What the cells show."""
        return load_workbook(io.BytesIO(self.content), data_only=True)

    @cached_property
    def formulas(self) -> Workbook:
        """What the cells hold."""
        return load_workbook(io.BytesIO(self.content))

    @property
    def matrix(self) -> Worksheet:
        """The values of the matrix sheet, the second one."""
        return self.values.worksheets[1]

    @cached_property
    def columns(self) -> dict[str, int]:
        """The column of each key, counted from 1."""
        return {str(cell.value): cell.column for cell in self.matrix[KEY_ROW] if cell.value}

    @cached_property
    def rows(self) -> dict[str, int]:
        """The row of each role, counted from 1."""
        below = self.matrix.iter_rows(min_row=KEY_ROW + 4, max_col=1)
        return {str(cell.value): cell.row for (cell,) in below if cell.value}

    def shown(self, role: str, key: str) -> object:
        """Return what stands in the row of `role` under `key`; an empty cell is an empty text."""
        value = self.matrix.cell(self.rows[role], self.columns[key]).value
        return "" if value is None else value

    def value(self, role: str, key: str) -> SheetCell:
        """Return the cell itself, with its formula."""
        cell = self.formulas.worksheets[1].cell(self.rows[role], self.columns[key])
        assert isinstance(cell, SheetCell)
        return cell

    def calculated(self) -> Iterator[tuple[str, str, object]]:
        """Yield sheet, place and value of every cell that holds a formula."""
        for sheet in self.formulas:
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.data_type == "f":
                        place = cell.coordinate
                        yield sheet.title, place, self.values[sheet.title][place].value

    def texts(self) -> Iterator[str]:
        """Yield every text of every cell that can be seen."""
        for sheet in self.values.worksheets:
            if sheet.sheet_state != "visible":
                continue
            first, last = (2, self.columns["note"]) if sheet is self.matrix else (1, None)
            for row in sheet.iter_rows(min_col=first, max_col=last):
                for cell in row:
                    is_hidden = sheet is self.matrix and cell.row == KEY_ROW
                    if isinstance(cell.value, str) and not is_hidden:
                        yield cell.value


def header_of(sheet: Worksheet) -> str:
    """Return the left and the right of the printed head, as they are stored."""
    heading = sheet.oddHeader
    return "" if heading is None else f"{heading.left.text} {heading.right.text}"


def footer_of(sheet: Worksheet) -> str:
    """Return the middle and the right of the printed foot, as they are stored."""
    foot = sheet.oddFooter
    return "" if foot is None else f"{foot.center.text} {foot.right.text}"
