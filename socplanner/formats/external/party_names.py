"""The names and departments of parties, and which of several with one name are the same party."""

from collections import Counter

from socplanner.formats.external.draft_table import DraftTable, PartyAt
from socplanner.formats.external.field_words import MATRIX_WORDS, flattened, one_line
from socplanner.formats.external.party_header_rows import top_of


def name_parties(table: DraftTable) -> None:
    """Set the departments of the parties, apply answers, ask about missing or doubled names."""
    _find_departments(table)
    _apply_answers(table)
    for at in table.parties:
        if not at.party.name:
            table.ask("party-without-name", column=at.columns[0][0])
    named = [at for at in table.parties if at.party.name]
    blanks = [at for at in named if is_placeholder(at.party.name)]
    if blanks:
        _ask_for_names(table, blanks)
    names = Counter(_full_name(at) for at in named if at not in blanks)
    for (name, _), times in names.items():
        if times > 1 and name in table.answers.as_one:
            _make_one(table, name)
        elif times > 1 and name in table.answers.as_several:
            _make_unique(table, name)
        elif times > 1:
            table.ask("party-named-twice", name=name, times=times)


def _full_name(at: PartyAt) -> tuple[str, str]:
    return at.party.name, at.party.group


def _apply_answers(table: DraftTable) -> None:
    """Leave out what was answered to be no party, and name the others as answered."""
    parties = []
    for at in table.parties:
        column = at.columns[0][0] if at.columns else None
        if column is None:
            parties.append(at)
        elif table.is_left_out(column):
            table.leave_out("other-column", heading=at.party.name, column=column)
        else:
            answered = table.answers.names.get(table.line(column), "").strip()
            parties.append(at._replace(party=at.party._replace(name=answered)) if answered else at)
    table.parties = parties


def _ask_for_names(table: DraftTable, blanks: list[PartyAt]) -> None:
    """Ask for the names of parties that still have the placeholder of a template."""
    columns = tuple(table.line(at.columns[0][0]) for at in blanks if at.columns)
    table.ask(
        "template-unfilled",
        sheet=table.canvas.grid.name,
        row=table.header_rows[-1] if table.header_rows else table.band.top,
        parties=len(blanks),
        example=blanks[0].party.name,
        columns=columns if len(columns) == len(blanks) else (),
    )


def _make_one(table: DraftTable, name: str) -> None:
    """Join the parties with the name `name` in one department into one with all their columns."""
    parties: list[PartyAt] = []
    first: dict[tuple[str, str], int] = {}
    for at in table.parties:
        place = first.get(_full_name(at)) if at.party.name == name else None
        if place is None:
            first[_full_name(at)] = len(parties)
            parties.append(at)
            continue
        places = (*parties[place].party.places, *at.party.places)
        columns = (*parties[place].columns, *at.columns)
        parties[place] = PartyAt(parties[place].party._replace(places=places), columns)
    table.parties = parties


def _make_unique(table: DraftTable, name: str) -> None:
    """Add their columns to the names of all parties with the name `name`."""
    table.parties = [
        at._replace(party=at.party._replace(name=f"{name} ({table.line(at.columns[0][0])})"))
        if at.party.name == name and at.columns
        else at
        for at in table.parties
    ]


def is_placeholder(name: str) -> bool:
    """Return whether `name` is the placeholder of a template: `[Name]`, `<Name>`."""
    return name.startswith(("[", "<")) and name.endswith(("]", ">"))


def _find_departments(table: DraftTable) -> None:
    """Add the row above the names as one of departments, unless it is a title; ask if unsure."""
    if not table.header_rows or not table.parties or table.form != "letters":
        return
    if table.name_row is not None or any(at.party.group for at in table.parties):
        return
    canvas, columns = table.canvas, table.party_columns()
    row = top_of(table, columns) - 1
    above = {c: canvas.text(row, c) for c in columns if canvas.is_text(row, c)}
    if not above or any(canvas.block(row, c).left < columns[0] for c in above):
        return
    names_here = {c: canvas.text(table.header_rows[0], c) for c in columns}
    blank_names = [c for c in columns if not names_here[c]]
    if len(above) == 1 and not blank_names:
        covered = canvas.block(row, next(iter(above)))
        spans = covered.right - covered.left + 1
        is_title = any(word in flattened(next(iter(above.values()))) for word in MATRIX_WORDS)
        is_at_edge = spans == 1 and next(iter(above)) == columns[0]
        if spans >= len(columns) or is_at_edge or is_title:
            table.leave_out("title", text=next(iter(above.values())), row=row)
            return
    if len(above) == len(columns) and len(set(above.values())) == len(columns) and not blank_names:
        answered = table.answers.header_row
        if answered == row:
            table.parties = [_named(at, above[at.columns[0][0]]) for at in table.parties]
            table.header_rows.insert(0, row)
            return
        if answered is None and not canvas.across:
            upper, lower = above[columns[0]], names_here[columns[0]]
            table.ask("two-header-rows", row=row, upper=upper, lower=lower)
    if not _is_named_by_merges(table, row, list(above)):
        table.note("department-to-the-right", row=row)
    table.header_rows.insert(0, row)
    table.parties = [_with_group(table, row, at) for at in table.parties]


def _named(at: PartyAt, name: str) -> PartyAt:
    """Return the party with the name `name`, its former name as its group."""
    return at._replace(party=at.party._replace(name=one_line(name), group=at.party.name))


def _is_named_by_merges(table: DraftTable, row: int, columns: list[int]) -> bool:
    blocks = [table.canvas.block(row, column) for column in columns]
    covered = sum(block.right - block.left + 1 for block in blocks)
    return covered >= len(table.party_columns())


def _with_group(table: DraftTable, row: int, at: PartyAt) -> PartyAt:
    canvas, column = table.canvas, at.columns[0][0]
    group = canvas.shown(row, column)
    if not group and canvas.covering(row, column) is None:
        left = [c for c in table.party_columns() if c < column and canvas.text(row, c)]
        group = canvas.text(row, left[-1]) if left else ""
    name, group = at.party.name or one_line(canvas.shown(row, column)), one_line(group)
    return at._replace(party=at.party._replace(name=name, group="" if group == name else group))
