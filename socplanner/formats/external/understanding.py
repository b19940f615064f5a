"""From the sheets of a foreign workbook to what it says, or to what has to be asked."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from socplanner.domain.external.understood import (
    NO_ANSWERS,
    Answers,
    LeftOut,
    Meaning,
    TaskRow,
    Unclear,
    Understood,
)
from socplanner.domain.letters import UNDECIDED_LETTER, LetterSet
from socplanner.formats.external.band_finding import band_below, find_bands, part
from socplanner.formats.external.band_reading import matrix_in
from socplanner.formats.external.canvas import Canvas
from socplanner.formats.external.cell_reading import CellReader
from socplanner.formats.external.draft_table import DraftTable
from socplanner.formats.external.external_bounds import (
    is_too_big,
    readable,
    size_values,
    too_big_table,
)
from socplanner.formats.external.field_words import flattened
from socplanner.formats.external.legend_finding import find_legend
from socplanner.formats.external.letter_fit import fit_letters
from socplanner.formats.external.letter_headings import find_letter_headings
from socplanner.formats.external.marked_cells import heeded, remarks_of, tell_marks
from socplanner.formats.external.orientation import way_of
from socplanner.formats.external.pair_headings import find_pair_lists
from socplanner.formats.external.unfilled_template import find_template
from socplanner.formats.external.usual_signs import WORD_MARKS
from socplanner.formats.external.word_marks import marks_in
from socplanner.formats.sheets.grid import Grid

FEWEST_IN_BRACKETS = 4
FEWEST_LETTERS = 2
"""A single letter, or a word that could be one, makes no matrix."""

MOST_TABLES = 40
"""Of one sheet; what looks like more is no matrix."""


class _Legend(NamedTuple):
    """What letters mean: by the sheets themselves, and by the sets there are."""

    meanings: dict[str, Meaning]
    sets: Sequence[LetterSet]


def understand(
    grids: Sequence[Grid], sets: Sequence[LetterSet], answers: Answers = NO_ANSWERS
) -> Understood:
    """Return what the sheets say; the first of `sets` is preferred where several fit."""
    known = frozenset(letter.symbol for each in sets for letter in each.letters)
    reader = CellReader(known | {UNDECIDED_LETTER}, answers.letters)
    sheets = readable([heeded(grid, answers) for grid in grids], answers)
    canvases, meanings = _laid_out(sheets.grids, reader, answers)
    drafts = [table for canvas in canvases for table in _tables(canvas, answers)]
    if _is_reread(reader, canvases, drafts, answers):
        canvases, meanings = _laid_out(sheets.grids, reader, answers)
        drafts = [table for canvas in canvases for table in _tables(canvas, answers)]
    drafts = _with_wanted_header(canvases, drafts, answers)
    chosen, rivals = _chosen([table for table in drafts if _strength(table) > 0], answers)
    if chosen is None:
        found = _without_table(canvases, drafts, _Legend(meanings, sets), answers)
        return _with_too_big(found, sheets.too_big, is_alone=len(grids) == 1)
    for rival in rivals:
        chosen.ask(
            "several-tables",
            sheet=rival.canvas.grid.name,
            row=_top(rival),
            main_sheet=chosen.canvas.grid.name,
            main_row=_top(chosen),
        )
    turned = _turned_if_needed(chosen, answers)
    found = _frozen(turned, meanings, sets)
    return _with_too_big(found, sheets.too_big, is_alone=False)


def _laid_out(
    grids: Sequence[Grid], reader: CellReader, answers: Answers
) -> tuple[list[Canvas], dict[str, Meaning]]:
    """Return the sheets ready for looking around, and what their legends say."""
    canvases = [Canvas(grid, reader) for grid in grids]
    meanings: dict[str, Meaning] = {}
    for canvas in canvases:
        for letter, meaning in find_legend(canvas).items():
            meanings.setdefault(letter, meaning)
    reader.learn(frozenset(meanings))
    if answers.columns is not None:
        for canvas in canvases:
            canvas.cut(answers.columns)
    return canvases, meanings


def _is_reread(
    reader: CellReader, canvases: list[Canvas], drafts: list[DraftTable], answers: Answers
) -> bool:
    """Let `reader` read more than letters where the sheets call for it; tell whether they do."""
    is_found = any(_strength(table) > 0 or _lacks_parties(table) for table in drafts)
    asked = {flattened(text) for table in drafts for _, text in table.cells}
    asked |= set(map(flattened, answers.letters))
    if is_found and not asked & WORD_MARKS.keys():
        return False
    marks = marks_in(canvases)
    if marks:
        reader.adopt_marks(marks)
        return True
    if is_found or not any(_has_brackets(canvas) for canvas in canvases):
        return False
    reader.expect_persons()
    return True


def _has_brackets(canvas: Canvas) -> bool:
    """Tell whether several cells end with something in brackets, as `Sato (A)` does."""
    texts = (text for cells in canvas.rows.values() for text in cells.values())
    return sum(text.endswith((")", "）")) for text in texts) >= FEWEST_IN_BRACKETS


def _with_too_big(found: Understood, too_big: list[Grid], *, is_alone: bool) -> Understood:
    """Return `found` with what was not looked through, noted or in place of no matrix."""
    if too_big and any(each.code == "no-matrix" for each in found.unclear):
        if is_alone:
            return Understood(unclear=(Unclear("only-sheet-too-big", size_values(too_big[0])),))
        unclear = (Unclear("sheet-too-big", size_values(grid)) for grid in too_big)
        return Understood(unclear=tuple(unclear))
    left = (LeftOut("sheet-too-big", size_values(grid)) for grid in too_big)
    return replace(found, left_out=(*found.left_out, *left))


def _tables(canvas: Canvas, answers: Answers) -> list[DraftTable]:
    bands = [*find_pair_lists(canvas), *find_letter_headings(canvas)][:MOST_TABLES]
    part(bands)
    headed = [matrix_in(canvas, band, answers) for band in bands]
    headed = [table for table in headed if _strength(table) > 0 or _lacks_parties(table)]
    skip = frozenset(row for table in headed for row in (table.band.top - 1, *table.band.body))
    rest = find_bands(canvas, skip)[:MOST_TABLES]
    part([*(table.band for table in headed), *rest])
    return [*headed, *(matrix_in(canvas, band, answers) for band in rest)]


def _with_wanted_header(
    canvases: list[Canvas], drafts: list[DraftTable], answers: Answers
) -> list[DraftTable]:
    """Return `drafts`, or the tables below the row that is to be the header if none has it."""
    row = answers.header_row
    if not row or any(row in table.header_rows for table in drafts):
        return drafts
    wanted = []
    for canvas in canvases:
        if answers.sheet in {None, canvas.grid.name} and row in canvas.rows:
            band = band_below(canvas, row)
            wanted += [matrix_in(canvas, band, answers)] if band is not None else []
    return wanted or drafts


def _lacks_parties(table: DraftTable) -> bool:
    return any(each.code in {"no-parties", "too-many-parties"} for each in table.unclear)


def _without_table(
    canvases: list[Canvas],
    drafts: list[DraftTable],
    legend: _Legend,
    answers: Answers,
) -> Understood:
    """Return a template nobody filled in, or what looked a little like a matrix, or nothing."""
    for table in drafts:
        if _lacks_parties(table):
            return _frozen(table, *legend)
    for canvas in canvases:
        template = find_template(canvas)
        if template is not None:
            return template
    small = max(drafts, key=lambda table: table.weight, default=None)
    if small is not None and small.weight >= FEWEST_LETTERS:
        if answers.header_row != _top(small):
            small.ask(
                "small-matrix",
                parties=len(small.parties),
                tasks=len(small.tasks),
                row=_top(small),
            )
        return _frozen(small, *legend)
    return Understood(unclear=(Unclear("no-matrix", {"sheets": len(canvases)}),))


def _strength(table: DraftTable) -> float:
    """Return how much a table looks like a responsibility matrix; 0 for one that is too small."""
    is_small = len(table.parties) < 2 or len(table.tasks) < 2
    return 0 if is_small else table.weight


def _top(table: DraftTable) -> int:
    return table.header_rows[-1] if table.header_rows else table.band.top


def _chosen(
    tables: list[DraftTable], answers: Answers
) -> tuple[DraftTable | None, list[DraftTable]]:
    """Return the table that is meant, and those that look as right."""
    fitting = [
        table
        for table in tables
        if answers.sheet in {None, table.canvas.grid.name}
        and answers.header_row in {None, 0, _top(table), *table.header_rows}
    ]
    shown = [table for table in fitting if table.canvas.grid.visibility == "visible"]
    ranked = sorted(shown or fitting, key=_strength, reverse=True)
    if not ranked:
        return None, []
    first, *rest = ranked
    for table in fitting if shown else ():
        if table not in shown:
            first.leave("hidden-sheet", sheet=table.canvas.grid.name, row=_top(table))
    rivals = [table for table in rest if _strength(table) * 5 >= _strength(first)]
    for table in rest:
        if table not in rivals:
            first.leave("another-table", sheet=table.canvas.grid.name, row=_top(table))
    return first, rivals


def _turned_if_needed(table: DraftTable, answers: Answers) -> DraftTable:
    """Return the table with its tasks going down, turned where they stand across; or ask."""
    if table.form != "letters":
        return table
    way = way_of(table) if answers.tasks_across is None else (-1 if answers.tasks_across else 1)
    if way > 0:
        return table
    if way == 0:
        table.ask("which-way")
        return table
    canvas = Canvas(table.canvas.grid, table.canvas.reader, across=True)
    if answers.columns is not None:
        canvas.cut(answers.columns)
    canvas.taken |= {(column, row) for row, column in table.canvas.taken}
    canvas.taken |= {(column, row) for row, column in table.title_cells()}
    tables = _tables(canvas, answers)
    turned = max(tables, key=_strength, default=None)
    if turned is None or _strength(turned) == 0:
        table.ask("which-way")
        return table
    turned.unclear += [each for each in table.unclear if each.code == "several-tables"]
    return turned


def _frozen(
    table: DraftTable, meanings: dict[str, Meaning], sets: Sequence[LetterSet]
) -> Understood:
    sheet = table.canvas.grid.name
    if is_too_big(len(table.tasks), len(table.parties)):
        return too_big_table(sheet, len(table.tasks), len(table.parties))
    meanings = {**table.said, **meanings}
    _translate(table, meanings)
    fit = fit_letters(table, meanings, sets)
    tell_marks(table)
    table.tell_more()
    return Understood(
        sheet=sheet,
        form=table.form,
        tasks_across=table.canvas.across,
        header_rows=tuple(table.header_rows),
        task_column=table.task_column,
        code_column=table.code_column,
        group_column=table.group_column,
        parties=tuple(at.party for at in table.parties),
        tasks=tuple(table.tasks),
        meanings=meanings,
        letter_sets=fit.sets,
        own_letters=fit.own,
        remarks=remarks_of(table),
        left_out=tuple(table.left_out),
        notes=tuple(table.notes),
        unclear=tuple(table.unclear),
    )


def _translate(table: DraftTable, meanings: dict[str, Meaning]) -> None:
    """Put answered letters in the place of own ones, and none for letters that mean none."""
    said = {letter for letter, meaning in meanings.items() if meaning.flag == "none"}
    into: dict[str, tuple[str, ...]] = dict.fromkeys(said, ())
    for letter, answer in table.answers.letters.items():
        into[letter] = tuple(symbol for symbol in answer.split("/") if symbol)
    left = frozenset(each for each, answer in table.answers.letters.items() if not into[each])
    if into:
        table.tasks = [_translated(task, into, left) for task in table.tasks]


def _translated(task: TaskRow, into: dict[str, tuple[str, ...]], left: frozenset[str]) -> TaskRow:
    cells = []
    for cell in task.cells:
        letters = [each for letter in cell.letters for each in into.get(letter, (letter,))]
        left_out = tuple(letter for letter in cell.letters if letter in left)
        cells.append(cell._replace(letters=tuple(dict.fromkeys(letters)), left_out=left_out))
    return task._replace(cells=tuple(cells))
