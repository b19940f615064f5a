"""The cover of a tender pack: who asks for what, its marking, how to answer, and the sheets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from socplanner.domain.tender.pack import Pack
from socplanner.formats.record.cell_references import on_sheet
from socplanner.formats.workbook import colours, styles
from socplanner.formats.workbook.draft import Draft
from socplanner.formats.workbook.page import A4, set_page
from socplanner.formats.workbook.text_room import LINE_HEIGHT, lines, shortened
from socplanner.wording.marking import tlp_label
from socplanner.wording.tender_words import answer_steps, pack_facts, pack_title

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_LEFT, _TEXT, _RIGHT = 1, 2, 3
_WIDTHS = (2.5, 30.0, 104.0, 2.5)
_HEADER = (styles.BOX, styles.LEFT, styles.SHADED, styles.WRAP)
_VALUE = (styles.BOX, styles.LEFT, styles.WRAP)
_ROW_HEIGHT = 22.0
_LONGEST_NAME = 110

SheetLinks = Sequence[tuple[str, str]]
"""The names of sheets, and what each of them is about."""


def write_pack_cover(sheet: Worksheet, draft: Draft, pack: Pack, links: SheetLinks) -> None:
    """Write the whole sheet; `links` are the other sheets."""
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.set_default_row(_ROW_HEIGHT)
    _write_banner(sheet, draft, pack)
    words = draft.words
    facts = [
        *pack_facts(pack, draft.facts.date.isoformat(), words),
        (words.tr("Created with"), f"socplanner {draft.facts.version}"),
    ]
    row = _write_block(sheet, draft, 3, words.tr("This tender"), facts)
    steps = [(str(number), step) for number, step in enumerate(answer_steps(words), start=1)]
    row = _write_block(sheet, draft, row + 1, words.tr("How to answer"), steps)
    _heading(sheet, draft, row + 1, words.tr("Sheets"))
    last = row + 1
    look = draft.styles.of(*_HEADER, styles.LINKED)
    for name, about in links:
        last += 1
        sheet.write_url(last, _LEFT, f"internal:{on_sheet(name, 'A1')}", look, name)
        _put(sheet, draft, last, about)
    sheet.activate()
    set_page(sheet, draft, pack_title(pack, words), A4)
    sheet.print_area(0, 0, last, _RIGHT)
    sheet.fit_to_pages(1, 1)


def _write_banner(sheet: Worksheet, draft: Draft, pack: Pack) -> None:
    ground = styles.filled(colours.HEADLINE, colours.PAPER)
    for row, height in enumerate((28, 42)):
        sheet.set_row(row, height)
        for column in range(len(_WIDTHS)):
            sheet.write_blank(row, column, None, draft.styles.of(ground))
    small: styles.Part = {"font_size": 12, "valign": "bottom"}
    large: styles.Part = {"font_size": 18, "bold": True, "valign": "top"}
    organisation = shortened(pack.plan.organisation, _LONGEST_NAME)
    draft.put(sheet, (0, _LEFT), pack_title(pack, draft.words), ground, small)
    draft.put(sheet, (1, _LEFT), organisation, ground, large)
    tlp = pack.plan.marking.tlp
    if tlp is not None:
        label = {**styles.filled(*colours.TLPS[tlp]), **styles.MIDDLE, "bold": True}
        draft.put(sheet, (2, _LEFT), tlp_label(tlp), label, {"font_size": 12})


def _heading(sheet: Worksheet, draft: Draft, row: int, text: str) -> None:
    draft.merge(sheet, (row, _LEFT, row, _TEXT), styles.HEADING)
    draft.put(sheet, (row, _LEFT), text, styles.HEADING)


def _write_block(
    sheet: Worksheet, draft: Draft, row: int, heading: str, entries: Sequence[tuple[str, str]]
) -> int:
    """Write a heading and `entries` below it; return the next free row."""
    _heading(sheet, draft, row, heading)
    for label, text in entries:
        row += 1
        draft.put(sheet, (row, _LEFT), label, *_HEADER)
        _put(sheet, draft, row, text)
    return row + 1


def _put(sheet: Worksheet, draft: Draft, row: int, text: str) -> None:
    draft.put(sheet, (row, _TEXT), text, *_VALUE)
    needed = lines(text, _WIDTHS[_TEXT] - 3)
    if needed > 1:
        sheet.set_row(row, needed * LINE_HEIGHT + 8)
