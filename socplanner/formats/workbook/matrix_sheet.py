"""The responsibility matrix: roles down, parties across, made to be filled in and sent back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socplanner.formats.workbook.draft import Draft
from socplanner.formats.workbook.layout import (
    FIRST_PARTY,
    FIRST_ROW,
    FUNCTION,
    HEADER_ROW,
    ID,
    NAME,
    SOURCING,
)
from socplanner.formats.workbook.matrix_body import write_body
from socplanner.formats.workbook.matrix_head import column_widths, write_head
from socplanner.formats.workbook.matrix_rules import add_colours, add_lists
from socplanner.formats.workbook.matrix_totals import write_totals
from socplanner.formats.workbook.page import fit_height, set_page

if TYPE_CHECKING:
    from socplanner.formats.workbook.plain_sheet import PlainSheet

_ZOOM = 90


def write_matrix(sheet: PlainSheet, draft: Draft) -> None:
    """Write the whole sheet."""
    widths = column_widths(draft)
    sheet.set_column(ID, ID, 12, None, {"hidden": True})
    for column, width in widths.items():
        sheet.set_column(column, column, width)
    height = write_head(sheet, draft)
    height += write_body(sheet, draft, widths)
    height += write_totals(sheet, draft)
    add_colours(sheet, draft)
    add_lists(sheet, draft)
    layout = draft.layout
    sheet.freeze_panes(FIRST_ROW, SOURCING)
    # the hidden id is inside, or sorting would tear it from its row
    sheet.autofilter(HEADER_ROW, ID, layout.last_row, layout.note)
    sheet.set_selection(FIRST_ROW, FIRST_PARTY, FIRST_ROW, FIRST_PARTY)
    sheet.set_zoom(_ZOOM)
    set_page(sheet, draft, draft.words.tr("Responsibility matrix"))
    sheet.repeat_rows(0, HEADER_ROW)
    sheet.repeat_columns(FUNCTION, NAME)
    last_row = layout.totals_row + len(layout.letters) - 1
    sheet.print_area(0, FUNCTION, last_row, layout.note)
    fit_height(sheet, sum(widths.values()), height)
