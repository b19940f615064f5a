"""What people and programs do to a workbook between sending it out and getting it back.

Each keeps what the workbook says; what it costs the reader is for the tests to tell.
"""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random

from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

KEY_ROW, HEADER_ROW, FIRST_ROW = 3, 6, 7
BASE = "socplanner"


@dataclass
class Treated:
    """A workbook while somebody works on it."""

    content: bytes
    book: Workbook = field(init=False)

    def __post_init__(self) -> None:
        """Open it; merged cells above the roles are in the way of moving rows about."""
        self.book = load_workbook(io.BytesIO(self.content))
        for block in list(self.matrix.merged_cells.ranges):
            self.matrix.unmerge_cells(str(block))

    @property
    def matrix(self) -> Worksheet:
        """The matrix sheet, wherever it went."""
        return next(sheet for sheet in self.book.worksheets if self._has_roles(sheet))

    def column(self, key: str) -> int:
        """Return the column with the hidden `key`."""
        for row in self.matrix.iter_rows():
            for cell in row:
                if cell.value == key:
                    return int(cell.column or 0)
        raise KeyError(key)

    def row(self, role: str) -> int:
        """Return the first row of `role`."""
        for row in self.matrix.iter_rows():
            for cell in row:
                if cell.value == role:
                    return int(cell.row or 0)
        raise KeyError(role)

    def type(self, role: str, key: str, text: str) -> None:
        """Type `text` into a cell."""
        self.matrix.cell(self.row(role), self.column(key)).value = text or None

    def saved(self) -> bytes:
        """Return it as it is sent back."""
        target = io.BytesIO()
        self.book.save(target)
        return target.getvalue()

    @staticmethod
    def _has_roles(sheet: Worksheet) -> bool:
        return any(cell.value == "party:soc" for row in sheet.iter_rows(max_row=12) for cell in row)


Mutation = Callable[[Treated, Random], None]


def sort_rows(treated: Treated, dice: Random) -> None:
    """Sort the roles, as the filter buttons do."""
    last = _last_role(treated.matrix)
    rows = list(range(FIRST_ROW, last + 1))
    dice.shuffle(rows)
    _rearrange(treated.matrix, [*range(1, FIRST_ROW), *rows, *range(last + 1, last + 9)], None)


def move_columns(treated: Treated, dice: Random) -> None:
    """Move every column somewhere else, the hidden one too."""
    columns = list(range(1, treated.matrix.max_column + 1))
    dice.shuffle(columns)
    _rearrange(treated.matrix, None, columns)


def insert_rows(treated: Treated, dice: Random) -> None:
    """Put empty rows in between."""
    for _ in range(3):
        treated.matrix.insert_rows(dice.randint(1, treated.matrix.max_row))


def insert_columns(treated: Treated, dice: Random) -> None:
    """Put empty columns in between."""
    for _ in range(3):
        treated.matrix.insert_cols(dice.randint(1, treated.matrix.max_column))


def hide(treated: Treated, dice: Random) -> None:
    """Hide rows and columns, by hand or by a filter."""
    for row in range(FIRST_ROW, treated.matrix.max_row, 2):
        treated.matrix.row_dimensions[row].hidden = True
    for letter in "GHI":
        treated.matrix.column_dimensions[letter].hidden = True


def unhide(treated: Treated, dice: Random) -> None:
    """Show what was hidden."""
    treated.matrix.column_dimensions["A"].hidden = False
    treated.matrix.row_dimensions[KEY_ROW].hidden = False


def rename_sheets(treated: Treated, dice: Random) -> None:
    """Give the sheets other names."""
    for number, sheet in enumerate(treated.book.worksheets):
        sheet.title = f"Blatt {number}"


def move_sheets(treated: Treated, dice: Random) -> None:
    """Put the sheets in another order."""
    treated.book.move_sheet(treated.matrix, dice.choice((-1, 1, 2)))


def add_sheet(treated: Treated, dice: Random) -> None:
    """Add a sheet of one's own."""
    sheet = treated.book.create_sheet("Minutes", dice.randint(0, 3))
    sheet["A1"], sheet["B2"] = "id", "R"


def remove_sheets(treated: Treated, dice: Random) -> None:
    """Remove all sheets that can be seen but the matrix."""
    matrix = treated.matrix
    for sheet in list(treated.book.worksheets):
        if sheet is not matrix and sheet.sheet_state == "visible":
            treated.book.remove(sheet)


def translate_headings(treated: Treated, dice: Random) -> None:
    """Write every head in another language."""
    for column in range(1, treated.matrix.max_column + 1):
        treated.matrix.cell(HEADER_ROW, column).value = f"Überschrift {column}"


def add_comments(treated: Treated, dice: Random) -> None:
    """Comment on cells."""
    for row in range(FIRST_ROW, FIRST_ROW + 4):
        treated.matrix.cell(row, 8).comment = Comment("why?", "me")


def rename_roles(treated: Treated, dice: Random) -> None:
    """Write other names and codes of roles."""
    for key in ("name", "code", "function"):
        column = treated.column(key)
        for row in range(FIRST_ROW, _last_role(treated.matrix) + 1):
            treated.matrix.cell(row, column).value = f"other {row}"


def remove_title(treated: Treated, dice: Random) -> None:
    """Delete the rows above the hidden keys."""
    treated.matrix.delete_rows(1, 2)


def merge_title(treated: Treated, dice: Random) -> None:
    """Merge cells where no letters stand."""
    treated.matrix.merge_cells("A1:H2")


def save_again(treated: Treated, dice: Random) -> None:
    """Save and open it once more."""
    treated.book = load_workbook(io.BytesIO(treated.saved()))


HARMLESS: tuple[Mutation, ...] = (
    sort_rows,
    translate_headings,
    rename_roles,
    add_comments,
    hide,
    unhide,
    move_columns,
    insert_rows,
    insert_columns,
    merge_title,
    rename_sheets,
    move_sheets,
    add_sheet,
    remove_sheets,
    save_again,
)
"""They cost the reader nothing, and any of them may be done in this order."""


def remove_ids(treated: Treated, dice: Random) -> None:
    """Delete the hidden column of ids."""
    treated.matrix.delete_cols(treated.column("id"))


def remove_record(treated: Treated, dice: Random) -> None:
    """Drop the record of what was sent out."""
    del treated.book[BASE]


def remove_provenance(treated: Treated, dice: Random) -> None:
    """Drop all that tells of the plan."""
    for sheet in list(treated.book.worksheets):
        if sheet.sheet_state != "visible":
            treated.book.remove(sheet)


def copy_sheet(treated: Treated, dice: Random) -> None:
    """Keep a copy of the matrix beside it."""
    treated.book.copy_worksheet(treated.matrix)


def copy_row(treated: Treated, dice: Random) -> None:
    """Copy a role to the end."""
    sheet, source = treated.matrix, dice.randint(FIRST_ROW, FIRST_ROW + 5)
    for column in range(1, sheet.max_column + 1):
        sheet.cell(40, column).value = sheet.cell(source, column).value


def remove_keys(treated: Treated, dice: Random) -> None:
    """Delete the hidden row of keys, which comes last: the others look for it."""
    treated.matrix.delete_rows(KEY_ROW)


COSTLY: tuple[Mutation, ...] = (
    copy_row,
    remove_ids,
    remove_record,
    remove_provenance,
    copy_sheet,
    remove_keys,
)
"""They cost the reader certainty; the edits come back all the same once questions are answered."""


def _last_role(sheet: Worksheet) -> int:
    """Return the last row in which an id of a role stands."""
    return max(
        int(cell.row or 0)
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str) and cell.value.startswith(("x:", "own:", "v2:"))
    )


def _rearrange(sheet: Worksheet, rows: Sequence[int] | None, columns: Sequence[int] | None) -> None:
    """Write the values of the sheet in another order of rows or columns."""
    rows = rows or range(1, sheet.max_row + 1)
    columns = columns or range(1, sheet.max_column + 1)
    values = [[sheet.cell(row, column).value for column in columns] for row in rows]
    for row, line in enumerate(values, start=1):
        for column, value in enumerate(line, start=1):
            sheet.cell(row, column).value = value
