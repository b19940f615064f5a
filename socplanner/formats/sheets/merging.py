"""What merged blocks cover: a block shows its corner alone, whatever its other cells hold."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from socplanner.formats.format_error import refused
from socplanner.formats.sheets.bounds import MOST_BLOCKS
from socplanner.formats.sheets.grid import Block, Place

_MOST_STEPS = 4_000_000


def drop_covered(texts: dict[Place, str], merged: Sequence[Block]) -> None:
    """Take the texts out of `texts` that a block covers; raise FormatError if that has no end."""
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
    """Yield what stands in the rows of `block`, from its left edge in the first to its right."""
    begin = bisect_left(places, Place(block.top, block.left))
    end = bisect_left(places, Place(block.bottom, block.right + 1))
    return (places[index] for index in range(begin, end))
