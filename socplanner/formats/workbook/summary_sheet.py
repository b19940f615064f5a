"""The sheet for the board of directors: the page for them, as cells that can be copied on.

The numbers at the top are formulas over the values by phase at the foot. The values are those of
the sheets of staffing, cost and maturity, each of which has one phase alone; the sheet names them.
The import does not read this sheet.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from socplanner.domain.cost_inputs import NO_COST
from socplanner.domain.summary import Summary, summary_of
from socplanner.formats.record.cell_references import cell
from socplanner.formats.workbook import colours, styles
from socplanner.formats.workbook.cost_sheet import has_cost_sheet
from socplanner.formats.workbook.draft import Draft
from socplanner.formats.workbook.hours_sheet import has_hours_sheet
from socplanner.formats.workbook.maturity_sheet import has_maturity_sheet
from socplanner.formats.workbook.page import print_over_pages, set_page
from socplanner.formats.workbook.staffing_sheet import has_staffing_sheet
from socplanner.formats.workbook.summary_boards import write_boards
from socplanner.formats.workbook.summary_lists import write_decision, write_gaps_and_risks
from socplanner.formats.workbook.summary_radar import write_functions
from socplanner.wording.language import N_
from socplanner.wording.staffing_words import DASH
from socplanner.wording.summary_words import SummaryNumber, summary_numbers
from socplanner.wording.terms import phase_name

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

COLUMNS, _WIDTH = 25, 6.6
_TITLE_ROW, _ABOUT_ROW, _NUMBER_ROW, _BOARD_ROW = 0, 1, 3, 9
_PER_NUMBER, _FUNCTIONS = 5, 18
_ROW_HEIGHT, _NUMBER_HEIGHT, _ABOUT_HEIGHT = 18.0, 34.0, 40.0
_LARGE: styles.Part = {"font_size": 20, "bold": True}
_FORMATS = ("0", "0.0", "0.0", "#,##0", "0")
_SOURCES = ("matrix", "maturity", "staffing", "cost", "hours")
"""The sheets that have the figures behind the numbers, by the fields of `SheetNames`."""

_HINT = N_(
    "The page for the directors as cells: numbers from the first phase to the target. The import "
    "does not read this sheet."
)


def has_summary_sheet(draft: Draft) -> bool:
    """Return whether the plan has figures for the directors, and the copy is for all parties."""
    plan = draft.plan
    staffing = plan.staffing
    has_people = staffing.posts or staffing.workloads or staffing.people
    is_stated = bool(has_people or plan.assessments or plan.cost != NO_COST)
    return is_stated and draft.marked_party is None


def write_summary(sheet: Worksheet, draft: Draft) -> None:
    """Write the whole sheet."""
    words, plan = draft.words, draft.plan
    summary = summary_of(plan, draft.matrix.phase.id, draft.facts.date.isoformat())
    numbers = summary_numbers(summary, plan.cost, words)
    sheet.set_column(0, COLUMNS - 1, _WIDTH)
    _write_title(sheet, draft, summary)
    below = write_boards(sheet, draft, summary, _BOARD_ROW)
    below = write_gaps_and_risks(sheet, draft, summary, below + 1)
    below = max(below, write_functions(sheet, draft, summary, (_BOARD_ROW, _FUNCTIONS)))
    foot = write_decision(sheet, draft, summary, below + 1)
    _write_values(sheet, draft, summary, numbers, foot + 1)
    for place, number in enumerate(numbers):
        _write_number(sheet, draft, place, number, foot + 3)
    sheet.set_row(_NUMBER_ROW + 1, _NUMBER_HEIGHT)
    sheet.set_row(_NUMBER_ROW + 3, _ABOUT_HEIGHT)
    set_page(sheet, draft, draft.names.summary)
    rows = foot + 4 + len(summary.figures)
    height = rows * _ROW_HEIGHT + _NUMBER_HEIGHT + _ABOUT_HEIGHT
    print_over_pages(sheet, [_WIDTH] * COLUMNS, height, 0)


def _write_title(sheet: Worksheet, draft: Draft, summary: Summary) -> None:
    words = draft.words
    sheet.set_row(_TITLE_ROW, 28)
    draft.put(sheet, (_TITLE_ROW, 0), draft.plan.organisation, styles.TITLE)
    course = words.tr(
        "{now} → {then}",
        now=phase_name(summary.now.phase, words),
        then=phase_name(summary.target.phase, words),
    )
    draft.put(sheet, (_ABOUT_ROW, 0), f"{course}   {words.tr(_HINT)}", styles.QUIET)


def _write_number(
    sheet: Worksheet, draft: Draft, place: int, number: SummaryNumber, first: int
) -> None:
    """Write one number with its course; its values by phase stand from the row `first` on."""
    left, row = place * _PER_NUMBER, _NUMBER_ROW
    last = left + _PER_NUMBER - 1
    heading = (styles.BOX, styles.LEFT, styles.SHADED, styles.BOLD)
    draft.merge(sheet, (row, left, row, last), *heading)
    draft.put(sheet, (row, left), number.title, *heading)
    values = _scaled(number, place)
    form, unit = _FORMATS[place], number.unit.replace('"', "")
    _write_value(sheet, draft, (left, left + 1), (first, values[0]), form)
    target = (first + len(values) - 1, values[-1])
    _write_value(sheet, draft, (left + 2, last), target, f'{form}" {unit}"')
    _write_change(sheet, draft, (left, last), first, values, form)
    about = (styles.BOX, styles.LEFT, styles.WRAP, styles.TOP, styles.SMALL, styles.QUIET)
    source = _source(draft, place)
    for at, text in ((row + 3, number.about), (row + 4, source)):
        draft.merge(sheet, (at, left, at, last), *about)
        draft.put(sheet, (at, left), text, *about)


def _write_value(
    sheet: Worksheet,
    draft: Draft,
    columns: tuple[int, int],
    stored: tuple[int, float | None],
    form: str,
) -> None:
    """Write a large number by a formula; `stored` is the row of its value and the value."""
    row, value = stored
    first, last = columns
    left = first // _PER_NUMBER * _PER_NUMBER
    parts = (styles.BOX, styles.MIDDLE, _LARGE, {"num_format": form, "shrink": True})
    draft.merge(sheet, (_NUMBER_ROW + 1, first, _NUMBER_ROW + 1, last), *parts)
    reference = cell(row, left)
    formula = f'IF(ISBLANK({reference}),"{DASH}",{reference})'
    shown = DASH if value is None else value
    sheet.write_formula(_NUMBER_ROW + 1, first, formula, draft.styles.of(*parts), shown)


def _write_change(
    sheet: Worksheet,
    draft: Draft,
    columns: tuple[int, int],
    first: int,
    values: Sequence[float | None],
    form: str,
) -> None:
    """Write by how much the target differs; `first` is the row of the first of `values`."""
    left, last = columns
    signed = {"num_format": f'"▲ +"{form};"▼ -"{form};"±"0'}
    parts = (styles.BOX, styles.MIDDLE, styles.QUIET, signed)
    draft.merge(sheet, (_NUMBER_ROW + 2, left, _NUMBER_ROW + 2, last), *parts)
    now, then = cell(first, left), cell(first + len(values) - 1, left)
    formula = f'IF(COUNT({now},{then})<2,"{DASH}",{then}-{now})'
    before, after = values[0], values[-1]
    shown = DASH if before is None or after is None else after - before
    sheet.write_formula(_NUMBER_ROW + 2, left, formula, draft.styles.of(*parts), shown)


def _source(draft: Draft, place: int) -> str:
    """Return which sheet has what is behind a number; empty where the workbook has none such."""
    has_sheet = {
        "maturity": has_maturity_sheet,
        "staffing": has_staffing_sheet,
        "cost": has_cost_sheet,
        "hours": has_hours_sheet,
    }
    name = _SOURCES[place]
    if name in has_sheet and not has_sheet[name](draft):
        return ""
    return draft.words.tr("From: {sheet}", sheet=getattr(draft.names, name))


def _scaled(number: SummaryNumber, place: int) -> tuple[float | None, ...]:
    """Return the values of `number` by phase as they are shown: amounts in thousands."""
    by = 1_000 if _SOURCES[place] == "cost" else 1
    return tuple(None if each is None else each / by for each in number.course)


def _write_values(
    sheet: Worksheet,
    draft: Draft,
    summary: Summary,
    numbers: Sequence[SummaryNumber],
    row: int,
) -> None:
    """Write the values behind the numbers: a row a phase, a group of columns a number."""
    words = draft.words
    draft.merge(sheet, (row, 0, row, COLUMNS - 1), styles.HEADING)
    draft.put(sheet, (row, 0), words.tr("Values by phase"), styles.HEADING)
    for place, number in enumerate(numbers):
        left = place * _PER_NUMBER
        header = styles.header(colours.PLAIN_HEADING)
        draft.merge(sheet, (row + 1, left, row + 1, left + _PER_NUMBER - 1), header)
        draft.put(sheet, (row + 1, left), number.title, header)
        form: styles.Part = {"num_format": _FORMATS[place]}
        for at, (value, figures) in enumerate(
            zip(_scaled(number, place), summary.figures, strict=True)
        ):
            look = draft.styles.of(styles.BOX, styles.MIDDLE, form)
            at_row = row + 2 + at
            draft.merge(sheet, (at_row, left + 2, at_row, left + _PER_NUMBER - 1), styles.BOX)
            draft.merge(sheet, (at_row, left, at_row, left + 1), styles.BOX, styles.MIDDLE, form)
            name = phase_name(figures.phase, words)
            draft.put(sheet, (at_row, left + 2), name, styles.BOX, styles.LEFT, styles.QUIET)
            if value is not None:
                sheet.write_number(at_row, left, value, look)
