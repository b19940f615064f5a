"""The columns that are no parties: tasks, their codes, their groups, and those left out."""

from typing import NamedTuple

from socplanner.formats.external.cell_reading import is_code
from socplanner.formats.external.dated_codes import codes_behind_dates
from socplanner.formats.external.draft_table import DraftTable
from socplanner.formats.external.field_words import (
    CODE_HEADINGS,
    DESCRIPTION_HEADINGS,
    GROUP_HEADINGS,
    OTHER_HEADINGS,
    RESULT_HEADINGS,
    TASK_HEADINGS,
    mentions_any,
)

MOST_SUGGESTED = 6
LONGEST_SUGGESTED = 40
"""The most columns offered for the tasks, and the characters shown of their headings."""


class _Column(NamedTuple):
    """What a column looks like: shares of the rows of the body, from 0 to 1, and a mean length.

    `filled` is the share of rows with a text, `distinct` that of different texts, `codes` the share
    of texts that look like codes; `length` counts a character of Japanese as two.
    """

    column: int
    heading: str
    filled: float
    distinct: float
    length: float
    codes: float


def find_left_columns(table: DraftTable) -> None:
    """Set the task, code and group columns of `table`; ask where two columns could be the tasks."""
    looks = [_look(table, column) for column in _others(table)]
    first = min(table.party_columns(), default=1)
    codes = [look for look in looks if _is_code_column(look)]
    names = [look for look in looks if look.filled > 0 and look not in codes]
    table.task_column = _task_column(table, names, first)
    if table.task_column is None and codes and table.answers.task_column != 0:
        table.task_column = _column_of_texts(table, names, codes[0]) or codes.pop(0).column
    if table.task_column is None:
        _ask_for_tasks(table, looks)
        return
    for look in looks:
        if look.column == table.task_column:
            continue
        if _begins_another(table, look):
            table.ask("tables-side-by-side", column=look.column, heading=look.heading)
        is_named = mentions_any(look.heading, OTHER_HEADINGS | GROUP_HEADINGS)
        is_named = is_named or table.is_left_out(look.column)
        is_doubtful = look.column in table.doubtful or _has_none(table, look.column)
        if is_doubtful and look.column > table.task_column and not is_named:
            table.ask("column-with-few-letters", column=look.column, heading=look.heading)
        if look in codes and table.code_column is None and look.column < first:
            table.code_column = look.column
        elif _is_group_column(look, table.task_column) and table.group_column is None:
            table.group_column = look.column
        elif look.heading or look.filled:
            table.leave_out("other-column", heading=look.heading, column=look.column)
    _drop_parties_before(table)
    _read_dated_codes(table)


def _column_of_texts(table: DraftTable, looks: list[_Column], code: _Column) -> int | None:
    """Return the column of texts for tasks that `code` only numbers; ask if it may be remarks."""
    texts = [look for look in looks if look.filled > 0.9 and _has_tasks(look)]
    if not texts or table.answers.task_column is not None:
        return None
    best = max(texts, key=lambda look: look.length)
    if not mentions_any(best.heading, DESCRIPTION_HEADINGS | TASK_HEADINGS):
        first, second = sorted((code.column, best.column))
        table.ask("two-task-columns", first=table.line(first), second=table.line(second))
    return best.column


def _has_none(table: DraftTable, column: int) -> bool:
    """Return whether cells have a sign of no part, so that the column may be a party's."""
    canvas = table.canvas
    rows = [row for row in table.band.body if not canvas.is_number(row, column)]
    readings = (canvas.reading(row, column) for row in rows)
    return any(reading is not None and reading.is_none for reading in readings)


def _ask_for_tasks(table: DraftTable, looks: list[_Column]) -> None:
    """Ask which column names the tasks, unless the answer is that none does."""
    if table.answers.task_column == 0:
        return
    columns = [look for look in looks if look.filled > 0][:MOST_SUGGESTED]
    table.ask(
        "no-task-column",
        columns=tuple(table.line(look.column) for look in columns),
        texts=tuple(look.heading[:LONGEST_SUGGESTED] for look in columns),
    )


def _others(table: DraftTable) -> list[int]:
    used = set(table.party_columns()) | table.mentioned
    rows = [*table.band.body, *table.header_rows[-1:]]
    columns = {
        column
        for row in rows
        for column in table.canvas.rows.get(row, {})
        if (row, column) not in table.canvas.claimed
    }
    merged = {b.left for b in table.canvas.merged if b.top <= table.band.top <= b.bottom}
    return sorted((columns | (merged & set(range(1, 60)))) - used)


def _look(table: DraftTable, column: int) -> _Column:
    rows = table.band.body
    canvas = table.canvas
    texts = [
        t
        for row in rows
        if (row, column) not in canvas.claimed
        if (t := canvas.shown_below(row, column))
    ]
    number = max(len(rows), 1)
    return _Column(
        column,
        table.heading(column),
        len(texts) / number,
        len(set(texts)) / number,
        sum(len(text) * (1 if text.isascii() else 2) for text in texts) / max(len(texts), 1),
        _share_of_codes(texts),
    )


def _share_of_codes(texts: list[str]) -> float:
    """Return the share of `texts` that are codes of tasks, or dates that were codes."""
    dated = codes_behind_dates(texts, is_headed=False)
    return sum(is_code(text) or text in dated for text in texts) / max(len(texts), 1)


def _is_code_column(look: _Column) -> bool:
    if mentions_any(look.heading, OTHER_HEADINGS):
        return False
    headed = mentions_any(look.heading, CODE_HEADINGS) and not mentions_any(
        look.heading, TASK_HEADINGS
    )
    is_short = look.filled > 0.8 and look.distinct == look.filled and look.length <= 3
    return look.filled > 0 and (look.codes > 0.7 or is_short or (headed and look.length <= 10))


def _task_column(table: DraftTable, looks: list[_Column], first: int) -> int | None:
    wanted = table.answers.task_column
    if wanted is not None:
        return wanted or None
    scored = sorted(
        (
            (_score(look, first) + 3 * _names_sections(table, look.column), -look.column)
            for look in looks
        ),
        reverse=True,
    )
    if not scored or scored[0][0] <= 0:
        texts = [look for look in looks if look.column < first and _has_tasks(look)]
        return max(texts, key=lambda look: look.length).column if texts else None
    is_close = len(scored) > 1 and scored[0][0] - scored[1][0] < 0.8
    if is_close and not _has_groups(looks, -scored[1][1], -scored[0][1]):
        first_column, second = sorted((-scored[0][1], -scored[1][1]))
        table.ask("two-task-columns", first=table.line(first_column), second=table.line(second))
    return -scored[0][1]


def _has_groups(looks: list[_Column], column: int, tasks: int) -> bool:
    """Return whether `column` repeats its texts beside several of the `tasks` on its right."""
    by_column = {look.column: look for look in looks}
    group_look, task_look = by_column[column], by_column[tasks]
    is_repeated = group_look.distinct <= 0.5 * group_look.filled
    return column < tasks and is_repeated and task_look.distinct > 0.9 * task_look.filled > 0.8


def _names_sections(table: DraftTable, column: int) -> bool:
    """Return whether a repeated header has the name of the next section above this column."""
    texts = [table.canvas.text(row, column) for row in table.band.repeated]
    return any(text and text != table.heading(column) for text in texts)


def _has_tasks(look: _Column) -> bool:
    """Return whether a column, such as a description, may name the tasks if no other does."""
    return look.distinct > 0.7 and look.length > 4


def _begins_another(table: DraftTable, look: _Column) -> bool:
    """Return whether a column among the parties looks like the tasks of another table."""
    columns = table.party_columns()
    if not columns or not columns[0] < look.column < columns[-1]:
        return False
    if table.is_left_out(look.column):
        return False
    if mentions_any(look.heading, OTHER_HEADINGS | GROUP_HEADINGS):
        return False
    is_long = look.length > 6 and look.distinct > 0.7 * look.filled > 0.3
    return mentions_any(look.heading, TASK_HEADINGS) or is_long


def _score(look: _Column, first: int) -> float:
    score = look.distinct * look.filled * (1 + min(look.length, 40) / 20)
    headed = [
        (RESULT_HEADINGS, 1.0),
        (TASK_HEADINGS, 2.0),
        (OTHER_HEADINGS, -2.0),
        (GROUP_HEADINGS, -1.5),
    ]
    for words, worth in headed:
        if look.heading and mentions_any(look.heading, words):
            score += worth if score > 0.3 else min(worth, 0)
            break
    return score if look.column < first else score - 1.5


def _is_group_column(look: _Column, task_column: int) -> bool:
    if look.filled == 0 or look.codes > 0.7:
        return False
    if mentions_any(look.heading, GROUP_HEADINGS):
        return True
    repeats = look.filled < 0.9 or look.distinct < 0.75 * look.filled
    before = look.column < task_column
    return before and repeats and not mentions_any(look.heading, OTHER_HEADINGS)


def _read_dated_codes(table: DraftTable) -> None:
    """Restore the codes that Excel turned into dates, and note them."""
    column = table.code_column
    if column is None:
        return
    texts = {row: table.canvas.text(row, column) for row in table.band.body}
    is_headed = mentions_any(table.heading(column), CODE_HEADINGS)
    table.codes = codes_behind_dates(texts.values(), is_headed=is_headed)
    for row, text in texts.items():
        if text in table.codes:
            table.note_cell("code-from-date", row, column, table.codes[text])


def _drop_parties_before(table: DraftTable) -> None:
    """Remove parties left of the tasks: such columns of letters are codes or something else."""
    task = table.task_column or 0
    columns = table.party_columns()
    if not any(column > task for column in columns):
        return
    for column in [column for column in columns if column < task]:
        texts = [table.canvas.text(row, column) for row in table.band.body]
        table.parties = [at for at in table.parties if at.columns[0][0] != column]
        if table.code_column is None and len(set(texts)) == len(texts) and len(texts) > 2:
            table.code_column = column
        elif mentions_any(table.heading(column), OTHER_HEADINGS | GROUP_HEADINGS):
            table.leave_out("other-column", heading=table.heading(column), column=column)
        else:
            table.ask("odd-column", heading=table.heading(column), column=column)
