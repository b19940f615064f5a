"""The counts that stand beside the formulas, worked out once over all cells."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from socplanner.domain.checks.finding import Finding
from socplanner.domain.letters import UNDECIDED_LETTER, Cell, Letter, symbols_in
from socplanner.domain.matrix import Matrix
from socplanner.formats.workbook.layout import (
    INSIDE_DECIDES,
    INSIDE_PERFORMS,
    PROVIDER_ACCOUNTABLE,
    PROVIDER_PERFORMS,
    Layout,
)
from socplanner.formats.workbook.row_state import RowState, deciding_symbols, states_of


@dataclass(frozen=True, slots=True)
class LetterCounts:
    """How often each letter stands in each row and with each party, and the state of each row."""

    rows: tuple[Mapping[str, int], ...]
    parties: tuple[Mapping[str, int], ...]
    involved: tuple[int, ...]
    states: tuple[RowState, ...]
    kinds: tuple[int, ...]
    """Of each row what holds by kind of party, as `Layout.kinds` adds it up."""

    def total(self, symbol: str) -> int:
        """Return how often the letter `symbol` stands in the whole matrix."""
        return sum(counts.get(symbol, 0) for counts in self.parties)

    @property
    def open_cells(self) -> int:
        """How many cells still hold the mark for undecided."""
        return self.total(UNDECIDED_LETTER)


def letter_counts_of(matrix: Matrix, layout: Layout, findings: Iterable[Finding]) -> LetterCounts:
    """Return the counts of `matrix`, parties in the order of `layout`."""
    cached: dict[Cell, tuple[str, ...]] = {}
    parties: list[dict[str, int]] = [{} for _ in layout.order]
    involved = [0] * len(layout.order)
    place_of = {source: place for place, source in enumerate(layout.order)}
    rows: list[dict[str, int]] = []
    for row in matrix.rows:
        counts: dict[str, int] = {}
        for source, cell in enumerate(row.cells):
            if not cell:
                continue
            if cell not in cached:
                cached[cell] = symbols_in(cell)
            party_counts = parties[place_of[source]]
            involved[place_of[source]] += 1
            for symbol in cached[cell]:
                counts[symbol] = counts.get(symbol, 0) + 1
                party_counts[symbol] = party_counts.get(symbol, 0) + 1
        rows.append(counts)
    states = states_of(matrix, findings)
    kinds = tuple(_kinds_of_rows(matrix))
    return LetterCounts(tuple(rows), tuple(parties), tuple(involved), states, kinds)


def _kinds_of_rows(matrix: Matrix) -> Iterator[int]:
    """Yield for each row what holds by kind of party."""
    letters, kinds = matrix.plan.letter_set, [party.kind for party in matrix.plan.parties]
    parts: dict[tuple[str, Cell], int] = {}
    for row in matrix.rows:
        fires = 0
        for kind, cell in zip(kinds, row.cells, strict=True):
            if cell:
                part = parts.get((kind, cell))
                if part is None:
                    part = parts[kind, cell] = _part_of_cell(kind, letters.letters_in(cell))
                fires |= part
        yield fires


def _part_of_cell(kind: str, letters: tuple[Letter, ...]) -> int:
    """Return what holds of a row because of a cell of a party of `kind`."""
    performs = any(each.performs for each in letters)
    if kind == "provider":
        accountable = any(each.accountable for each in letters)
        return performs * PROVIDER_PERFORMS | accountable * PROVIDER_ACCOUNTABLE
    if kind == "internal":
        return performs * INSIDE_PERFORMS | bool(deciding_symbols(letters)) * INSIDE_DECIDES
    return 0
