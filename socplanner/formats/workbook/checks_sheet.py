"""The checks: each rule of the matrix with the roles that do not keep it, live; then the others.

What needs the whole plan to be found, and what the planner lets stand, are of the day of export.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from socplanner.domain.checks.finding import Finding, Severity
from socplanner.domain.checks.split_findings import Waived, judged
from socplanner.formats.record.cell_references import cell, on_sheet
from socplanner.formats.workbook import colours, styles
from socplanner.formats.workbook.draft import Draft
from socplanner.formats.workbook.page import print_over_pages, set_page
from socplanner.formats.workbook.row_state import HELD_RULES
from socplanner.formats.workbook.text_room import LINE_HEIGHT, lines
from socplanner.wording.findings import explain, remedy, rule_name, say, subject
from socplanner.wording.language import N_
from socplanner.wording.terms import severity_name

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_TITLE_ROW, _HINT_ROW, _HEADER_ROW, _FIRST_ROW = 0, 1, 3, 4
_RULE, _ABOUT, _TEXT, _SEVERITY, _LAST = range(5)
_COLUMNS = (
    (N_("Rule"), 9.0),
    (N_("Requirement or place"), 40.0),
    (N_("Reason, or finding and remedy"), 90.0),
    (N_("Severity"), 13.0),
    (N_("Roles, or valid until"), 22.0),
)
_HEADER_HEIGHT = 24.0
_MOST_LISTED = 200


def write_checks(sheet: Worksheet, draft: Draft) -> None:
    """Write the whole sheet; its heads fit all of its tables, and stand on every printed page."""
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
    sheet.set_row(_HEADER_ROW, _HEADER_HEIGHT)
    height = 80.0
    for line, rule in enumerate(HELD_RULES, start=_FIRST_ROW):
        height += _write_rule(sheet, draft, line, rule)
    _mark_broken(sheet, draft)
    line = _FIRST_ROW + len(HELD_RULES) + 1
    found = judged(draft.findings, draft.plan.waivers, draft.facts.date.isoformat())
    for title_of, rows in (_others(draft, found.counting), _waived(draft, found.waived)):
        if rows:
            line, high = _write_table(sheet, draft, line, title_of, rows)
            height += high
    sheet.freeze_panes(_FIRST_ROW, 0)
    set_page(sheet, draft, title)
    sheet.repeat_rows(_HEADER_ROW)
    print_over_pages(sheet, [width for _, width in _COLUMNS], height, _HEADER_HEIGHT)


def _write_rule(sheet: Worksheet, draft: Draft, line: int, rule: str) -> float:
    """Write a rule with the live count of the roles that do not keep it; return the height."""
    words = draft.words
    severity = Severity.INFO if rule == "R00" else Severity.ERROR
    why = explain(Finding(rule, "", severity, draft.matrix.phase.id), draft.plan, words)
    texts = (rule, rule_name(rule, words), why, severity_name(severity, words), "")
    height = _write_line(sheet, draft, line, texts)
    named = on_sheet(draft.names.matrix, draft.layout.body_of(draft.layout.rules))
    broken = sum(state.breaks(rule) for state in draft.counts.states)
    number = draft.styles.of(styles.BOX, styles.MIDDLE, styles.BOLD)
    sheet.write_formula(line, _LAST, f'COUNTIF({named},"*{rule}*")', number, broken)
    return height


def _others(draft: Draft, findings: tuple[Finding, ...]) -> tuple[str, list[tuple[str, ...]]]:
    """Return title and rows of what the sheet does not find by itself, the most severe first."""
    words, plan = draft.words, draft.plan
    others = sorted((each for each in findings if each.rule not in HELD_RULES), key=_gravity)
    rows: list[tuple[str, ...]] = []
    for each in others[:_MOST_LISTED]:
        text = f"{say(each, plan, words)}\n{remedy(each, plan, words)}"
        rows.append(
            (each.rule, subject(each, plan, words), text, severity_name(each.severity, words), "–")
        )
    left = len(others) - _MOST_LISTED
    if left > 0:
        more = words.count("{n} more in the program.", "{n} more in the program.", left)
        rows.append(("", more, "", "", ""))
    return words.tr("Other findings, as of {day}", day=draft.facts.date.isoformat()), rows


def _gravity(finding: Finding) -> Severity:
    return finding.severity


def _waived(draft: Draft, waived: tuple[Waived, ...]) -> tuple[str, list[tuple[str, ...]]]:
    """Return title and rows of the findings that are waived, with the reason.

    The live counts go on counting them.
    """
    words = draft.words
    rows: list[tuple[str, ...]] = []
    for finding, waiver in waived:
        where, severity = (
            subject(finding, draft.plan, words),
            severity_name(finding.severity, words),
        )
        rows.append((finding.rule, where, waiver.reason, severity, waiver.until or "–"))
    return words.tr("Waived, as of {day}", day=draft.facts.date.isoformat()), rows


def _write_table(
    sheet: Worksheet, draft: Draft, line: int, title: str, rows: list[tuple[str, ...]]
) -> tuple[int, float]:
    """Write a table under its title; return the line after it, and its height in points."""
    draft.merge(sheet, (line, _RULE, line, _LAST), styles.HEADING)
    draft.put(sheet, (line, _RULE), title, styles.HEADING)
    sheet.set_row(line, _HEADER_HEIGHT)
    height = _HEADER_HEIGHT + LINE_HEIGHT
    for texts in rows:
        line += 1
        height += _write_line(sheet, draft, line, texts)
    return line + 2, height


def _write_line(sheet: Worksheet, draft: Draft, line: int, texts: tuple[str, ...]) -> float:
    """Write one row; return its height in points."""
    for column, text in enumerate(texts):
        place = styles.LEFT if column in {_ABOUT, _TEXT} else styles.MIDDLE
        weight = styles.BOLD if column == _RULE else {}
        draft.put(sheet, (line, column), text, styles.BOX, styles.WRAP, place, weight)
    needed = max(lines(text, _COLUMNS[column][1] - 3) for column, text in enumerate(texts))
    height = max(24.0, needed * LINE_HEIGHT + 8)
    sheet.set_row(line, height)
    return height


def _mark_broken(sheet: Worksheet, draft: Draft) -> None:
    """Show in red how many roles do not keep a rule; undecided ones are no error."""
    first, last = _FIRST_ROW + HELD_RULES.index("R00") + 1, _FIRST_ROW + len(HELD_RULES) - 1
    alarm = {"font_color": colours.ALARM, "bg_color": colours.ALARM_SHADE}
    rule = {
        "type": "formula",
        "criteria": f"={cell(first, _LAST)}>0",
        "format": draft.styles.rule(alarm),
    }
    sheet.conditional_format(first, _LAST, last, _LAST, rule)
