"""The block of the cover for the people who prepared, reviewed and approved the matrix.

It is empty, and has the three columns of a Japanese ringi form, with space for a seal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from socplanner.formats.workbook import colours, styles
from socplanner.formats.workbook.draft import Draft
from socplanner.wording.language import N_

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_STEPS = (N_("Prepared"), N_("Reviewed"), N_("Approved"))
_LINES = (N_("Full name"), N_("Date"), N_("Signature or seal"))
_SEAL_ROWS = 2


def write_approval(sheet: Worksheet, draft: Draft, row: int, columns: range) -> int:
    """Write the block at `row`: labels in the first two of `columns`, then a column for each step.

    Return the next free row.
    """
    words = draft.words
    labels, end, *steps = columns
    draft.merge(sheet, (row, labels, row, steps[-1]), styles.HEADING)
    draft.put(sheet, (row, labels), words.tr("Approval"), styles.HEADING)
    row += 1
    header = styles.header(colours.PLAIN_HEADING)
    draft.merge(sheet, (row, labels, row, end), header)
    for column, step in zip(steps, _STEPS, strict=True):
        draft.put(sheet, (row, column), words.tr(step), header)
    for line in _LINES:
        row += 1
        last = row + (_SEAL_ROWS - 1 if line == _LINES[-1] else 0)
        draft.merge(sheet, (row, labels, last, end), styles.BOX, styles.LEFT, styles.SHADED)
        text = (styles.BOX, styles.LEFT, styles.SHADED, styles.WRAP)
        draft.put(sheet, (row, labels), words.tr(line), *text)
        for column in steps:
            draft.merge(sheet, (row, column, last, column), styles.BOX, styles.ENTRY)
        row = last
    return row + 1
