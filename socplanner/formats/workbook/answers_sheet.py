"""The sheet of a tender pack that the vendor fills in: an answer, a price and a comment by role.

A hidden column has the key of each row, a hidden row that of each column: rows may be sorted and
columns moved. The total counts what is bid for, with conditions or without.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from socplanner.domain.limits import MOST_MONEY
from socplanner.domain.names import LONGEST_TEXT
from socplanner.domain.tender.pack import Pack
from socplanner.formats.record.cell_references import cell, fixed_span
from socplanner.formats.record.tender_keys import (
    ANSWERS_KEY,
    COLUMN_KEYS,
    FIELD_PREFIX,
    ROLE_PREFIX,
)
from socplanner.formats.workbook import colours, styles
from socplanner.formats.workbook.draft import Draft
from socplanner.formats.workbook.money import money_look
from socplanner.formats.workbook.page import A4, print_over_pages, set_page
from socplanner.formats.workbook.text_room import LINE_HEIGHT, lines
from socplanner.wording.marking import marking_label
from socplanner.wording.tender_words import answer_names
from socplanner.wording.terms import role_name

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_KEY, _CODE, _ROLE, _ANSWER, _PRICE, _COMMENT = range(6)
_WIDTHS = {_CODE: 9.0, _ROLE: 40.0, _ANSWER: 20.0, _PRICE: 20.0, _COMMENT: 62.0}
_TITLE_ROW, _ABOUT_ROW, _MARKING_ROW, _KEY_ROW, _VENDOR_ROW, _DAY_ROW = range(6)
_HEADER_ROW, _FIRST_ROW = 7, 8
_ROW_HEIGHT, _COMMENT_HEIGHT = 24.0, 60.0
_LABEL = (styles.BOX, styles.LEFT, styles.SHADED, styles.BOLD)
_ENTRY = (styles.BOX, styles.LEFT, styles.ENTRY, styles.WRAP)


def write_answers(sheet: Worksheet, draft: Draft, pack: Pack) -> None:
    """Write the whole sheet."""
    sheet.set_default_row(_ROW_HEIGHT)
    sheet.set_column(_KEY, _KEY, 12, None, {"hidden": True})
    for column, width in _WIDTHS.items():
        sheet.set_column(column, column, width)
    _write_top(sheet, draft)
    _write_headers(sheet, draft, pack)
    height = _ROW_HEIGHT * 10
    for place, each in enumerate(pack.performed):
        row, name = _FIRST_ROW + place, role_name(each.role, draft.words)
        sheet.write_string(row, _KEY, f"{ROLE_PREFIX}{each.role.id}")
        draft.put(sheet, (row, _CODE), each.role.code, styles.BOX, styles.LEFT, styles.BOLD)
        draft.put(sheet, (row, _ROLE), name, styles.BOX, styles.LEFT, styles.WRAP)
        _write_entries(sheet, draft, row)
        needed = max(_ROW_HEIGHT, lines(name, _WIDTHS[_ROLE] - 3) * LINE_HEIGHT + 6)
        sheet.set_row(row, needed)
        height += needed
    last = _FIRST_ROW + max(len(pack.performed), 1) - 1
    end = _write_foot(sheet, draft, last)
    _add_lists(sheet, draft, last)
    sheet.freeze_panes(_FIRST_ROW, _ANSWER)
    sheet.set_selection(_VENDOR_ROW, _ANSWER, _VENDOR_ROW, _ANSWER)
    set_page(sheet, draft, draft.words.tr("Answers"), A4)
    sheet.repeat_rows(_HEADER_ROW)
    sheet.print_area(0, _CODE, end, _COMMENT)
    print_over_pages(sheet, tuple(_WIDTHS.values()), height + _COMMENT_HEIGHT, _ROW_HEIGHT, A4)


def _write_top(sheet: Worksheet, draft: Draft) -> None:
    """Write title, marking, the hidden row of keys, and the fields of vendor and day."""
    words = draft.words
    sheet.set_row(_TITLE_ROW, 30)
    draft.put(sheet, (_TITLE_ROW, _CODE), words.tr("Answers"), styles.TITLE)
    about = words.tr(
        "Please fill in the yellow cells: an answer for each role, a price a month, a comment "
        "where there are conditions."
    )
    draft.put(sheet, (_ABOUT_ROW, _CODE), about, styles.QUIET)
    draft.put(sheet, (_MARKING_ROW, _CODE), marking_label(draft.plan.marking), styles.BOLD)
    for column, key in enumerate((ANSWERS_KEY, *COLUMN_KEYS)):
        sheet.write_string(_KEY_ROW, column, key)
    sheet.set_row(_KEY_ROW, None, None, {"hidden": True})
    fields = (
        (_VENDOR_ROW, "vendor", words.tr("Vendor")),
        (_DAY_ROW, "date", words.tr("Date of the bid")),
    )
    for row, key, label in fields:
        sheet.write_string(row, _KEY, f"{FIELD_PREFIX}{key}")
        draft.merge(sheet, (row, _CODE, row, _ROLE), *_LABEL)
        draft.put(sheet, (row, _CODE), label, *_LABEL)
    draft.merge(sheet, (_VENDOR_ROW, _ANSWER, _VENDOR_ROW, _COMMENT), *_ENTRY)
    draft.put(sheet, (_DAY_ROW, _ANSWER), "", *_ENTRY, styles.DAY)


def _write_headers(sheet: Worksheet, draft: Draft, pack: Pack) -> None:
    words, currency = draft.words, pack.plan.cost.currency
    price = words.tr("Price a month")
    titles = (
        words.tr("Code"),
        words.tr("Role"),
        words.tr("Answer"),
        f"{price} ({currency})" if currency else price,
        words.tr("Comment"),
    )
    for column, title in enumerate(titles, start=_CODE):
        look = (styles.header(colours.PLAIN_HEADING), styles.WRAP)
        draft.put(sheet, (_HEADER_ROW, column), title, *look)


def _write_entries(sheet: Worksheet, draft: Draft, row: int) -> None:
    for column in (_ANSWER, _COMMENT):
        draft.put(sheet, (row, column), "", *_ENTRY)
    sheet.write_blank(row, _PRICE, None, draft.styles.of(*_ENTRY, money_look(draft)))


def _write_foot(sheet: Worksheet, draft: Draft, last: int) -> int:
    """Write flat price, total, what is paid once and the comment; return the last row."""
    words, flat = draft.words, last + 1
    total, once, comment = flat + 1, flat + 2, flat + 3
    labels = (
        (flat, "flat", words.tr("Flat price a month, of no single role")),
        (total, "total", words.tr("Total a month of the bid")),
        (once, "once", words.tr("Paid once, at the begin")),
        (comment, "comment", words.tr("Comment on the whole bid")),
    )
    for row, key, label in labels:
        sheet.write_string(row, _KEY, f"{FIELD_PREFIX}{key}")
        draft.merge(sheet, (row, _CODE, row, _ROLE), *_LABEL)
        draft.put(sheet, (row, _CODE), label, *_LABEL)
        for column in (_ANSWER, _PRICE, _COMMENT):
            draft.put(sheet, (row, column), "", styles.BOX, styles.SHADED)
    for row in (flat, once):
        sheet.write_blank(row, _PRICE, None, draft.styles.of(*_ENTRY, money_look(draft)))
    answers = fixed_span(_FIRST_ROW, _ANSWER, last, _ANSWER)
    prices = fixed_span(_FIRST_ROW, _PRICE, last, _PRICE)
    bid_for = answer_names(words)[:2]
    sums = "+".join(f'SUMIF({answers},"{name}",{prices})' for name in bid_for)
    look = draft.styles.of(styles.BOX, styles.SHADED, styles.BOLD, money_look(draft))
    sheet.write_formula(total, _PRICE, f"{sums}+{cell(flat, _PRICE)}", look, 0)
    draft.put(sheet, (comment, _COMMENT), "", *_ENTRY)
    sheet.set_row(comment, _COMMENT_HEIGHT)
    return comment


def _add_lists(sheet: Worksheet, draft: Draft, last: int) -> None:
    """Add the list of answers, and the limits of prices and texts."""
    words = draft.words
    sheet.data_validation(
        *(_FIRST_ROW, _ANSWER, last, _ANSWER),
        {
            "validate": "list",
            "source": answer_names(words),
            "error_title": words.tr("Unknown entry"),
            "error_message": words.tr("Choose one of the entries of the list."),
        },
    )
    price = {
        "validate": "decimal",
        "criteria": "between",
        "minimum": 0,
        "maximum": MOST_MONEY,
        "error_title": words.tr("No price"),
        "error_message": words.tr("Enter a number, without currency."),
    }
    for first, end in ((_FIRST_ROW, last + 1), (last + 3, last + 3)):
        sheet.data_validation(first, _PRICE, end, _PRICE, price)
    length = {
        "validate": "length",
        "criteria": "<=",
        "value": LONGEST_TEXT,
        "error_title": words.tr("Text too long"),
        "error_message": words.tr("At most {most} characters are possible.", most=LONGEST_TEXT),
    }
    sheet.data_validation(_FIRST_ROW, _COMMENT, last + 4, _COMMENT, length)
