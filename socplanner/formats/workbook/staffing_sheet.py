"""The staffing sheet: what each party needs and has, and every figure with a live formula.

The results stand at the top; below them, each figure with its name, its formula in words, and the
formula of Excel. Changing an input, such as an assumption, changes what follows from it. The
import does not read this sheet.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from socplanner.domain.plan import Plan
from socplanner.domain.staffing.calculation import Figure
from socplanner.domain.staffing.phase_staffing import PartyStaffing, staffing_of
from socplanner.domain.staffing_inputs import Post, Workload
from socplanner.formats.record.cell_references import cell
from socplanner.formats.workbook import colours, styles
from socplanner.formats.workbook.draft import Draft
from socplanner.formats.workbook.figure_formula import figure_formula
from socplanner.formats.workbook.page import print_over_pages, set_page
from socplanner.formats.workbook.staffing_figures import RESULTS, FigureGroup, FigureGroups
from socplanner.formats.workbook.text_room import LINE_HEIGHT, lines
from socplanner.wording.language import N_, Words
from socplanner.wording.staffing_words import DASH, formula_in_words, law_text, symbol_name
from socplanner.wording.terms import party_name

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_NAME, _VALUE, _TEXT = 0, 1, 2
_NAME_WIDTH, _NUMBER_WIDTH = 42.0, 15.0
_TITLE_ROW, _HINT_ROW, _HEADER_ROW, _FIRST_ROW = 0, 1, 3, 4
_ROW_HEIGHT, _HEADER_HEIGHT = 18.0, 36.0
_LAST = _NAME + len(RESULTS)
_PEOPLE = {"need_people", "today_people", "on_call_need", "on_call_today", "seats", "headcount"}
_SHARES = {"shrinkage", "turnover_loss", "night_premium"}
_COUNTED = {
    *(
        f"{kind}_{what}"
        for kind in ("weekday", "weekend", "holiday")
        for what in ("hours", "handovers", "night_hours")
    ),
    "on_call_seats",
}
_SUMS = {"load_hours", "present_fte", "night_hours", "on_call_need", "shared"}
"""Figures that are 0 where nothing of their kind is stated."""

_FROM_PLAN = N_("from the plan")
_ORIGINS = {
    "days": N_("by the calendar"),
    "night_premium": N_("by the law named below"),
    "queue_agents": N_("by Erlang C, from the queue of the post"),
}
_WHOLE: styles.Part = {"num_format": "#,##0"}
_TWO: styles.Part = {"num_format": "#,##0.00"}
_ONE: styles.Part = {"num_format": "#,##0.0"}
_OF_HUNDRED: styles.Part = {"num_format": "0.0%"}
_AS_TYPED: styles.Part = {"num_format": "General"}


def has_staffing_sheet(draft: Draft) -> bool:
    """Return whether the plan states posts, work or people, and the copy is for all parties."""
    staffing = draft.plan.staffing
    is_stated = staffing.posts or staffing.workloads or staffing.people
    return bool(is_stated) and draft.marked_party is None


def write_staffing(sheet: Worksheet, draft: Draft) -> None:
    """Write the whole sheet."""
    staffing = staffing_of(draft.plan, draft.matrix.phase.id)
    parties = _in_order(staffing.parties)
    groups = FigureGroups(staffing)
    first = _FIRST_ROW + len(parties) + 3
    rows = _rows_of(groups, first + 1)
    words, title = draft.words, draft.words.tr("Staffing")
    sheet.set_column(_NAME, _NAME, _NAME_WIDTH)
    sheet.set_column(_VALUE, _LAST, _NUMBER_WIDTH)
    sheet.set_row(_TITLE_ROW, 28)
    draft.put(sheet, (_TITLE_ROW, _NAME), title, styles.TITLE)
    hint = words.tr(
        "Every figure has a live formula; cells with a yellow ground are inputs. Changes here are "
        "for trying: the import does not read this sheet."
    )
    draft.put(sheet, (_HINT_ROW, _NAME), hint, styles.QUIET)
    _write_results(sheet, draft, parties, groups, rows)
    draft.merge(sheet, (first, _NAME, first, _LAST), styles.HEADING)
    draft.put(sheet, (first, _NAME), words.tr("How the figures are calculated"), styles.HEADING)
    height = _write_groups(sheet, draft, groups, rows, first + 1)
    last = max(rows.values(), default=first) + 2
    draft.put(sheet, (last, _NAME), law_text(staffing.law, words), styles.QUIET)
    sheet.freeze_panes(_FIRST_ROW, _VALUE)
    set_page(sheet, draft, title)
    widths = (_NAME_WIDTH, *(_NUMBER_WIDTH for _ in RESULTS))
    print_over_pages(sheet, widths, height + (len(parties) + 8) * _ROW_HEIGHT, 0)


def _in_order(parties: Iterable[PartyStaffing]) -> list[PartyStaffing]:
    """Return the internal parties first: the row of totals is below them."""
    return sorted(parties, key=lambda each: each.party.kind != "internal")


def _rows_of(groups: FigureGroups, first: int) -> dict[int, int]:
    """Return the row of each figure by its identity; each group has a row of its heading."""
    rows, row = {}, first
    for group in groups.groups:
        row += 1
        for figure in group.figures:
            rows[id(figure)] = row
            row += 1
        row += 1
    return rows


def _write_results(
    sheet: Worksheet,
    draft: Draft,
    parties: Sequence[PartyStaffing],
    groups: FigureGroups,
    rows: dict[int, int],
) -> None:
    """Write a row for each party, and the total of the internal ones below them."""
    words, look = draft.words, styles.header(colours.PLAIN_HEADING)
    draft.put(sheet, (_HEADER_ROW, _NAME), words.tr("Party"), look, styles.WRAP)
    for column, symbol in enumerate(RESULTS, start=_VALUE):
        draft.put(sheet, (_HEADER_ROW, column), symbol_name(symbol, words), look, styles.WRAP)
    sheet.set_row(_HEADER_ROW, _HEADER_HEIGHT)
    inside = sum(each.party.kind == "internal" for each in parties)
    for place, each in enumerate(parties):
        row = _FIRST_ROW + place + (place >= inside)
        fill = styles.filled(colours.KINDS[each.party.kind][1])
        name = party_name(each.party, words)
        draft.put(sheet, (row, _NAME), name, styles.BOX, styles.LEFT, fill)
        for column, symbol in enumerate(RESULTS, start=_VALUE):
            figure = each.figures[symbol]
            reference = cell(rows[id(groups.same_figure(figure))], _VALUE)
            text = f'IF(ISBLANK({reference}),"{DASH}",{reference})'
            parts = (styles.BOX, styles.MIDDLE, _format_of(symbol))
            shown = DASH if figure.value is None else figure.value
            sheet.write_formula(row, column, text, draft.styles.of(*parts), shown)
    _write_total(sheet, draft, parties[:inside])


def _write_total(sheet: Worksheet, draft: Draft, inside: Sequence[PartyStaffing]) -> None:
    """Write the sums of the internal parties; dashes count nothing."""
    row = _FIRST_ROW + len(inside)
    parts = (styles.BOX, styles.BOLD, styles.SHADED)
    total = draft.words.tr("Total of the internal parties")
    draft.put(sheet, (row, _NAME), total, *parts, styles.LEFT)
    for column, symbol in enumerate(RESULTS, start=_VALUE):
        look = draft.styles.of(*parts, styles.MIDDLE, _format_of(symbol))
        stated = [each.figures[symbol].value for each in inside]
        span = f"{cell(_FIRST_ROW, column)}:{cell(row - 1, column)}"
        value = sum(each for each in stated if each is not None)
        if symbol == "gap" and None in stated:
            sheet.write_formula(
                row, column, f'IF(COUNT({span})<{len(inside)},"{DASH}",SUM({span}))', look, DASH
            )
        elif inside:
            sheet.write_formula(row, column, f"SUM({span})", look, value)
        else:
            sheet.write_number(row, column, 0, look)


def _write_groups(
    sheet: Worksheet, draft: Draft, groups: FigureGroups, rows: dict[int, int], row: int
) -> float:
    """Write every group from `row` on; return the height of all in points."""
    height = 0.0
    for group in groups.groups:
        parts = (styles.BOX, styles.BOLD, styles.SHADED, styles.LEFT)
        heading, about = _heading(group, draft.plan, draft.words)
        draft.merge(sheet, (row, _TEXT, row, _LAST), *parts)
        draft.put(sheet, (row, _NAME), heading, *parts)
        draft.put(sheet, (row, _VALUE), "", *parts)
        draft.put(sheet, (row, _TEXT), about, *parts, styles.QUIET)
        height += _ROW_HEIGHT
        for figure in group.figures:
            row += 1
            height += _write_figure(sheet, draft, groups, figure, rows)
        row += 2
        height += _ROW_HEIGHT
    return height


def _write_figure(
    sheet: Worksheet, draft: Draft, groups: FigureGroups, figure: Figure, rows: dict[int, int]
) -> float:
    """Write one figure: name, value or formula, and where it is from; return its height."""
    row, words = rows[id(figure)], draft.words
    draft.put(sheet, (row, _NAME), symbol_name(figure.symbol, words), styles.BOX, styles.LEFT)
    number = (styles.BOX, styles.MIDDLE, _format_of(figure.symbol))
    if figure.formula is None:
        look = draft.styles.of(styles.BOX, styles.MIDDLE, styles.ENTRY, _AS_TYPED)
        if figure.value is None:
            sheet.write_blank(row, _VALUE, None, look)
        else:
            sheet.write_number(row, _VALUE, figure.value, look)
    else:
        references = [cell(rows[id(groups.same_figure(each))], _VALUE) for each in figure.inputs]
        text = figure_formula(figure, references)
        shown = DASH if figure.value is None else figure.value
        sheet.write_formula(row, _VALUE, text, draft.styles.of(*number), shown)
    about = _origin(figure, draft.plan, words)
    draft.merge(sheet, (row, _TEXT, row, _LAST), styles.BOX, styles.LEFT, styles.WRAP)
    draft.put(sheet, (row, _TEXT), about, styles.BOX, styles.LEFT, styles.WRAP, styles.QUIET)
    needed = lines(about, _NUMBER_WIDTH * (_LAST - _TEXT + 1) - 3)
    height = max(_ROW_HEIGHT, needed * LINE_HEIGHT + 4)
    sheet.set_row(row, height)
    return height


def _origin(figure: Figure, plan: Plan, words: Words) -> str:
    """Return the formula of `figure` in words, or where its value is from."""
    if figure.formula is not None:
        return f"= {formula_in_words(figure, plan, words)}"
    if figure.is_default:
        return words.tr("a default of this tool")
    if figure.value is None:
        return words.tr("not stated")
    if figure.symbol in _COUNTED:
        return words.tr("counted from the hours")
    if figure.symbol in _SUMS and not figure.value:
        return words.tr("none stated")
    return words.tr(_ORIGINS.get(figure.symbol, _FROM_PLAN))


def _heading(group: FigureGroup, plan: Plan, words: Words) -> tuple[str, str]:
    """Return the name of what a group is about, and more about it."""
    match group.about:
        case None:
            return words.tr("Assumptions"), ""
        case Post() as post:
            codes = [role.code for each in post.roles if (role := plan.role(each)) is not None]
            about = "  ".join(filter(None, (post.coverage, " ".join(codes))))
            return words.tr("Post: {name}", name=words.local(post.name)), about
        case Workload() as work:
            return words.tr("Work: {name}", name=words.local(work.name)), ""
        case PartyStaffing() as each:
            return party_name(each.party, words), ""


def _format_of(symbol: str) -> styles.Part:
    """Return how the values of a figure are shown."""
    if symbol in _PEOPLE:
        return _WHOLE
    if symbol in _SHARES:
        return _OF_HUNDRED
    return _TWO if symbol.endswith(("fte", "gap", "shortfall")) else _ONE
