"""Reading a filled self-check sheet: from grids to rows with scores, evidence and remarks.

Rules:

1. The sheet with the most rows that have scores is read, the first of several; visible ones before
   hidden ones. Other tables with scores are listed as left out.
2. A row without a score and without a text about one is a heading, or a role that is not assessed.
3. Nothing is dropped silently: a cell that is no score, a struck-through one, a formula without a
   value, totals, and every column that is not read are listed in `left_out`.
4. Evidence and remark without a side belong to each side with points in their row, or else to those
   that are not applicable.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from socplanner.domain.external.score_sheet import (
    NO_SCORE_ANSWERS,
    ColumnMeaning,
    ScoreAnswers,
    ScoreSheet,
    Unread,
)
from socplanner.domain.external.sheet_places import column_letters
from socplanner.domain.external.understood import NO_ANSWERS, Answers
from socplanner.domain.problem import Problem
from socplanner.formats.external.external_bounds import (
    MOST_OF_A_KIND,
    MOST_TASKS,
    readable,
    size_values,
)
from socplanner.formats.external.score_rows import ScoreRowReader, shown_part
from socplanner.formats.external.score_table import (
    SCORE_MEANINGS,
    ScoreTable,
    likeliest_table,
    score_tables,
)
from socplanner.formats.sheets.grid import Grid, Place

_LONGEST_LIST = 180
"""How many characters of a list of headings are shown in a message."""


def read_score_sheet(
    grids: Sequence[Grid], answers: ScoreAnswers = NO_SCORE_ANSWERS, *, is_ours: bool = False
) -> ScoreSheet:
    """Return the scores of the sheets; `is_ours` if the workbook was made by this program."""
    sheets = readable(grids, Answers(sheet=answers.sheet) if answers.sheet else NO_ANSWERS)
    too_big = tuple(Unread("sheet-too-big", size_values(grid)) for grid in sheets.too_big)
    fitting = [each for each in sheets.grids if answers.sheet in (None, each.name)]
    tables = [table for grid in fitting for table in score_tables(grid, answers.columns)]
    if not tables and answers.columns:
        tables = _chosen_tables(fitting, answers)
    if not tables:
        return _without_scores(fitting, answers, too_big)
    shown = [each for each in tables if each.grid.visibility == "visible"] or tables
    sizes = [_filled_rows(each) for each in shown]
    table = shown[sizes.index(max(sizes))]
    others = (
        Unread("another-table", {"sheet": each.grid.name, "row": each.header_row})
        for each in tables
        if each is not table
    )
    read = _read(table, is_ours=is_ours)
    left_out = (*read.left_out, *others, *too_big)
    return ScoreSheet(
        read.sheet, read.header_row, read.columns, read.rows, _bounded(left_out), read.problem
    )


def _chosen_tables(grids: Sequence[Grid], answers: ScoreAnswers) -> list[ScoreTable]:
    """Return tables without usual headings, of which the columns were chosen."""
    tables = (likeliest_table(grid, answers.columns) for grid in grids)
    return [each for each in tables if each is not None and each.has_roles and each.has_scores]


def _without_scores(
    grids: Sequence[Grid], answers: ScoreAnswers, too_big: tuple[Unread, ...]
) -> ScoreSheet:
    """Return why there are no scores: the likeliest table, for its columns to be chosen."""
    tables = [likeliest_table(grid, answers.columns) for grid in grids]
    likely = [each for each in tables if each is not None]
    if not likely:
        if too_big:
            return ScoreSheet(problem=Problem("score-sheet-too-big", too_big[0].values))
        return ScoreSheet(problem=Problem("no-table"))
    table = max(likely, key=_recognised)
    headings = ", ".join(each.heading for each in table.columns if each.heading)[:_LONGEST_LIST]
    code = "no-role-column" if table.has_scores else "no-score-column"
    if not table.has_roles and not table.has_scores:
        code = "no-table"
    values = {"sheet": table.grid.name, "row": table.header_row, "headings": headings or "–"}
    return ScoreSheet(
        table.grid.name, table.header_row, table.columns, (), too_big, Problem(code, values)
    )


def _recognised(table: ScoreTable) -> tuple[bool, int]:
    meanings = sum(bool(each.meaning) for each in table.columns)
    return table.grid.visibility == "visible", meanings


def _filled_rows(table: ScoreTable) -> int:
    columns = [each.number for each in table.columns if each.meaning in SCORE_MEANINGS]
    return sum(any(number in cells for number in columns) for cells in table.rows.values())


def _read(table: ScoreTable, *, is_ours: bool) -> ScoreSheet:
    sheet = ScoreSheet(table.grid.name, table.header_row, table.columns)
    twice = _score_columns_twice(table)
    if twice is not None:
        return replace(sheet, problem=twice)
    if len(table.rows) > MOST_TASKS:
        values = {"sheet": table.grid.name, "rows": len(table.rows), "most": MOST_TASKS}
        return replace(sheet, problem=Problem("too-many-rows", values))
    reader = ScoreRowReader(table, is_ours=is_ours)
    rows = [reader.read(number, cells) for number, cells in table.rows.items()]
    return replace(
        sheet,
        rows=tuple(each.row for each in rows if each.row is not None),
        left_out=(
            *(problem for each in rows for problem in each.left_out),
            *_marked(table),
            *_unread_columns(table),
        ),
    )


def _score_columns_twice(table: ScoreTable) -> Problem | None:
    """Return the problem that a side has two columns of scores."""
    for meaning in SCORE_MEANINGS:
        columns = [each for each in table.columns if each.meaning == meaning]
        if len(columns) > 1:
            labels = ", ".join(
                f"{column_letters(each.number)} “{shown_part(each.heading)}”" for each in columns
            )
            return Problem("two-score-columns", {"sheet": table.grid.name, "columns": labels})
    return None


def _marked(table: ScoreTable) -> Iterator[Unread]:
    """Yield struck-through cells, formulas without a value, and the number of comments."""
    grid = table.grid
    numbers = {each.number for each in table.columns if each.meaning}
    for code, places in (("struck-out", grid.struck), ("formula-unread", grid.unread)):
        for place in sorted(places):
            if place.column in numbers and place.row in _rows_of(table):
                values = {"cell": _cell(place), "text": shown_part(grid.texts.get(place, ""))}
                yield Unread(code, values)
    if grid.comments:
        yield Unread("comments", {"n": len(grid.comments)})


def _rows_of(table: ScoreTable) -> range:
    return range(table.header_row + 1, max(table.rows, default=table.header_row) + 2)


def _unread_columns(table: ScoreTable) -> Iterator[Unread]:
    """Yield the columns with texts that are not read, or whose meaning one before them has."""
    meanings: set[ColumnMeaning] = set()
    filled = {number for cells in table.rows.values() for number in cells}
    for column in table.columns:
        is_read = bool(column.meaning) and column.meaning not in meanings
        meanings.add(column.meaning)
        if not is_read and column.number in filled:
            place = column_letters(column.number)
            yield Unread("other-column", {"column": place, "heading": shown_part(column.heading)})
    others = filled.difference(each.number for each in table.columns)
    if others:
        yield Unread("further-columns", {"n": len(others)})


def _bounded(left_out: Sequence[Unread]) -> tuple[Unread, ...]:
    """Return at most `MOST_OF_A_KIND` of each kind; further ones are only counted."""
    counts: dict[str, int] = {}
    kept = []
    for each in left_out:
        counts[each.code] = counts.get(each.code, 0) + 1
        if counts[each.code] <= MOST_OF_A_KIND:
            kept.append(each)
    more = sum(max(number - MOST_OF_A_KIND, 0) for number in counts.values())
    return (*kept, Unread("more-like-these", {"n": more})) if more else tuple(kept)


def _cell(place: Place) -> str:
    return f"{column_letters(place.column)}{place.row}"
