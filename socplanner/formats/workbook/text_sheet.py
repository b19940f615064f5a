"""A sheet of texts: a title, a sentence about it, and a table that is printed on A4 or A3."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socplanner.formats.workbook import colours, styles
from socplanner.formats.workbook.draft import Draft
from socplanner.formats.workbook.page import A3, A4, print_over_pages, set_page
from socplanner.formats.workbook.text_room import LINE_HEIGHT, lines
from socplanner.wording.marking import marking_label
from socplanner.wording.tender_words import TextTable

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_TITLE_ROW, _ABOUT_ROW, _MARKING_ROW, _HEADER_ROW, _FIRST_ROW = 0, 1, 2, 4, 5
_TALLEST = 400.0
_TITLE_HEIGHT, _WIDE = 30.0, 170.0
"""A table that is wider than `_WIDE` is printed on A3."""


def write_text_table(sheet: Worksheet, draft: Draft, table: TextTable) -> None:
    """Write the whole sheet of `table`."""
    widths = [column.width for column in table.columns]
    _write_top(sheet, draft, table)
    heading = 0
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, column.width)
        look = (styles.header(colours.PLAIN_HEADING), styles.WRAP)
        draft.put(sheet, (_HEADER_ROW, place), column.heading, *look)
        heading = max(heading, lines(column.heading, column.width - 2))
    header = max(heading * LINE_HEIGHT + 8, 24)
    sheet.set_row(_HEADER_ROW, header)
    height = _TITLE_HEIGHT + 4 * LINE_HEIGHT
    line = _FIRST_ROW
    for row in table.rows:
        height += _write_row(sheet, draft, line, row, table)
        line += 1
    if not table.rows:
        draft.put(sheet, (line, 0), draft.words.tr("None."), styles.QUIET)
        line += 1
    paper = A3 if sum(widths) > _WIDE else A4
    sheet.freeze_panes(_FIRST_ROW, 2 if len(widths) > _PAIR else 1)
    set_page(sheet, draft, table.name, paper)
    sheet.repeat_rows(_HEADER_ROW)
    sheet.print_area(0, 0, line - 1, len(widths) - 1)
    print_over_pages(sheet, widths, height, header, paper)


_PAIR = 2


def _write_top(sheet: Worksheet, draft: Draft, table: TextTable) -> None:
    sheet.set_row(_TITLE_ROW, _TITLE_HEIGHT)
    draft.put(sheet, (_TITLE_ROW, 0), table.name, styles.TITLE)
    draft.put(sheet, (_ABOUT_ROW, 0), table.about, styles.QUIET)
    draft.put(sheet, (_MARKING_ROW, 0), marking_label(draft.plan.marking), styles.BOLD)


def _write_row(
    sheet: Worksheet, draft: Draft, line: int, row: tuple[str, ...], table: TextTable
) -> float:
    """Write one row of `table`; return its height in points."""
    needed = 1
    for place, (text, column) in enumerate(zip(row, table.columns, strict=True)):
        parts = (styles.BOX, styles.WRAP, styles.MIDDLE if column.is_middle else styles.LEFT)
        bold = (styles.BOLD,) if column.is_bold else ()
        draft.put(sheet, (line, place), text, *parts, styles.TOP, *bold)
        needed = max(needed, lines(text, column.width - 3))
    height = min(_TALLEST, needed * LINE_HEIGHT + 6)
    sheet.set_row(line, height)
    return height
