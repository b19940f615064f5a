"""Tables that tick parties by words: `TRUE` of check boxes, `Shared`, `Yes`, `Full`."""

from collections import Counter
from collections.abc import Iterable

from socplanner.formats.external.canvas import Canvas
from socplanner.formats.external.cell_reading import ANSWERED
from socplanner.formats.external.field_words import flattened
from socplanner.formats.external.usual_signs import NO_MARKS, WORD_MARKS

SHARE_OF_MARKS = 0.75
"""The share of marks in the cells below a heading; a column with fewer is no party's."""


def marks_in(canvases: Iterable[Canvas]) -> dict[str, str]:
    """Return the words that tick parties: by the flattened form, the form first written."""
    marks: dict[str, str] = {}
    for canvas in canvases:
        columns = columns_of_marks(canvas)
        if len(columns) < 2:
            continue
        for cells in canvas.rows.values():
            for column in columns & cells.keys():
                flat = flattened(cells[column])
                if flat in WORD_MARKS and _is_in_question(canvas, cells[column]):
                    marks.setdefault(flat, cells[column].strip())
    return marks


def columns_of_marks(canvas: Canvas) -> set[int]:
    """Return the columns whose cells, except the heading, are nearly all marks."""
    marks, others = Counter[int](), Counter[int]()
    for cells in canvas.rows.values():
        for column, text in cells.items():
            flat = flattened(text)
            is_mark = flat in WORD_MARKS or flat in NO_MARKS or _is_letters(canvas, text)
            (marks if is_mark else others)[column] += 1
    return {
        column
        for column, number in marks.items()
        if number >= 2 and number >= SHARE_OF_MARKS * (number + others[column] - 1)
    }


def _is_letters(canvas: Canvas, text: str) -> bool:
    """Return whether `text` is letters of a set, or a sign for none."""
    reading = canvas.reader.read(text)
    return reading is not None and reading.is_readable


def _is_in_question(canvas: Canvas, text: str) -> bool:
    """Return whether the meaning of `text` needs an answer of the planner, or has one."""
    reading = canvas.reader.read(text)
    return reading is None or not reading.is_readable or ANSWERED in reading.notes
