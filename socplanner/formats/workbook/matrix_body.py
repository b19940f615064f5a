"""The roles of the matrix sheet, row by row: texts, letters, counts and what is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.matrix import Row
from socplanner.formats.workbook import colours, styles
from socplanner.formats.workbook.draft import Draft
from socplanner.formats.workbook.layout import (
    AREA,
    CODE,
    FIRST_PARTY,
    FIRST_ROW,
    FUNCTION,
    ID,
    NAME,
    SOURCING,
    STATUS,
)
from socplanner.formats.workbook.matrix_header import function_label
from socplanner.formats.workbook.row_formulas import RowFormula, RowFormulas
from socplanner.formats.workbook.row_state import (
    RowState,
    check_labels,
    problem_labels,
    problems_text,
)
from socplanner.formats.workbook.text_room import LINE_HEIGHT, lines
from socplanner.wording.terms import area_short, role_name, sourcing_name

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from socplanner.formats.workbook.plain_sheet import PlainSheet

ROW_HEIGHT = 18.0
_TALLEST = 400.0


@dataclass(frozen=True, slots=True)
class _Terms:
    """What is the same for all rows, looked up once."""

    middle: Format
    strong: Format
    grey: Format
    entry: Format
    left: Format
    state: Format
    remark: Format
    quiet: Format
    checks: tuple[str, ...]
    problems: tuple[str, ...]
    state_formula: RowFormula
    rules_formula: RowFormula
    counts: tuple[tuple[int, RowFormula, Format], ...]
    """Column, formula and look of each letter's count, of what is no letter, and of the kinds."""
    sourcings: Mapping[Sourcing, str]
    areas: Mapping[Area, str]
    functions: Mapping[str, tuple[str, Format]]


def write_body(sheet: PlainSheet, draft: Draft, widths: Mapping[int, float]) -> float:
    """Write all roles; return how many points high they are."""
    sheet.set_default_row(ROW_HEIGHT)
    terms = _terms_of(draft)
    height = 0.0
    for place, row in enumerate(draft.matrix.rows):
        line = FIRST_ROW + place
        _write_role(sheet, draft, line, row, terms)
        _write_letters(sheet, draft, line, row, terms)
        _write_counts(sheet, draft, line, place, terms)
        problems = _write_check(sheet, draft, line, draft.counts.states[place], terms)
        height += _set_height(sheet, draft, line, row, problems, widths)
    return height


def _terms_of(draft: Draft) -> _Terms:
    words, of = draft.words, draft.styles.of
    formulas = RowFormulas(draft.layout, draft.counting)
    problems = problem_labels(draft.plan, words)
    functions = {}
    for place, function in enumerate(draft.plan.catalogue.functions):
        colour = colours.FUNCTIONS[place % len(colours.FUNCTIONS)]
        ground: styles.Part = {"bg_color": colours.tint(colour)}
        look = of(styles.BOX, styles.LEFT, ground)
        functions[function.code] = (function_label(draft, function.code), look)
    layout, shaded = draft.layout, of(styles.BOX, styles.MIDDLE, styles.SHADED)
    columns = (*range(layout.counts, layout.rules), layout.kinds)
    looks = (*(shaded for _ in columns[1:]), of(styles.UNSEEN))
    return _Terms(
        of(styles.BOX, styles.MIDDLE),
        of(styles.BOX, styles.MIDDLE, styles.BOLD),
        of(styles.BOX, styles.MIDDLE, styles.GREYED),
        of(styles.BOX, styles.MIDDLE, styles.BOLD, styles.ENTRY),
        of(styles.BOX, styles.LEFT, styles.WRAP),
        of(styles.BOX, styles.LEFT, styles.SHADED),
        of(styles.BOX, styles.LEFT, styles.SHADED, styles.WRAP),
        of(styles.QUIET),
        tuple(check_labels(draft.plan, words)),
        tuple(problems),
        formulas.state(problems),
        formulas.rules,
        tuple(zip(columns, formulas.counts, looks, strict=True)),
        {each: sourcing_name(each, words) for each in Sourcing},
        {each: area_short(each, words) for each in Area},
        functions,
    )


def _write_role(sheet: Worksheet, draft: Draft, line: int, row: Row, terms: _Terms) -> None:
    """Write the columns left of the letters, and the remarks at the end."""
    role, duty, layout = row.role, row.duty, draft.layout
    function, ground = terms.functions.get(role.function, (role.function, terms.left))
    write = sheet.write_string
    write(line, ID, role.id, terms.quiet)
    write(line, FUNCTION, function, draft.styles.guarded(function, ground))
    write(line, CODE, role.code, draft.styles.guarded(role.code, terms.strong))
    name = role_name(role, draft.words)
    write(line, NAME, name, draft.styles.guarded(name, terms.left))
    write(line, SOURCING, terms.sourcings[duty.sourcing], terms.middle)
    write(line, AREA, terms.areas[duty.area], terms.middle)
    for column, text in ((layout.coverage, duty.coverage), (layout.note, duty.note)):
        if text:
            write(line, column, text, draft.styles.guarded(text, terms.left))
        else:
            sheet.write_blank(line, column, None, terms.left)


def _write_letters(sheet: PlainSheet, draft: Draft, line: int, row: Row, terms: _Terms) -> None:
    """Write the letters of a row; in a copy for one party those of the others are grey."""
    marked, cells = draft.marked_column, row.cells
    look = terms.strong if marked is None else terms.grey
    empty = []
    for column, party_index in enumerate(draft.layout.order, start=FIRST_PARTY):
        cell = cells[party_index]
        if cell:
            sheet.write_string(line, column, cell, terms.entry if column == marked else look)
        else:
            empty.append(column)
    sheet.write_blanks(line, empty, look)
    if marked in empty:
        sheet.write_blank(line, marked, None, terms.entry)


def _write_counts(sheet: PlainSheet, draft: Draft, line: int, place: int, terms: _Terms) -> None:
    """Write how often each letter occurs in a row, and the columns that the rules read."""
    counts = draft.counts.rows[place]
    of_letters = (counts.get(letter.symbol, 0) for letter in draft.layout.letters)
    values = (*of_letters, 0, draft.counts.kinds[place])
    for (column, formula, look), value in zip(terms.counts, values, strict=True):
        sheet.write_plain_formula((line, column), formula.in_row(line), look, value)


def _write_check(sheet: PlainSheet, draft: Draft, line: int, state: RowState, terms: _Terms) -> str:
    """Write the first thing that is wrong with a row, and return all that is."""
    shown, layout = terms.checks[state.number - 1], draft.layout
    sheet.write_plain_formula((line, STATUS), terms.state_formula.in_row(line), terms.state, shown)
    formula, problems = terms.rules_formula.in_row(line), problems_text(state, terms.problems)
    sheet.write_plain_formula((line, layout.rules), formula, terms.remark, problems)
    return problems


def _set_height(
    sheet: Worksheet,
    draft: Draft,
    line: int,
    row: Row,
    problems: str,
    widths: Mapping[int, float],
) -> float:
    """Make a row high enough for its longest text; the usual height stays free to grow."""
    layout = draft.layout
    texts = (
        (role_name(row.role, draft.words), NAME),
        (problems, layout.rules),
        (row.duty.coverage, layout.coverage),
        (row.duty.note, layout.note),
    )
    most = max(lines(text, widths[column] - 2) for text, column in texts)
    if most == 1:
        return ROW_HEIGHT
    height = min(_TALLEST, most * LINE_HEIGHT + 4)
    sheet.set_row(line, height)
    return height
