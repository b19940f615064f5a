"""Which columns are parties, and what they are called."""

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
    speaks_of,
)
from socplanner.formats.external.party_header_rows import choose_name_row, parties_below

FEWEST_DAYS = 3
"""So many headings that are days or months are a calendar, not people called May or Jan."""

NO_PARTY = OTHER_HEADINGS | TOTAL_WORDS | GROUP_HEADINGS | CODE_HEADINGS | TASK_HEADINGS


def find_parties(table: DraftTable) -> None:
    """Find the party columns of a matrix with letters in its cells, and ask about odd ones."""
    columns = [*_lettered(table), *table.said_parties()]
    if not columns:
        return
    choose_name_row(table, sorted(columns))
    first, last = min(columns), max(columns)
    columns += _silent_columns(table, first, last)
    table.parties = parties_below(table, sorted(columns))


def _lettered(table: DraftTable) -> list[int]:
    """Return the columns whose cells are letters, but for those that are asked about."""
    canvas, said = table.canvas, table.said_parties()
    found: list[int] = []
    for column in sorted({c for row in table.band.body for c in canvas.rows[row]}):
        letters = sum(canvas.has_letters(row, column) for row in table.band.body)
        texts = sum(_is_other(table, row, column) for row in table.band.body)
        if column in said:
            continue
        if letters * SHARE_OF_LETTERS < letters + texts or not letters:
            continue
        if table.is_left_out(column):
            table.leave("other-column", heading=table.head(column), column=column)
            continue
        if texts > letters:
            table.doubtful.append(column)
        elif _numbers_tasks(table, column) or _names_tasks(table, column, found):
            continue  # taken for codes or tasks when the other columns are looked at
        elif _is_party(table, column):
            found.append(column)
    return found


def _numbers_tasks(table: DraftTable, column: int) -> bool:
    """Tell whether the letters are a, b, c below a heading such as `No.`."""
    texts = [text for row in table.band.body if (text := table.canvas.text(row, column))]
    return speaks_of(table.head(column), CODE_HEADINGS) and len(set(texts)) == len(texts)


def _names_tasks(table: DraftTable, column: int, parties: list[int]) -> bool:
    """Tell whether tasks stand before the parties; one may be a letter in words, as 報告 is."""
    texts = {text for row in table.band.body if (text := table.canvas.text(row, column))}
    is_headed = is_only(table.head(column), TASK_HEADINGS)
    return is_headed and not parties and any(len(text) > 1 for text in texts)


def _is_party(table: DraftTable, column: int) -> bool:
    """Tell a party from a priority or a status in letters, and ask where both may be."""
    heading = table.head(column)
    mine = _letters_of(table, column)
    listed = table.canvas.reader.read(heading)
    is_list = listed is not None and len(listed.letters) > 2 and not heading.isalpha()
    if listed is not None and is_list and mine.keys() <= set(listed.letters):
        table.leave("other-column", heading=heading, column=column)
        return False  # `M/O/C` heads what it lists
    is_odd = False
    if _is_time(table, heading):
        table.leave("other-column", heading=heading, column=column)
        return False
    if any(table.canvas.reader.knows(letter) for letter in mine):
        is_odd = is_only(heading, NO_PARTY)
    elif speaks_of(heading, NO_PARTY):
        table.leave("other-column", heading=heading, column=column)
        return False
    else:
        others = _other_letters(table, column)
        is_known = bool(others) and all(map(table.canvas.reader.knows, others))
        is_odd = is_known and not any(others[letter] for letter in mine)
    if is_odd:
        table.ask("odd-column", heading=heading, column=column)
    return not is_odd


def _is_time(table: DraftTable, heading: str) -> bool:
    """Tell whether `heading` is a day or a month among others: `May` alone may be a person."""
    if not is_calendar(heading):
        return False
    heads = {table.head(c) for row in table.header_rows for c in table.canvas.rows.get(row, {})}
    return sum(map(is_calendar, heads)) >= FEWEST_DAYS


def _is_other(table: DraftTable, row: int, column: int) -> bool:
    text = table.canvas.text(row, column)
    return bool(text) and table.canvas.reading(row, column) is None


def _other_letters(table: DraftTable, column: int) -> Counter[str]:
    """Return the letters of all columns but `column` and those headed as no party is."""
    others = Counter[str]()
    for each, letters in table.letters.items():
        if each != column and not speaks_of(table.head(each), NO_PARTY):
            others.update(letters)
    return others


def _letters_of(table: DraftTable, column: int) -> Counter[str]:
    if not table.letters:
        for row in table.band.body:
            for each in table.canvas.rows[row]:
                reading = table.canvas.reading(row, each)
                if reading is not None:
                    table.letters.setdefault(each, Counter()).update(reading.letters)
    return table.letters.get(column, Counter())


def _silent_columns(table: DraftTable, first: int, last: int) -> list[int]:
    """Return headed columns that hold no letter but stand among the parties; ask at the edge."""
    silent = []
    canvas = table.canvas
    if not table.header_rows:
        return []
    top = table.header_rows[-1] if table.name_row is None else table.name_row
    taken = {column for column in range(first, last + 1) if _letters_of(table, column)}
    taken |= table.said_parties()
    taken |= {c for c, text in canvas.rows.get(top, {}).items() if _is_time(table, text)}
    for column in sorted(c for c in canvas.rows.get(top, {}) if c > first and c not in taken):
        heading = canvas.text(top, column)
        texts = any(_is_other(table, row, column) for row in table.band.body)
        marked = any(canvas.text(row, column) for row in table.band.body)
        if texts or is_only(heading, NO_PARTY):
            is_among = column < last and not speaks_of(heading, NO_PARTY)
            if is_among and column not in table.doubtful:
                table.doubtful.append(column)
            continue  # named when the other columns are looked at
        if table.is_left_out(column):
            if column not in table.spoken_of:
                table.leave("other-column", heading=heading, column=column)
        elif column < last or marked:
            silent.append(column)
        elif column == last + 1 or column - 1 in silent:
            silent.append(column)
            if looks_like_party(heading):
                continue
            table.ask("column-without-letters", heading=heading, column=column)
    return silent
