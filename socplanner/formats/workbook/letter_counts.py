"""The results stored with the formulas of the matrix, computed in one pass over all cells."""

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
    """How often each letter occurs in each row and for each party, and the state of each row."""

    rows: tuple[Mapping[str, int], ...]
    parties: tuple[Mapping[str, int], ...]
    involved: tuple[int, ...]
    states: tuple[RowState, ...]
    kinds: tuple[int, ...]
    """For each row the sum of flags by kind of party, as the column `Layout.kinds` has it."""

    def total(self, symbol: str) -> int:
        """Return how often the letter `symbol` occurs in the whole matrix."""
        return sum(counts.get(symbol, 0) for counts in self.parties)

    @property
    def open_cells(self) -> int:
        """The number of cells with the letter for undecided."""
        return self.total(UNDECIDED_LETTER)


def letter_counts_of(matrix: Matrix, layout: Layout, findings: Iterable[Finding]) -> LetterCounts:
    """Return the counts of `matrix`, parties in the order of `layout`."""
    cached: dict[Cell, tuple[str, ...]] = {}
    parties: list[dict[str, int]] = [{} for _ in layout.order]
    involved = [0] * len(layout.order)
    place_of = {party_index: place for place, party_index in enumerate(layout.order)}
    rows: list[dict[str, int]] = []
    for row in matrix.rows:
        counts: dict[str, int] = {}
        for party_index, cell in enumerate(row.cells):
            if not cell:
                continue
            if cell not in cached:
                cached[cell] = symbols_in(cell)
            party_counts = parties[place_of[party_index]]
            involved[place_of[party_index]] += 1
            for symbol in cached[cell]:
                counts[symbol] = counts.get(symbol, 0) + 1
                party_counts[symbol] = party_counts.get(symbol, 0) + 1
        rows.append(counts)
    states = states_of(matrix, findings)
    kinds = tuple(_kinds_of_rows(matrix))
    return LetterCounts(tuple(rows), tuple(parties), tuple(involved), states, kinds)


def _kinds_of_rows(matrix: Matrix) -> Iterator[int]:
    """Yield the sum of flags by kind of party for each row."""
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
    """Return the flags that `letters` of a party of `kind` set for their row, as a sum."""
    performs = any(each.performs for each in letters)
    if kind == "provider":
        accountable = any(each.accountable for each in letters)
        return performs * PROVIDER_PERFORMS | accountable * PROVIDER_ACCOUNTABLE
    if kind == "internal":
        return performs * INSIDE_PERFORMS | bool(deciding_symbols(letters)) * INSIDE_DECIDES
    return 0
