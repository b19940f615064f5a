"""Which column of a returned sheet is what: by its hidden key, else by its head with a question."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from socplanner.domain.ids import PartyId
from socplanner.formats.record.cell_references import column_name
from socplanner.formats.reimport.column_headings import HeadNames
from socplanner.formats.reimport.plan_index import Known
from socplanner.formats.reimport.sheet_columns import (
    PARTY_KEY,
    SheetColumns,
    key_row_of,
    says_something,
)
from socplanner.formats.reimport.sheet_report import Account, condition

_NONE = "-"
_MOST_ABOVE = 100
"""Rows in which heads are looked for."""


class _Named(NamedTuple):
    """A column that its head tells: the key it ought to have had."""

    column: int
    head: str
    key: str


def sheet_columns(known: Known, heads: HeadNames, account: Account) -> SheetColumns:
    """Return what the columns of the sheet are; what is not sure goes to the `account`."""
    columns = SheetColumns()
    key_row = key_row_of(account.grid.texts)
    keyed = _take_keys(columns, key_row, known, account) if key_row else set()
    if not columns.id:
        columns.id = _column_of_ids(known, account)
    first = _first_role_row(columns, known, account)
    head_row = _head_row(first, known, heads, account)
    columns.head_row = head_row or key_row
    if head_row:
        _mend_torn(columns, known, account)
        _take_heads(columns, keyed, (known, heads), account)
        _tell_nameless(columns, keyed, first, known, account)
    return columns


def _take_keys(columns: SheetColumns, row: int, known: Known, account: Account) -> set[int]:
    """Take the columns with keys; return all that have one, also one of a newer program."""
    parties = {party.id for party in known.plan.parties}
    keyed: set[int] = set()
    for column, text in sorted(account.cells(row).items()):
        key = text.strip()
        party = PartyId(key.removeprefix(PARTY_KEY))
        if key.startswith(PARTY_KEY) and party not in parties:
            base = known.ties.base
            is_gone = base is not None and party in base.parties
            code = "party-gone" if is_gone else "unknown-party"
            account.ignore(code, account.place(row, column), party=party)
        elif not columns.take(column, key):
            account.ignore("too-many-copies", account.place(row, column))
        keyed.add(column)
    return keyed


def _column_of_ids(known: Known, account: Account) -> int:
    """Return the column in which most ids of roles stand, whatever is said above it, or 0."""
    ids = Counter(
        column
        for cells in account.rows.values()
        for column, text in cells.items()
        if text in known.roles
    )
    return max(ids, key=lambda column: ids[column], default=0)


def _first_role_row(columns: SheetColumns, known: Known, account: Account) -> int:
    """Return the first row that an id tells, or a code where there are no ids; 0 for none."""
    if columns.id:
        named = (row for row, cells in account.rows.items() if cells.get(columns.id) in known.roles)
        return min(named, default=0)
    coded: dict[int, list[int]] = {}
    for row, cells in account.rows.items():
        for column, text in cells.items():
            if known.roles_coded(text):
                coded.setdefault(column, []).append(row)
    rows = coded.get(columns.code) or max(coded.values(), key=len, default=[])
    return min(rows, default=0)


def _head_row(first: int, known: Known, heads: HeadNames, account: Account) -> int:
    """Return the row above the roles in which most heads are known, or 0."""
    counts: Counter[int] = Counter()
    above = [row for row in sorted(account.rows) if not first or row < first]
    for row in above[-_MOST_ABOVE:] if first else above[:_MOST_ABOVE]:
        for text in account.rows[row].values():
            counts[row] += bool(heads.called(text) or known.parties_called(text))
    rows = [row for row, count in counts.items() if count > 1]
    return max(rows, key=lambda row: (counts[row], row), default=0)


def _mend_torn(columns: SheetColumns, known: Known, account: Account) -> None:
    """Ask about columns whose heads name another party than their keys."""
    heads = account.cells(columns.head_row)
    for each in list(columns.parties):
        named = known.parties_called(heads.get(each.column, ""))
        if len(named) != 1 or each.party in named:
            continue
        spot, head = column_name(each.column - 1), heads[each.column]
        question = account.ask("column-torn", spot, (each.party, *named), column=spot, name=head)
        columns.parties.remove(each)
        for party in (each.party, *named):
            columns.take(each.column, PARTY_KEY + party, condition(question, party))


def _take_heads(
    columns: SheetColumns, keyed: set[int], using: tuple[Known, HeadNames], account: Account
) -> None:
    """Take the columns without a key by what stands at their heads, and ask whether that holds."""
    known, heads = using
    named: list[_Named] = []
    strangers: list[tuple[int, str]] = []
    for column, text in sorted(account.cells(columns.head_row).items()):
        if column in keyed:
            continue
        key = heads.called(text)
        parties = () if key else known.parties_called(text)
        if key or len(parties) == 1:
            named.append(_Named(column, text, key or PARTY_KEY + parties[0]))
        elif parties:
            _ask_which(columns, column, text, parties, account)
        else:
            strangers.append((column, text))
    _take_named(columns, named, account)
    _tell_strangers(strangers, columns.head_row, known, account)


def _take_named(columns: SheetColumns, named: list[_Named], account: Account) -> None:
    asked = [each for each in named if says_something(each.key)]
    if asked:
        said = ", ".join(f"{column_name(each.column - 1)} “{each.head}”" for each in asked)
        given = condition(account.ask("columns-by-name", "", columns=said))
        for each in asked:
            if not columns.take(each.column, each.key, given):
                place = account.place(columns.head_row, each.column)
                account.ignore("too-many-copies", place)
    for each in named:
        if not says_something(each.key):
            columns.take(each.column, each.key)


def _ask_which(
    columns: SheetColumns, column: int, head: str, parties: Iterable[PartyId], account: Account
) -> None:
    spot = column_name(column - 1)
    question = account.ask("which-party", spot, (*parties, _NONE), column=spot, name=head)
    for party in parties:
        columns.take(column, PARTY_KEY + party, condition(question, party))


def _tell_strangers(
    strangers: list[tuple[int, str]], head_row: int, known: Known, account: Account
) -> None:
    """Tell of columns that are nobody's: one with letters may be meant for a party."""
    texts = account.columns() if strangers else {}
    for column, head in strangers:
        below = [text for text in texts[column] if text != head]
        code = "unknown-party" if _are_letters(below, known) else "unknown-column"
        account.ignore(code, account.place(head_row, column), party=head)


def _tell_nameless(
    columns: SheetColumns, keyed: set[int], first: int, known: Known, account: Account
) -> None:
    """Tell of columns with letters that nothing names: the head may have been merged away."""
    heads = account.cells(columns.head_row)
    below: dict[int, list[str]] = {}
    for row, cells in account.rows.items():
        for column, text in cells.items() if row >= first else ():
            below.setdefault(column, []).append(text)
    for column, texts in sorted(below.items()):
        is_named = column in heads or column in keyed or column in {columns.id, columns.code}
        if not is_named and _are_letters(texts, known):
            account.ignore("nameless-column", account.place(columns.head_row, column))


def _are_letters(texts: list[str], known: Known) -> bool:
    """Tell whether most of `texts` are letters of the plan."""
    return sum(known.letters.read(text).cell is not None for text in texts) * 2 > len(texts)
