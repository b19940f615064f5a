"""The checks: each rule of the matrix with the roles that do not keep it, live; then the others.

What needs the whole plan to be found, and what the planner lets stand, are of the day of export.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from socplanner.domain.checks.finding import Finding, Severity
from socplanner.domain.checks.waiving import Waived, judged
from socplanner.formats.workbook import colours, styles
from socplanner.formats.workbook.draft import Draft
from socplanner.formats.workbook.page import set_page
from socplanner.formats.workbook.refs import cell, on_sheet
from socplanner.formats.workbook.row_state import HELD_RULES
from socplanner.formats.workbook.text_room import LINE_HEIGHT, lines
from socplanner.wording.findings import explain, remedy, rule_name, say, subject
from socplanner.wording.language import N_
from socplanner.wording.terms import severity_name

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_TITLE_ROW, _HINT_ROW, _HEADER_ROW, _FIRST_ROW = 0, 1, 3, 4
_RULE, _ASKS, _WHY, _ROLES = range(4)
_COLUMNS = (
    (N_("Rule"), 9.0),
    (N_("What it asks for"), 40.0),
    (N_("Why"), 100.0),
    (N_("Roles"), 13.0),
)
_MOST_LISTED = 200


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
    line = _FIRST_ROW + len(HELD_RULES) + 1
    found = judged(draft.findings, draft.plan.waivers, draft.facts.date.isoformat())
    line = _write_others(sheet, draft, line, found.counting)
    _write_waived(sheet, draft, line, found.waived)
    sheet.freeze_panes(_FIRST_ROW, 0)
    set_page(sheet, draft, title)


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


def _write_others(sheet: Worksheet, draft: Draft, line: int, findings: tuple[Finding, ...]) -> int:
    """Write what the sheet does not find by itself, the gravest first; return the next line."""
    words, plan = draft.words, draft.plan
    others = [each for each in findings if each.rule not in HELD_RULES]
    if not others:
        return line
    others.sort(key=_gravity)
    day = draft.facts.date.isoformat()
    title = words.tr("Other findings, as of {day}", day=day)
    heads = (
        words.tr("Rule"),
        words.tr("Where"),
        words.tr("What is wrong, and what to do"),
        words.tr("Severity"),
    )
    line = _write_heads(sheet, draft, line, title, heads)
    for each in others[:_MOST_LISTED]:
        said = f"{say(each, plan, words)}\n{remedy(each, plan, words)}"
        grave = severity_name(each.severity, words)
        _write_line(sheet, draft, line, (each.rule, subject(each, plan, words), said, grave))
        line += 1
    left = len(others) - _MOST_LISTED
    if left > 0:
        more = words.count("{n} more in the program.", "{n} more in the program.", left)
        draft.put(sheet, (line, _ASKS), more, styles.QUIET)
        line += 1
    return line + 1


def _gravity(finding: Finding) -> Severity:
    return finding.severity


def _write_waived(sheet: Worksheet, draft: Draft, line: int, waived: tuple[Waived, ...]) -> None:
    """Write what is found but left standing, with the reason; live counts go on counting it."""
    if not waived:
        return
    words = draft.words
    title = words.tr("Waived, as of {day}", day=draft.facts.date.isoformat())
    heads = (words.tr("Rule"), words.tr("Where"), words.tr("Reason"), words.tr("Until"))
    line = _write_heads(sheet, draft, line, title, heads)
    for finding, waiver in waived:
        where = subject(finding, draft.plan, words)
        _write_line(sheet, draft, line, (finding.rule, where, waiver.reason, waiver.until or "–"))
        line += 1


def _write_heads(
    sheet: Worksheet, draft: Draft, line: int, title: str, heads: tuple[str, ...]
) -> int:
    """Write the title and the heads of another table; return the line below them."""
    draft.merge(sheet, (line, _RULE, line, _ROLES), styles.HEADING)
    draft.put(sheet, (line, _RULE), title, styles.HEADING)
    sheet.set_row(line, 24)
    sheet.set_row(line + 1, 24)
    for column, head in enumerate(heads):
        draft.put(sheet, (line + 1, column), head, styles.head(colours.PLAIN_HEAD))
    return line + 2


def _write_line(sheet: Worksheet, draft: Draft, line: int, texts: tuple[str, ...]) -> None:
    for column, text in enumerate(texts):
        place = styles.MIDDLE if column in {_RULE, _ROLES} else styles.LEFT
        draft.put(sheet, (line, column), text, styles.BOX, styles.WRAP, place)
    needed = max(lines(text, _COLUMNS[column][1] - 3) for column, text in enumerate(texts))
    sheet.set_row(line, needed * LINE_HEIGHT + 8)


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
