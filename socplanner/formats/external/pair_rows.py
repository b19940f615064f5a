"""Rows that pair a task with a party: its letters in one column, or ticks in columns of letters."""

from socplanner.domain.external.understood import NOT_WRITTEN, PartyColumn, TaskRow, Written
from socplanner.formats.external.cell_reading import ANSWERED, LONGEST_QUESTION, is_code, is_mark
from socplanner.formats.external.draft_table import DraftTable, PartyAt
from socplanner.formats.external.field_words import (
    PARTY_HEADINGS,
    TASK_HEADINGS,
    mentions_any,
    one_line,
)
from socplanner.formats.external.pair_headings import LETTERS_ITSELF


def pair_up(table: DraftTable) -> None:
    """Set parties and tasks of `table` from its pairs; ask where there is no column of parties."""
    party, task = _columns(table)
    table.unclear = [each for each in table.unclear if each.code != "two-task-columns"]
    if party is None or task is None:
        table.ask("no-parties", sheet=table.canvas.grid.name, row=table.header_rows[0])
        return
    table.form = "pairs"
    if table.group_column in {party, task}:
        table.group_column = None
    table.task_column = task
    label = table.line(party)
    table.left_out = [each for each in table.left_out if each.values.get("column") != label]
    cells: dict[int, dict[str, Written]] = {}
    first: dict[str, int] = {}
    current, carried, name = table.band.body[0], "", ""
    is_list = LETTERS_ITSELF in table.band.symbols.values()
    for row in table.band.body:
        name = _party(table, row, party) or (name if is_list else "")
        text = table.canvas.text(row, task)
        if party < task or is_list:  # tasks are repeated below each party
            shown = table.canvas.shown_below(row, task)
            current = first.setdefault(shown or carried, row) if shown or is_list else row
        elif text and (text != carried or name in cells.get(current, {})):
            current = row  # a task begins: its name is here and is not that of the last one
        carried = text or carried
        _add_cell(table, cells.setdefault(current, {}), name, _ticks(table, row))
    names = list(dict.fromkeys(name for by_name in cells.values() for name in by_name))
    table.parties = [PartyAt(PartyColumn(name), ()) for name in names]
    for row, by_name in cells.items():
        table.tasks.append(_task(table, row, tuple(by_name.get(n, NOT_WRITTEN) for n in names)))


def _add_cell(table: DraftTable, by_name: dict[str, Written], name: str, cell: Written) -> None:
    """Add `cell` of party `name` to the cells of one task, `by_name`.

    A party that occurs twice is joined or numbered as answered; without an answer, ask.
    """
    is_list = LETTERS_ITSELF in table.band.symbols.values()
    if name in by_name and (is_list or name in table.answers.as_one):
        first = by_name[name]
        texts = " ".join(text for text in (first.text, cell.text) if text)
        by_name[name] = Written(texts, tuple(dict.fromkeys((*first.letters, *cell.letters))))
        return
    if name in by_name and name in table.answers.as_several:
        number = 2
        while f"{name} ({number})" in by_name:
            number += 1
        name = f"{name} ({number})"
    elif name in by_name:
        table.ask("party-named-twice", name=name, times=2)
    by_name[name] = cell


def _columns(table: DraftTable) -> tuple[int | None, int | None]:
    """Return the columns of parties and of tasks, None for a missing one; ask which if unsure."""
    rows = table.band.body
    texts = {
        column: [t for row in rows if (t := table.canvas.text(row, column))]
        for column in _named_columns(table)
    }
    names = [
        c for c, cells in texts.items() if cells and sum(map(is_code, cells)) < 0.7 * len(cells)
    ]
    names = [c for c in names if c != table.group_column or len(names) == 2]
    party_answers = sorted(table.answered_parties() & set(names))
    if len(party_answers) == 1 and table.answers.task_column in names:
        return party_answers[0], table.answers.task_column
    repeating = [c for c in names if len(texts[c]) == len(rows) and len(set(texts[c])) < len(rows)]
    headed = [c for c in repeating if mentions_any(table.heading(c), PARTY_HEADINGS)]
    party = next(reversed(headed or repeating), None)
    tasks = [c for c in names if c != party]
    headed = [c for c in tasks if mentions_any(table.heading(c), TASK_HEADINGS)]
    task = next(reversed(headed or tasks), None)
    if party is None or task is None:
        return party, task
    is_party, is_task = mentions_any(table.heading(party), PARTY_HEADINGS), bool(headed)
    is_complete = (
        is_party and is_task if party < task else is_party or is_task or task not in repeating
    )
    if not is_complete:
        table.ask("which-is-party", first=table.line(party), second=table.line(task))
    return party, task


def _named_columns(table: DraftTable) -> list[int]:
    """Return the columns that may name tasks or parties: before the letters, or by heading."""
    symbols = table.band.symbols
    if LETTERS_ITSELF not in symbols.values():
        return list(range(1, min(symbols)))
    cells = table.canvas.rows[table.band.header or 0]
    named = TASK_HEADINGS | PARTY_HEADINGS
    return [c for c, text in cells.items() if c not in symbols and mentions_any(text, named)]


def _party(table: DraftTable, row: int, column: int) -> str:
    return one_line(table.canvas.shown_below(row, column))


def _ticks(table: DraftTable, row: int) -> Written:
    letters: list[str] = []
    texts: list[str] = []
    for column, symbol in sorted(table.band.symbols.items()):
        text = table.canvas.text(row, column)
        reading = table.canvas.reader.read(text) if text else None
        if symbol == LETTERS_ITSELF and reading is not None:
            letters += reading.letters
            texts.append(text)
        elif text and (is_mark(text) or (reading is not None and symbol in reading.letters)):
            letters.append(symbol)
            texts.append(f"{symbol}:{text}")
        elif reading is not None and ANSWERED in reading.notes:
            letters.append(text[:LONGEST_QUESTION])
            texts.append(text)
        elif text and (reading is None or not reading.is_none):
            table.ask_cell(row, column, text)
    return Written(" ".join(texts), tuple(letters)) if letters else NOT_WRITTEN


def _task(table: DraftTable, row: int, cells: tuple[Written, ...]) -> TaskRow:
    canvas, code, group = table.canvas, table.code_column, table.group_column
    name = one_line(canvas.text(row, table.task_column or 0))
    text = canvas.text(row, code) if code is not None else ""
    above = canvas.shown_below(row, group) if group is not None else ""
    return TaskRow(row, name, cells, text, above)
