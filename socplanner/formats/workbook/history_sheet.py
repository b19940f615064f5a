"""The change history: the export is its first entry, people add their changes below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socplanner.formats.workbook import colours, styles
from socplanner.formats.workbook.draft import Draft
from socplanner.formats.workbook.page import A3, set_page
from socplanner.formats.workbook.text_room import LINE_HEIGHT, lines
from socplanner.wording.language import N_
from socplanner.wording.terms import phase_name

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_TITLE_ROW, _HINT_ROW, _HEADER_ROW, _FIRST_ROW = 0, 1, 3, 4
_DATE, _VERSION, _WHO, _WHAT = range(4)
_COLUMNS = (
    (N_("Date"), 14.0),
    (N_("Version"), 11.0),
    (N_("Party and name"), 40.0),
    (N_("What was changed"), 110.0),
)
_FIRST_VERSION = "1.0"
_EMPTY_LINES = 20
_ROW_HEIGHT = 24.0


def write_history(sheet: Worksheet, draft: Draft, paper: int = A3) -> None:
    """Write the whole sheet, to be printed on `paper` like the others of its workbook."""
    words = draft.words
    sheet.set_default_row(_ROW_HEIGHT)
    sheet.set_row(_TITLE_ROW, 28)
    draft.put(sheet, (_TITLE_ROW, 0), words.tr("Change history"), styles.TITLE)
    hint = words.tr("Enter here what you have changed, the latest last.")
    draft.put(sheet, (_HINT_ROW, 0), hint, styles.QUIET)
    for column, (heading, width) in enumerate(_COLUMNS):
        sheet.set_column(column, column, width)
        draft.put(
            sheet, (_HEADER_ROW, column), words.tr(heading), styles.header(colours.PLAIN_HEADING)
        )
    _write_export(sheet, draft)
    entry = (styles.BOX, styles.LEFT, styles.ENTRY, styles.WRAP)
    for line in range(_FIRST_ROW + 1, _FIRST_ROW + 1 + _EMPTY_LINES):
        draft.put(sheet, (line, _DATE), "", *entry, styles.DAY)
        for column in (_VERSION, _WHO, _WHAT):
            draft.put(sheet, (line, column), "", *entry)
    sheet.freeze_panes(_FIRST_ROW, 0)
    set_page(sheet, draft, words.tr("Change history"), paper)
    sheet.repeat_rows(_HEADER_ROW)


def _write_export(sheet: Worksheet, draft: Draft) -> None:
    """Write the first entry: the day, plan and phase of the export, and the program."""
    words, plan = draft.words, draft.plan
    look = (styles.BOX, styles.LEFT, styles.WRAP)
    sheet.write_datetime(_FIRST_ROW, _DATE, draft.day, draft.styles.of(*look, styles.DAY))
    made = words.tr(
        "Exported from the plan of {organisation}, phase “{phase}”.",
        organisation=plan.organisation,
        phase=phase_name(draft.matrix.phase, words),
    )
    program = f"socplanner {draft.facts.version}"
    for column, text in ((_VERSION, _FIRST_VERSION), (_WHO, program), (_WHAT, made)):
        draft.put(sheet, (_FIRST_ROW, column), text, *look)
    needed = lines(made, _COLUMNS[_WHAT][1] - 3)
    sheet.set_row(_FIRST_ROW, max(_ROW_HEIGHT, needed * LINE_HEIGHT + 8))
