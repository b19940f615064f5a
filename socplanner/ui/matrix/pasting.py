"""Where the fields of a paste go, and whether each of them is a cell of the letter set."""

from collections.abc import Sequence
from dataclasses import dataclass

from socplanner.domain.letters import Cell, LetterSet
from socplanner.ui.matrix.cell_edits import Spot, Written

Fields = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A field that is no cell of the plan's letters, and the row and column it was meant for."""

    spot: Spot
    text: str


@dataclass(frozen=True, slots=True)
class Pasted:
    """What a paste writes; where a field is unreadable or has no cell, nothing at all."""

    written: Written = ()
    unreadable: tuple[Unreadable, ...] = ()
    without_place: int = 0
    rows: int = 0


def spread(fields: Fields, rows: int, columns: int) -> list[list[str]]:
    """Return `fields` as they fill a selection of `rows` by `columns`.

    One field fills it all; a block is repeated where the selection is a multiple of it, and else
    written once, however large it is.
    """
    height, width = len(fields), max(len(line) for line in fields)
    block = [[*line, *[""] * (width - len(line))] for line in fields]
    down = rows // height if rows % height == 0 else 1
    across = columns // width if columns % width == 0 else 1
    return [list(line) * across for line in block] * down


def paste(fields: Fields, target: Sequence[Sequence[Spot]], letters: LetterSet) -> Pasted:
    """Return what `fields` write into `target`, whose rows begin at the corner of the selection."""
    written: list[tuple[Spot, Cell]] = []
    unreadable: list[Unreadable] = []
    without_place = 0
    for row, line in enumerate(fields):
        spots = target[row] if row < len(target) else ()
        without_place += sum(bool(text.strip()) for text in line[len(spots) :])
        for spot, text in zip(spots, line, strict=False):
            cell = letters.read(text)
            if cell is None:
                unreadable.append(Unreadable(spot, text))
            elif cell != spot.cell:
                written.append((spot, cell))
    rows = min(len(fields), len(target))
    if unreadable or without_place:
        return Pasted((), tuple(unreadable), without_place, rows)
    return Pasted(tuple((spot.role, spot.party, cell) for spot, cell in written), rows=rows)
