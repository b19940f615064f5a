"""Cells that somebody merged: only the corner says something, and it may be meant for all."""

from collections.abc import Iterable, Mapping

from socplanner.formats.sheets.grid import Block, Place

_MOST_STEPS = 2_000_000


def covered_cells(
    merged: Iterable[Block], rows: Iterable[int], columns: Iterable[int]
) -> Mapping[Place, Block]:
    """Return the block of each cell in `rows` and `columns` that one covers, but for its corner."""
    all_rows, all_columns = sorted(set(rows)), sorted(set(columns))
    found: dict[Place, Block] = {}
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
                    found[Place(row, column)] = block
    return found
