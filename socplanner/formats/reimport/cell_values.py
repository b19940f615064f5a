"""The values of the cells of a re-imported sheet that differ from the exported ones.

Rules:

- Only rows and columns that were found (`role_rows`, `column_finding`) are read.
- A cell with its exported text yields nothing, whatever the plan has now.
- A cell that cannot be read is reported as ignored, and never changes the plan.
- A value that is likely but not sure has a doubt; one that depends on an answer has conditions.
- The text of a merged block is proposed for all its cells, under a question.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from socplanner.domain.duty_values import DutyAddress, clean_value, validate_text
from socplanner.domain.letters import BLANK, SEPARATORS
from socplanner.domain.no_letter import is_removal
from socplanner.domain.reimport.sheet_values import (
    DASH,
    STRUCK_OUT,
    USUAL,
    YES,
    CellValue,
    Condition,
    Question,
)
from socplanner.formats.record.base import BaseRow
from socplanner.formats.record.cell_references import column_name
from socplanner.formats.reimport.merged_cells import covered_cells
from socplanner.formats.reimport.plan_index import PlanIndex, folded_name
from socplanner.formats.reimport.role_rows import RoleRow
from socplanner.formats.reimport.sheet_columns import SheetColumns
from socplanner.formats.reimport.sheet_report import SheetReport, condition
from socplanner.formats.sheets.grid import Block, Place

_AROUND = SEPARATORS + " \t\n"
"""What remains around letters when others beside them are struck through."""

_TEXTS = frozenset({"coverage", "note"})


class ReadValue(NamedTuple):
    """A value with the row and column of its cell, from 1."""

    row: int
    column: int
    value: CellValue


class _Read(NamedTuple):
    """The value of a text, remarks on how it was read, and the code of its doubt or ""."""

    value: str
    remarks: tuple[str, ...] = ()
    doubt: str = ""


class CellValues:
    """Reads the cells of one sheet in which rows and columns have been found."""

    def __init__(
        self, columns: SheetColumns, rows: list[RoleRow], index: PlanIndex, report: SheetReport
    ) -> None:
        """Find the cells that merged blocks cover first, since the block has their text."""
        self._columns = columns
        self._rows = rows
        self._index = index
        self._report = report
        places = [*columns.party_columns, *(each.column for each in columns.fields)]
        numbers = (each.row for each in rows)
        self._covered = covered_cells(report.grid.merged, numbers, places)
        grid = report.grid
        self._marked = frozenset(place.row for place in (*grid.unread, *grid.struck))
        self._questions: dict[Block, Question] = {}
        base = index.provenance.base
        self._base_places = {} if base is None else {p: n for n, p in enumerate(base.parties)}

    def read_values(self) -> Iterator[ReadValue]:
        """Yield the values that differ from the exported ones, row by row."""
        base = self._index.provenance.base
        for row in self._rows:
            exported = None if base is None else base.rows.get(row.role)
            yield from self._letters(row, exported)
            yield from self._fields(row, exported)

    def _letters(self, row: RoleRow, exported: BaseRow | None) -> Iterator[ReadValue]:
        cells = self._report.cells(row.row)
        places = self._base_places
        for column, party, conditions in self._columns.parties:
            place = None if exported is None else places.get(party)
            base = None if exported is None or place is None else exported.cells[place]
            text = cells.get(column, "")
            if text == base and not self._covered and row.row not in self._marked:
                continue
            address = DutyAddress(row.role, "letters", party)
            yield from self._value(row, column, address, base, conditions)

    def _fields(self, row: RoleRow, exported: BaseRow | None) -> Iterator[ReadValue]:
        for column, field, conditions in self._columns.fields:
            address = DutyAddress(row.role, field)
            base = None if exported is None else str(getattr(exported, field))
            yield from self._value(row, column, address, base, conditions)

    def _value(
        self,
        row: RoleRow,
        column: int,
        address: DutyAddress,
        base: str | None,
        column_conditions: tuple[Condition, ...],
    ) -> Iterator[ReadValue]:
        """Yield the value of one cell, if it differs from the exported one and can be read."""
        block = self._covered.get(Place(row.row, column))
        spot = Place(row.row, column) if block is None else Place(block.top, block.left)
        text = self._report.cells(spot.row).get(spot.column, "")
        unstruck = self._report.grid.struck.get(spot)
        unread = self._report.grid.unread.get(spot)
        if unread is not None:
            self._report.ignore(unread, self._report.place(*spot), text=text)
            return
        if text == base and unstruck is None:
            return
        read = self._read(address.field, text if unstruck is None else unstruck, spot)
        if read is None:
            return
        value, remarks, doubt = read
        doubt = doubt if unstruck is None else STRUCK_OUT
        before = self._as_now(address, base)
        if before is not None and value in {before, self._as_typed(address, before)}:
            return
        conditions = (*row.conditions, *column_conditions)
        if block is not None:
            conditions = (*conditions, *condition(self._question(block)))
        place = self._report.place(row.row, column)
        cell_value = CellValue(address, before, value, place, remarks, conditions, doubt)
        yield ReadValue(row.row, column, cell_value)

    def _read(self, field: str, text: str, spot: Place) -> _Read | None:
        """Return the value of `text` and how it was read; report an unreadable one, return None."""
        if field == "letters":
            bare = text if spot not in self._report.grid.struck else text.strip(_AROUND)
            cell, remarks = self._index.letters.read(bare)
            if cell is not None:
                return _Read(cell, remarks)
            if is_removal(text):
                return _Read(BLANK, (), DASH)
            usual = self._index.usual.read(text)
            if usual is not None:
                return _Read(usual, (), USUAL)
            code = "unreadable-letters"
        elif field in self._index.values:
            value = self._index.values[field].get(folded_name(text))
            if value is not None:
                return _Read(value)
            code = "unreadable-value" if text.strip() else "empty-value"
        else:
            cleaned = clean_value(field, trimmed_text(text))
            if validate_text(field, cleaned) is None:
                return _Read(cleaned)
            code = "unfit-text"
        self._report.ignore(code, self._report.place(*spot), text=text)
        return None

    def _as_now(self, address: DutyAddress, base: str | None) -> str | None:
        """Return the exported text as a value, its letters read in the plan's present set."""
        if base is None:
            return None
        if address.field == "letters":
            return self._index.letters.read(base).cell
        return base

    def _as_typed(self, address: DutyAddress, value: str) -> str:
        """Return `value` as it reads back from a cell: without the space around a text."""
        return trimmed_text(value) if address.field in _TEXTS else value

    def _question(self, block: Block) -> Question:
        """Return the question whether the text of a merged block applies to each of its cells."""
        if block not in self._questions:
            first = f"{column_name(block.left - 1)}{block.top}"
            spot = f"{first}:{column_name(block.right - 1)}{block.bottom}"
            text = self._report.cells(block.top).get(block.left, "")
            self._questions[block] = self._report.ask("merged-cells", spot, text=text)
        return self._questions[block]


def trimmed_text(text: str) -> str:
    """Return `text` as it is compared: no space around it, every line end as one newline."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def without_doubles(
    values: list[ReadValue], columns: SheetColumns, rows: list[RoleRow], report: SheetReport
) -> list[CellValue]:
    """Return the values; where a row or column occurs more than once and differs, ask which counts.

    Equal copies count once. With different ones, each value gets the condition that its copy is the
    answer to a question in the `report`.
    """
    by_row: defaultdict[str, list[int]] = defaultdict(list)
    claimed = Counter(row.row for row in rows)
    for row in rows:
        if claimed[row.row] == 1:  # else a question asks already which of two roles it is for
            by_row[row.role].append(row.row)
    by_column: defaultdict[str, list[int]] = defaultdict(list)
    for party in columns.parties:
        # else a question asks already which of several parties the column is for
        if all(each.option == YES for each in party.conditions):
            by_column[f"party:{party.party}"].append(party.column)
    for each in columns.fields:
        by_column[each.field].append(each.column)
    if all(len(places) == 1 for places in (*by_row.values(), *by_column.values())):
        return [each.value for each in values]
    row_conditions = _choices(by_row, _values_by(values, 0), "doubled-row", report)
    column_conditions = _choices(by_column, _values_by(values, 1), "doubled-column", report)
    kept = []
    for row_number, column, value in values:
        by_this = (row_conditions.get(row_number, ()), column_conditions.get(column, ()))
        if None not in by_this:
            conditions = (*value.conditions, *(by_this[0] or ()), *(by_this[1] or ()))
            kept.append(value if conditions == value.conditions else _with(value, conditions))
    return kept


def _with(value: CellValue, conditions: tuple[Condition, ...]) -> CellValue:
    return replace(value, conditions=conditions)


def _values_by(values: list[ReadValue], axis: int) -> Mapping[int, set[tuple[DutyAddress, str]]]:
    """Return the addresses and values of each row (axis 0) or column (axis 1), by its number."""
    by_line: defaultdict[int, set[tuple[DutyAddress, str]]] = defaultdict(set)
    for each in values:
        line = each.row if axis == 0 else each.column
        by_line[line].add((each.value.address, each.value.theirs))
    return by_line


def _choices(
    groups: Mapping[str, list[int]],
    values_by: Mapping[int, set[tuple[DutyAddress, str]]],
    code: str,
    report: SheetReport,
) -> dict[int, tuple[Condition, ...] | None]:
    """Return for each copied row or column the conditions under which it counts.

    None stands for a copy with the same values as the first, which does not count.
    """
    choices: dict[int, tuple[Condition, ...] | None] = {}
    for name, places in groups.items():
        if len(places) < 2:
            continue
        first, *others = (values_by.get(place, set()) for place in places)
        if all(other == first for other in others):
            choices |= dict.fromkeys(places[1:])
            continue
        is_row = code == "doubled-row"
        spots = [str(each) if is_row else column_name(each - 1) for each in places]
        question = report.ask(code, spots[0], spots, what=name, places=", ".join(spots))
        for place, spot in zip(places, spots, strict=True):
            choices[place] = condition(question, spot)
    return choices
