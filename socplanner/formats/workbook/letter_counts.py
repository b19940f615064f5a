"""The counts that stand beside the formulas, worked out once over all cells."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import add

from socplanner.domain.checks.finding import Finding
from socplanner.domain.letters import UNDECIDED_LETTER, Cell, Letter, symbols_in
from socplanner.domain.matrix import Matrix
from socplanner.formats.workbook.layout import Layout
from socplanner.formats.workbook.row_state import RowState, deciding_symbols, states_of


@dataclass(frozen=True, slots=True)
class LetterCounts:
    """How often each letter stands in each row and with each party, and the state of each row."""

    rows: tuple[Mapping[str, int], ...]
    parties: tuple[Mapping[str, int], ...]
    involved: tuple[int, ...]
    states: tuple[RowState, ...]
    working: tuple[tuple[int, ...], ...]
    """Of each row what `layout.WORKING` names."""

    def total(self, symbol: str) -> int:
        """Return how often the letter `symbol` stands in the whole matrix."""
        return sum(held.get(symbol, 0) for held in self.parties)

    @property
    def open_cells(self) -> int:
        """How many cells still hold the mark for undecided."""
        return self.total(UNDECIDED_LETTER)


def letter_counts_of(matrix: Matrix, layout: Layout, findings: Iterable[Finding]) -> LetterCounts:
    """Return the counts of `matrix`, parties in the order of `layout`."""
    known: dict[Cell, tuple[str, ...]] = {}
    parties: list[dict[str, int]] = [{} for _ in layout.order]
    involved = [0] * len(layout.order)
    place_of = {source: place for place, source in enumerate(layout.order)}
    rows: list[dict[str, int]] = []
    for row in matrix.rows:
        counts: dict[str, int] = {}
        for source, cell in enumerate(row.cells):
            if not cell:
                continue
            if cell not in known:
                known[cell] = symbols_in(cell)
            held = parties[place_of[source]]
            involved[place_of[source]] += 1
            for symbol in known[cell]:
                counts[symbol] = counts.get(symbol, 0) + 1
                held[symbol] = held.get(symbol, 0) + 1
        rows.append(counts)
    states = states_of(matrix, findings)
    working = tuple(_working_counts(matrix))
    return LetterCounts(tuple(rows), tuple(parties), tuple(involved), states, working)


def _working_counts(matrix: Matrix) -> Iterator[tuple[int, ...]]:
    """Yield for each row the counts by kind of party that the rules are worked out from."""
    letters, kinds = matrix.plan.letter_set, [party.kind for party in matrix.plan.parties]
    parts: dict[tuple[str, Cell], tuple[int, ...]] = {}
    for row in matrix.rows:
        total = (0, 0, 0, 0)
        for kind, cell in zip(kinds, row.cells, strict=True):
            if cell:
                part = parts.get((kind, cell))
                if part is None:
                    part = parts[kind, cell] = _part_of_cell(kind, letters.letters_in(cell))
                total = tuple(map(add, total, part))
        yield total


def _part_of_cell(kind: str, letters: Iterable[Letter]) -> tuple[int, ...]:
    """Return what a cell of a party of `kind` adds to the working counts of its row."""
    found = tuple(letters)
    performs = sum(each.performs for each in found)
    accountable = sum(each.accountable for each in found)
    return (
        performs if kind == "internal" else 0,
        performs if kind == "provider" else 0,
        accountable if kind == "provider" else 0,
        int(kind == "internal" and bool(deciding_symbols(found))),
    )
