"""The cost sheet: what each party costs in a phase, and every figure with a live formula.

The results stand at the top; below them, each figure of a party or a contract with its name, its
formula in words, and the formula of Excel. The people are inputs here; the sheet of staffing has
how they come about. The import does not read this sheet.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from socplanner.domain.cost.phase_cost import PartyCost, PhaseCost, cost_of
from socplanner.domain.cost_inputs import NO_COST
from socplanner.domain.staffing.calculation import Figure
from socplanner.formats.record.cell_references import cell
from socplanner.formats.workbook import colours, styles
from socplanner.formats.workbook.draft import Draft
from socplanner.formats.workbook.figure_formula import figure_formula
from socplanner.formats.workbook.page import print_over_pages, set_page
from socplanner.formats.workbook.text_room import LINE_HEIGHT, lines
from socplanner.wording.cost_symbols import COST_SYMBOLS
from socplanner.wording.cost_words import no_party, omission_sentence, remarks, unit_sentence
from socplanner.wording.language import N_
from socplanner.wording.staffing_words import DASH, figure_title, formula_in_words, law_text
from socplanner.wording.terms import party_name

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

RESULTS = {
    "inhouse_cost": "inhouse_total",
    "retained_cost": "retained_total",
    "provider_fees": "fees_total",
    "party_year": "year_total",
    "party_once": "once_total",
}
"""The figures of a party that are results, in the order of their columns, with their totals."""

_COLUMNS = (N_("In-house"), N_("Retained"), N_("Fees"), N_("A year"), N_("Once"))
_COMPUTED = frozenset(
    {
        *RESULTS,
        *RESULTS.values(),
        *("outsourced_total", "provider_once", "contract_once", "loaded_cost"),
        *("night_premium_pay", "cost_fte", "hires", "hiring_once"),
    }
)
"""Figures that are no inputs, even where they have no formula."""

_TOTAL = "="
"""The owner of what belongs to no party; no id is spelt so."""

_NAME, _VALUE, _TEXT = 0, 1, 2
_LAST = _NAME + len(RESULTS)
_NAME_WIDTH, _NUMBER_WIDTH = 42.0, 17.0
_TITLE_ROW, _HINT_ROW, _UNIT_ROW, _HEADER_ROW, _FIRST_ROW = 0, 1, 2, 4, 5
_ROW_HEIGHT = 18.0
_AMOUNT: styles.Part = {"num_format": "#,##0"}
_TWO: styles.Part = {"num_format": "#,##0.00"}
_AS_TYPED: styles.Part = {"num_format": "#,##0.##"}

Key = tuple[str, str]
"""The symbol of a figure, and the id of the party or contract that it is about."""


class ListedFigure(NamedTuple):
    """A figure in the list, by its key, with the keys of its inputs."""

    key: Key
    figure: Figure
    inputs: tuple[Key, ...]


def has_cost_sheet(draft: Draft) -> bool:
    """Return whether the plan states a cost, and the copy is for all parties."""
    return draft.plan.cost != NO_COST and draft.marked_party is None


def write_cost(sheet: Worksheet, draft: Draft) -> None:
    """Write the whole sheet."""
    cost = cost_of(draft.plan, draft.matrix.phase.id)
    words, title = draft.words, draft.words.tr("Cost")
    sheet.set_column(_NAME, _NAME, _NAME_WIDTH)
    sheet.set_column(_VALUE, _LAST, _NUMBER_WIDTH)
    sheet.set_row(_TITLE_ROW, 28)
    draft.put(sheet, (_TITLE_ROW, _NAME), title, styles.TITLE)
    hint = words.tr(
        "Every figure has a live formula; cells with a yellow ground are inputs. Changes here are "
        "for trying: the import does not read this sheet."
    )
    draft.put(sheet, (_HINT_ROW, _NAME), hint, styles.QUIET)
    draft.put(sheet, (_UNIT_ROW, _NAME), unit_sentence(draft.plan.cost, words), styles.QUIET)
    notes = [
        *(omission_sentence(each, draft.plan, words) for each in cost.left_out),
        *remarks(cost, draft.plan, words),
        law_text(cost.staffing.law, words),
    ]
    after = _FIRST_ROW + len(cost.parties) + 2
    for place, note in enumerate(notes):
        draft.put(sheet, (after + place, _NAME), note, styles.QUIET)
    first = after + len(notes) + 1
    groups = figure_groups(cost)
    rows = _rows_of(groups, first + 1)
    _write_results(sheet, draft, cost, rows)
    draft.merge(sheet, (first, _NAME, first, _LAST), styles.HEADING)
    draft.put(sheet, (first, _NAME), words.tr("How the figures are calculated"), styles.HEADING)
    height = _write_groups(sheet, draft, cost, groups, rows)
    sheet.freeze_panes(_FIRST_ROW, _VALUE)
    set_page(sheet, draft, title)
    widths = (_NAME_WIDTH, *(_NUMBER_WIDTH for _ in RESULTS))
    print_over_pages(sheet, widths, height + first * _ROW_HEIGHT, 0)


def figure_groups(cost: PhaseCost) -> list[tuple[ListedFigure, ...]]:
    """Return the figures of each party, then those of the total; inputs before what they give.

    A figure is listed once, where it is first needed. The people of staffing are inputs.
    """
    listed: set[Key] = set()
    groups = []
    for each in cost.parties:
        owner = _TOTAL if each.party is None else each.party.id
        wanted = [each.figures[name] for name in RESULTS if name in each.figures]
        groups.append(tuple(_needed(wanted, owner, listed)))
    totals = [cost.total[name] for name in RESULTS.values()]
    groups.append(tuple(_needed(totals, _TOTAL, listed)))
    return groups


def _needed(figures: Sequence[Figure], owner: str, listed: set[Key]) -> Iterator[ListedFigure]:
    for figure in figures:
        key = figure.symbol, figure.subject or owner
        if key in listed:
            continue
        is_of_cost = figure.symbol in COST_SYMBOLS
        inputs = figure.inputs if is_of_cost else ()
        yield from _needed(inputs, key[1], listed)
        listed.add(key)
        yield ListedFigure(
            key,
            figure if is_of_cost else Figure(figure.symbol, figure.value),
            tuple((each.symbol, each.subject or key[1]) for each in inputs),
        )


def _rows_of(groups: list[tuple[ListedFigure, ...]], first: int) -> dict[Key, int]:
    """Return the row of each figure; each group has a row of its heading, and one after it."""
    rows, row = {}, first
    for group in groups:
        for each in group:
            row += 1
            rows[each.key] = row
        row += 2
    return rows


def _write_results(sheet: Worksheet, draft: Draft, cost: PhaseCost, rows: dict[Key, int]) -> None:
    """Write a row for each party, and the total below them."""
    words, look = draft.words, styles.header(colours.PLAIN_HEADING)
    draft.put(sheet, (_HEADER_ROW, _NAME), words.tr("Party"), look, styles.WRAP)
    for column, name in enumerate(_COLUMNS, start=_VALUE):
        draft.put(sheet, (_HEADER_ROW, column), words.tr(name), look, styles.WRAP)
    for row, each in enumerate(cost.parties, start=_FIRST_ROW):
        kind = "internal" if each.party is None else each.party.kind
        fill = styles.filled(colours.KINDS[kind][1])
        draft.put(sheet, (row, _NAME), _name(each, draft), styles.BOX, styles.LEFT, fill)
        owner = _TOTAL if each.party is None else each.party.id
        for column, symbol in enumerate(RESULTS, start=_VALUE):
            figure = each.figures.get(symbol)
            _write_result(sheet, draft, (row, column), figure, rows.get((symbol, owner)))
    row = _FIRST_ROW + len(cost.parties)
    parts = (styles.BOX, styles.BOLD, styles.SHADED, styles.LEFT)
    draft.put(sheet, (row, _NAME), words.tr("Total"), *parts)
    for column, symbol in enumerate(RESULTS.values(), start=_VALUE):
        place = row, column
        _write_result(sheet, draft, place, cost.total[symbol], rows[symbol, _TOTAL], is_total=True)


def _write_result(
    sheet: Worksheet,
    draft: Draft,
    place: tuple[int, int],
    figure: Figure | None,
    row: int | None,
    *,
    is_total: bool = False,
) -> None:
    parts = (styles.BOX, styles.MIDDLE, *((styles.BOLD, styles.SHADED) if is_total else ()))
    if figure is None or row is None:
        draft.put(sheet, place, "", *parts)
        return
    shown = DASH if figure.value is None else figure.value
    look = draft.styles.of(*parts, _AMOUNT)
    sheet.write_formula(*place, cell(row, _VALUE), look, shown)


def _write_groups(
    sheet: Worksheet,
    draft: Draft,
    cost: PhaseCost,
    groups: list[tuple[ListedFigure, ...]],
    rows: dict[Key, int],
) -> float:
    """Write every group under its heading; return the height of all in points."""
    names = [*(_name(each, draft) for each in cost.parties), draft.words.tr("Total")]
    height = 0.0
    for name, group in zip(names, groups, strict=True):
        if not group:
            continue
        parts = (styles.BOX, styles.BOLD, styles.SHADED, styles.LEFT)
        row = rows[group[0].key] - 1
        draft.merge(sheet, (row, _NAME, row, _LAST), *parts)
        draft.put(sheet, (row, _NAME), name, *parts)
        height += 2 * _ROW_HEIGHT
        for each in group:
            height += _write_figure(sheet, draft, each, rows)
    return height


def _write_figure(
    sheet: Worksheet, draft: Draft, listed: ListedFigure, rows: dict[Key, int]
) -> float:
    """Write one figure: name, value or formula, and where it is from; return its height."""
    figure, row, words = listed.figure, rows[listed.key], draft.words
    name = figure_title(draft.plan, figure, words)
    draft.put(sheet, (row, _NAME), name, styles.BOX, styles.LEFT)
    parts = (styles.BOX, styles.MIDDLE, _format_of(figure.symbol))
    if figure.formula is not None:
        references = [cell(rows[key], _VALUE) for key in listed.inputs]
        shown = DASH if figure.value is None else figure.value
        text = figure_formula(figure, references)
        sheet.write_formula(row, _VALUE, text, draft.styles.of(*parts), shown)
    elif figure.symbol in _COMPUTED:
        if figure.value is None:
            draft.put(sheet, (row, _VALUE), DASH, *parts)
        else:
            sheet.write_number(row, _VALUE, figure.value, draft.styles.of(*parts))
    else:
        look = draft.styles.of(styles.BOX, styles.MIDDLE, styles.ENTRY, _AS_TYPED)
        if figure.value is None:
            sheet.write_blank(row, _VALUE, None, look)
        else:
            sheet.write_number(row, _VALUE, figure.value, look)
    about = _origin(figure, draft)
    quiet = (styles.BOX, styles.LEFT, styles.WRAP, styles.QUIET)
    draft.merge(sheet, (row, _TEXT, row, _LAST), *quiet)
    draft.put(sheet, (row, _TEXT), about, *quiet)
    needed = lines(about, _NUMBER_WIDTH * (_LAST - _TEXT + 1) - 3)
    height = max(_ROW_HEIGHT, needed * LINE_HEIGHT + 4)
    sheet.set_row(row, height)
    return height


def _origin(figure: Figure, draft: Draft) -> str:
    """Return the formula of `figure` in words, or where its value is from."""
    words = draft.words
    if figure.formula is not None:
        return f"= {formula_in_words(figure, draft.plan, words)}"
    if figure.is_default:
        return words.tr("a default of this tool")
    if figure.value is None:
        return words.tr("not stated")
    if figure.symbol not in COST_SYMBOLS:
        return words.tr("from the sheet of staffing")
    return words.tr("none stated") if figure.symbol in _COMPUTED else words.tr("from the plan")


def _name(each: PartyCost, draft: Draft) -> str:
    words = draft.words
    return no_party(words) if each.party is None else party_name(each.party, words)


def _format_of(symbol: str) -> styles.Part:
    return _TWO if symbol.endswith("fte") else _AMOUNT
