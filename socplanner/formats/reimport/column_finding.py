"""The columns of a re-imported sheet: by hidden key, else by heading with a question.

Rules:

- A column with a hidden key is what its key names, unless its heading names another party: then a
  question asks which of them it is (cells of one row alone were moved).
- A column without a key is what its heading names. It counts under a question if it has values.
- A heading that may name several parties asks which; one that names none is reported.
- A column with letters below no heading is reported.
"""

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
"""The most rows above the roles in which headings are searched."""


class _Named(NamedTuple):
    """A column identified by its heading, with the key such a column has."""

    column: int
    heading: str
    key: str


def sheet_columns(index: PlanIndex, headings: HeadingNames, report: SheetReport) -> SheetColumns:
    """Return the columns of the sheet; questions and ignored columns go to the `report`."""
    columns = SheetColumns()
    key_row = key_row_of(report.grid.texts)
    keyed = _read_keys(columns, key_row, index, report) if key_row else set()
    if not columns.id:
        columns.id = _column_of_ids(index, report)
    first = _first_role_row(columns, index, report)
    header_row = _header_row(first, index, headings, report)
    columns.header_row = header_row or key_row
    if header_row:
        _ask_about_torn(columns, index, report)
        _read_headings(columns, keyed, (index, headings), report)
        _report_nameless(columns, keyed, first, index, report)
    return columns


def _read_keys(columns: SheetColumns, row: int, index: PlanIndex, report: SheetReport) -> set[int]:
    """Add the columns with keys to `columns`; return all with a key, even an unknown one."""
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
    """Return the column with the most ids of roles, whatever its heading, or 0 for none."""
    ids = Counter(
        column
        for cells in report.rows.values()
        for column, text in cells.items()
        if text in index.roles
    )
    return max(ids, key=lambda column: ids[column], default=0)


def _first_role_row(columns: SheetColumns, index: PlanIndex, report: SheetReport) -> int:
    """Return the first row with the id of a role, or a code where there are no ids; 0 for none."""
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
    """Return the row above the roles with the most known headings, or 0 for none.

    `first` is the first row of a role, or 0 if it is unknown.
    """
    counts: Counter[int] = Counter()
    above = [row for row in sorted(report.rows) if not first or row < first]
    for row in above[-_MOST_ABOVE:] if first else above[:_MOST_ABOVE]:
        for text in report.rows[row].values():
            counts[row] += bool(headings.called(text) or index.parties_called(text))
    rows = [row for row, count in counts.items() if count > 1]
    return max(rows, key=lambda row: (counts[row], row), default=0)


def _ask_about_torn(columns: SheetColumns, index: PlanIndex, report: SheetReport) -> None:
    """Ask about columns whose headings name another party than their keys."""
    headings = report.cells(columns.header_row)
    for torn in list(columns.parties):
        named = index.parties_called(headings.get(torn.column, ""))
        if len(named) != 1 or torn.party in named:
            continue
        spot, heading = column_name(torn.column - 1), headings[torn.column]
        question = report.ask("column-torn", spot, (torn.party, *named), column=spot, name=heading)
        columns.parties.remove(torn)
        for party in (torn.party, *named):
            columns.add(torn.column, PARTY_KEY + party, condition(question, party))


def _read_headings(
    columns: SheetColumns,
    keyed: set[int],
    names: tuple[PlanIndex, HeadingNames],
    report: SheetReport,
) -> None:
    """Add the columns without a key by their headings, and ask whether that is right."""
    index, headings = names
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
        for column, _, key in unsure:
            if not columns.add(column, key, conditions):
                place = report.place(columns.header_row, column)
                report.ignore("too-many-copies", place)
    for column, _, key in named:
        if not carries_text(key):
            columns.add(column, key)


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
    """Report columns with an unknown heading; one with letters may be meant for a party."""
    texts = report.columns() if unknown else {}
    for column, heading in unknown:
        below = [text for text in texts[column] if text != heading]
        code = "unknown-party" if _are_letters(below, index) else "unknown-column"
        report.ignore(code, report.place(header_row, column), party=heading)


def _report_nameless(
    columns: SheetColumns, keyed: set[int], first: int, index: PlanIndex, report: SheetReport
) -> None:
    """Report columns with letters and no heading, which may have been lost by merging."""
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
    """Return whether more than half of `texts` are letters of the plan."""
    return sum(index.letters.read(text).cell is not None for text in texts) * 2 > len(texts)
