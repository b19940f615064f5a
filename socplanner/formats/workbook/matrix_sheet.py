"""The sheet of the responsibility matrix: roles down, parties across, to be filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socplanner.formats.workbook.draft import Draft
from socplanner.formats.workbook.layout import (
    FIRST_PARTY,
    FIRST_ROW,
    FUNCTION,
    HEADER_ROW,
    ID,
    SOURCING,
    STATUS,
)
from socplanner.formats.workbook.matrix_body import write_body
from socplanner.formats.workbook.matrix_header import column_widths, first_in_sight, write_header
from socplanner.formats.workbook.matrix_rules import add_colours, add_lists
from socplanner.formats.workbook.matrix_totals import write_totals
from socplanner.formats.workbook.page import print_over_pages, set_page
from socplanner.formats.workbook.party_headings import party_headings
from socplanner.wording.terms import party_name

if TYPE_CHECKING:
    from socplanner.formats.workbook.plain_sheet import PlainSheet

_ZOOM = 90


def write_matrix(sheet: PlainSheet, draft: Draft) -> None:
    """Write the whole sheet."""
    headings = party_headings([party_name(party, draft.words) for party in draft.layout.parties])
    widths = column_widths(draft, headings)
    sheet.set_column(ID, ID, 12, None, {"hidden": True})
    for column, width in widths.items():
        sheet.set_column(column, column, width)
    repeated = write_header(sheet, draft, headings, widths)
    height = write_body(sheet, draft, widths)
    height += write_totals(sheet, draft)
    add_colours(sheet, draft)
    add_lists(sheet, draft)
    layout = draft.layout
    sheet.set_column(layout.kinds, layout.kinds, 8, None, {"hidden": True})
    sheet.freeze_panes(FIRST_ROW, SOURCING, FIRST_ROW, first_in_sight(draft))
    # The hidden id is inside the filter, or sorting would separate it from its row.
    sheet.autofilter(HEADER_ROW, ID, layout.last_row, layout.note)
    first = draft.marked_column or FIRST_PARTY
    sheet.set_selection(FIRST_ROW, first, FIRST_ROW, first)
    sheet.set_zoom(_ZOOM)
    set_page(sheet, draft, draft.words.tr("Responsibility matrix"))
    sheet.repeat_rows(0, HEADER_ROW)
    sheet.repeat_columns(FUNCTION, STATUS)
    last_row = layout.totals_row + len(layout.letters) - 1
    sheet.print_area(0, FUNCTION, last_row, layout.note)
    print_over_pages(sheet, tuple(widths.values()), height, repeated)
