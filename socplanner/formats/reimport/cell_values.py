"""What each cell of a returned sheet says, where it is not what was sent out."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from socplanner.domain.letters import BLANK, SEPARATORS
from socplanner.domain.no_letter import is_removal
from socplanner.domain.reimport.sheet_values import (
    DASH,
    STRUCK_OUT,
    USUAL,
    YES,
    Given,
    Question,
    Said,
)
from socplanner.domain.reimport.topic import Field, Topic, clean_value, misfit
from socplanner.formats.record.base import BaseRow
from socplanner.formats.record.cell_references import column_name
from socplanner.formats.reimport.merged_cells import covered_cells
from socplanner.formats.reimport.plan_index import Known, folded_name
from socplanner.formats.reimport.role_rows import RoleRow
from socplanner.formats.reimport.sheet_columns import SheetColumns
from socplanner.formats.reimport.sheet_report import Account, condition
from socplanner.formats.sheets.grid import Block, Place

_AROUND = SEPARATORS + " \t\n"
"""What is left around letters of which others beside them are struck through."""

_TEXTS = frozenset({"coverage", "note"})


class Spoken(NamedTuple):
    """Something said, with the row and column that say it."""

    row: int
    column: int
    said: Said


class _Read(NamedTuple):
    """A value, what was done to read it, and what leaves it in doubt."""

    value: str
    remarks: tuple[str, ...] = ()
    doubt: str = ""


class CellValues:
    """Reads the cells of one sheet in which rows and columns have been found."""

    def __init__(
        self, columns: SheetColumns, rows: list[RoleRow], known: Known, account: Account
    ) -> None:
        """Look for merged cells first, since they hide what others say."""
        self._columns = columns
        self._rows = rows
        self._known = known
        self._account = account
        places = [*columns.party_columns, *(each.column for each in columns.fields)]
        numbers = (each.row for each in rows)
        self._covered = covered_cells(account.grid.merged, numbers, places)
        grid = account.grid
        self._marked = frozenset(place.row for place in (*grid.unread, *grid.struck))
        self._asked: dict[Block, Question] = {}
        base = known.ties.base
        self._base_places = {} if base is None else {p: n for n, p in enumerate(base.parties)}

    def spoken(self) -> Iterator[Spoken]:
        """Yield what the cells say row by row, whatever was left as it was sent out excepted."""
        base = self._known.ties.base
        for row in self._rows:
            sent = None if base is None else base.rows.get(row.role)
            yield from self._letters(row, sent)
            yield from self._fields(row, sent)

    def _letters(self, row: RoleRow, sent: BaseRow | None) -> Iterator[Spoken]:
        cells = self._account.cells(row.row)
        places = self._base_places
        for column, party, given in self._columns.parties:
            number = None if sent is None else places.get(party)
            base = None if sent is None or number is None else sent.cells[number]
            text = cells.get(column, "")
            if text == base and not self._covered and row.row not in self._marked:
                continue
            topic = Topic(row.role, "letters", party)
            yield from self._said(row, column, topic, base, given)

    def _fields(self, row: RoleRow, sent: BaseRow | None) -> Iterator[Spoken]:
        for column, field, given in self._columns.fields:
            topic = Topic(row.role, field)
            base = None if sent is None else str(getattr(sent, field))
            yield from self._said(row, column, topic, base, given)

    def _said(
        self, row: RoleRow, column: int, topic: Topic, base: str | None, given: tuple[Given, ...]
    ) -> Iterator[Spoken]:
        """Yield what one cell says, if that is new and can be read."""
        block = self._covered.get(Place(row.row, column))
        spot = Place(row.row, column) if block is None else Place(block.top, block.left)
        text = self._account.cells(spot.row).get(spot.column, "")
        left = self._account.grid.struck.get(spot)
        unread = self._account.grid.unread.get(spot)
        if unread is not None:
            self._account.ignore(unread, self._account.place(*spot), text=text)
            return
        if text == base and left is None:
            return
        read = self._read(topic.field, text if left is None else left, spot)
        if read is None:
            return
        theirs, remarks, doubt = read
        doubt = doubt if left is None else STRUCK_OUT
        before = self._as_now(topic, base)
        if before is not None and theirs in {before, self._as_typed(topic, before)}:
            return
        conditions = (*row.given, *given)
        if block is not None:
            conditions = (*conditions, *condition(self._question(block)))
        place = self._account.place(row.row, column)
        said = Said(topic, before, theirs, place, remarks, conditions, doubt)
        yield Spoken(row.row, column, said)

    def _read(self, field: Field, text: str, spot: Place) -> _Read | None:
        """Return the value of `text` and how it was read; None where that cannot be told."""
        if field == "letters":
            bare = text if spot not in self._account.grid.struck else text.strip(_AROUND)
            cell, remarks = self._known.letters.read(bare)
            if cell is not None:
                return _Read(cell, remarks)
            if is_removal(text):
                return _Read(BLANK, (), DASH)
            usual = self._known.usual.read(text)
            if usual is not None:
                return _Read(usual, (), USUAL)
            code = "unreadable-letters"
        elif field in self._known.values:
            value = self._known.values[field].get(folded_name(text))
            if value is not None:
                return _Read(value)
            code = "unreadable-value" if text.strip() else "empty-value"
        else:
            said = clean_value(field, trimmed_text(text))
            if misfit(field, said) is None:
                return _Read(said)
            code = "unfit-text"
        self._account.ignore(code, self._account.place(*spot), text=text)
        return None

    def _as_now(self, topic: Topic, base: str | None) -> str | None:
        """Return what was sent out as the plan's letters would have it now."""
        if base is None:
            return None
        if topic.field == "letters":
            return self._known.letters.read(base).cell
        return base

    def _as_typed(self, topic: Topic, value: str) -> str:
        """Return `value` as a cell gives it back: without the space around a text."""
        return trimmed_text(value) if topic.field in _TEXTS else value

    def _question(self, block: Block) -> Question:
        """Return the question whether what a merged block says holds for each of its cells."""
        if block not in self._asked:
            first = f"{column_name(block.left - 1)}{block.top}"
            spot = f"{first}:{column_name(block.right - 1)}{block.bottom}"
            text = self._account.cells(block.top).get(block.left, "")
            self._asked[block] = self._account.ask("merged-cells", spot, text=text)
        return self._asked[block]


def trimmed_text(text: str) -> str:
    """Return `text` as it is compared: no space around it, line ends of one kind."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def without_doubles(
    spoken: list[Spoken], columns: SheetColumns, rows: list[RoleRow], account: Account
) -> list[Said]:
    """Return what is said; where rows or columns are there twice and differ, ask which counts."""
    by_row: defaultdict[str, list[int]] = defaultdict(list)
    claimed = Counter(row.row for row in rows)
    for row in rows:
        if claimed[row.row] == 1:  # which of two roles it is for is asked already
            by_row[row.role].append(row.row)
    by_column: defaultdict[str, list[int]] = defaultdict(list)
    for party in columns.parties:
        # which of several parties a column is for is asked already
        if all(each.option == YES for each in party.given):
            by_column[f"party:{party.party}"].append(party.column)
    for each in columns.fields:
        by_column[each.field].append(each.column)
    if all(len(places) == 1 for places in (*by_row.values(), *by_column.values())):
        return [each.said for each in spoken]
    row_given = _choices(by_row, _said_by(spoken, 0), "doubled-row", account)
    column_given = _choices(by_column, _said_by(spoken, 1), "doubled-column", account)
    found = []
    for row_number, column, said in spoken:
        by_this = (row_given.get(row_number, ()), column_given.get(column, ()))
        if None not in by_this:
            given = (*said.given, *(by_this[0] or ()), *(by_this[1] or ()))
            found.append(said if given == said.given else _with(said, given))
    return found


def _with(said: Said, given: tuple[Given, ...]) -> Said:
    return replace(said, given=given)


def _said_by(spoken: list[Spoken], axis: int) -> Mapping[int, set[tuple[Topic, str]]]:
    """Return what each row (or each column) says."""
    found: defaultdict[int, set[tuple[Topic, str]]] = defaultdict(set)
    for each in spoken:
        place = each.row if axis == 0 else each.column
        found[place].add((each.said.topic, each.said.theirs))
    return found


def _choices(
    groups: Mapping[str, list[int]],
    said: Mapping[int, set[tuple[Topic, str]]],
    code: str,
    account: Account,
) -> dict[int, tuple[Given, ...] | None]:
    """Return for each doubled row or column what has to be answered for it to count.

    None stands for one that says just what the first says.
    """
    found: dict[int, tuple[Given, ...] | None] = {}
    for name, places in groups.items():
        if len(places) < 2:
            continue
        first, *others = (said.get(place, set()) for place in places)
        if all(other == first for other in others):
            found |= dict.fromkeys(places[1:])
            continue
        is_row = code == "doubled-row"
        spots = [str(each) if is_row else column_name(each - 1) for each in places]
        question = account.ask(code, spots[0], spots, what=name, places=", ".join(spots))
        for place, spot in zip(places, spots, strict=True):
            found[place] = condition(question, spot)
    return found
