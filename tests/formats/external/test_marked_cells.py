"""What is struck through on a sheet of others is asked about; comments are noted."""

import io
from collections.abc import Mapping
from copy import copy
from dataclasses import replace

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font

from socplanner.domain.external.answering import COUNT, REMOVE, answered
from socplanner.domain.external.understood import NO_ANSWERS, Answers, TaskRemark, Understood
from socplanner.domain.letter_sets import RACI
from socplanner.formats.external.understanding import understand
from socplanner.formats.sheets.grid import Grid, Place
from socplanner.formats.sheets.reading import sheets_of

ROWS = (
    ("Task", "SOC", "CSIRT"),
    ("Plan it", "R", "A"),
    ("Build it", "A", "R"),
    ("Ship it", "R", "A"),
)


def _grid(cells: Mapping[str, str]) -> Grid:
    """Return the sheet with a mark in each of `cells`: `strike`, `formula` or `comment`."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in ROWS:
        sheet.append(list(row))
    for place, mark in cells.items():
        cell = sheet[place]
        if mark == "strike":
            cell.font = copy(Font(strike=True))
        elif mark == "formula":
            cell.value = "=Z1"
        else:
            cell.comment = Comment(mark, "Sato")
    content = io.BytesIO()
    book.save(content)
    return sheets_of(content.getvalue(), "a.xlsx").grids[0]


def _read(grid: Grid, answers: Answers = NO_ANSWERS) -> Understood:
    return understand([grid], [RACI], answers)


def test_letters_struck_through_are_asked_about_and_counted_or_not() -> None:
    grid = _grid({"B3": "strike"})
    asked = _read(grid)
    (unclear,) = asked.unclear
    assert (unclear.code, unclear.values["cells"]) == ("struck-out", "B3")
    counted = _read(grid, answered(NO_ANSWERS, unclear, COUNT))
    assert (counted.is_clear, counted.tasks[1].cells[0].letters) == (True, ("A",))
    removed = _read(grid, answered(NO_ANSWERS, unclear, REMOVE))
    assert (removed.is_clear, removed.tasks[1].cells[0].letters) == (True, ())


@pytest.mark.parametrize("place", ["A3", "B1", "C4"])
def test_names_struck_through_are_asked_about_too(place: str) -> None:
    assert [each.code for each in _read(_grid({place: "strike"})).unclear] == ["struck-out"]


def test_what_is_struck_outside_of_the_matrix_is_no_question() -> None:
    grid = _grid({"B3": "strike"})
    assert _read(_grid({})).is_clear
    moved = _grid({"F20": "strike"})
    assert grid.struck
    assert _read(moved).is_clear


def test_a_formula_without_a_value_takes_nothing_away() -> None:
    read = _read(_grid({"B3": "formula"}))
    assert read.tasks[1].cells[0].left_out == ("=",)
    assert [each.code for each in read.notes] == ["formula-unread"]


def test_comments_are_noted_with_author_and_text() -> None:
    (note,) = _read(_grid({"B3": "until March"})).notes
    assert (note.code, note.values["author"], note.values["text"]) == (
        "comment",
        "Sato",
        "until March",
    )


def test_comments_and_remarks_on_tasks_can_be_kept() -> None:
    grid = _grid({"B3": "ask first", "B1": "of the header"})
    texts = {**grid.texts, Place(2, 3): "A (plan only)"}
    found = _read(replace(grid, texts=texts))
    assert found.remarks == (
        TaskRemark(2, "C2", "", "CSIRT A: plan only"),
        TaskRemark(3, "B3", "Sato", "ask first"),
    )
