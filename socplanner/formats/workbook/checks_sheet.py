"""The sheet of checks: each rule of the matrix with a live count of the roles that break it.

Below are findings that need the whole plan, and waived ones, both as of the day of export.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from socplanner.domain.checks.finding import Finding, Severity
from socplanner.domain.checks.split_findings import Waived, split_by_waivers
from socplanner.formats.record.cell_references import cell, on_sheet
from socplanner.formats.workbook import colours, styles
from socplanner.formats.workbook.draft import Draft
from socplanner.formats.workbook.page import print_over_pages, set_page
from socplanner.formats.workbook.row_state import FORMULA_RULES
from socplanner.formats.workbook.text_room import LINE_HEIGHT, lines
from socplanner.wording.findings import explain, remedy, rule_name, statement, subject
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
    """Write the whole sheet; its headings fit all tables, and are repeated on each printed page."""
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
    for column, (heading, width) in enumerate(_COLUMNS):
        sheet.set_column(column, column, width)
        draft.put(
            sheet, (_HEADER_ROW, column), words.tr(heading), styles.header(colours.PLAIN_HEADING)
        )
    sheet.set_row(_HEADER_ROW, _HEADER_HEIGHT)
    height = 80.0
    for line, rule in enumerate(FORMULA_RULES, start=_FIRST_ROW):
        height += _write_rule(sheet, draft, line, rule)
    _mark_broken(sheet, draft)
    line = _FIRST_ROW + len(FORMULA_RULES) + 1
    findings = split_by_waivers(draft.findings, draft.plan.waivers, draft.facts.date.isoformat())
    for title_of, rows in (_others(draft, findings.counting), _waived(draft, findings.waived)):
        if rows:
            line, table_height = _write_table(sheet, draft, line, title_of, rows)
            height += table_height
    sheet.freeze_panes(_FIRST_ROW, 0)
    set_page(sheet, draft, title)
    sheet.repeat_rows(_HEADER_ROW)
    print_over_pages(sheet, [width for _, width in _COLUMNS], height, _HEADER_HEIGHT)


def _write_rule(sheet: Worksheet, draft: Draft, line: int, rule: str) -> float:
    """Write a rule with the live count of the roles that break it; return the height in points."""
    words = draft.words
    severity = Severity.INFO if rule == "R00" else Severity.ERROR
    why = explain(Finding(rule, "", severity, draft.matrix.phase.id), draft.plan, words)
    texts = (rule, rule_name(rule, words), why, severity_name(severity, words), "")
    height = _write_line(sheet, draft, line, texts)
    rules_column = on_sheet(draft.names.matrix, draft.layout.body_of(draft.layout.rules))
    broken = sum(state.breaks(rule) for state in draft.counts.states)
    number = draft.styles.of(styles.BOX, styles.MIDDLE, styles.BOLD)
    sheet.write_formula(line, _LAST, f'COUNTIF({rules_column},"*{rule}*")', number, broken)
    return height


def _others(draft: Draft, findings: tuple[Finding, ...]) -> tuple[str, list[tuple[str, ...]]]:
    """Return title and rows of the findings without formulas, the most severe first."""
    words, plan = draft.words, draft.plan
    others = sorted((each for each in findings if each.rule not in FORMULA_RULES), key=_severity)
    rows: list[tuple[str, ...]] = []
    for finding in others[:_MOST_LISTED]:
        text = f"{statement(finding, plan, words)}\n{remedy(finding, plan, words)}"
        rows.append(
            (
                finding.rule,
                subject(finding, plan, words),
                text,
                severity_name(finding.severity, words),
                "–",
            )
        )
    unlisted = len(others) - _MOST_LISTED
    if unlisted > 0:
        more = words.count("{n} more in the program.", "{n} more in the program.", unlisted)
        rows.append(("", more, "", "", ""))
    return words.tr("Other findings, as of {day}", day=draft.facts.date.isoformat()), rows


def _severity(finding: Finding) -> Severity:
    return finding.severity


def _waived(draft: Draft, waived: tuple[Waived, ...]) -> tuple[str, list[tuple[str, ...]]]:
    """Return title and rows of the waived findings, with their reasons.

    The live counts still include them.
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
    """Show counts of broken rules in red, other than that of undecided roles, which is no error."""
    first, last = _FIRST_ROW + FORMULA_RULES.index("R00") + 1, _FIRST_ROW + len(FORMULA_RULES) - 1
    alarm = {"font_color": colours.ALARM, "bg_color": colours.ALARM_SHADE}
    rule = {
        "type": "formula",
        "criteria": f"={cell(first, _LAST)}>0",
        "format": draft.styles.rule(alarm),
    }
    sheet.conditional_format(first, _LAST, last, _LAST, rule)
