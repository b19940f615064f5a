"""Which column of a returned sheet is what: by its hidden key, else by its head with a question."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from socplanner.domain.ids import PartyId
from socplanner.formats.record.cell_references import column_name
from socplanner.formats.reimport.column_headings import HeadingNames
from socplanner.formats.reimport.plan_index import PlanIndex
from socplanner.formats.reimport.sheet_columns import (
    PARTY_KEY,
    SheetColumns,
    carries_text,
    key_row_of,
)
from socplanner.formats.reimport.sheet_report import SheetReport, condition

_NONE = "-"
_MOST_ABOVE = 100
"""Rows in which heads are looked for."""


class _Named(NamedTuple):
    """A column that its head tells: the key it ought to have had."""

    column: int
    heading: str
    key: str


def sheet_columns(index: PlanIndex, headings: HeadingNames, report: SheetReport) -> SheetColumns:
    """Return what the columns of the sheet are; what is not sure goes to the `report`."""
    columns = SheetColumns()
    key_row = key_row_of(report.grid.texts)
    keyed = _read_keys(columns, key_row, index, report) if key_row else set()
    if not columns.id:
        columns.id = _column_of_ids(index, report)
    first = _first_role_row(columns, index, report)
    header_row = _header_row(first, index, headings, report)
    columns.header_row = header_row or key_row
    if header_row:
        _mend_torn(columns, index, report)
        _read_headings(columns, keyed, (index, headings), report)
        _report_nameless(columns, keyed, first, index, report)
    return columns


def _read_keys(columns: SheetColumns, row: int, index: PlanIndex, report: SheetReport) -> set[int]:
    """Take the columns with keys; return all that have one, also one of a newer program."""
    parties = {party.id for party in index.plan.parties}
    keyed: set[int] = set()
    for column, text in sorted(report.cells(row).items()):
        key = text.strip()
        party = PartyId(key.removeprefix(PARTY_KEY))
        if key.startswith(PARTY_KEY) and party not in parties:
            base = index.provenance.base
            is_gone = base is not None and party in base.parties
            code = "party-gone" if is_gone else "unknown-party"
            report.ignore(code, report.place(row, column), party=party)
        elif not columns.add(column, key):
            report.ignore("too-many-copies", report.place(row, column))
        keyed.add(column)
    return keyed


def _column_of_ids(index: PlanIndex, report: SheetReport) -> int:
    """Return the column in which most ids of roles stand, whatever is said above it, or 0."""
    ids = Counter(
        column
        for cells in report.rows.values()
        for column, text in cells.items()
        if text in index.roles
    )
    return max(ids, key=lambda column: ids[column], default=0)


def _first_role_row(columns: SheetColumns, index: PlanIndex, report: SheetReport) -> int:
    """Return the first row that an id tells, or a code where there are no ids; 0 for none."""
    if columns.id:
        named = (row for row, cells in report.rows.items() if cells.get(columns.id) in index.roles)
        return min(named, default=0)
    coded: dict[int, list[int]] = {}
    for row, cells in report.rows.items():
        for column, text in cells.items():
            if index.roles_coded(text):
                coded.setdefault(column, []).append(row)
    rows = coded.get(columns.code) or max(coded.values(), key=len, default=[])
    return min(rows, default=0)


def _header_row(first: int, index: PlanIndex, headings: HeadingNames, report: SheetReport) -> int:
    """Return the row above the roles in which most heads are known, or 0."""
    counts: Counter[int] = Counter()
    above = [row for row in sorted(report.rows) if not first or row < first]
    for row in above[-_MOST_ABOVE:] if first else above[:_MOST_ABOVE]:
        for text in report.rows[row].values():
            counts[row] += bool(headings.called(text) or index.parties_called(text))
    rows = [row for row, count in counts.items() if count > 1]
    return max(rows, key=lambda row: (counts[row], row), default=0)


def _mend_torn(columns: SheetColumns, index: PlanIndex, report: SheetReport) -> None:
    """Ask about columns whose heads name another party than their keys."""
    headings = report.cells(columns.header_row)
    for each in list(columns.parties):
        named = index.parties_called(headings.get(each.column, ""))
        if len(named) != 1 or each.party in named:
            continue
        spot, heading = column_name(each.column - 1), headings[each.column]
        question = report.ask("column-torn", spot, (each.party, *named), column=spot, name=heading)
        columns.parties.remove(each)
        for party in (each.party, *named):
            columns.add(each.column, PARTY_KEY + party, condition(question, party))


def _read_headings(
    columns: SheetColumns,
    keyed: set[int],
    using: tuple[PlanIndex, HeadingNames],
    report: SheetReport,
) -> None:
    """Take the columns without a key by what stands at their heads, and ask whether that holds."""
    index, headings = using
    named: list[_Named] = []
    unknown: list[tuple[int, str]] = []
    for column, text in sorted(report.cells(columns.header_row).items()):
        if column in keyed:
            continue
        key = headings.called(text)
        parties = () if key else index.parties_called(text)
        if key or len(parties) == 1:
            named.append(_Named(column, text, key or PARTY_KEY + parties[0]))
        elif parties:
            _ask_which(columns, column, text, parties, report)
        else:
            unknown.append((column, text))
    _add_named(columns, named, report)
    _report_unknown(unknown, columns.header_row, index, report)


def _add_named(columns: SheetColumns, named: list[_Named], report: SheetReport) -> None:
    unsure = [each for each in named if carries_text(each.key)]
    if unsure:
        listed = ", ".join(f"{column_name(each.column - 1)} “{each.heading}”" for each in unsure)
        conditions = condition(report.ask("columns-by-name", "", columns=listed))
        for each in unsure:
            if not columns.add(each.column, each.key, conditions):
                place = report.place(columns.header_row, each.column)
                report.ignore("too-many-copies", place)
    for each in named:
        if not carries_text(each.key):
            columns.add(each.column, each.key)


def _ask_which(
    columns: SheetColumns,
    column: int,
    heading: str,
    parties: Iterable[PartyId],
    report: SheetReport,
) -> None:
    spot = column_name(column - 1)
    question = report.ask("which-party", spot, (*parties, _NONE), column=spot, name=heading)
    for party in parties:
        columns.add(column, PARTY_KEY + party, condition(question, party))


def _report_unknown(
    unknown: list[tuple[int, str]], header_row: int, index: PlanIndex, report: SheetReport
) -> None:
    """Tell of columns that are nobody's: one with letters may be meant for a party."""
    texts = report.columns() if unknown else {}
    for column, heading in unknown:
        below = [text for text in texts[column] if text != heading]
        code = "unknown-party" if _are_letters(below, index) else "unknown-column"
        report.ignore(code, report.place(header_row, column), party=heading)


def _report_nameless(
    columns: SheetColumns, keyed: set[int], first: int, index: PlanIndex, report: SheetReport
) -> None:
    """Tell of columns with letters that nothing names: the head may have been merged away."""
    headings = report.cells(columns.header_row)
    below: dict[int, list[str]] = {}
    for row, cells in report.rows.items():
        for column, text in cells.items() if row >= first else ():
            below.setdefault(column, []).append(text)
    for column, texts in sorted(below.items()):
        is_named = column in headings or column in keyed or column in {columns.id, columns.code}
        if not is_named and _are_letters(texts, index):
            report.ignore("nameless-column", report.place(columns.header_row, column))


def _are_letters(texts: list[str], index: PlanIndex) -> bool:
    """Tell whether most of `texts` are letters of the plan."""
    return sum(index.letters.read(text).cell is not None for text in texts) * 2 > len(texts)
