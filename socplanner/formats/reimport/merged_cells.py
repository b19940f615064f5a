"""Merged cells of a sheet: only the corner of a block has a text, perhaps meant for all of it."""

from collections.abc import Iterable, Mapping

from socplanner.formats.sheets.grid import Block, Place

_MOST_STEPS = 2_000_000


def covered_cells(
    merged: Iterable[Block], rows: Iterable[int], columns: Iterable[int]
) -> Mapping[Place, Block]:
    """Return the block of each covered cell in `rows` and `columns`, its corner left out.

    Blocks beyond a bounded amount of work are ignored.
    """
    all_rows, all_columns = sorted(set(rows)), sorted(set(columns))
    blocks: dict[Place, Block] = {}
    steps = 0
    for block in merged:
        inner_rows = [row for row in all_rows if block.top <= row <= block.bottom]
        inner = [column for column in all_columns if block.left <= column <= block.right]
        steps += len(all_rows) + len(all_columns) + len(inner_rows) * len(inner)
        if steps > _MOST_STEPS:
            break
        for row in inner_rows:
            for column in inner:
                if (row, column) != (block.top, block.left):
                    blocks[Place(row, column)] = block
    return blocks
