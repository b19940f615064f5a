"""Cells covered by merged blocks: a block shows only its corner, whatever its other cells have."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from socplanner.formats.format_error import refused
from socplanner.formats.sheets.bounds import MOST_BLOCKS
from socplanner.formats.sheets.grid import Block, Place

_MOST_STEPS = 4_000_000


def drop_covered(texts: dict[Place, str], merged: Sequence[Block]) -> None:
    """Remove from `texts` those that a block covers; raise FormatError if that is too much work."""
    if not merged:
        return
    places = sorted(texts)
    steps = 0
    for block in merged:
        corner = Place(block.top, block.left)
        for place in _rows_of(places, block):
            steps += 1
            if block.left <= place.column <= block.right and place != corner:
                texts.pop(place, None)
        if steps > _MOST_STEPS:
            raise refused("workbook-too-many-blocks", most=MOST_BLOCKS)


def _rows_of(places: Sequence[Place], block: Block) -> Iterator[Place]:
    """Yield the places in the rows of `block`, from its upper left to its lower right corner."""
    begin = bisect_left(places, Place(block.top, block.left))
    end = bisect_left(places, Place(block.bottom, block.right + 1))
    return (places[index] for index in range(begin, end))
