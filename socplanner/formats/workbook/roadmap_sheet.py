"""The road map sheet: every move with what is stated of it, and a bar of cells over the months.

The bars are conditional formats over the days of the row, so they move when a day is changed in the
sheet, and so does today. The effort of a phase is a sum. The import does not read this sheet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from socplanner.domain.plan import Phase
from socplanner.domain.road_map.days import day_number
from socplanner.domain.road_map.moves import Move, all_moves, period_of
from socplanner.domain.road_map_inputs import MOVE_STATUSES, NO_TERMS
from socplanner.formats.record.cell_references import cell, column_name
from socplanner.formats.workbook import colours, styles
from socplanner.formats.workbook.draft import Draft
from socplanner.formats.workbook.page import print_over_pages, set_page
from socplanner.formats.workbook.text_room import LINE_HEIGHT, lines
from socplanner.wording.language import N_
from socplanner.wording.road_map_words import (
    NOTHING,
    change_text,
    changes_of,
    owner_text,
    prerequisite_text,
    status_name,
    terms_lines,
    total_effort,
)
from socplanner.wording.terms import listed, phase_name, role_name

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_CODE, _ROLE, _CHANGE, _OWNER, _STATUS, _EFFORT, _BEGIN, _END, _NEEDS, _NOTE = range(10)
_FIRST_MONTH = 10
_WIDTHS = (9.0, 30.0, 38.0, 18.0, 12.0, 10.0, 12.0, 12.0, 34.0, 34.0)
_MONTH_WIDTH = 3.3
_MOST_MONTHS = 120
_TITLES = {
    _CODE: N_("Code"),
    _ROLE: N_("Role"),
    _CHANGE: N_("Change"),
    _OWNER: N_("Owner"),
    _STATUS: N_("Status"),
    _EFFORT: N_("Person-days"),
    _BEGIN: N_("Begin"),
    _END: N_("End"),
    _NEEDS: N_("Needs first"),
    _NOTE: N_("Risk and note"),
}
_TITLE_ROW, _ABOUT_ROW, _YEAR_ROW, _HEADER_ROW, _FIRST_ROW = 0, 1, 3, 4, 5
_HEADER_HEIGHT, _ROW_HEIGHT = 30.0, 22.0
_EXCEL_DAY = 25_569
"""The number that Excel gives to 1970-01-01."""

_CELL = (styles.BOX, styles.MIDDLE)
_TEXT = (styles.BOX, styles.LEFT, styles.WRAP)
_MONTH: styles.Part = {"num_format": "m", "font_size": 8}
_AMOUNT: styles.Part = {"num_format": "0.##"}
_BARS = {"done": "#0A5F6B", "in-progress": "#3DA1AD", "on-hold": "#B9BEC6"}
_PLANNED_BAR = "#8FCBD2"


class _Months(NamedTuple):
    """The first month that is shown, as a year and a month, and how many there are."""

    year: int
    month: int
    number: int

    def at(self, place: int) -> tuple[int, int]:
        """Return year and month of the column at `place`, from 0."""
        years, month = divmod(self.month - 1 + place, 12)
        return self.year + years, month + 1


def has_roadmap_sheet(draft: Draft) -> bool:
    """Return whether days or moves are stated, and the copy is for all parties."""
    plan = draft.plan
    is_stated = bool(plan.moves) or any(phase.terms != NO_TERMS for phase in plan.phases)
    return is_stated and draft.marked_party is None


def write_roadmap(sheet: Worksheet, draft: Draft) -> None:
    """Write the whole sheet."""
    words, plan = draft.words, draft.plan
    moves = [move for move in all_moves(plan) if not move.is_minor]
    months = _months(draft, moves)
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    if months.number:
        last = _FIRST_MONTH + months.number - 1
        sheet.set_column(_FIRST_MONTH, last, _MONTH_WIDTH)
    title = words.tr("Road map")
    sheet.set_row(_TITLE_ROW, 28)
    draft.put(sheet, (_TITLE_ROW, _CODE), title, styles.TITLE)
    about = words.tr(
        "The bars follow the days in the columns of begin and end, and the red edge follows today. "
        "Grey days are those of the phase. The import does not read this sheet."
    )
    draft.put(sheet, (_ABOUT_ROW, _CODE), about, styles.QUIET)
    _write_headers(sheet, draft, months)
    row, height = _FIRST_ROW, 0.0
    for phase in plan.phases:
        of_phase = [move for move in moves if move.phase is phase]
        if of_phase or phase.terms != NO_TERMS:
            height += _write_phase(sheet, draft, row, phase, of_phase)
            for move in of_phase:
                row += 1
                height += _write_move(sheet, draft, row, move)
                for place in range(months.number):
                    draft.put(sheet, (row, _FIRST_MONTH + place), "", styles.BOX)
            row += 1
    if months.number and row > _FIRST_ROW:
        _add_bars(sheet, draft, months, row - 1)
    sheet.freeze_panes(_FIRST_ROW, _CHANGE)
    set_page(sheet, draft, title)
    widths = (*_WIDTHS, *([_MONTH_WIDTH] * months.number))
    print_over_pages(sheet, widths, height + 5 * _ROW_HEIGHT, 0)
    sheet.repeat_rows(_YEAR_ROW, _HEADER_ROW)


def _months(draft: Draft, moves: list[Move]) -> _Months:
    """Return the months of all phases and moves; none where nothing has days."""
    days = [
        day for phase in draft.plan.phases for day in (phase.terms.begins, phase.terms.ends) if day
    ]
    for move in moves:
        period = period_of(move.phase, move.stated)
        if period is not None:
            days += (period.begins, period.ends)
    if not days:
        return _Months(1970, 1, 0)
    first, last = min(days), max(days)
    year, month = int(first[:4]), int(first[5:7])
    count = (int(last[:4]) - year) * 12 + int(last[5:7]) - month + 1
    return _Months(year, month, min(count, _MOST_MONTHS))


def _write_headers(sheet: Worksheet, draft: Draft, months: _Months) -> None:
    look = styles.header(colours.PLAIN_HEADING)
    for column, title in _TITLES.items():
        draft.put(sheet, (_HEADER_ROW, column), draft.words.tr(title), look, styles.WRAP)
    month_look = draft.styles.of(look, _MONTH)
    for place in range(months.number):
        year, month = months.at(place)
        column = _FIRST_MONTH + place
        first = _serial(f"{year:04}-{month:02}-01")
        sheet.write_number(_HEADER_ROW, column, first, month_look)
        if month == 1 or place == 0:
            draft.put(sheet, (_YEAR_ROW, column), str(year), styles.BOLD)
    sheet.set_row(_HEADER_ROW, _HEADER_HEIGHT)


def _write_phase(
    sheet: Worksheet, draft: Draft, row: int, phase: Phase, moves: list[Move]
) -> float:
    """Write the line of a phase with the sum of its person-days; return its height in points."""
    words = draft.words
    parts = (styles.BOX, styles.LEFT, styles.BOLD, styles.SHADED)
    for column in range(len(_WIDTHS)):
        draft.put(sheet, (row, column), "", *parts)
    draft.put(sheet, (row, _CODE), phase_name(phase, words), *parts)
    terms = listed(terms_lines(phase, words), words)
    draft.merge(sheet, (row, _CHANGE, row, _STATUS), *_TEXT, styles.SHADED)
    draft.put(sheet, (row, _CHANGE), terms, *_TEXT, styles.SHADED)
    if moves:
        span = f"{cell(row + 1, _EFFORT)}:{cell(row + len(moves), _EFFORT)}"
        look = draft.styles.of(*_CELL, styles.BOLD, styles.SHADED, _AMOUNT)
        sheet.write_formula(row, _EFFORT, f"SUM({span})", look, total_effort(moves) or 0)
    needed = lines(terms, sum(_WIDTHS[_CHANGE : _STATUS + 1]) - 3)
    height = max(_ROW_HEIGHT, needed * LINE_HEIGHT + 6)
    sheet.set_row(row, height)
    return height


def _write_move(sheet: Worksheet, draft: Draft, row: int, move: Move) -> float:
    """Write one move; return the height of its row in points."""
    words, plan, stated = draft.words, draft.plan, move.stated
    draft.put(sheet, (row, _CODE), move.role.code, *_CELL, styles.BOLD)
    changes = [change_text(each, words) for each in changes_of(plan, move, words)]
    needs = [prerequisite_text(plan, move, each, words) for each in stated.prerequisites]
    texts = {
        _ROLE: role_name(move.role, words),
        _CHANGE: "\n".join(changes) or words.tr("No difference from the phase before"),
        _OWNER: owner_text(plan, stated, words),
        _NEEDS: "\n".join(needs),
        _NOTE: "\n".join(filter(None, (stated.risk, stated.note))),
    }
    needed = 1
    for column, text in texts.items():
        draft.put(sheet, (row, column), text, *_TEXT)
        needed = max(needed, lines(text, _WIDTHS[column] - 3))
    draft.put(sheet, (row, _STATUS), status_name(stated.status, words), *_CELL, styles.ENTRY)
    if stated.effort is None:
        draft.put(sheet, (row, _EFFORT), NOTHING, *_CELL, styles.ENTRY)
    else:
        look = draft.styles.of(*_CELL, styles.ENTRY, _AMOUNT)
        sheet.write_number(row, _EFFORT, stated.effort, look)
    _write_days(sheet, draft, row, move)
    height = max(_ROW_HEIGHT, needed * LINE_HEIGHT + 6)
    sheet.set_row(row, height)
    return height


def _write_days(sheet: Worksheet, draft: Draft, row: int, move: Move) -> None:
    period = period_of(move.phase, move.stated)
    if period is None:
        for column in (_BEGIN, _END):
            draft.put(sheet, (row, column), NOTHING, *_CELL, styles.ENTRY)
        return
    ground = styles.GREYED if period.is_assumed else styles.ENTRY
    look = draft.styles.of(*_CELL, ground, styles.DAY)
    sheet.write_number(row, _BEGIN, _serial(period.begins), look)
    sheet.write_number(row, _END, _serial(period.ends), look)


def _add_bars(sheet: Worksheet, draft: Draft, months: _Months, last_row: int) -> None:
    """Colour the months of each move by its status, and mark the month of today."""
    area = (_FIRST_ROW, _FIRST_MONTH, last_row, _FIRST_MONTH + months.number - 1)
    month = f"{column_name(_FIRST_MONTH)}${_HEADER_ROW + 1}"
    following = f"DATE(YEAR({month}),MONTH({month})+1,1)"
    begin, end = (f"${column_name(each)}{_FIRST_ROW + 1}" for each in (_BEGIN, _END))
    status = f"${column_name(_STATUS)}{_FIRST_ROW + 1}"
    is_there = f"COUNT({begin},{end})=2,{month}<={end},{following}>{begin}"
    edge = draft.book.add_format({"left": 1, "left_color": colours.ALARM})
    today = f"=AND({month}<=TODAY(),{following}>TODAY())"
    sheet.conditional_format(*area, {"type": "formula", "criteria": today, "format": edge})
    for each in MOVE_STATUSES:
        if each in _BARS:
            name = status_name(each, draft.words)
            criteria = f'=AND({is_there},{status}="{name}")'
            fill = draft.book.add_format({"bg_color": _BARS[each]})
            sheet.conditional_format(
                *area, {"type": "formula", "criteria": criteria, "format": fill}
            )
    fill = draft.book.add_format({"bg_color": _PLANNED_BAR})
    sheet.conditional_format(
        *area, {"type": "formula", "criteria": f"=AND({is_there})", "format": fill}
    )


def _serial(day: str) -> int:
    """Return `day` as Excel counts days."""
    return day_number(day) + _EXCEL_DAY
