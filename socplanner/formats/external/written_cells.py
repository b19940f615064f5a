"""The cells of one party in one row, as they are written and as letters."""

from socplanner.domain.external.understood import NOT_WRITTEN, Written
from socplanner.formats.external.cell_reading import ANSWERED, LONGEST_QUESTION, is_mark
from socplanner.formats.external.draft_table import DraftTable, PartyAt

UNREAD = "="
"""A left-out letter for a formula without a stored value: importing removes no letters then."""

_NOTED = {
    "autocorrect": "autocorrect",
    "brackets": "letters-in-brackets",
    "footnote": "footnote",
    "look-alike": "look-alike",
    "remark": "letters-with-remark",
}
"""By the note of a reading, the code of the remark that the planner sees."""


def written_in(table: DraftTable, row: int, at: PartyAt) -> Written:
    """Return text and letters of the cells of a party in `row`; ask about what is no letter."""
    cells = table.canvas.rows[row]
    filled = [(column, symbol) for column, symbol in at.columns if column in cells]
    if not filled:
        is_unread = any(table.canvas.is_unread(row, column) for column, _ in at.columns)
        return Written(left_out=(UNREAD,)) if is_unread else NOT_WRITTEN
    texts: list[str] = []
    letters: list[str] = []
    remarks: list[str] = []
    for column, symbol in filled:
        text = cells[column]
        texts.append(text if not symbol else f"{symbol}:{text}")
        reading = table.canvas.reading(row, column)
        if reading is not None and ANSWERED in reading.notes:
            letters.append(text[:LONGEST_QUESTION])
        elif symbol and (is_mark(text) or (reading is not None and symbol in reading.letters)):
            letters.append(symbol)
        elif reading is None or (symbol and not reading.is_none):
            table.ask_cell(row, column, text)
        elif not symbol:
            letters.extend(reading.letters)
            table.add_meanings(reading, text)
            remarks += [reading.remark] if reading.remark else []
            for note in reading.notes:
                if note in _NOTED:
                    table.note_cell(_NOTED[note], row, column, text)
        if (row, column) in table.canvas.spread:
            table.note_cell("merged-letters", row, column)
    return Written(" ".join(texts), tuple(dict.fromkeys(letters)), remark="; ".join(remarks))
