"""The columns of parties in a matrix with letters in its cells.

Rules:

- A column is a party's if letters are common in its cells, or if it was answered to be one.
- It is none if its letters number the tasks, name them, or are dates, or if its heading is that of
  another column; if letters and heading contradict each other, it is a question.
- A column without letters is a party's if it has a heading among those of the parties. At the edge
  it is a question, unless its heading looks like a party.
"""

from collections import Counter

from socplanner.formats.external.band_finding import SHARE_OF_LETTERS
from socplanner.formats.external.draft_table import DraftTable
from socplanner.formats.external.field_words import (
    CODE_HEADINGS,
    GROUP_HEADINGS,
    OTHER_HEADINGS,
    TASK_HEADINGS,
    TOTAL_WORDS,
    is_calendar,
    is_only,
    looks_like_party,
    mentions_any,
)
from socplanner.formats.external.party_header_rows import choose_name_row, parties_below

FEWEST_DAYS = 3
"""The headings of days or months that make a calendar; fewer may be people named May or Jan."""

NO_PARTY = OTHER_HEADINGS | TOTAL_WORDS | GROUP_HEADINGS | CODE_HEADINGS | TASK_HEADINGS


def find_parties(table: DraftTable) -> None:
    """Set the parties of `table` with their columns, and ask about columns that may be none."""
    columns = [*_lettered(table), *table.answered_parties()]
    if not columns:
        return
    choose_name_row(table, sorted(columns))
    first, last = min(columns), max(columns)
    columns += _silent_columns(table, first, last)
    table.parties = parties_below(table, sorted(columns))


def _lettered(table: DraftTable) -> list[int]:
    """Return the columns of letters that are certainly parties; others get questions or remarks."""
    canvas, answered = table.canvas, table.answered_parties()
    columns: list[int] = []
    for column in sorted({c for row in table.band.body for c in canvas.rows[row]}):
        letters = sum(canvas.has_letters(row, column) for row in table.band.body)
        texts = sum(_is_other(table, row, column) for row in table.band.body)
        if column in answered:
            continue
        if letters * SHARE_OF_LETTERS < letters + texts or not letters:
            continue
        if table.is_left_out(column):
            table.leave_out("other-column", heading=table.heading(column), column=column)
            continue
        if texts > letters:
            table.doubtful.append(column)
        elif _numbers_tasks(table, column) or _names_tasks(table, column, columns):
            continue  # `find_left_columns` reads it as codes or tasks
        elif _is_party(table, column):
            columns.append(column)
    return columns


def _numbers_tasks(table: DraftTable, column: int) -> bool:
    """Return whether the letters are codes a, b, c below a heading such as `No.`."""
    texts = [text for row in table.band.body if (text := table.canvas.text(row, column))]
    return mentions_any(table.heading(column), CODE_HEADINGS) and len(set(texts)) == len(texts)


def _names_tasks(table: DraftTable, column: int, parties: list[int]) -> bool:
    """Return whether the column has tasks; one of them may be a word for a letter, as 報告 is."""
    texts = {text for row in table.band.body if (text := table.canvas.text(row, column))}
    is_headed = is_only(table.heading(column), TASK_HEADINGS)
    return is_headed and not parties and any(len(text) > 1 for text in texts)


def _is_party(table: DraftTable, column: int) -> bool:
    """Return whether a column of letters is a party, not a priority or a status; ask if unsure."""
    heading = table.heading(column)
    letters = _letters_of(table, column)
    listed = table.canvas.reader.read(heading)
    is_list = listed is not None and len(listed.letters) > 2 and not heading.isalpha()
    if listed is not None and is_list and letters.keys() <= set(listed.letters):
        table.leave_out("other-column", heading=heading, column=column)
        return False  # a heading such as `M/O/C` lists the values of its column
    is_odd = False
    if _is_time(table, heading):
        table.leave_out("other-column", heading=heading, column=column)
        return False
    if any(table.canvas.reader.knows(letter) for letter in letters):
        is_odd = is_only(heading, NO_PARTY)
    elif mentions_any(heading, NO_PARTY):
        table.leave_out("other-column", heading=heading, column=column)
        return False
    else:
        others = _other_letters(table, column)
        are_readable = bool(others) and all(map(table.canvas.reader.knows, others))
        is_odd = are_readable and not any(others[letter] for letter in letters)
    if is_odd:
        table.ask("odd-column", heading=heading, column=column)
    return not is_odd


def _is_time(table: DraftTable, heading: str) -> bool:
    """Return whether `heading` is a day or a month among others: `May` alone may be a person."""
    if not is_calendar(heading):
        return False
    headings = {
        table.heading(c) for row in table.header_rows for c in table.canvas.rows.get(row, {})
    }
    return sum(map(is_calendar, headings)) >= FEWEST_DAYS


def _is_other(table: DraftTable, row: int, column: int) -> bool:
    text = table.canvas.text(row, column)
    return bool(text) and table.canvas.reading(row, column) is None


def _other_letters(table: DraftTable, column: int) -> Counter[str]:
    """Return the letters of all columns except `column` and those with a heading of no party."""
    others = Counter[str]()
    for other, letters in table.letters.items():
        if other != column and not mentions_any(table.heading(other), NO_PARTY):
            others.update(letters)
    return others


def _letters_of(table: DraftTable, column: int) -> Counter[str]:
    if not table.letters:
        for row in table.band.body:
            for other in table.canvas.rows[row]:
                reading = table.canvas.reading(row, other)
                if reading is not None:
                    table.letters.setdefault(other, Counter()).update(reading.letters)
    return table.letters.get(column, Counter())


def _silent_columns(table: DraftTable, first: int, last: int) -> list[int]:
    """Return columns without letters among the parties that have a heading; ask at the edge."""
    silent = []
    canvas = table.canvas
    if not table.header_rows:
        return []
    top = table.header_rows[-1] if table.name_row is None else table.name_row
    used = {column for column in range(first, last + 1) if _letters_of(table, column)}
    used |= table.answered_parties()
    used |= {c for c, text in canvas.rows.get(top, {}).items() if _is_time(table, text)}
    for column in sorted(c for c in canvas.rows.get(top, {}) if c > first and c not in used):
        heading = canvas.text(top, column)
        texts = any(_is_other(table, row, column) for row in table.band.body)
        marked = any(canvas.text(row, column) for row in table.band.body)
        if texts or is_only(heading, NO_PARTY):
            is_among = column < last and not mentions_any(heading, NO_PARTY)
            if is_among and column not in table.doubtful:
                table.doubtful.append(column)
            continue  # `find_left_columns` reports it
        if table.is_left_out(column):
            if column not in table.mentioned:
                table.leave_out("other-column", heading=heading, column=column)
        elif column < last or marked:
            silent.append(column)
        elif column == last + 1 or column - 1 in silent:
            silent.append(column)
            if looks_like_party(heading):
                continue
            table.ask("column-without-letters", heading=heading, column=column)
    return silent
