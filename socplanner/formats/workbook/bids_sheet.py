"""The sheet that compares bids: roles down, vendors across, with live counts and totals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from socplanner.domain.tender.comparison import BidColumn, Comparison, bid_price, is_bid_for
from socplanner.domain.tender_inputs import VENDOR_ANSWERS, BidAnswer
from socplanner.formats.record.cell_references import cell
from socplanner.formats.workbook import colours, styles
from socplanner.formats.workbook.draft import Draft
from socplanner.formats.workbook.money import money_look
from socplanner.formats.workbook.page import A3, print_over_pages, set_page
from socplanner.formats.workbook.text_room import LINE_HEIGHT, lines
from socplanner.wording.comparison_words import comparison_notes, comparison_title
from socplanner.wording.marking import marking_label
from socplanner.wording.tender_words import answer_name
from socplanner.wording.terms import phase_name, role_name

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_CODE, _ROLE, _FIRST_VENDOR = range(3)
_EACH = 3
"""The columns of a vendor: answer, price, comment."""

_TITLE_ROW, _ABOUT_ROW, _MARKING_ROW, _BAND_ROW, _HEADER_ROW, _FIRST_ROW = 0, 1, 2, 4, 5, 6
_NARROW, _ROLE_WIDTH, _ANSWER_WIDTH, _PRICE_WIDTH, _COMMENT_WIDTH = 8.0, 34.0, 16.0, 15.0, 30.0
_BOX = (styles.BOX, styles.LEFT, styles.WRAP, styles.TOP)
_FOOT = (styles.BOX, styles.SHADED, styles.BOLD)
_TALLEST = 400.0
_ANSWER_FILLS = {"yes": "#DDF0E4", "conditions": "#FCF2DC", "no": "#FCEBEA"}


def write_bids(sheet: Worksheet, draft: Draft, comparison: Comparison) -> None:
    """Write the whole sheet."""
    widths = [_NARROW, _ROLE_WIDTH]
    for _ in comparison.columns:
        widths += [_ANSWER_WIDTH, _PRICE_WIDTH, _COMMENT_WIDTH]
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    title = comparison_title(comparison, draft.words)
    _write_top(sheet, draft, comparison, title)
    height = 8 * LINE_HEIGHT
    for place, role in enumerate(comparison.roles):
        row = _FIRST_ROW + place
        draft.put(sheet, (row, _CODE), role.code, *_BOX, styles.BOLD)
        draft.put(sheet, (row, _ROLE), role_name(role, draft.words), *_BOX)
        needed = lines(role_name(role, draft.words), _ROLE_WIDTH - 3)
        for at, each in enumerate(comparison.columns):
            _write_answer(sheet, draft, row, _FIRST_VENDOR + _EACH * at, each.answers[place])
            needed = max(needed, lines(each.answers[place].comment, _COMMENT_WIDTH - 3))
        points = min(_TALLEST, needed * LINE_HEIGHT + 6)
        sheet.set_row(row, points)
        height += points
    last = _write_foot(sheet, draft, comparison)
    for text in comparison_notes(comparison, draft.words):
        last += 1
        draft.put(sheet, (last, _CODE), text)
        height += LINE_HEIGHT
    sheet.freeze_panes(_FIRST_ROW, _FIRST_VENDOR)
    set_page(sheet, draft, title, A3)
    sheet.repeat_rows(_BAND_ROW, _HEADER_ROW)
    sheet.print_area(0, 0, last, len(widths) - 1)
    print_over_pages(sheet, widths, height + 10 * LINE_HEIGHT, 40, A3)


def _write_top(sheet: Worksheet, draft: Draft, comparison: Comparison, title: str) -> None:
    """Write title, marking, the band of the vendors, and the headings below it."""
    words = draft.words
    sheet.set_row(_TITLE_ROW, 30)
    draft.put(sheet, (_TITLE_ROW, _CODE), title, styles.TITLE)
    about = " · ".join(
        part
        for part in (
            draft.plan.organisation,
            phase_name(comparison.phase, words),
            comparison.currency,
            draft.facts.date.isoformat(),
        )
        if part
    )
    draft.put(sheet, (_ABOUT_ROW, _CODE), about, styles.QUIET)
    draft.put(sheet, (_MARKING_ROW, _CODE), marking_label(draft.plan.marking), styles.BOLD)
    header = (styles.header(colours.PLAIN_HEADING), styles.WRAP)
    band = styles.header(colours.PLAIN_HEADING, is_band=True)
    for column, heading in ((_CODE, words.tr("Code")), (_ROLE, words.tr("Role"))):
        draft.put(sheet, (_BAND_ROW, column), "", band)
        draft.put(sheet, (_HEADER_ROW, column), heading, *header)
    titles = (words.tr("Answer"), words.tr("Price a month"), words.tr("Comment"))
    for at, each in enumerate(comparison.columns):
        first = _FIRST_VENDOR + _EACH * at
        draft.merge(sheet, (_BAND_ROW, first, _BAND_ROW, first + _EACH - 1), band)
        name = " · ".join(part for part in (each.bid.vendor, each.bid.day) if part)
        draft.put(sheet, (_BAND_ROW, first), name, band)
        for place, heading in enumerate(titles):
            draft.put(sheet, (_HEADER_ROW, first + place), heading, *header)


def _write_answer(sheet: Worksheet, draft: Draft, row: int, column: int, answer: BidAnswer) -> None:
    name = "" if answer.answer is None else answer_name(answer.answer, draft.words)
    fill = () if answer.answer is None else (styles.filled(_ANSWER_FILLS[answer.answer]),)
    draft.put(sheet, (row, column), name, *_BOX, *fill)
    _write_price(sheet, draft, row, column + 1, bid_price(answer))
    if is_bid_for(answer) and answer.price is None:
        look = (
            styles.BOX,
            styles.TOP,
            money_look(draft),
            styles.filled(colours.ALARM_SHADE, colours.ALARM),
        )
        draft.put(sheet, (row, column + 1), "–", *look)
    draft.put(sheet, (row, column + 2), answer.comment, *_BOX)


def _write_price(
    sheet: Worksheet, draft: Draft, row: int, column: int, price: float | None
) -> None:
    look = draft.styles.of(styles.BOX, styles.TOP, money_look(draft))
    if price is None:
        sheet.write_blank(row, column, None, look)
    else:
        sheet.write_number(row, column, price, look)


def _write_foot(sheet: Worksheet, draft: Draft, comparison: Comparison) -> int:
    """Write how many roles have each answer, and the prices together; return the last row."""
    words = draft.words
    last = _FIRST_ROW + max(len(comparison.roles), 1) - 1
    labels = [answer_name(answer, words) for answer in VENDOR_ANSWERS]
    labels += [
        words.tr("Not answered"),
        words.tr("Flat price a month"),
        words.tr("Total a month"),
        words.tr("Paid once"),
        words.tr("Comment"),
    ]
    first = last + 2
    for place, label in enumerate(labels):
        for column in (_CODE, _ROLE):
            draft.put(sheet, (first + place, column), "", *_FOOT)
        draft.put(sheet, (first + place, _ROLE), label, *_FOOT, styles.LEFT)
    for at, each in enumerate(comparison.columns):
        _write_sums(sheet, draft, (first, last), _FIRST_VENDOR + _EACH * at, each)
    comments = [lines(each.bid.comment, _COMMENT_WIDTH - 3) for each in comparison.columns]
    end = first + len(labels) - 1
    sheet.set_row(end, min(_TALLEST, max([1, *comments]) * LINE_HEIGHT + 6))
    return end + 1


def _write_sums(
    sheet: Worksheet, draft: Draft, rows: tuple[int, int], column: int, each: BidColumn
) -> None:
    """Write the foot of one vendor, from the first of `rows`; the second is the last role."""
    first, last = rows
    number = draft.styles.of(*_FOOT, styles.MIDDLE)
    money = draft.styles.of(*_FOOT, money_look(draft))
    answers = f"{cell(_FIRST_ROW, column)}:{cell(last, column)}"
    for row in range(first, first + 8):
        for place in range(_EACH):
            draft.put(sheet, (row, column + place), "", *_FOOT)
    for place, answer in enumerate(VENDOR_ANSWERS):
        name = answer_name(answer, draft.words)
        sheet.write_formula(
            first + place, column, f'COUNTIF({answers},"{name}")', number, each.count(answer)
        )
    unanswered = first + len(VENDOR_ANSWERS)
    sheet.write_formula(
        unanswered, column, f"COUNTBLANK({answers})", number, _blank(each, last - _FIRST_ROW + 1)
    )
    prices: Sequence[tuple[int, float | None]] = (
        (unanswered + 1, each.bid.flat),
        (unanswered + 3, each.bid.once),
    )
    for row, price in prices:
        if price is not None:
            sheet.write_number(row, column + 1, price, money)
    summed = f"{cell(_FIRST_ROW, column + 1)}:{cell(last, column + 1)}"
    flat = cell(unanswered + 1, column + 1)
    sheet.write_formula(unanswered + 2, column + 1, f"SUM({summed},{flat})", money, each.total or 0)
    draft.put(sheet, (unanswered + 4, column + 2), each.bid.comment, *_FOOT, *_BOX)


def _blank(each: BidColumn, rows: int) -> int:
    """Return how many cells of `rows` have no answer; a table without roles has one row."""
    return rows - (len(each.answers) - len(each.unanswered))
