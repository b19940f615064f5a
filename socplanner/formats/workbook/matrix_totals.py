"""The rows below the roles: how often each party has each letter, and the legend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socplanner.formats.workbook import colours, styles
from socplanner.formats.workbook.draft import Draft
from socplanner.formats.workbook.layout import AREA, CODE, FIRST_PARTY, FUNCTION, NAME
from socplanner.formats.workbook.legend import meaning
from socplanner.formats.workbook.matrix_body import ROW_HEIGHT
from socplanner.wording.terms import letter_name

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_GAP = 8.0
_STRIP: styles.Part = {
    "top": 1,
    "bottom": 1,
    "top_color": colours.LINE,
    "bottom_color": colours.LINE,
}


def write_totals(sheet: Worksheet, draft: Draft) -> float:
    """Write a row for each letter; return how many points high they are."""
    layout = draft.layout
    sheet.set_row(layout.totals_row - 1, _GAP)
    for place in range(len(layout.letters)):
        _write_line(sheet, draft, layout.totals_row + place, place)
    return _GAP + ROW_HEIGHT * len(layout.letters)


def _write_line(sheet: Worksheet, draft: Draft, line: int, place: int) -> None:
    layout, words = draft.layout, draft.words
    letter = layout.letters[place]
    chip = styles.filled(letter.colour, colours.ink_on(letter.colour))
    label = words.tr("Count per party") if place == 0 else ""
    draft.put(sheet, (line, FUNCTION), label, styles.BOLD, styles.LEFT)
    draft.put(sheet, (line, CODE), letter.symbol, styles.BOX, styles.MIDDLE, styles.BOLD, chip)
    remark = words.tr(
        "{letter}: {meaning}", letter=letter_name(letter, words), meaning=meaning(letter, words)
    )
    # not merged, since the edge of the frozen columns runs through here
    for column in range(NAME, AREA + 1):
        text = remark if column == NAME else ""
        draft.put(sheet, (line, column), text, _STRIP, styles.LEFT, styles.SHADED)
    shaded = (styles.BOX, styles.MIDDLE, styles.SHADED, styles.BOLD)
    look = draft.styles.of(*shaded)
    for party, counts in enumerate(draft.counts.parties):
        column = FIRST_PARTY + party
        formula = draft.counting.of((letter.symbol,), (layout.body_of(column),))
        sheet.write_formula(line, column, formula, look, counts.get(letter.symbol, 0))
    draft.merge(sheet, (line, layout.counts, line, layout.unreadable), *shaded)
    formula = f"SUM({layout.body_of(layout.counts + place)})"
    sheet.write_formula(line, layout.counts, formula, look, draft.counts.total(letter.symbol))
