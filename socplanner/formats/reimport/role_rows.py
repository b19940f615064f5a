"""The rows of roles in a re-imported sheet.

Rules:

- A row with the id of a role is that role's, unless code or name name another one: then a question
  asks which of them it is (visible columns were sorted without the hidden ids).
- A row without an id is the role's that both code and name name; a notice lists such rows. One
  found by less than both counts under a question.
- Of each role a few rows are kept. `cell_values` asks which of them counts.
- Rows of counts are passed over. Rows with an unknown id, or with letters and no role, are
  reported.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from socplanner.domain.ids import RoleId, is_role_id
from socplanner.domain.reimport.sheet_values import NO, YES, Condition
from socplanner.formats.record.cell_references import column_name
from socplanner.formats.reimport.plan_index import PlanIndex
from socplanner.formats.reimport.sheet_columns import SheetColumns
from socplanner.formats.reimport.sheet_report import SheetReport, condition

_LISTED = 12
_MOST_DOUBLES = 3
_DOUBTS = {
    "code-and-name": "row-again",
    "code": "rows-by-code-only",
    "name": "rows-by-name",
}
"""The code of the question about rows that were found by less than an id."""


class RoleRow(NamedTuple):
    """A row, its role, and the conditions under which it is that role's."""

    row: int
    role: RoleId
    conditions: tuple[Condition, ...] = ()


class _Guess(NamedTuple):
    """A row without a usable id, the role it was found to be, and by which columns."""

    row: int
    role: RoleId
    by: Literal["code-and-name", "code", "name"]


def role_rows(columns: SheetColumns, index: PlanIndex, report: SheetReport) -> list[RoleRow]:
    """Return the rows of roles from top to bottom; ignored rows go to the `report`."""
    rows: list[RoleRow] = []
    guesses: list[_Guess] = []
    torn: list[_Guess] = []
    unknown: list[int] = []
    lettered = columns.party_columns
    for row, cells in sorted(report.rows.items()):
        id_ = cells.get(columns.id, "").strip()
        if id_ in index.roles:
            other = _conflicting_role(columns, index, RoleId(id_), cells)
            if other is None:
                rows.append(RoleRow(row, RoleId(id_)))
            else:
                torn.append(_Guess(row, other, "code"))
        elif is_role_id(id_):
            report.ignore(_why_unknown(id_, index), _spot(columns, report, row), role=id_)
        elif row != columns.header_row and not _is_counted(lettered, cells):
            guess = _guess(columns, index, row, cells)
            if guess is None:
                unknown.append(row)
            else:
                guesses.append(guess)
    rows = sorted(
        [*rows, *_confirmed(guesses, rows, report), *_by_code_or_id(torn, columns, report)]
    )
    _report_unknown(unknown, rows, columns, index, report)
    return _few(rows, columns, report)


def _few(rows: list[RoleRow], columns: SheetColumns, report: SheetReport) -> list[RoleRow]:
    """Return the first rows of each role, since a person cannot choose among hundreds of copies."""
    counts: Counter[RoleId] = Counter()
    kept = []
    for row in rows:
        counts[row.role] += 1
        if counts[row.role] <= _MOST_DOUBLES:
            kept.append(row)
        else:
            report.ignore("too-many-copies", _spot(columns, report, row.row))
    return kept


def _why_unknown(id_: str, index: PlanIndex) -> str:
    base = index.provenance.base
    return "role-gone" if base is not None and id_ in base.rows else "unknown-role"


def _guess(
    columns: SheetColumns, index: PlanIndex, row: int, cells: Mapping[int, str]
) -> _Guess | None:
    """Return the role that code and name of a row name, or None if it is none or ambiguous."""
    name, code = cells.get(columns.name, ""), cells.get(columns.code, "")
    by_name = index.roles_called(name) if name else ()
    by_code = index.roles_coded(code) if code else ()
    both = [role for role in by_code if role in by_name]
    if len(both) == 1:
        return _Guess(row, both[0], "code-and-name")
    if len(by_code) == 1:
        return _Guess(row, by_code[0], "code" if name else "code-and-name")
    if len(by_name) == 1 and not by_code:
        return _Guess(row, by_name[0], "name")
    return None


def _conflicting_role(
    columns: SheetColumns, index: PlanIndex, role: RoleId, cells: Mapping[int, str]
) -> RoleId | None:
    """Return the role that code or name name where neither names `role`, else None."""
    by_code = index.roles_coded(cells.get(columns.code, ""))
    by_name = index.roles_called(cells.get(columns.name, ""))
    if role in by_code or role in by_name:
        return None
    return next((each[0] for each in (by_code, by_name) if len(each) == 1), None)


def _by_code_or_id(
    torn: list[_Guess], columns: SheetColumns, report: SheetReport
) -> Iterator[RoleRow]:
    """Yield each row once as its code and once as its id names it, and ask which of them is right.

    The visible columns were sorted, and the hidden ids stayed where they were.
    """
    if not torn:
        return
    question = report.ask("rows-torn", "", n=len(torn), rows=_listed(torn))
    for guess in torn:
        id_ = RoleId(report.cells(guess.row)[columns.id].strip())
        yield RoleRow(guess.row, guess.role, condition(question, YES))
        yield RoleRow(guess.row, id_, condition(question, NO))


def _is_counted(lettered: frozenset[int], cells: Mapping[int, str]) -> bool:
    """Return whether a row has numbers in place of letters: counts below or above the roles."""
    texts = [text for column, text in cells.items() if column in lettered]
    return bool(texts) and all(text.isdecimal() for text in texts)


def _confirmed(
    guesses: list[_Guess], sure_rows: list[RoleRow], report: SheetReport
) -> Iterator[RoleRow]:
    """Yield the rows found by code and name, and ask about those found by less."""
    with_id = {each.role for each in sure_rows}
    sure = [each for each in guesses if each.by == "code-and-name" and each.role not in with_id]
    if sure:
        report.notice("rows-by-code", n=len(sure), rows=_listed(sure))
        yield from (RoleRow(each.row, each.role) for each in sure)
    placed = set(sure)
    for by, code in _DOUBTS.items():
        doubted = [each for each in guesses if each.by == by and each not in placed]
        if doubted:
            conditions = condition(report.ask(code, "", n=len(doubted), rows=_listed(doubted)))
            yield from (RoleRow(each.row, each.role, conditions) for each in doubted)


def _listed(guesses: list[_Guess]) -> str:
    listed = [f"{each.row}: {each.role}" for each in guesses[:_LISTED]]
    return ", ".join(listed) + (" …" if len(guesses) > _LISTED else "")


def _report_unknown(
    unknown: list[int],
    rows: list[RoleRow],
    columns: SheetColumns,
    index: PlanIndex,
    report: SheetReport,
) -> None:
    """Report rows below the first role that have letters and are no role of the plan."""
    first = rows[0].row if rows else 0
    lettered = columns.party_columns
    for row in unknown:
        cells = report.cells(row)
        texts = (text for column, text in cells.items() if column in lettered)
        if row > first > 0 and any(index.letters.read(text).cell for text in texts):
            name = next((cells[column] for column in columns.naming if column in cells), "")
            report.ignore("unknown-row", _spot(columns, report, row), name=name)


def _spot(columns: SheetColumns, report: SheetReport, row: int) -> str:
    column = columns.id or columns.code or columns.name or 1
    return f"{report.sheet}!{column_name(column - 1)}{row}"
