"""The duties of one party in a phase as a separate workbook, an annex to a tender."""

import io
from typing import cast

from xlsxwriter import Workbook

from socplanner.domain.checks.run import check_phase
from socplanner.domain.ids import PartyId
from socplanner.domain.matrix import Matrix
from socplanner.domain.party_duties import duties_of
from socplanner.formats.workbook.draft import Draft
from socplanner.formats.workbook.duties_sheet import write_duties
from socplanner.formats.workbook.facts import WorkbookFacts
from socplanner.formats.workbook.history_sheet import write_history
from socplanner.formats.workbook.layout import layout_of
from socplanner.formats.workbook.letter_counts import letter_counts_of
from socplanner.formats.workbook.page import A4
from socplanner.formats.workbook.plain_sheet import PlainSheet
from socplanner.formats.workbook.sheet_names import legal_name, sheet_names
from socplanner.formats.workbook.stored_values import keep_stored_values
from socplanner.formats.workbook.styles import Styles
from socplanner.wording.language import Words
from socplanner.wording.terms import party_name, phase_name


def render_party(matrix: Matrix, party_id: PartyId, words: Words, facts: WorkbookFacts) -> bytes:
    """Return the workbook of `party_id`; raise KeyError if the plan has no such party."""
    party = matrix.plan.party(party_id)
    if party is None:
        raise KeyError(party_id)
    target = io.BytesIO()
    book = Workbook(target, {"in_memory": True})
    layout, names = layout_of(matrix), sheet_names(words)
    styles = Styles(book, words.language)
    findings = check_phase(matrix.plan, matrix.phase.id)
    counts = letter_counts_of(matrix, layout, findings)
    draft = Draft(book, matrix, words, facts, layout, names, styles, counts, findings)
    title = words.tr("Duties of {party}", party=party_name(party, words))
    subject = phase_name(matrix.phase, words)
    book.set_properties(facts.properties(title, subject, matrix.plan.organisation))
    book.set_size(2400, 1350)
    keep_stored_values(book)
    duties = legal_name(words.tr("Duties"), [names.history])
    first, last = (
        cast(PlainSheet, book.add_worksheet(name, PlainSheet)) for name in (duties, names.history)
    )
    write_duties(first, draft, party, list(duties_of(matrix, party_id)))
    write_history(last, draft, paper=A4)
    book.close()
    return target.getvalue()
