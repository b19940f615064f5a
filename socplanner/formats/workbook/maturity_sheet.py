"""The maturity sheet: means of the functions with a radar, and every role with scores and aim.

Scores, means and gaps are live formulas over the answers of both sides, by the rules of
`domain.maturity`: the higher side counts, and a question that is not answered counts as 1. The
import does not read this sheet.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from socplanner.domain.assessment import SIDES, Assessment, Side, newest_assessment
from socplanner.domain.maturity.gaps import owners, weight_of
from socplanner.domain.maturity.role_maturity import RoleMaturity, role_maturities, sides_of
from socplanner.domain.maturity.roll_ups import GroupMaturity, Mean, function_groups, whole
from socplanner.domain.phases import duties
from socplanner.formats.record.cell_references import cell, fixed_span
from socplanner.formats.workbook import colours, styles
from socplanner.formats.workbook.draft import Draft
from socplanner.formats.workbook.maturity_radar import RadarLine, add_radar
from socplanner.formats.workbook.page import print_over_pages, set_page
from socplanner.formats.workbook.text_room import LINE_HEIGHT, lines
from socplanner.wording.language import N_
from socplanner.wording.maturity_words import NOTHING, assessment_name, short_score
from socplanner.wording.terms import function_name, party_initials, role_name, sourcing_name

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_CODE, _ROLE, _SOURCING, _INHOUSE, _OUTSOURCED, _SCORE, _AIM, _GAP = range(8)
_WEIGHT, _PRIORITY, _OWNER, _UNTIL, _EVIDENCE, _REMARK = range(8, 14)
_FUNCTION, _REACHED, _OPEN = range(14, 17)
_WIDTHS = (9.0, 40.0, 14.0, 12.0, 12.0, *(10.0,) * 5, 16.0, 14.0, 44.0, 44.0)
_TITLES = {
    _CODE: N_("Code"),
    _ROLE: N_("Role"),
    _SOURCING: N_("Sourcing"),
    _INHOUSE: N_("In-house"),
    _OUTSOURCED: N_("Outsourced"),
    _SCORE: N_("Score"),
    _AIM: N_("Aim"),
    _GAP: N_("Gap"),
    _WEIGHT: N_("Weight"),
    _PRIORITY: N_("Priority"),
    _OWNER: N_("Owner"),
    _UNTIL: N_("By"),
    _EVIDENCE: N_("Evidence"),
    _REMARK: N_("Remark"),
}
_FUNCTION_TITLES = {
    _CODE: N_("Code"),
    _ROLE: N_("Function"),
    _SOURCING: N_("Roles that count"),
    _INHOUSE: N_("Not answered"),
    _SCORE: N_("Score"),
    _AIM: N_("Aim"),
    _GAP: N_("Gap"),
}
_TITLE_ROW, _HINT_ROW, _ABOUT_ROW, _HEADER_ROW, _FIRST_ROW = 0, 1, 2, 4, 5
_ROW_HEIGHT, _HEADER_HEIGHT, _LEAST_ROWS = 22.0, 34.0, 13
_CHART = (560, 380)
_HIGHEST = 5
_TENTHS: styles.Part = {"num_format": "0.0"}
_UNANSWERED = "?"
_CELL = (styles.BOX, styles.MIDDLE)


class _Rows(NamedTuple):
    """The rows of the sheet: those of the functions, and the first and last one of the roles."""

    functions: int
    first: int
    last: int

    def span(self, column: int) -> str:
        """Return the reference to a column over all roles."""
        return fixed_span(self.first, column, self.last, column)


def has_maturity_sheet(draft: Draft) -> bool:
    """Return whether the plan was assessed, and the copy is for all parties."""
    return bool(draft.plan.assessments) and draft.marked_party is None


def write_maturity(sheet: Worksheet, draft: Draft) -> None:
    """Write the whole sheet."""
    plan, words = draft.plan, draft.words
    assessment = newest_assessment(plan.assessments)
    roles = role_maturities(plan, draft.matrix.phase.id, assessment)
    groups = function_groups(plan, roles)
    below = _FIRST_ROW + max(len(groups) + 1, _LEAST_ROWS) + 2
    rows = _Rows(len(groups), below + 1, below + max(len(roles), 1))
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.set_column(_FUNCTION, _OPEN, 8, None, {"hidden": True})
    title = words.tr("Maturity")
    sheet.set_row(_TITLE_ROW, 28)
    draft.put(sheet, (_TITLE_ROW, _CODE), title, styles.TITLE)
    _write_hints(sheet, draft, assessment)
    _write_headers(sheet, draft, _HEADER_ROW, _FUNCTION_TITLES)
    for place, (code, group) in enumerate(groups.items()):
        _write_function(sheet, draft, rows, _FIRST_ROW + place, code, group)
    _write_whole(sheet, draft, rows, whole(roles))
    _add_radar(sheet, draft, rows)
    _write_headers(sheet, draft, below, _TITLES)
    height = sum(
        _write_role(sheet, draft, rows.first + place, each) for place, each in enumerate(roles)
    )
    _add_shades(sheet, rows)
    set_page(sheet, draft, title)
    print_over_pages(sheet, _WIDTHS, height + below * _ROW_HEIGHT, 0)


def _write_hints(sheet: Worksheet, draft: Draft, assessment: Assessment | None) -> None:
    words = draft.words
    if assessment is not None:
        day = words.tr("Assessed {day}", day=assessment_name(assessment, words))
        draft.put(sheet, (_HINT_ROW, _CODE), day, styles.QUIET)
    about = words.tr(
        "The higher side counts; {unknown} is not known or not answered, and counts as 1. A role "
        "without an aim is to stay as it is. Priority is the gap times the weight. The import of "
        "a matrix does not read this sheet.",
        unknown=_UNANSWERED,
    )
    draft.put(sheet, (_ABOUT_ROW, _CODE), about, styles.QUIET)


def _write_headers(sheet: Worksheet, draft: Draft, row: int, titles: dict[int, str]) -> None:
    look = styles.header(colours.PLAIN_HEADING)
    for column in range(max(titles) + 1):
        text = draft.words.tr(titles[column]) if column in titles else ""
        draft.put(sheet, (row, column), text, look, styles.WRAP)
    sheet.set_row(row, _HEADER_HEIGHT)


def _write_function(
    sheet: Worksheet, draft: Draft, rows: _Rows, row: int, code: str, group: GroupMaturity
) -> None:
    """Write the means of one function, by formulas over its roles."""
    sheet.set_row(row, _ROW_HEIGHT)
    draft.put(sheet, (row, _CODE), code, *_CELL, styles.BOLD)
    name = function_name(code, draft.plan.catalogue, draft.words)
    draft.put(sheet, (row, _ROLE), name, styles.BOX, styles.LEFT)
    own = f'{rows.span(_FUNCTION)},"{code}"'
    count, total = cell(row, _SOURCING), rows.span(_SCORE)
    aimed = f'COUNTIFS({own},{rows.span(_AIM)},">0",{total},">0")'
    formulas = (
        f'COUNTIFS({own},{total},">0")',
        f"SUMIF({own},{rows.span(_OPEN)})",
        f'IF({count}=0,"{NOTHING}",SUMIF({own},{total})/{count})',
        f'IF({aimed}=0,"{NOTHING}",SUMIF({own},{rows.span(_REACHED)})/{count})',
    )
    _write_means(sheet, draft, row, group, formulas)


def _write_whole(sheet: Worksheet, draft: Draft, rows: _Rows, group: GroupMaturity) -> None:
    """Write the means of all roles below those of the functions."""
    row = _FIRST_ROW + rows.functions
    sheet.set_row(row, _ROW_HEIGHT)
    draft.put(sheet, (row, _CODE), "", *_CELL, styles.SHADED)
    text = draft.words.tr("All roles together")
    draft.put(sheet, (row, _ROLE), text, styles.BOX, styles.LEFT, styles.BOLD, styles.SHADED)
    count, total = cell(row, _SOURCING), rows.span(_SCORE)
    aimed = f'COUNTIFS({rows.span(_AIM)},">0",{total},">0")'
    formulas = (
        f"COUNT({total})",
        f"SUM({rows.span(_OPEN)})",
        f'IF({count}=0,"{NOTHING}",SUM({total})/{count})',
        f'IF({aimed}=0,"{NOTHING}",SUM({rows.span(_REACHED)})/{count})',
    )
    _write_means(sheet, draft, row, group, formulas, styles.BOLD, styles.SHADED)


def _write_means(
    sheet: Worksheet,
    draft: Draft,
    row: int,
    group: GroupMaturity,
    formulas: Sequence[str],
    *more: styles.Part,
) -> None:
    """Write the numbers of a group; `formulas` are of roles, open questions, score and aim."""
    whole_number = draft.styles.of(*_CELL, *more)
    tenths = draft.styles.of(*_CELL, *more, _TENTHS)
    roles, unanswered, score, aim = formulas
    sheet.write_formula(row, _SOURCING, roles, whole_number, group.counting)
    sheet.write_formula(row, _INHOUSE, unanswered, whole_number, group.unanswered)
    sheet.write_blank(row, _OUTSOURCED, None, whole_number)
    now, to = cell(row, _SCORE), cell(row, _AIM)
    sheet.write_formula(row, _SCORE, score, tenths, _shown(group.mean))
    sheet.write_formula(row, _AIM, aim, tenths, _shown(group.mean_aim))
    gap = f'IF(COUNT({now},{to})<2,"{NOTHING}",MAX(0,{to}-{now}))'
    sheet.write_formula(row, _GAP, gap, tenths, _shown(group.gap))
    drawn = group.mean if group.mean_aim is None else group.mean_aim
    reached = f"IF(ISNUMBER({to}),{to},{now})"
    sheet.write_formula(row, _REACHED, reached, draft.styles.of(styles.QUIET), _shown(drawn))


def _write_role(sheet: Worksheet, draft: Draft, row: int, each: RoleMaturity) -> float:
    """Write one role; return the height of its row in points."""
    words, plan = draft.words, draft.plan
    draft.put(sheet, (row, _CODE), each.role.code, *_CELL, styles.BOLD)
    name = role_name(each.role, words)
    draft.put(sheet, (row, _ROLE), name, styles.BOX, styles.LEFT, styles.WRAP)
    sourcing = each.duty.sourcing
    fill = styles.filled(colours.SOURCINGS[sourcing])
    draft.put(sheet, (row, _SOURCING), sourcing_name(sourcing, words), *_CELL, fill)
    counting = _counting_sides(draft, each)
    for column, side in zip((_INHOUSE, _OUTSOURCED), SIDES, strict=True):
        _write_answer(sheet, draft, (row, column), each, side, is_counting=side in counting)
    _write_score(sheet, draft, row, each, has_sides=bool(counting))
    _write_priority(sheet, draft, row, each)
    parties = map(plan.party, owners(plan, each))
    owner = " ".join(party_initials(party, words) for party in parties if party)
    draft.put(sheet, (row, _OWNER), owner, *_CELL, styles.WRAP)
    draft.put(sheet, (row, _UNTIL), each.until, *_CELL)
    texts = {
        _EVIDENCE: "; ".join(filter(None, (each.scores.of(side).evidence for side in SIDES))),
        _REMARK: "; ".join(filter(None, (each.scores.of(side).remark for side in SIDES))),
    }
    needed = lines(name, _WIDTHS[_ROLE] - 3)
    for column, text in texts.items():
        draft.put(sheet, (row, column), text, styles.BOX, styles.LEFT, styles.WRAP)
        needed = max(needed, lines(text, _WIDTHS[column] - 3))
    draft.put(sheet, (row, _FUNCTION), each.role.function, styles.QUIET)
    height = max(_ROW_HEIGHT, needed * LINE_HEIGHT + 6)
    sheet.set_row(row, height)
    return height


def _counting_sides(draft: Draft, each: RoleMaturity) -> tuple[Side, ...]:
    """Return the sides whose answers count: those of the sourcing now, if it counts at all."""
    if not each.counts:
        return ()
    first = draft.plan.phases[0].id
    now = each.duty if first == draft.matrix.phase.id else duties(draft.plan, first)[each.role.id]
    return sides_of(now.sourcing, each.scores)


def _write_answer(
    sheet: Worksheet,
    draft: Draft,
    place: tuple[int, int],
    each: RoleMaturity,
    side: Side,
    *,
    is_counting: bool,
) -> None:
    """Write the answer of one side: a number, or a text; in parentheses if unused."""
    score = each.scores.of(side).score
    if not is_counting:
        text = NOTHING if score is None else f"({short_score(score, draft.words)})"
        draft.put(sheet, place, text, *_CELL, styles.GREYED)
    elif score in (None, "unknown"):
        draft.put(sheet, place, _UNANSWERED, *_CELL, styles.ENTRY)
    elif score == "na":
        draft.put(sheet, place, short_score(score, draft.words), *_CELL, styles.ENTRY)
    else:
        sheet.write_number(*place, int(score), draft.styles.of(*_CELL, styles.ENTRY))


def _write_score(
    sheet: Worksheet, draft: Draft, row: int, each: RoleMaturity, *, has_sides: bool
) -> None:
    """Write score, aim and gap of a role, and the hidden numbers that means are made of."""
    look, bold = draft.styles.of(*_CELL), draft.styles.of(*_CELL, styles.BOLD)
    hidden = draft.styles.of(styles.QUIET)
    answers = f"{cell(row, _INHOUSE)}:{cell(row, _OUTSOURCED)}"
    first, second = cell(row, _INHOUSE), cell(row, _OUTSOURCED)
    open_sides = f'({first}="{_UNANSWERED}")+({second}="{_UNANSWERED}")'
    score, aim = cell(row, _SCORE), cell(row, _AIM)
    if each.score is not None and not has_sides:
        sheet.write_number(row, _SCORE, each.score, bold)
    else:
        text = (
            f'IF(COUNT({answers})+{open_sides}=0,"{NOTHING}",MAX({answers},IF({open_sides}>0,1,0)))'
            if each.score is not None
            else f'"{NOTHING}"'
        )
        sheet.write_formula(row, _SCORE, text, bold, _or_dash(each.score))
    if each.aim is None:
        draft.put(sheet, (row, _AIM), NOTHING, *_CELL, styles.ENTRY)
    else:
        sheet.write_number(row, _AIM, each.aim, draft.styles.of(*_CELL, styles.ENTRY))
    gap = f'IF(COUNT({score},{aim})<2,"{NOTHING}",MAX(0,{aim}-{score}))'
    has_gap = each.score is not None and each.aim is not None
    sheet.write_formula(row, _GAP, gap, look, each.gap if has_gap else NOTHING)
    reached = f'IF(ISNUMBER({score}),IF(ISNUMBER({aim}),{aim},{score}),"{NOTHING}")'
    kept = each.score if each.aim is None else each.aim
    sheet.write_formula(row, _REACHED, reached, hidden, _or_dash(kept))
    unanswered = len(each.unanswered)
    sheet.write_formula(row, _OPEN, f"IF(ISNUMBER({score}),{open_sides},0)", hidden, unanswered)


def _write_priority(sheet: Worksheet, draft: Draft, row: int, each: RoleMaturity) -> None:
    """Write the weight of a role as an input, and the gap times it; a dash where no gap is."""
    weight = weight_of(each, draft.plan.weights)
    sheet.write_number(row, _WEIGHT, weight, draft.styles.of(*_CELL, styles.ENTRY))
    gap, number = cell(row, _GAP), cell(row, _WEIGHT)
    priority = f'IF(COUNT({gap},{number})<2,"{NOTHING}",{gap}*{number})'
    has_gap = each.score is not None and each.aim is not None
    shown = each.gap * weight if has_gap else NOTHING
    sheet.write_formula(row, _PRIORITY, priority, draft.styles.of(*_CELL), shown)


def _add_shades(sheet: Worksheet, rows: _Rows) -> None:
    """Shade the scores of roles and functions, the deeper the higher."""
    shades = {
        "type": "2_color_scale",
        "min_type": "num",
        "min_value": 1,
        "min_color": colours.PAPER,
        "max_type": "num",
        "max_value": _HIGHEST,
        "max_color": colours.BAR,
    }
    last = _FIRST_ROW + rows.functions
    for first_row, last_row in ((_FIRST_ROW, last), (rows.first, rows.last)):
        sheet.conditional_format(first_row, _SCORE, last_row, _SCORE, shades)


def _add_radar(sheet: Worksheet, draft: Draft, rows: _Rows) -> None:
    """Draw the means of the functions now, and what they are to be, beside their table."""
    words, last = draft.words, _FIRST_ROW + rows.functions - 1
    lines = (
        RadarLine(words.tr("Score"), _SCORE, colours.HEADLINE, "solid"),
        RadarLine(words.tr("Aim"), _REACHED, colours.ALARM, "dash"),
    )
    chart = add_radar(draft, draft.names.maturity, (_FIRST_ROW, last), _CODE, lines)
    chart.set_size({"width": _CHART[0], "height": _CHART[1]})
    options = {"description": words.tr("Score and aim of each function"), "x_offset": 12}
    sheet.insert_chart(_HEADER_ROW, _WEIGHT, chart, options)


def _shown(mean: Mean | None) -> float | str:
    return NOTHING if mean is None else mean.total / mean.number


def _or_dash(points: int | None) -> int | str:
    return NOTHING if points is None else points
