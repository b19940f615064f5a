"""The checks: what each rule of the matrix asks, why, and how many roles do not keep it, live."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socplanner.domain.checks.finding import Finding, Severity
from socplanner.formats.workbook import colours, styles
from socplanner.formats.workbook.draft import Draft
from socplanner.formats.workbook.page import set_page
from socplanner.formats.workbook.refs import cell, on_sheet
from socplanner.formats.workbook.row_state import HELD_RULES
from socplanner.formats.workbook.text_room import LINE_HEIGHT, lines
from socplanner.wording.findings import explain, rule_name
from socplanner.wording.language import N_

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_TITLE_ROW, _HINT_ROW, _HEADER_ROW, _FIRST_ROW = 0, 1, 3, 4
_RULE, _ASKS, _WHY, _ROLES = range(4)
_COLUMNS = (
    (N_("Rule"), 9.0),
    (N_("What it asks for"), 40.0),
    (N_("Why"), 100.0),
    (N_("Roles"), 11.0),
)


def write_checks(sheet: Worksheet, draft: Draft) -> None:
    """Write the whole sheet."""
    words = draft.words
    title = words.tr("Checks")
    sheet.set_row(_TITLE_ROW, 28)
    draft.put(sheet, (_TITLE_ROW, _RULE), title, styles.TITLE)
    hint = words.tr(
        "Counted live from the column “{rules}” of the sheet “{sheet}”.",
        rules=words.tr("Rules"),
        sheet=draft.names.matrix,
    )
    draft.put(sheet, (_HINT_ROW, _RULE), hint, styles.QUIET)
    for column, (head, width) in enumerate(_COLUMNS):
        sheet.set_column(column, column, width)
        draft.put(sheet, (_HEADER_ROW, column), words.tr(head), styles.head(colours.PLAIN_HEAD))
    sheet.set_row(_HEADER_ROW, 24)
    for line, rule in enumerate(HELD_RULES, start=_FIRST_ROW):
        _write_rule(sheet, draft, line, rule)
    _mark_broken(sheet, draft)
    sheet.freeze_panes(_FIRST_ROW, 0)
    set_page(sheet, draft, title)
    sheet.repeat_rows(_HEADER_ROW)


def _write_rule(sheet: Worksheet, draft: Draft, line: int, rule: str) -> None:
    words = draft.words
    left = (styles.BOX, styles.LEFT, styles.WRAP)
    why = explain(Finding(rule, "", Severity.ERROR, draft.matrix.phase.id), draft.plan, words)
    draft.put(sheet, (line, _RULE), rule, styles.BOX, styles.MIDDLE, styles.BOLD)
    draft.put(sheet, (line, _ASKS), rule_name(rule, words), *left, styles.BOLD)
    draft.put(sheet, (line, _WHY), why, *left)
    named = on_sheet(draft.names.matrix, draft.layout.body_of(draft.layout.rules))
    broken = sum(rule in state.rules for state in draft.counts.states)
    number = draft.styles.of(styles.BOX, styles.MIDDLE, styles.BOLD)
    sheet.write_formula(line, _ROLES, f'COUNTIF({named},"*{rule}*")', number, broken)
    sheet.set_row(line, max(24.0, lines(why, _COLUMNS[_WHY][1] - 3) * LINE_HEIGHT + 8))


def _mark_broken(sheet: Worksheet, draft: Draft) -> None:
    """Show in red how many roles do not keep a rule; undecided ones are no error."""
    first, last = _FIRST_ROW + HELD_RULES.index("R00") + 1, _FIRST_ROW + len(HELD_RULES) - 1
    alarm = {"font_color": colours.ALARM, "bg_color": colours.ALARM_SHADE}
    rule = {
        "type": "formula",
        "criteria": f"={cell(first, _ROLES)}>0",
        "format": draft.styles.rule(alarm),
    }
    sheet.conditional_format(first, _ROLES, last, _ROLES, rule)
