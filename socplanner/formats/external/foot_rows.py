"""Texts below a matrix that are none of its tasks: notes, signatures."""

from socplanner.formats.external.draft_table import DraftTable

FARTHEST_FOOT = 8
"""A text this many rows below a table is no note of it."""


def leave_out_footer(table: DraftTable, last: int) -> None:
    """Leave out the texts below `last`, the last row that was read, up to the next band."""
    canvas = table.canvas
    for row in range(last + 1, min(last + FARTHEST_FOOT, table.band.end)):
        cells = canvas.rows.get(row, {})
        texts = [text for column, text in cells.items() if (row, column) not in canvas.claimed]
        if texts and not any(canvas.has_readable_letters(row, column) for column in cells):
            table.leave_out("text-row", row=row, text=" | ".join(texts)[:200])
