"""Which columns are parties, and what they are called."""

from collections import Counter

from socplanner.domain.foreign.understood import PartyColumn
from socplanner.formats.foreign.band_finding import SHARE_OF_LETTERS
from socplanner.formats.foreign.draft_table import DraftTable, PartyAt
from socplanner.formats.foreign.field_words import (
    CODE_HEADINGS,
    GROUP_HEADINGS,
    OTHER_HEADINGS,
    TASK_HEADINGS,
    TOTAL_WORDS,
    is_only,
    speaks_of,
)

NO_PARTY = OTHER_HEADINGS | TOTAL_WORDS | GROUP_HEADINGS | CODE_HEADINGS | TASK_HEADINGS


def find_parties(table: DraftTable) -> None:
    """Find the party columns of a matrix with letters in its cells, and ask about odd ones."""
    columns = _lettered(table)
    columns = _without_odd(table, columns)
    if not columns:
        return
    first, last = min(columns), max(columns)
    for column in _silent_columns(table, first, last):
        columns.append(column)
    table.parties = [
        PartyAt(PartyColumn(table.head(column), (column,)), ((column, ""),))
        for column in sorted(columns)
    ]


def _lettered(table: DraftTable) -> list[int]:
    """Return the columns whose cells are letters, but for a few that are asked about."""
    canvas = table.canvas
    found = []
    for column in sorted({c for row in table.band.body for c in canvas.rows[row]}):
        letters = sum(canvas.has_letters(row, column) for row in table.band.body)
        texts = [row for row in table.band.body if _is_other(table, row, column)]
        if letters * SHARE_OF_LETTERS < letters + len(texts) or not letters:
            continue
        heading = table.head(column)
        if len(texts) > letters:
            table.doubtful.append(column)
        elif speaks_of(heading, NO_PARTY) and _other_letters(table, column):
            table.leave("other-column", heading=heading, column=column)
        elif is_only(heading, NO_PARTY):
            table.ask("odd-column", heading=heading, column=column)
        else:
            found.append(column)
    return found


def _is_other(table: DraftTable, row: int, column: int) -> bool:
    text = table.canvas.text(row, column)
    return bool(text) and table.canvas.reading(row, column) is None


def _other_letters(table: DraftTable, column: int) -> bool:
    """Tell whether the column's letters are not those of the rest: a priority, a status."""
    mine, others = _letters_of(table, column), Counter[str]()
    for each in {c for row in table.band.body for c in table.canvas.rows[row]}:
        if each != column and not speaks_of(table.head(each), NO_PARTY):
            others.update(_letters_of(table, each))
    return not all(others[letter] for letter in mine)


def _letters_of(table: DraftTable, column: int) -> Counter[str]:
    if not table.letters:
        for row in table.band.body:
            for each in table.canvas.rows[row]:
                reading = table.canvas.reading(row, each)
                if reading is not None:
                    table.letters.setdefault(each, Counter()).update(reading.letters)
    return table.letters.get(column, Counter())


def _without_odd(table: DraftTable, columns: list[int]) -> list[int]:
    """Return `columns` without those that share no letter with any other, and ask about these."""
    letters = {column: _letters_of(table, column) for column in columns}
    total = sum(letters.values(), Counter[str]())
    kept = []
    for column in columns:
        shared = any(total[letter] > number for letter, number in letters[column].items())
        if shared or len(columns) <= 2:
            kept.append(column)
        elif speaks_of(table.head(column), NO_PARTY):
            table.leave("other-column", heading=table.head(column), column=column)
        elif _is_known(table, column):
            kept.append(column)
        else:
            table.ask("odd-column", heading=table.head(column), column=column)
    return kept


def _is_known(table: DraftTable, column: int) -> bool:
    canvas = table.canvas
    readings = [canvas.reading(row, column) for row in table.band.body]
    return all(reading is None or reading.is_known for reading in readings)


def _silent_columns(table: DraftTable, first: int, last: int) -> list[int]:
    """Return headed columns that hold no letter but stand among the parties; ask at the edge."""
    silent = []
    canvas = table.canvas
    top = table.header_rows[-1] if table.header_rows else None
    if top is None:
        return []
    taken = {column for column in range(first, last + 1) if _letters_of(table, column)}
    for column in sorted(c for c in canvas.rows.get(top, {}) if c > first and c not in taken):
        heading = canvas.text(top, column)
        texts = any(_is_other(table, row, column) for row in table.band.body)
        marked = any(canvas.text(row, column) for row in table.band.body)
        if texts or speaks_of(heading, NO_PARTY):
            continue  # named when the other columns are looked at
        if column < last or marked:
            silent.append(column)
        elif column == last + 1 or column - 1 in silent:
            silent.append(column)
            table.ask("column-without-letters", heading=heading, column=column)
    return silent


def name_parties(table: DraftTable) -> None:
    """Give parties the department above them, and ask where a name is missing or doubled."""
    _find_departments(table)
    for at in table.parties:
        if not at.party.name:
            table.ask("party-without-name", column=at.columns[0][0])
    named = [at.party for at in table.parties if at.party.name]
    blanks = [party.name for party in named if is_placeholder(party.name)]
    if blanks:
        table.ask("template-unfilled", parties=len(blanks), example=blanks[0])
    names = Counter((party.name, party.group) for party in named if party.name not in blanks)
    for (name, _), times in names.items():
        if times > 1:
            table.ask("party-named-twice", name=name, times=times)


def is_placeholder(name: str) -> bool:
    """Tell whether `name` is what a template says where a name should be: `[Name]`."""
    return name.startswith(("[", "<")) and name.endswith(("]", ">"))


def _find_departments(table: DraftTable) -> None:
    """Look for one more header row above the names."""
    if not table.header_rows or not table.parties or table.form != "letters":
        return
    row, canvas = table.header_rows[0] - 1, table.canvas
    columns = table.party_columns()
    above = {c: canvas.text(row, c) for c in columns if canvas.text(row, c)}
    if not above or any(canvas.block(row, c).left < columns[0] for c in above):
        return
    names_here = {c: canvas.text(table.header_rows[0], c) for c in columns}
    blank_names = [c for c in columns if not names_here[c]]
    if len(above) == 1 and not blank_names:
        covered = canvas.block(row, next(iter(above)))
        spans = covered.right - covered.left + 1
        if spans >= len(columns) or (spans == 1 and next(iter(above)) == columns[0]):
            table.leave("title", text=next(iter(above.values())), row=row)
            return
    if len(above) == len(columns) and len(set(above.values())) == len(columns) and not blank_names:
        upper, lower = above[columns[0]], names_here[columns[0]]
        table.ask("two-header-rows", row=row, upper=upper, lower=lower)
    if not _merges_tell(table, row, list(above)):
        table.note("department-to-the-right", row=row)
    table.header_rows.insert(0, row)
    table.parties = [_with_group(table, row, at) for at in table.parties]


def _merges_tell(table: DraftTable, row: int, columns: list[int]) -> bool:
    blocks = [table.canvas.block(row, column) for column in columns]
    covered = sum(block.right - block.left + 1 for block in blocks)
    return covered >= len(table.party_columns())


def _with_group(table: DraftTable, row: int, at: PartyAt) -> PartyAt:
    canvas, column = table.canvas, at.columns[0][0]
    group = canvas.shown(row, column)
    if not group and canvas.covering(row, column) is None:
        left = [c for c in table.party_columns() if c < column and canvas.text(row, c)]
        group = canvas.text(row, left[-1]) if left else ""
    name = at.party.name or canvas.shown(row, column)
    return at._replace(party=at.party._replace(name=name, group="" if group == name else group))
