"""The tender pack of a provider as a workbook, which a vendor fills in and returns.

Everything in it is read from the plan as a vendor may see it (`domain/tender/vendor_view.py`).
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, cast

from xlsxwriter import Workbook

from socplanner.domain.matrix import matrix_of
from socplanner.domain.tender.pack import Pack
from socplanner.formats.record.tender_keys import TENDER_FORMAT, TENDER_KEY, TENDER_SHEET
from socplanner.formats.workbook.answers_sheet import write_answers
from socplanner.formats.workbook.draft import Draft
from socplanner.formats.workbook.facts import WorkbookFacts
from socplanner.formats.workbook.layout import layout_of
from socplanner.formats.workbook.letter_counts import letter_counts_of
from socplanner.formats.workbook.pack_cover import write_pack_cover
from socplanner.formats.workbook.plain_sheet import PlainSheet
from socplanner.formats.workbook.sheet_names import legal_name, sheet_names
from socplanner.formats.workbook.stored_values import keep_stored_values
from socplanner.formats.workbook.styles import Styles
from socplanner.formats.workbook.text_sheet import write_text_table
from socplanner.wording.language import Words
from socplanner.wording.tender_words import pack_tables, pack_title
from socplanner.wording.terms import phase_name

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet


def render_pack(pack: Pack, words: Words, facts: WorkbookFacts) -> bytes:
    """Return the workbook of `pack`; the same bytes for the same pack, words and facts."""
    target = io.BytesIO()
    book = Workbook(target, {"in_memory": True})
    matrix = matrix_of(pack.plan, pack.phase.id)
    layout = layout_of(matrix)
    counts = letter_counts_of(matrix, layout, ())
    names, styles = sheet_names(words), Styles(book, words.language)
    draft = Draft(book, matrix, words, facts, layout, names, styles, counts, ())
    title, subject = pack_title(pack, words), phase_name(pack.phase, words)
    book.set_properties(facts.properties(title, subject, pack.plan.organisation))
    book.set_size(2400, 1350)
    keep_stored_values(book)
    tables = pack_tables(pack, facts.descriptions, words)
    used = [TENDER_SHEET]
    cover = _sheet(book, words.tr("Cover"), used, "#1F3A5F")
    sheets = [_sheet(book, table.name, used, "#466A87") for table in tables]
    answers = _sheet(book, words.tr("Answers"), used, "#BC4430")
    links = list(zip(used[2:], (table.about for table in tables), strict=False))
    about = words.tr("What you bid for, and at which price: please fill in")
    write_pack_cover(cover, draft, pack, [*links, (used[-1], about)])
    for sheet, table in zip(sheets, tables, strict=True):
        write_text_table(sheet, draft, table)
    write_answers(answers, draft, pack)
    _write_record(book.add_worksheet(TENDER_SHEET), draft, pack)
    book.close()
    return target.getvalue()


def _sheet(book: Workbook, name: str, used: list[str], tab: str) -> PlainSheet:
    legal = legal_name(name, used)
    used.append(legal)
    sheet = cast("PlainSheet", book.add_worksheet(legal, PlainSheet))
    sheet.set_tab_color(tab)
    return sheet


def _write_record(sheet: Worksheet, draft: Draft, pack: Pack) -> None:
    """Write which plan, phase and provider the pack is of, and hide it."""
    entries = (
        (TENDER_KEY, TENDER_FORMAT),
        ("plan", pack.plan.id),
        ("phase", pack.phase.id),
        ("party", pack.party.id),
        ("currency", pack.plan.cost.currency),
        ("language", draft.words.language),
        ("date", draft.facts.date.isoformat()),
    )
    for row, (key, value) in enumerate(entries):
        sheet.write_string(row, 0, key)
        sheet.write_string(row, 1, value)
    sheet.very_hidden()
