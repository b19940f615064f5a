"""The table of a self-check on a sheet: its header row, and what its columns have.

A header row has a column of roles or codes, and one of scores. A cell without a text has that of
the row above it; a merged cell above stands before each heading below it, so that `In-house` over
`Score` and `Evidence` is read as `In-house Score` and `In-house Evidence`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from socplanner.domain.external.score_sheet import ColumnMeaning, SheetColumn
from socplanner.formats.external.field_words import one_line
from socplanner.formats.external.score_headings import heading_meaning
from socplanner.formats.sheets.grid import Grid, Place

MOST_HEADER_ROWS = 100
"""How many filled rows of a sheet are searched for headings."""

_MOST_COLUMNS, _LONGEST, _ROWS_BELOW = 100, 80, 4
"""How many columns are read; the longest heading; rows that show which columns there are."""

POINTS = ("1", "2", "3", "4", "5")
SCORE_MEANINGS: tuple[ColumnMeaning, ...] = ("inhouse", "outsourced")
ROLE_MEANINGS: tuple[ColumnMeaning, ...] = ("code", "role")


@dataclass(frozen=True, slots=True)
class ScoreTable:
    """A table: its sheet, header row, columns, and the texts of the rows below, by column."""

    grid: Grid
    header_row: int
    columns: tuple[SheetColumn, ...]
    rows: Mapping[int, Mapping[int, str]]

    def of(self, meaning: ColumnMeaning) -> SheetColumn | None:
        """Return the column with `meaning`, the first of several, or None."""
        return next((each for each in self.columns if each.meaning == meaning), None)

    @property
    def has_roles(self) -> bool:
        """Whether a column has codes or names of roles."""
        return any(self.of(meaning) is not None for meaning in ROLE_MEANINGS)

    @property
    def has_scores(self) -> bool:
        """Whether a column has scores."""
        return any(self.of(meaning) is not None for meaning in SCORE_MEANINGS)


def score_tables(grid: Grid, chosen: Mapping[int, ColumnMeaning]) -> list[ScoreTable]:
    """Return the tables of `grid` that have roles and scores, from above.

    `chosen` are meanings by columns, instead of those of the headings. A header that is repeated
    below itself is the same table.
    """
    lines = _lines(grid)
    tables: list[ScoreTable] = []
    for row in list(lines)[:MOST_HEADER_ROWS]:
        if not _has_heading(lines[row]):
            continue
        table = ScoreTable(grid, row, _columns(grid, lines, row, chosen), {})
        is_repeated = bool(tables) and _layout(tables[-1]) == _layout(table)
        if table.has_roles and table.has_scores and not is_repeated:
            tables.append(table)
    ends = [*(table.header_row for table in tables[1:]), None]
    return [_with_rows(table, lines, end) for table, end in zip(tables, ends, strict=False)]


def likeliest_table(grid: Grid, chosen: Mapping[int, ColumnMeaning]) -> ScoreTable | None:
    """Return the table below the row of `grid` with the most headings; None on an empty sheet.

    It is what a planner chooses the columns of, where no table was recognised. Without any heading
    it is the first row with two texts; where that has a score, no row is a header.
    """
    lines = _lines(grid)
    if not lines:
        return None
    rows = list(lines)[:MOST_HEADER_ROWS]
    sizes = [(len(_meanings(lines[row])), min(len(lines[row]), 2)) for row in rows]
    row = rows[sizes.index(max(sizes))]
    columns = _columns(grid, lines, row, chosen)
    if not _has_heading(lines[row]) and _has_score(lines[row], columns):
        rows_below = {number: cells for number, cells in lines.items() if number >= row}
        return ScoreTable(grid, row - 1, columns, rows_below)
    return _with_rows(ScoreTable(grid, row, columns, {}), lines, None)


def _has_score(cells: Mapping[int, str], columns: Iterable[SheetColumn]) -> bool:
    numbers = [each.number for each in columns if each.meaning in SCORE_MEANINGS]
    return any(cells.get(number, "").strip() in POINTS for number in numbers)


def _lines(grid: Grid) -> dict[int, dict[int, str]]:
    """Return the texts of each row by column, in order; of struck-through cells the rest."""
    texts = {**grid.texts, **grid.struck}
    places = sorted(place for place, text in texts.items() if text.strip())
    return {
        row: {place.column: texts[place].strip() for place in group}
        for row, group in groupby(places, key=_row_of)
    }


def _row_of(place: Place) -> int:
    return place.row


def _layout(table: ScoreTable) -> list[tuple[int, ColumnMeaning]]:
    return [(each.number, each.meaning) for each in table.columns if each.meaning]


def _meanings(cells: Mapping[int, str]) -> list[ColumnMeaning]:
    """Return what the headings of a row mean, as far as they are read."""
    texts = [text for text in list(cells.values())[:_MOST_COLUMNS] if len(text) <= _LONGEST]
    return [meaning for text in texts if (meaning := heading_meaning(one_line(text)))]


def _has_heading(cells: Mapping[int, str]) -> bool:
    return bool(_meanings(cells))


def _columns(
    grid: Grid,
    lines: Mapping[int, Mapping[int, str]],
    row: int,
    chosen: Mapping[int, ColumnMeaning],
) -> tuple[SheetColumn, ...]:
    """Return the columns of a header row, and those that rows below it may use too."""
    above, merged = lines.get(row - 1, {}), _merged_above(grid, lines, row)
    used = {column for below in range(row, row + _ROWS_BELOW) for column in lines.get(below, {})}
    numbers = sorted({*used, *above, *merged, *chosen})[:_MOST_COLUMNS]
    replaced = {meaning for meaning in chosen.values() if meaning}
    columns = []
    for number in numbers:
        own = one_line(lines[row].get(number, ""))
        over = one_line(merged.get(number, "" if own else above.get(number, "")))
        heading = " ".join(filter(None, (over, own)))
        meaning = _meaning(own, heading)
        columns.append(
            SheetColumn(number, heading, chosen.get(number, "" if meaning in replaced else meaning))
        )
    return tuple(columns)


def _meaning(own: str, heading: str) -> ColumnMeaning:
    """Return what a column has by its whole heading; codes and roles also by the lower half."""
    if len(heading) > _LONGEST:
        return ""
    alone = heading_meaning(own)
    return alone if alone in ROLE_MEANINGS else heading_meaning(heading)


def _merged_above(grid: Grid, lines: Mapping[int, Mapping[int, str]], row: int) -> dict[int, str]:
    """Return the texts of merged cells in the row above, for each of their columns.

    One that is over everything is a title.
    """
    cells = {}
    for block in grid.merged:
        text = lines.get(block.top, {}).get(block.left, "")
        if text and block.top <= row - 1 <= block.bottom and block.right > block.left:
            cells.update(
                dict.fromkeys(range(block.left, min(block.right, _MOST_COLUMNS) + 1), text)
            )
    return cells if len(set(cells.values())) > 1 or len(cells) < len(lines[row]) else {}


def _with_rows(
    table: ScoreTable, lines: Mapping[int, dict[int, str]], end: int | None
) -> ScoreTable:
    header = lines[table.header_row]
    rows = {
        row: cells
        for row, cells in lines.items()
        if row > table.header_row and (end is None or row < end) and cells != header
    }
    return ScoreTable(table.grid, table.header_row, table.columns, rows)
