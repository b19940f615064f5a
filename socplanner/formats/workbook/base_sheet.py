"""The hidden sheet: which plan a workbook was made from, and its values at the time of export.

A re-import is compared with these values, so that edits made in the plan meanwhile are not undone.
Excel does not list the sheet; if a program drops it, the re-import has no values to compare with.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from socplanner.formats.record.base import BASE_FORMAT, base_chunks
from socplanner.formats.record.keys import BASE_KEY, PIECE
from socplanner.formats.workbook.draft import Draft

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet


def write_base(sheet: Worksheet, draft: Draft) -> None:
    """Write the whole sheet and hide it, so that Excel does not offer to show it."""
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
