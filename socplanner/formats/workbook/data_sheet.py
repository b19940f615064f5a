"""The letters in long form, one a row, as an Excel table for pivots, Power Query and pandas.

It has the exported values and no formulas. A role without letters has a row with an empty party, so
that counts of roles are complete; a cell of two letters is two rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from socplanner.domain.letters import symbols_in
from socplanner.domain.matrix import Matrix, Row
from socplanner.formats.record.data_headings import DATA_COLUMNS, data_headings
from socplanner.formats.workbook import colours, styles
from socplanner.formats.workbook.draft import Draft
from socplanner.formats.workbook.page import print_over_pages, set_page
from socplanner.formats.workbook.text_room import width
from socplanner.wording.terms import (
    area_short,
    function_name,
    party_kind_name,
    party_name,
    phase_name,
    role_name,
    sourcing_name,
)

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_TABLE = "MatrixData"
_MOST_ROWS = 15_000
"""More rows would make the file several times as large as the matrix, and slow to open."""

_LEAST_WIDTH, _MOST_WIDTH = 10.0, 48.0
_ROW_HEIGHT = 16.0


def has_data_sheet(matrix: Matrix) -> bool:
    """Return whether `matrix` has few enough letters for the sheet; else it is left out."""
    return sum(map(_rows_of, matrix.rows)) <= _MOST_ROWS


def data_cells(matrix: Matrix) -> int:
    """Return the number of cells on the sheet of `matrix`, 0 if it is left out."""
    rows = sum(map(_rows_of, matrix.rows))
    return rows * DATA_COLUMNS if rows <= _MOST_ROWS else 0


def _rows_of(row: Row) -> int:
    return max(1, sum(len(symbols_in(cell)) for cell in row.cells if cell))


def write_data(sheet: Worksheet, draft: Draft) -> None:
    """Write the whole sheet, its headings in the first row, where programs look for them."""
    words = draft.words
    headings = data_headings(words)
    look = draft.styles.of()
    widest = [width(heading) + 4 for heading in headings]
    last = 0
    for last, texts in enumerate(_lines(draft), start=1):
        for column, text in enumerate(texts):
            if text:
                sheet.write_string(last, column, text, draft.styles.guarded(text, look))
                widest[column] = max(widest[column], width(text) + 2)
    # Programs that do not know table styles show the headings by this format.
    bold = draft.styles.of(styles.header(colours.PLAIN_HEADING), styles.LEFT)
    columns = [{"header": heading, "header_format": bold} for heading in headings]
    options = {"name": _TABLE, "columns": columns}
    # A table has at least one row below its headings.
    sheet.add_table(0, 0, max(last, 1), len(headings) - 1, options)
    widths = [max(_LEAST_WIDTH, min(wide, _MOST_WIDTH)) for wide in widest]
    for column, wide in enumerate(widths):
        sheet.set_column(column, column, wide)
    sheet.set_default_row(_ROW_HEIGHT)
    sheet.freeze_panes(1, 0)
    set_page(sheet, draft, words.tr("Data"))
    sheet.repeat_rows(0)
    print_over_pages(sheet, widths, _ROW_HEIGHT * last, _ROW_HEIGHT)


def _lines(draft: Draft) -> Iterator[tuple[str, ...]]:
    """Yield the texts of each row, one for each heading."""
    plan, words = draft.plan, draft.words
    phase = phase_name(draft.matrix.phase, words)
    parties = [
        (str(party.id), party_name(party, words), party_kind_name(party.kind, words))
        for party in plan.parties
    ]
    for row in draft.matrix.rows:
        role, duty = row.role, row.duty
        begin = (
            str(role.id),
            role.code,
            role_name(role, words),
            function_name(role.function, plan.catalogue, words),
            area_short(duty.area, words),
            sourcing_name(duty.sourcing, words),
        )
        if not any(row.cells):
            yield (*begin, "", "", "", "", phase)
        for party, cell in zip(parties, row.cells, strict=True):
            for symbol in symbols_in(cell):
                yield (*begin, *party, symbol, phase)
