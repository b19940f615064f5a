"""The rows below the header of a table: tasks with letters, headings of groups, or left out.

Rules, the first that applies:

1. A row of totals or a remark (※) is left out, and so is a row that was answered to be none, or
   one that was filled with one text by dragging.
2. A row with texts in columns of parties is a task. It is a group of tasks too if the row below is
   numbered under it, or if it is named as a phase or only has a name of a group.
3. A row without them is the heading of the rows below if something certain shows it: an answer, a
   merged cell, numbers, the header repeated below, or its form (`heading_rows`).
4. Below the last letters it is a note of the sheet and left out.
5. Else it is a task without letters, with a question unless it has a code or the form of tasks.

A group lasts until the next heading, or the next section of a repeated header.
"""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from socplanner.domain.external.understood import TaskRow, Written
from socplanner.formats.external.cell_reading import is_code
from socplanner.formats.external.draft_table import DraftTable
from socplanner.formats.external.field_words import (
    FOOT_STARTS,
    TASK_HEADINGS,
    TOTAL_WORDS,
    flattened,
    is_only,
    one_line,
    words_in,
)
from socplanner.formats.external.foot_rows import leave_out_footer
from socplanner.formats.external.heading_rows import (
    HeadingForm,
    heading_form,
    is_numbered_above,
)
from socplanner.formats.external.letter_words import letter_word
from socplanner.formats.external.written_cells import written_in

REMARK = "※"
_PHASE = re.compile(
    r"(phase|stage|section|part|step|sprint|milestone|jalon|etape|étape|lot|fase|etapa|schritt"
    r"|フェーズ|ステップ|第)\s*([\divx一二三四五六七八九十]+|[a-h])\b.*|.+\s(phase|stage)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Line:
    row: int
    name: str
    code: str
    group: str
    cells: tuple[Written, ...]

    @property
    def has_letters(self) -> bool:
        return any(cell.letters for cell in self.cells)

    @property
    def is_written(self) -> bool:
        return any(cell.text for cell in self.cells)


class _Body(NamedTuple):
    """The rows below the header, and facts about all of them."""

    lines: list[_Line]
    has_phases: bool
    is_coded: bool
    form: HeadingForm
    last: int
    """The last row with letters."""
    above_headers: frozenset[int]
    """Rows right above a repeated header."""


def read_rows(table: DraftTable) -> None:
    """Add the tasks of the rows to `table`; ask about rows that may be a heading or a task."""
    body = _body(table)
    is_headed = any(each.row in body.above_headers for each in body.lines if not each.is_written)
    group = _title_above(table) if is_headed else ""
    sections = _sections(table)
    for number, line in enumerate(body.lines):
        group = _group_from(table, line, sections, group)
        if table.row_label(line.row) in table.answers.left_out:
            table.leave_out("row-left-out", row=line.row, text=line.name or line.code)
        elif _is_filler(table, line):
            table.leave_out("filler-row", row=line.row, text=line.name)
        elif line.is_written:
            is_group = _is_group_row(table, line, body, number)
            if is_group:
                group = line.name or line.group
            _add_task(table, line, group, is_group=is_group)
        elif not line.name and not line.code:
            continue
        elif _is_heading(table, line, body, number):
            group = line.name or line.code
        elif _is_footer(table, line):
            table.leave_out("text-row", row=line.row, text=line.name or line.code)
        else:
            _add_or_ask(table, line, group, body, is_last=line.row > body.last)
    leave_out_footer(table, max((line.row for line in body.lines), default=table.band.body[-1]))
    _note_headings(table, body)
    _note_doubled(table)


def _body(table: DraftTable) -> _Body:
    parties = frozenset(table.party_columns())
    rows = [row for row in _span(table) if _may_be_task(table, row, parties)]
    lines = [_line(table, row) for row in rows]
    phases = sum(bool(_PHASE.fullmatch(each.name)) for each in lines)
    last = max((line.row for line in lines if line.has_letters), default=0)
    repeated = frozenset(table.band.repeated)
    above = frozenset(row for row, below in pairwise(table.canvas.rows) if below in repeated)
    blank = [line for line in lines if line.name and not line.is_written and line.row < last]
    form = heading_form(table, [(each.row, each.name) for each in blank], _lettered(lines))
    is_phased = 0 < phases * 2 <= len(lines)
    return _Body(lines, is_phased, _all_coded(lines), form, last, above)


def _lettered(lines: list[_Line]) -> list[tuple[int, str]]:
    return [(line.row, line.name) for line in lines if line.is_written]


def _group_from(table: DraftTable, line: _Line, sections: list[tuple[int, str]], group: str) -> str:
    """Return the group that begins with `line` or above it, else `group`, the present one.

    Sections that have begun are removed from `sections`.
    """
    while sections and sections[0][0] < line.row:
        group = sections.pop(0)[1]
    return line.group if line.group and table.group_column is not None else group


def _note_headings(table: DraftTable, body: _Body) -> None:
    if body.form.is_guess and table.answers.headings is None:
        rows = ", ".join(table.row_label(row) for row in sorted(body.form.headings))
        table.note("headings-by-place", rows=rows)


def _sections(table: DraftTable) -> list[tuple[int, str]]:
    """Return the rows and names of sections, where a repeated header has them above the tasks."""
    rows = [*table.header_rows[-1:], *table.band.repeated]
    column = table.task_column or 0
    names = [(row, one_line(table.canvas.text(row, column))) for row in rows]
    if len({flattened(name) for _, name in names}) < 2:
        return []
    return [(row, "" if is_only(name, TASK_HEADINGS) else name) for row, name in names]


def _title_above(table: DraftTable) -> str:
    """Return the only text right above the header: the first group where headers are repeated."""
    above = table.canvas.row_above(table.header_rows[0])
    texts = list(table.canvas.rows.get(above, {}).values())
    return one_line(texts[0]) if len(texts) == 1 else ""


def _note_doubled(table: DraftTable) -> None:
    rows: dict[tuple[str, str, str], list[int]] = {}
    for task in table.tasks:
        rows.setdefault((task.group, task.code, task.name), []).append(task.place)
    for (_, _, name), places in rows.items():
        if len(places) > 1 and name:
            table.note("task-named-twice", row=places[1], text=name, times=len(places))


def _may_be_task(table: DraftTable, row: int, parties: frozenset[int]) -> bool:
    return not _is_total(table, row, parties) and not _is_remark(table, row, parties)


def _is_remark(table: DraftTable, row: int, parties: frozenset[int]) -> bool:
    """Leave out a row that begins with ※, as remarks do in Japanese; return whether it does."""
    canvas = table.canvas
    text = next(iter(canvas.rows[row].values()))
    if not text.startswith(REMARK) or any(canvas.has_letters(row, c) for c in parties):
        return False
    table.leave_out("text-row", row=row, text=text[:200])
    return True


def _is_total(table: DraftTable, row: int, parties: frozenset[int]) -> bool:
    """Leave out a row that counts letters; return whether it does."""
    canvas = table.canvas
    texts = [text for column, text in canvas.rows[row].items() if column not in parties]
    words = words_in(texts[0]) if texts else ()
    if not words or words[0] not in TOTAL_WORDS:
        return False
    if any(canvas.has_letters(row, column) for column in parties):
        return False
    table.leave_out("totals", row=row, text=texts[0])
    return True


def _span(table: DraftTable) -> list[int]:
    """Return the rows of the body, those between them, and those that follow without a gap."""
    canvas, band = table.canvas, table.band
    last = band.body[-1]
    rows = [
        row
        for row in canvas.rows
        if band.top <= row <= last and row not in band.repeated and row not in table.header_rows
    ]
    while last + 1 < band.end and _may_follow(table, last + 1):
        last += 1
        rows.append(last)
    return rows


def _may_follow(table: DraftTable, row: int) -> bool:
    canvas = table.canvas
    columns = [table.task_column, table.code_column]
    cells = canvas.rows.get(row, {}) if row not in table.band.repeated else {}
    is_named = any(column in cells for column in columns)
    return is_named and not any((row, column) in canvas.claimed for column in cells)


def _line(table: DraftTable, row: int) -> _Line:
    canvas = table.canvas
    task, code, group = table.task_column, table.code_column, table.group_column
    cells = table.written.get(row) or tuple(written_in(table, row, at) for at in table.parties)
    name = canvas.shown_below(row, task) if task is not None else ""
    code_text = canvas.text(row, code) if code is not None else ""
    return _Line(
        row,
        one_line(name),
        table.codes.get(code_text, code_text),
        one_line(canvas.shown_below(row, group)) if group is not None else "",
        cells,
    )


def _is_filler(table: DraftTable, line: _Line) -> bool:
    """Return whether each cell of the row has the text of its name: it was filled by dragging."""
    texts = {cell.text for cell in line.cells}
    return texts == {line.name} and table.canvas.reader.read(line.name) is not None


def _add_task(table: DraftTable, line: _Line, group: str, *, is_group: bool = False) -> None:
    answered = table.answers.names.get(table.row_label(line.row), "").strip()
    name = answered or line.name or line.group or line.code
    if not name and table.answers.task_column == 0:
        name = table.row_label(line.row)
    if not name:
        table.ask("task-without-name", row=line.row)
    above = "" if is_group else group
    table.tasks.append(TaskRow(line.row, name, line.cells, line.code, above, is_group))


def _is_group_row(table: DraftTable, line: _Line, body: _Body, number: int) -> bool:
    """Return whether a row with letters is a group whose letters apply to the tasks below it."""
    if not line.name and line.group:
        return True
    nested = any(_is_nested(each, line) for each in body.lines[number + 1 : number + 2])
    return nested or (table.code_column is None and _is_phase(line, body))


def _is_heading(table: DraftTable, line: _Line, body: _Body, number: int) -> bool:
    """Return whether a row without letters is certainly the heading of those below."""
    if table.answers.headings is not None:
        return line.row in table.answers.headings or _is_merged_over(table, line)
    following = body.lines[number + 1 : number + 2]
    if not following:
        return False
    return (
        _is_merged_over(table, line)
        or any(_is_nested(each, line) for each in following)
        or (not line.name and bool(line.code) and not is_code(line.code))
        or (table.code_column is not None and not line.code and body.is_coded)
        or line.row in body.above_headers
        or (_is_phase(line, body) and following[0].is_written)
        or line.row in body.form.headings
        or is_numbered_above(line.name, following[0].name)
    )


def _is_merged_over(table: DraftTable, line: _Line) -> bool:
    """Return whether the row's text is merged over the columns of parties."""
    column = table.task_column if line.name else table.code_column
    block = table.canvas.block(line.row, column or 1)
    return block.right > block.left and block.right >= min(table.party_columns())


def _is_nested(line: _Line, above: _Line) -> bool:
    """Return whether `line` is numbered below `above`: 1.2 is below 1."""
    return bool(above.code) and line.code.startswith(above.code.rstrip(".") + ".")


def _is_phase(line: _Line, body: _Body) -> bool:
    """Return whether the row is named like `Phase 2`, and at most half of the rows are."""
    return body.has_phases and bool(_PHASE.fullmatch(line.name))


def _all_coded(lines: list[_Line]) -> bool:
    """Return whether every row with letters has a code."""
    return all(line.code for line in lines if line.has_letters)


def _is_footer(table: DraftTable, line: _Line) -> bool:
    text = flattened(line.name or line.code)
    is_legend = letter_word(line.name) is not None
    return line.row > table.band.body[-1] and (is_legend or text.startswith(FOOT_STARTS))


def _add_or_ask(table: DraftTable, line: _Line, group: str, body: _Body, *, is_last: bool) -> None:
    """Add a row without letters as a task, with a question unless it certainly is one."""
    coded = table.code_column is not None and bool(line.code) and not is_last
    coded = coded or line.row in body.form.tasks
    if not coded and table.answers.headings is None:
        table.ask("heading-or-task", row=line.row, text=line.name or line.code)
    _add_task(table, line, group)
