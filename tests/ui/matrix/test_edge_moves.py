"""Ctrl with an arrow, Home or End goes where spreadsheets go, and the selection goes along."""

import pytest
from PySide6.QtCore import Qt

from socplanner.domain.duty_edits import SetCells
from socplanner.domain.ids import PartyId
from socplanner.domain.letters import BLANK
from socplanner.services.document import Document
from socplanner.ui.kit.viewpoint import Viewpoint
from socplanner.ui.matrix.edge_moves import edge
from socplanner.ui.matrix.matrix_view import MatrixView
from tests.support.matrix_hands import (
    A6,
    B1,
    B2,
    CISO,
    CONTROL,
    CSIRT,
    SHIFT,
    SOC,
    at,
    go,
    letters,
    press,
)


@pytest.mark.parametrize(
    ("filled", "end"),
    [("xxx..x", 2), ("x..xx.", 3), ("...xx.", 3), ("x.....", 5), ("......", 5), ("x", 0), (".", 0)],
)
def test_a_jump_ends_where_what_is_filled_ends_or_begins(filled: str, end: int) -> None:
    assert edge(range(len(filled)), lambda place: filled[place] == "x") == end


def test_a_jump_moves_the_selection_so_that_a_letter_goes_to_the_cursor(
    view: MatrixView, document: Document, viewpoint: Viewpoint
) -> None:
    go(view, B1, CSIRT)
    before = letters(document, viewpoint, B1, CSIRT)
    press(view, Qt.Key.Key_Left, CONTROL)
    assert at(view) == ("B-1", CISO)
    press(view, Qt.Key.Key_I)
    assert letters(document, viewpoint, B1, CISO) == "I"
    assert letters(document, viewpoint, B1, CSIRT) == before


def test_a_jump_down_skips_bands_and_stops_before_a_gap(
    view: MatrixView, document: Document, viewpoint: Viewpoint
) -> None:
    document.perform(SetCells(viewpoint.phase, ((B2, SOC, BLANK),)))
    go(view, B1, SOC)
    press(view, Qt.Key.Key_Up, CONTROL)
    assert at(view)[0] == "A-1"
    press(view, Qt.Key.Key_Down, CONTROL)
    assert at(view)[0] == "B-1"
    press(view, Qt.Key.Key_Down, CONTROL)
    assert at(view)[0] == "B-3"


def test_with_shift_the_far_corner_jumps_and_the_cursor_stays(view: MatrixView) -> None:
    go(view, B1, CISO)
    press(view, Qt.Key.Key_Right, CONTROL | SHIFT)
    assert view.table.selected_columns() == [0, 1, 2]
    press(view, Qt.Key.Key_Down, CONTROL | SHIFT)
    assert view.table.selected_columns() == [0, 1, 2]
    rows = view.table.selected_rows()
    assert view.model.lines[rows[0]].role == view.model.plan.role(B1)
    assert view.model.cell(rows[-1], 0)
    assert not any(view.model.cell(row, 0) for row in rows[:-1])
    assert at(view) == ("B-1", CISO)
    press(view, Qt.Key.Key_Up, CONTROL | SHIFT)
    rows = view.table.selected_rows()
    assert (rows[0], rows[-1]) == (view.model.row_of(A6), view.model.row_of(B1))


def test_home_and_end_go_to_the_first_and_the_last_cell_shown(view: MatrixView) -> None:
    view.set_filter("B-")
    press(view, Qt.Key.Key_End, CONTROL)
    last = view.model.parties[-1].id
    assert at(view) == ("B-5", last)
    press(view, Qt.Key.Key_Home, CONTROL)
    assert at(view) == ("B-1", PartyId("ciso"))
    assert view.table.selected_columns() == [0]


def test_nothing_jumps_where_nothing_is_shown(view: MatrixView) -> None:
    view.set_filter("no such role")
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End):
        press(view, key, CONTROL)
        press(view, key, CONTROL | SHIFT)
    assert not view.table.currentIndex().isValid()
