"""Understanding an external workbook: from its sheets to tasks, parties, letters and questions.

Rules:

1. Legends first (`legend_finding`): they explain letters, and their cells are part of no matrix.
2. Each sheet is searched for bands, rows that belong to one matrix: those below a header of letters
   first (`pair_headings`, `letter_headings`), then rows of letters (`band_finding`).
3. Each band becomes a `DraftTable` (`band_reading`): parties, columns of tasks, rows.
4. The sheets are read once more where only words tick parties (`word_marks`), or where letters are
   in brackets behind names.
5. The table with the most readable letters is chosen. Others with at least a fifth of them are a
   question, the rest is left out with a remark. Visible sheets come before hidden ones.
6. A table whose tasks run across is turned and read again; if that is unclear, it is a question.
7. Nothing is guessed silently. What is not certain is a question in `unclear`, what is not read is
   listed in `left_out`, what is read otherwise than written in `notes`. An answer removes its
   question when the sheets are understood again with it.
8. Work is bounded whatever the sheets contain (`external_bounds`).
"""

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
from socplanner.formats.external.marked_cells import remarks_of, report_marks, without_struck_text
from socplanner.formats.external.orientation import orientation_of
from socplanner.formats.external.pair_headings import find_pair_lists
from socplanner.formats.external.unfilled_template import find_template
from socplanner.formats.external.usual_signs import WORD_MARKS
from socplanner.formats.external.word_marks import marks_in
from socplanner.formats.sheets.grid import Grid

FEWEST_IN_BRACKETS = 4
"""The fewest cells like `Sato (A)` for which letters in brackets are read."""

FEWEST_LETTERS = 2
"""The fewest letters of a matrix: a single one may be a word of one letter."""

MOST_TABLES = 40
"""The most tables of one sheet; beyond that the bands are no matrices."""


class _Legend(NamedTuple):
    """The meanings of letters that the sheets explain, and the known letter sets."""

    meanings: dict[str, Meaning]
    sets: Sequence[LetterSet]


def understand(
    grids: Sequence[Grid], sets: Sequence[LetterSet], answers: Answers = NO_ANSWERS
) -> Understood:
    """Return the matrix found in the sheets, with questions and what was left out.

    `sets` are the known letter sets, that of the plan first, which is preferred where several fit.
    `answers` are those to questions of an earlier call. Without a matrix, `unclear` has the reason.
    """
    symbols = frozenset(letter.symbol for each in sets for letter in each.letters)
    reader = CellReader(symbols | {UNDECIDED_LETTER}, answers.letters)
    sheets = readable([without_struck_text(grid, answers) for grid in grids], answers)
    canvases, meanings = _laid_out(sheets.grids, reader, answers)
    drafts = [table for canvas in canvases for table in _tables(canvas, answers)]
    if _is_reread(reader, canvases, drafts, answers):
        canvases, meanings = _laid_out(sheets.grids, reader, answers)
        drafts = [table for canvas in canvases for table in _tables(canvas, answers)]
    drafts = _with_wanted_header(canvases, drafts, answers)
    chosen, rivals = _chosen([table for table in drafts if _strength(table) > 0], answers)
    if chosen is None:
        understood = _without_table(canvases, drafts, _Legend(meanings, sets), answers)
        return _with_too_big(understood, sheets.too_big, is_alone=len(grids) == 1)
    for rival in rivals:
        chosen.ask(
            "several-tables",
            sheet=rival.canvas.grid.name,
            row=_top(rival),
            main_sheet=chosen.canvas.grid.name,
            main_row=_top(chosen),
        )
    turned = _turned_if_needed(chosen, answers)
    understood = _frozen(turned, meanings, sets)
    return _with_too_big(understood, sheets.too_big, is_alone=False)


def _laid_out(
    grids: Sequence[Grid], reader: CellReader, answers: Answers
) -> tuple[list[Canvas], dict[str, Meaning]]:
    """Return a canvas for each sheet, and the meanings of letters in their legends.

    `reader` learns the letters of the legends.
    """
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
    """Make `reader` read more than letters where the sheets need it; return whether they do."""
    is_any_readable = any(_strength(table) > 0 or _lacks_parties(table) for table in drafts)
    texts = {flattened(text) for table in drafts for _, text in table.cells}
    texts |= set(map(flattened, answers.letters))
    if is_any_readable and not texts & WORD_MARKS.keys():
        return False
    marks = marks_in(canvases)
    if marks:
        reader.adopt_marks(marks)
        return True
    if is_any_readable or not any(_has_brackets(canvas) for canvas in canvases):
        return False
    reader.expect_persons()
    return True


def _has_brackets(canvas: Canvas) -> bool:
    """Return whether several cells end with something in brackets, as `Sato (A)` does."""
    texts = (text for cells in canvas.rows.values() for text in cells.values())
    return sum(text.endswith((")", "）")) for text in texts) >= FEWEST_IN_BRACKETS


def _with_too_big(understood: Understood, too_big: list[Grid], *, is_alone: bool) -> Understood:
    """Return `understood` with the sheets that were too big to read.

    They are left out with a remark, or are the reason where no matrix was found.
    """
    if too_big and any(each.code == "no-matrix" for each in understood.unclear):
        if is_alone:
            return Understood(unclear=(Unclear("only-sheet-too-big", size_values(too_big[0])),))
        unclear = (Unclear("sheet-too-big", size_values(grid)) for grid in too_big)
        return Understood(unclear=tuple(unclear))
    skipped = (LeftOut("sheet-too-big", size_values(grid)) for grid in too_big)
    return replace(understood, left_out=(*understood.left_out, *skipped))


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
    """Return `drafts`, or the tables below the answered header row if no draft has that header."""
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
    """Return the best of what is no full matrix: an unfilled template, a small table, or none."""
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
    """Return the weight of a table as a matrix; 0 for less than two parties or two tasks."""
    is_small = len(table.parties) < 2 or len(table.tasks) < 2
    return 0 if is_small else table.weight


def _top(table: DraftTable) -> int:
    return table.header_rows[-1] if table.header_rows else table.band.top


def _chosen(
    tables: list[DraftTable], answers: Answers
) -> tuple[DraftTable | None, list[DraftTable]]:
    """Return the table to read, None for none, and rivals of at least a fifth of its weight."""
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
            first.leave_out("hidden-sheet", sheet=table.canvas.grid.name, row=_top(table))
    rivals = [table for table in rest if _strength(table) * 5 >= _strength(first)]
    for table in rest:
        if table not in rivals:
            first.leave_out("another-table", sheet=table.canvas.grid.name, row=_top(table))
    return first, rivals


def _turned_if_needed(table: DraftTable, answers: Answers) -> DraftTable:
    """Return the table with its tasks running down, turned where they run across; ask if unsure."""
    if table.form != "letters":
        return table
    orientation = (
        orientation_of(table)
        if answers.tasks_across is None
        else (-1 if answers.tasks_across else 1)
    )
    if orientation > 0:
        return table
    if orientation == 0:
        table.ask("which-way")
        return table
    canvas = Canvas(table.canvas.grid, table.canvas.reader, across=True)
    if answers.columns is not None:
        canvas.cut(answers.columns)
    canvas.claimed |= {(column, row) for row, column in table.canvas.claimed}
    canvas.claimed |= {(column, row) for row, column in table.title_cells()}
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
    meanings = {**table.meanings, **meanings}
    _translate(table, meanings)
    fit = fit_letters(table, meanings, sets)
    report_marks(table)
    table.ask_more()
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
        custom_letters=fit.unmatched,
        remarks=remarks_of(table),
        left_out=tuple(table.left_out),
        notes=tuple(table.notes),
        unclear=tuple(table.unclear),
    )


def _translate(table: DraftTable, meanings: dict[str, Meaning]) -> None:
    """Replace letters by the answered ones, and remove letters that mean no part at all."""
    excluded = {letter for letter, meaning in meanings.items() if meaning.flag == "none"}
    replacements: dict[str, tuple[str, ...]] = dict.fromkeys(excluded, ())
    for letter, answer in table.answers.letters.items():
        replacements[letter] = tuple(symbol for symbol in answer.split("/") if symbol)
    removed = frozenset(
        each for each, answer in table.answers.letters.items() if not replacements[each]
    )
    if replacements:
        table.tasks = [_translated(task, replacements, removed) for task in table.tasks]


def _translated(
    task: TaskRow, replacements: dict[str, tuple[str, ...]], removed: frozenset[str]
) -> TaskRow:
    cells = []
    for cell in task.cells:
        letters = [each for letter in cell.letters for each in replacements.get(letter, (letter,))]
        left_out = tuple(letter for letter in cell.letters if letter in removed)
        cells.append(cell._replace(letters=tuple(dict.fromkeys(letters)), left_out=left_out))
    return task._replace(cells=tuple(cells))
