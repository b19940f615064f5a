"""Which cells a keystroke or a paste writes; each gesture becomes one edit."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.letters import BLANK, UNDECIDED_LETTER, Cell, LetterSet, symbols_in


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell of the matrix with what it holds."""

    role: RoleId
    party: PartyId
    cell: Cell


Written = tuple[tuple[RoleId, PartyId, Cell], ...]


def written(spots: Iterable[Spot], cell: Cell) -> Written:
    """Return `cell` written into every spot that holds something else."""
    return tuple((each.role, each.party, cell) for each in spots if each.cell != cell)


def cleared(spots: Iterable[Spot]) -> Written:
    """Return every spot that is not blank, blank."""
    return written(spots, BLANK)


def toggled(spots: Sequence[Spot], letters: LetterSet, symbol: str) -> Written:
    """Return `symbol` added where it is missing, or taken from all where all have it."""
    is_everywhere = all(symbol in symbols_in(each.cell) for each in spots)
    return tuple(
        (each.role, each.party, letters.with_symbol(each.cell, symbol))
        for each in spots
        if is_everywhere or symbol not in symbols_in(each.cell)
    )


def chosen_letters(
    spots: Iterable[Spot], letters: LetterSet, chosen: Mapping[str, bool]
) -> Written:
    """Return each symbol of `chosen` put into, or taken from, every spot.

    Undecided, once chosen, stands alone: it takes the place of every letter.
    """
    if chosen.get(UNDECIDED_LETTER):
        return written(spots, Cell(UNDECIDED_LETTER))
    given = {symbol for symbol, is_held in chosen.items() if is_held}
    changed = []
    for spot in spots:
        cell = letters.cell((set(symbols_in(spot.cell)) | given) - (chosen.keys() - given))
        if cell != spot.cell:
            changed.append((spot.role, spot.party, cell))
    return tuple(changed)


def filled_down(spots: Iterable[Spot]) -> Written:
    """Return the first spot of each party written into those after it."""
    tops: dict[PartyId, Cell] = {}
    return tuple(
        (spot.role, spot.party, tops[spot.party])
        for spot in spots
        if tops.setdefault(spot.party, spot.cell) != spot.cell
    )


def as_text(rows: Iterable[Iterable[Cell]]) -> str:
    """Return cells as spreadsheets exchange them: tabs between cells, a line end after each row."""
    return "".join("\t".join(row) + "\n" for row in rows)


def from_text(text: str) -> list[list[str]]:
    """Return the fields of tab-separated `text`; quotes around a field are taken off."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n").split("\n")
    return [[_unquoted(field) for field in line.split("\t")] for line in lines]


def _unquoted(field: str) -> str:
    plain = field.strip()
    is_quoted = len(plain) > 1 and plain.startswith('"') and plain.endswith('"')
    return plain[1:-1].replace('""', '"') if is_quoted else plain
