"""Marks on cells of an external sheet: text struck through, formulas without values, comments."""

from dataclasses import replace
from types import MappingProxyType

from socplanner.domain.external.understood import Answers, TaskRemark
from socplanner.domain.letters import SEPARATORS
from socplanner.formats.external.canvas import address
from socplanner.formats.external.draft_table import DraftTable
from socplanner.formats.sheets.grid import Grid, Place

_AROUND = SEPARATORS + " \t\n"
_LISTED = 5
_LONGEST = 200


def without_struck_text(grid: Grid, answers: Answers) -> Grid:
    """Return `grid` without struck-through text, if the answer is that this does not count."""
    if answers.struck is not False or not grid.struck:
        return grid
    remaining = {place: text.strip(_AROUND) for place, text in grid.struck.items()}
    texts = {place: remaining.get(place, text) for place, text in grid.texts.items()}
    texts = {place: text for place, text in texts.items() if text}
    return replace(grid, texts=MappingProxyType(texts))


def report_marks(table: DraftTable) -> None:
    """Ask about struck-through cells of `table`; note its unread formulas, and all comments."""
    grid = table.canvas.grid
    struck = [place for place in sorted(grid.struck) if _is_inside(table, place)]
    if struck and table.answers.struck is None:
        cells = ", ".join(address(place) for place in struck[:_LISTED])
        more = " …" if len(struck) > _LISTED else ""
        table.ask("struck-out", n=len(struck), cells=cells + more)
    for place in sorted(grid.unread):
        if grid.unread[place] == "formula-without-value" and _is_inside(table, place):
            table.note("formula-unread", cell=address(place))
    for comment in grid.comments:
        values = {
            "author": comment.author or "?",
            "text": " ".join(comment.text.split())[:_LONGEST],
        }
        table.note("comment", cell=address(comment.place), **values)


def remarks_of(table: DraftTable) -> tuple[TaskRemark, ...]:
    """Return the texts beside letters, and the comments on rows of tasks, in order of the tasks."""
    remarks = []
    for task in table.tasks:
        for at, cell in zip(table.parties, task.cells, strict=True):
            if cell.remark:
                text = f"{at.party.name} {'/'.join(cell.letters)}: {cell.remark}"
                column = at.columns[0][0] if at.columns else 0
                remarks.append(TaskRemark(task.place, table.at(task.place, column), "", text))
    tasks = {task.place for task in table.tasks}
    for comment in table.canvas.grid.comments:
        line = comment.place.column if table.canvas.across else comment.place.row
        if line in tasks:
            place = address(comment.place)
            remarks.append(TaskRemark(line, place, comment.author, comment.text))
    return tuple(sorted(remarks, key=lambda remark: remark.task))


def _is_inside(table: DraftTable, place: Place) -> bool:
    """Return whether a cell of the sheet has a party, a task or letters of `table`."""
    row, column = (place.column, place.row) if table.canvas.across else place
    rows = {task.place for task in table.tasks} | set(table.header_rows)
    return row in rows and column in {*table.party_columns(), table.task_column}
