"""Unfilled templates: a matrix with parties, perhaps tasks, and no letter."""

from socplanner.domain.external.understood import (
    NOT_WRITTEN,
    PartyColumn,
    TaskRow,
    Unclear,
    Understood,
)
from socplanner.formats.external.canvas import Canvas
from socplanner.formats.external.external_bounds import is_too_big, too_big_table
from socplanner.formats.external.field_words import (
    CODE_HEADINGS,
    GROUP_HEADINGS,
    OTHER_HEADINGS,
    PARTY_HEADINGS,
    TASK_HEADINGS,
    mentions_any,
    one_line,
)

NO_PARTY = OTHER_HEADINGS | CODE_HEADINGS | GROUP_HEADINGS | TASK_HEADINGS


def find_template(canvas: Canvas) -> Understood | None:
    """Return the parties and tasks of a matrix without letters, or None if there is none."""
    for row, cells in canvas.rows.items():
        tasks = [column for column, text in cells.items() if mentions_any(text, TASK_HEADINGS)]
        parties = [
            column
            for column, text in cells.items()
            if tasks and column > tasks[0] and canvas.is_text(row, column) and _may_be(text)
        ]
        if tasks and len(parties) >= 2 and _is_blank_below(canvas, row, parties):
            return _template(canvas, row, tasks[0], parties)
    return None


def _may_be(text: str) -> bool:
    """Return whether a heading may name a party; a short word for one, such as `Role`, may not."""
    return not mentions_any(text, NO_PARTY) and not (
        mentions_any(text, PARTY_HEADINGS) and len(text) < 6
    )


def _is_blank_below(canvas: Canvas, row: int, parties: list[int]) -> bool:
    rows_below = [each for each in canvas.rows if row < each <= row + 10]
    return not any(canvas.text(each, column) for each in rows_below for column in parties)


def _template(canvas: Canvas, row: int, task: int, parties: list[int]) -> Understood:
    names = [one_line(canvas.text(row, column)) for column in parties]
    blank = (NOT_WRITTEN,) * len(parties)
    tasks = []
    for below in canvas.rows:
        name = canvas.text(below, task)
        if below > row and name and (below, task) not in canvas.claimed:
            tasks.append(TaskRow(below, one_line(name), blank))
    if is_too_big(len(tasks), len(parties)):
        return too_big_table(canvas.grid.name, len(tasks), len(parties))
    return Understood(
        sheet=canvas.grid.name,
        header_rows=(row,),
        task_column=task,
        parties=tuple(
            PartyColumn(name, (column,)) for name, column in zip(names, parties, strict=True)
        ),
        tasks=tuple(tasks),
        unclear=(
            Unclear(
                "no-letters",
                {
                    "sheet": canvas.grid.name,
                    "row": row,
                    "parties": len(names),
                    "tasks": len(tasks),
                },
            ),
        ),
    )
