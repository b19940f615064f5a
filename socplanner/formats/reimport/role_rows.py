"""Which row of a returned sheet is which role: by id, else by code, else by name if confirmed."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from socplanner.domain.ids import RoleId, is_role_id
from socplanner.domain.reimport.sheet_values import NO, YES, Given
from socplanner.formats.record.cell_references import column_name
from socplanner.formats.reimport.plan_index import Known
from socplanner.formats.reimport.sheet_columns import SheetColumns
from socplanner.formats.reimport.sheet_report import Account, condition

_LISTED = 12
_MOST_DOUBLES = 3
_DOUBTS = {
    "code-and-name": "row-again",
    "code": "rows-by-code-only",
    "name": "rows-by-name",
}
"""What is asked of rows told by less than an id."""


class RoleRow(NamedTuple):
    """A row with its role, and what has to be so for it to be that role's."""

    row: int
    role: RoleId
    given: tuple[Given, ...] = ()


class _Guess(NamedTuple):
    """A row without an id, and by what its role was told."""

    row: int
    role: RoleId
    by: Literal["code-and-name", "code", "name"]


def role_rows(columns: SheetColumns, known: Known, account: Account) -> list[RoleRow]:
    """Return the rows of roles from top to bottom; what is left out goes to the `account`."""
    found: list[RoleRow] = []
    guesses: list[_Guess] = []
    torn: list[_Guess] = []
    strangers: list[int] = []
    lettered = columns.party_columns
    for row, cells in sorted(account.rows.items()):
        id_ = cells.get(columns.id, "").strip()
        if id_ in known.roles:
            other = _told_otherwise(columns, known, RoleId(id_), cells)
            if other is None:
                found.append(RoleRow(row, RoleId(id_)))
            else:
                torn.append(_Guess(row, other, "code"))
        elif is_role_id(id_):
            account.ignore(_why_unknown(id_, known), _spot(columns, account, row), role=id_)
        elif row != columns.head_row and not _is_counted(lettered, cells):
            guess = _guess(columns, known, row, cells)
            if guess is None:
                strangers.append(row)
            else:
                guesses.append(guess)
    found = sorted([*found, *_told(guesses, found, account), *_mended(torn, columns, account)])
    _tell_strangers(strangers, found, columns, known, account)
    return _few(found, columns, account)


def _few(found: list[RoleRow], columns: SheetColumns, account: Account) -> list[RoleRow]:
    """Return the first rows of each role: nobody can choose among hundreds of copies."""
    counts: Counter[RoleId] = Counter()
    kept = []
    for each in found:
        counts[each.role] += 1
        if counts[each.role] <= _MOST_DOUBLES:
            kept.append(each)
        else:
            account.ignore("too-many-copies", _spot(columns, account, each.row))
    return kept


def _why_unknown(id_: str, known: Known) -> str:
    base = known.ties.base
    return "role-gone" if base is not None and id_ in base.rows else "unknown-role"


def _guess(
    columns: SheetColumns, known: Known, row: int, cells: Mapping[int, str]
) -> _Guess | None:
    """Return the role that code or name of a row tell, if just one can be meant."""
    name, code = cells.get(columns.name, ""), cells.get(columns.code, "")
    called = known.roles_called(name) if name else ()
    coded = known.roles_coded(code) if code else ()
    both = [role for role in coded if role in called]
    if len(both) == 1:
        return _Guess(row, both[0], "code-and-name")
    if len(coded) == 1:
        return _Guess(row, coded[0], "code" if name else "code-and-name")
    if len(called) == 1 and not coded:
        return _Guess(row, called[0], "name")
    return None


def _told_otherwise(
    columns: SheetColumns, known: Known, role: RoleId, cells: Mapping[int, str]
) -> RoleId | None:
    """Return the role that code or name tell where they contradict the id of `role`."""
    coded = known.roles_coded(cells.get(columns.code, ""))
    called = known.roles_called(cells.get(columns.name, ""))
    if role in coded or role in called:
        return None
    return next((each[0] for each in (coded, called) if len(each) == 1), None)


def _mended(torn: list[_Guess], columns: SheetColumns, account: Account) -> Iterator[RoleRow]:
    """Yield rows as their ids and as their codes tell, and ask which of the two hold.

    Somebody sorted what he saw, and the hidden ids stayed where they were.
    """
    if not torn:
        return
    question = account.ask("rows-torn", "", n=len(torn), rows=_listed(torn))
    for each in torn:
        id_ = RoleId(account.cells(each.row)[columns.id].strip())
        yield RoleRow(each.row, each.role, condition(question, YES))
        yield RoleRow(each.row, id_, condition(question, NO))


def _is_counted(lettered: frozenset[int], cells: Mapping[int, str]) -> bool:
    """Tell whether numbers stand where letters would: counts below or above the roles."""
    texts = [text for column, text in cells.items() if column in lettered]
    return bool(texts) and all(text.isdecimal() for text in texts)


def _told(guesses: list[_Guess], found: list[RoleRow], account: Account) -> Iterator[RoleRow]:
    """Yield the rows that code and name tell alike, and ask about those told by less."""
    with_id = {each.role for each in found}
    sure = [each for each in guesses if each.by == "code-and-name" and each.role not in with_id]
    if sure:
        account.notice("rows-by-code", n=len(sure), rows=_listed(sure))
        yield from (RoleRow(each.row, each.role) for each in sure)
    told = set(sure)
    for by, code in _DOUBTS.items():
        doubted = [each for each in guesses if each.by == by and each not in told]
        if doubted:
            given = condition(account.ask(code, "", n=len(doubted), rows=_listed(doubted)))
            yield from (RoleRow(each.row, each.role, given) for each in doubted)


def _listed(guesses: list[_Guess]) -> str:
    said = [f"{each.row}: {each.role}" for each in guesses[:_LISTED]]
    return ", ".join(said) + (" …" if len(guesses) > _LISTED else "")


def _tell_strangers(
    strangers: list[int],
    found: list[RoleRow],
    columns: SheetColumns,
    known: Known,
    account: Account,
) -> None:
    """Tell of rows among the roles that hold letters and are no role of the plan."""
    first = found[0].row if found else 0
    lettered = columns.party_columns
    for row in strangers:
        cells = account.cells(row)
        texts = (text for column, text in cells.items() if column in lettered)
        if row > first > 0 and any(known.letters.read(text).cell for text in texts):
            name = next((cells[column] for column in columns.naming if column in cells), "")
            account.ignore("unknown-row", _spot(columns, account, row), name=name)


def _spot(columns: SheetColumns, account: Account, row: int) -> str:
    column = columns.id or columns.code or columns.name or 1
    return f"{account.sheet}!{column_name(column - 1)}{row}"
