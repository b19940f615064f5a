"""Which cells a keystroke or a paste writes; each gesture becomes one edit."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.letters import BLANK, UNDECIDED_LETTER, Cell, LetterSet, symbols_in


class Spot(NamedTuple):
    """A cell of the matrix with its letters."""

    role: RoleId
    party: PartyId
    cell: Cell


Written = tuple[tuple[RoleId, PartyId, Cell], ...]


def written(spots: Iterable[Spot], cell: Cell) -> Written:
    """Return `cell` written into every spot that has other letters."""
    return tuple((each.role, each.party, cell) for each in spots if each.cell != cell)


def cleared(spots: Iterable[Spot]) -> Written:
    """Return every spot that is not blank, blank."""
    return written(spots, BLANK)


def toggled(spots: Sequence[Spot], letters: LetterSet, symbol: str) -> Written:
    """Return `symbol` added where it is missing, or removed from all where all have it."""
    is_everywhere = all(symbol in symbols_in(each.cell) for each in spots)
    return tuple(
        (each.role, each.party, letters.with_symbol(each.cell, symbol))
        for each in spots
        if is_everywhere or symbol not in symbols_in(each.cell)
    )


def chosen_letters(
    spots: Iterable[Spot], letters: LetterSet, chosen: Mapping[str, bool]
) -> Written:
    """Return each symbol of `chosen` added to every spot, or removed from it.

    Undecided stands alone: it replaces every letter.
    """
    if chosen.get(UNDECIDED_LETTER):
        return written(spots, Cell(UNDECIDED_LETTER))
    added = {symbol for symbol, is_assigned in chosen.items() if is_assigned}
    changed = []
    for spot in spots:
        cell = letters.cell((set(symbols_in(spot.cell)) | added) - (chosen.keys() - added))
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


def filled_right(spots: Iterable[Spot]) -> Written:
    """Return the first spot of each role written into those after it."""
    firsts: dict[RoleId, Cell] = {}
    return tuple(
        (spot.role, spot.party, firsts[spot.role])
        for spot in spots
        if firsts.setdefault(spot.role, spot.cell) != spot.cell
    )


def repeated(source: Sequence[Sequence[Cell]], target: Iterable[Sequence[Spot]]) -> Written:
    """Return `source` written over the rows of `target`, again and again from their first spot."""
    return tuple(
        (spot.role, spot.party, wanted)
        for row, spots in enumerate(target)
        for column, spot in enumerate(spots)
        if (wanted := source[row % len(source)][column % len(source[0])]) != spot.cell
    )
