"""The hours sheet: who is there when, a row for each role that the phase performs.

Beside the hours as they are written stand the states at the moments that decide, and a strip of 24
hours for weekdays, Saturday, Sunday and holiday. A state has a colour and a sign. The numbers at
the foot count the states above them by formulas. The import does not read this sheet.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from socplanner.domain.coverage import WORKDAYS, CoverageState, DayKind
from socplanner.domain.hour_strip import HOURS, duty_hours_a_week, hour_strip
from socplanner.domain.role_coverage import DECISIVE_MOMENTS, RoleCoverage, coverage_at
from socplanner.formats.record.cell_references import cell
from socplanner.formats.workbook import colours, styles
from socplanner.formats.workbook.draft import Draft
from socplanner.formats.workbook.page import print_over_pages, set_page
from socplanner.formats.workbook.text_room import LINE_HEIGHT, lines
from socplanner.wording.coverage_words import (
    decisive_names,
    performing_initials,
    state_name,
    state_sign,
    state_signs,
)
from socplanner.wording.language import N_
from socplanner.wording.terms import role_name

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_CODE, _ROLE, _PARTIES, _HOURS, _FIRST_MOMENT = range(5)
_WEEK = _FIRST_MOMENT + len(DECISIVE_MOMENTS)
_STRIP = _WEEK + 1
_WIDTHS = (8.0, 32.0, 13.0, 28.0, *(17.0 for _ in DECISIVE_MOMENTS), 10.0)
_NARROW = 1.3
_TITLE_ROW, _HINT_ROW, _LEGEND_ROW, _HEADER_ROW, _HOURS_ROW, _FIRST_ROW = 0, 1, 2, 4, 5, 6
_HEADER_HEIGHT, _HOUR_HEIGHT, _ROW_HEIGHT = 28.0, 18.0, 18.0
_LABELLED = 3
"""Every so many hours have their label, over so many cells."""

_DAYS = (
    (N_("Weekdays"), WORKDAYS),
    (N_("Saturday"), frozenset({DayKind.SATURDAY})),
    (N_("Sunday"), frozenset({DayKind.SUNDAY})),
    (N_("Holiday"), frozenset({DayKind.HOLIDAY})),
)
_FOOT = (
    CoverageState.ON_DUTY,
    CoverageState.ON_CALL,
    CoverageState.PRE_APPROVED,
    CoverageState.BEST_EFFORT,
    CoverageState.UNMANNED,
    CoverageState.NOT_STATED,
)
_CELL = (styles.BOX, styles.MIDDLE)
_SIGN: styles.Part = {"font_size": 9, "bold": True, "align": "left"}
_EDGE: styles.Part = {"left": 2, "left_color": colours.GROUP_LINE}
_TICK: styles.Part = {"left": 1, "left_color": colours.LINE}
_BAR: styles.Part = {
    "top": 1,
    "top_color": colours.LINE,
    "bottom": 1,
    "bottom_color": colours.LINE,
}
_TICKED = 6
"""Every so many hours a strip has a line."""

_INKS: Mapping[CoverageState, styles.Part] = {
    CoverageState.UNMANNED: {"font_color": colours.ALARM, "bold": True},
    CoverageState.NOT_STATED: styles.QUIET,
}


def has_hours_sheet(draft: Draft) -> bool:
    """Return whether a role of the phase states its hours, and the copy is for all parties."""
    is_stated = any(row.duty.coverage for row in draft.matrix.rows)
    return is_stated and draft.marked_party is None


def write_hours(sheet: Worksheet, draft: Draft) -> None:
    """Write the whole sheet."""
    roles = _in_order(draft)
    title = draft.words.tr("Hours")
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    last_column = _STRIP + len(_DAYS) * len(HOURS) - 1
    sheet.set_column(_STRIP, last_column, _NARROW)
    sheet.set_row(_TITLE_ROW, 28)
    draft.put(sheet, (_TITLE_ROW, _CODE), title, styles.TITLE)
    hint = draft.words.tr(
        "An hour of a strip has the state of the greater part of it. The numbers at the foot are "
        "live formulas. The import does not read this sheet."
    )
    draft.put(sheet, (_HINT_ROW, _CODE), hint, styles.QUIET)
    _write_legend(sheet, draft)
    _write_headers(sheet, draft)
    height = sum(
        _write_role(sheet, draft, _FIRST_ROW + place, moments)
        for place, moments in enumerate(roles)
    )
    last = _FIRST_ROW + max(len(roles), 1) - 1
    _write_foot(sheet, draft, last, roles)
    sheet.autofilter(_HOURS_ROW, _CODE, last, _WEEK)
    sheet.freeze_panes(_FIRST_ROW, _PARTIES)
    set_page(sheet, draft, title)
    sheet.repeat_rows(_HEADER_ROW, _HOURS_ROW)
    widths = (*_WIDTHS, *(_NARROW for _ in range(_STRIP, last_column + 1)))
    foot = (len(_FOOT) + 7) * _ROW_HEIGHT
    print_over_pages(sheet, widths, height + foot, _HEADER_HEIGHT + _HOUR_HEIGHT)


def _in_order(draft: Draft) -> list[tuple[RoleCoverage, ...]]:
    """Return the coverage of each performed role at every moment, in the order of the matrix."""
    phase = draft.matrix.phase.id
    by_moment = [coverage_at(draft.plan, phase, moment) for moment in DECISIVE_MOMENTS]
    by_role = {each[0].role.id: each for each in zip(*by_moment, strict=True)}
    return [by_role[row.role.id] for row in draft.matrix.rows if row.role.id in by_role]


def _write_legend(sheet: Worksheet, draft: Draft) -> None:
    """Write the sign and colour of each state over the strips."""
    column = _STRIP
    for state, sign, name in state_signs(draft.words):
        fill = styles.filled(_fill(state))
        draft.put(sheet, (_LEGEND_ROW, column), sign, *_CELL, styles.BOLD, fill)
        draft.put(sheet, (_LEGEND_ROW, column + 1), name, styles.QUIET)
        column += 16


def _write_headers(sheet: Worksheet, draft: Draft) -> None:
    words, look = draft.words, styles.header(colours.PLAIN_HEADING)
    titles = (
        words.tr("Code"),
        words.tr("Role"),
        words.tr("Responsible"),
        words.tr("Hours as written"),
        *decisive_names(words),
        words.tr("On duty, hours a week"),
    )
    for column, title in enumerate(titles):
        draft.merge(sheet, (_HEADER_ROW, column, _HOURS_ROW, column), look, styles.WRAP)
        draft.put(sheet, (_HEADER_ROW, column), title, look, styles.WRAP)
    sheet.set_row(_HEADER_ROW, _HEADER_HEIGHT)
    sheet.set_row(_HOURS_ROW, _HOUR_HEIGHT)
    band = styles.header(colours.PLAIN_HEADING, is_band=True)
    for place, (name, _) in enumerate(_DAYS):
        first = _STRIP + place * len(HOURS)
        draft.merge(sheet, (_HEADER_ROW, first, _HEADER_ROW, first + len(HOURS) - 1), band, _EDGE)
        draft.put(sheet, (_HEADER_ROW, first), words.tr(name), band, _EDGE)
        for hour in HOURS[::_LABELLED]:
            column = first + hour
            edge = () if hour else (_EDGE,)
            parts = (look, styles.LEFT, {"indent": 0, "bold": False, "font_size": 8}, *edge)
            area = (_HOURS_ROW, column, _HOURS_ROW, column + _LABELLED - 1)
            draft.merge(sheet, area, *parts)
            draft.put(sheet, (_HOURS_ROW, column), f"{hour}:00", *parts)


def _write_role(sheet: Worksheet, draft: Draft, row: int, moments: Sequence[RoleCoverage]) -> float:
    """Write one role; return the height of its row in points."""
    role, duty = moments[0].role, moments[0].duty
    words, name, hours = draft.words, role_name(role, draft.words), duty.coverage
    parties = " ".join(performing_initials(draft.plan, duty, words))
    draft.put(sheet, (row, _CODE), role.code, *_CELL, styles.BOLD)
    for column, text in ((_ROLE, name), (_PARTIES, parties), (_HOURS, hours)):
        draft.put(sheet, (row, column), text, styles.BOX, styles.LEFT, styles.WRAP)
    needed = max(
        lines(text, _WIDTHS[column] - 3)
        for column, text in ((_ROLE, name), (_PARTIES, parties), (_HOURS, hours))
    )
    for column, each in enumerate(moments, start=_FIRST_MOMENT):
        ink = _INKS.get(each.state, {})
        text = state_name(each.state, words)
        fill = styles.filled(_fill(each.state))
        draft.put(sheet, (row, column), text, *_CELL, styles.WRAP, fill, ink)
        needed = max(needed, lines(text, _WIDTHS[column] - 1))
    week = duty_hours_a_week(hours)
    if week is None:
        sheet.write_blank(row, _WEEK, None, draft.styles.of(*_CELL))
    else:
        sheet.write_number(row, _WEEK, week, draft.styles.of(*_CELL, {"num_format": "0.##"}))
    _write_strips(sheet, draft, row, hours)
    height = max(_ROW_HEIGHT, needed * LINE_HEIGHT + 4)
    sheet.set_row(row, height)
    return height


def _write_strips(sheet: Worksheet, draft: Draft, row: int, hours: str) -> None:
    """Write the strips; the sign of a state stands where it begins, and may extend to the right."""
    for place, (_, days) in enumerate(_DAYS):
        first = _STRIP + place * len(HOURS)
        before: object = ""
        for hour, state in enumerate(hour_strip(hours, days)):
            begins = state != before
            line = _EDGE if not hour else _TICK if begins or not hour % _TICKED else {}
            parts = (_BAR, _SIGN, styles.filled(_fill(state)), line)
            sign = state_sign(state, draft.words) if begins else ""
            draft.put(sheet, (row, first + hour), sign, *parts)
            before = state


def _write_foot(
    sheet: Worksheet, draft: Draft, last: int, roles: Sequence[Sequence[RoleCoverage]]
) -> None:
    """Write how many roles have each state at each moment, and how many roles there are."""
    words, row = draft.words, last + 2
    for state in _FOOT:
        name = state_name(state, words)
        draft.put(sheet, (row, _HOURS), name, styles.BOX, styles.LEFT, styles.filled(_fill(state)))
        for place in range(len(DECISIVE_MOMENTS)):
            column = _FIRST_MOMENT + place
            span = f"{cell(_FIRST_ROW, column)}:{cell(last, column)}"
            count = sum(each[place].state is state for each in roles)
            formula = f"COUNTIF({span},{cell(row, _HOURS)})"
            sheet.write_formula(row, column, formula, draft.styles.of(*_CELL), count)
        row += 1
    parts = (styles.BOX, styles.BOLD, styles.SHADED)
    draft.put(sheet, (row, _HOURS), words.tr("Roles together"), *parts, styles.LEFT)
    for column in range(_FIRST_MOMENT, _WEEK):
        span = f"{cell(last + 2, column)}:{cell(row - 1, column)}"
        look = draft.styles.of(*parts, styles.MIDDLE)
        sheet.write_formula(row, column, f"SUM({span})", look, len(roles))


def _fill(state: CoverageState | None) -> str:
    """Return the colour of `state`; None is one that differs between days."""
    return colours.PAPER if state is None else colours.COVERAGES[state]
