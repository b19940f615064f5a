"""The sheet nobody sees: which plan a workbook was made from, and what it said when sent out.

A workbook that comes back is held against it, so that what was edited in the plan meanwhile is not
taken back. Excel lists it nowhere; should a program drop it, the comparison knows less.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from socplanner.formats.record.base import BASE_FORMAT, base_chunks
from socplanner.formats.record.keys import BASE_KEY, PIECE
from socplanner.formats.workbook.draft import Draft

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet


def write_base(sheet: Worksheet, draft: Draft) -> None:
    """Write the whole sheet and hide it deeply."""
    plan = draft.plan
    entries = [
        (BASE_KEY, BASE_FORMAT),
        ("plan", plan.id),
        ("phase", draft.matrix.phase.id),
        ("letter-set", plan.letter_set.id),
        ("catalogue", plan.catalogue.edition),
        ("language", draft.words.language),
        ("date", draft.facts.date.isoformat()),
        *((PIECE, piece) for piece in base_chunks(draft.matrix)),
    ]
    for row, (key, value) in enumerate(entries):
        sheet.write_string(row, 0, key)
        sheet.write_string(row, 1, value)
    sheet.very_hidden()
