"""The bids of vendors side by side as a workbook, for those who decide inside."""

import io
from typing import cast

from xlsxwriter import Workbook

from socplanner.domain.matrix import matrix_of
from socplanner.domain.plan import Plan
from socplanner.domain.tender.comparison import Comparison
from socplanner.formats.workbook.bids_sheet import write_bids
from socplanner.formats.workbook.draft import Draft
from socplanner.formats.workbook.facts import WorkbookFacts
from socplanner.formats.workbook.layout import layout_of
from socplanner.formats.workbook.letter_counts import letter_counts_of
from socplanner.formats.workbook.plain_sheet import PlainSheet
from socplanner.formats.workbook.sheet_names import legal_name, sheet_names
from socplanner.formats.workbook.stored_values import keep_stored_values
from socplanner.formats.workbook.styles import Styles
from socplanner.wording.comparison_words import comparison_title
from socplanner.wording.language import Words
from socplanner.wording.terms import phase_name


def render_bids(plan: Plan, comparison: Comparison, words: Words, facts: WorkbookFacts) -> bytes:
    """Return the workbook of `comparison`, which is that of bids in `plan`."""
    target = io.BytesIO()
    book = Workbook(target, {"in_memory": True})
    matrix = matrix_of(plan, comparison.phase.id)
    layout = layout_of(matrix)
    counts = letter_counts_of(matrix, layout, ())
    names, styles = sheet_names(words), Styles(book, words.language)
    draft = Draft(book, matrix, words, facts, layout, names, styles, counts, ())
    title, subject = comparison_title(comparison, words), phase_name(comparison.phase, words)
    book.set_properties(facts.properties(title, subject, plan.organisation))
    book.set_size(2400, 1350)
    keep_stored_values(book)
    name = legal_name(words.tr("Bids"), [])
    sheet = cast("PlainSheet", book.add_worksheet(name, PlainSheet))
    write_bids(sheet, draft, comparison)
    book.close()
    return target.getvalue()
