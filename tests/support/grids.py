"""Sheets written as rows of texts, for readers of foreign workbooks."""

from socplanner.formats.sheets.grid import Block, Grid, Place


def grid(*rows: str, name: str = "Sheet1", merged: tuple[str, ...] = ()) -> Grid:
    """Return a sheet whose `rows` hold cells parted by `|`; `merged` are such as `1,2,1,4`."""
    texts = {
        Place(row, column): text.strip().replace("\\n", "\n")
        for row, cells in enumerate(rows, 1)
        for column, text in enumerate(cells.split("|"), 1)
        if text.strip()
    }
    blocks = tuple(Block(*map(int, each.split(","))) for each in merged)
    return Grid(name, texts, blocks)
