"""What merged blocks cover: a block shows its corner alone, whatever its other cells hold."""

from collections.abc import Sequence

from socplanner.formats.format_error import refused
from socplanner.formats.sheets.bounds import MOST_BLOCKS
from socplanner.formats.sheets.grid import Block, Place

_MOST_STEPS = 4_000_000


def without_covered(texts: dict[Place, str], merged: Sequence[Block]) -> dict[Place, str]:
    """Return `texts` without those that a block covers; raise FormatError if there is no end."""
    steps = 0
    for block in merged:
        rows, columns = block.bottom - block.top + 1, block.right - block.left + 1
        steps += min(rows * columns, len(texts))
        if steps > _MOST_STEPS:
            raise refused("workbook-too-many-blocks", most=MOST_BLOCKS)
        corner = Place(block.top, block.left)
        for place in _covered(texts, block, is_small=rows * columns <= len(texts)):
            if place != corner:
                del texts[place]
    return texts


def _covered(texts: dict[Place, str], block: Block, *, is_small: bool) -> list[Place]:
    if is_small:
        rows, columns = range(block.top, block.bottom + 1), range(block.left, block.right + 1)
        places = (Place(row, column) for row in rows for column in columns)
        return [place for place in places if place in texts]
    return [
        place
        for place in texts
        if block.top <= place.row <= block.bottom and block.left <= place.column <= block.right
    ]
