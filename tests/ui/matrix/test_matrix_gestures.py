"""Folding, sorting, finding and widths by keys and mouse: the look changes, the plan does not."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from socplanner.services.document import Document
from socplanner.ui.kit.viewpoint import Viewpoint
from socplanner.ui.matrix.line_order import SortedBy
from socplanner.ui.matrix.matrix_view import MatrixView
from tests.support.matrix_hands import B1, B2, CONTROL, CSIRT, SHIFT, SOC, at, go, letters, press

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def test_a_function_folds_and_unfolds_by_keys_and_by_its_band(view: MatrixView) -> None:
    go(view, B2, SOC)
    press(view, Qt.Key.Key_Minus)
    row = view.table.currentIndex().row()
    assert view.model.is_folded(row)
    assert view.model.lines[row].function == "B"
    press(view, Qt.Key.Key_R)
    press(view, Qt.Key.Key_Up)
    assert at(view) == ("A-6", SOC)
    press(view, Qt.Key.Key_Down)
    assert view.table.currentIndex().row() == row
    press(view, Qt.Key.Key_Return)
    assert at(view) == ("B-1", SOC)
    header = view.table.verticalHeader()
    place = QPoint(8, header.sectionViewportPosition(0) + 8)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.model.is_folded(0)
    press(view, Qt.Key.Key_Minus, CONTROL)
    assert view.model.rowCount() == 9
    press(view, Qt.Key.Key_Plus, CONTROL)
    assert view.model.rowCount() == 63


def test_a_group_of_parties_folds_to_its_first_and_keys_skip_the_rest(
    view: MatrixView, document: Document
) -> None:
    internal = [party for party in document.plan.parties if party.kind == "internal"]
    go(view, B1, internal[-1].id)
    press(view, Qt.Key.Key_Minus, Qt.KeyboardModifier.AltModifier)
    assert at(view) == ("B-1", internal[0].id)
    assert view.load.isColumnHidden(1)
    press(view, Qt.Key.Key_Tab)
    assert at(view) == ("B-1", document.plan.parties[len(internal)].id)
    view.jump_to(B1, internal[-1].id)
    assert not view.table.isColumnHidden(len(internal) - 1)
    assert not view.load.isColumnHidden(1)


def test_a_click_on_a_party_sorts_by_it_and_on_its_group_folds(view: MatrixView) -> None:
    header = view.table.horizontalHeader()
    column = view.model.column_of(SOC)
    middle = header.sectionViewportPosition(column) + header.sectionSize(column) // 2
    below = QPoint(middle, header.height() - 10)
    for is_sorted in (True, True, False):
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=below)
        assert (view.arrangement.order.party == SOC) is is_sorted
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(middle, 4))
    assert view.table.isColumnHidden(column)


def test_a_click_on_the_headers_in_the_corner_sorts(view: MatrixView) -> None:
    corner = view.table.corner
    for by in (SortedBy.CODE, SortedBy.NAME, SortedBy.SOURCING, SortedBy.FINDINGS):
        zone = next(each for each in corner.zones if each.by is by)
        place = QPoint(zone.left + 4, corner.height() - 8)
        QTest.mouseClick(corner, Qt.MouseButton.LeftButton, pos=place)
        assert view.arrangement.order.by is by
    go(view, B1, SOC)
    press(view, Qt.Key.Key_Escape)
    assert view.arrangement.order.is_canonical
    assert at(view) == ("B-1", SOC)


def test_a_width_set_by_hand_stays_until_it_is_reset(view: MatrixView) -> None:
    header = view.table.horizontalHeader()
    column = view.model.column_of(SOC)
    go(view, B1, SOC)
    natural = header.sectionSize(column)
    press(view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    press(view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert header.sectionSize(column) == natural + 16
    view.resize(view.width() + 200, view.height())
    assert header.sectionSize(column) == natural + 16
    assert view.load.columnWidth(column) == natural + 16
    header.sectionHandleDoubleClicked.emit(column)
    assert header.sectionSize(column) != natural + 16


def test_row_headers_are_widened_by_dragging_the_edge_of_the_corner(
    view: MatrixView,
) -> None:
    corner, before = view.table.corner, view.table.verticalHeader().width()
    edge = QPoint(corner.width() - 2, 20)
    QTest.mousePress(corner, Qt.MouseButton.LeftButton, pos=edge)
    QTest.mouseMove(corner, QPoint(before + 40, 20))
    QTest.mouseRelease(corner, Qt.MouseButton.LeftButton, pos=QPoint(before + 40, 20))
    assert view.table.verticalHeader().width() == before + 40
    assert view.load.verticalHeader().width() == before + 40


def test_find_goes_from_match_to_match_and_round(view: MatrixView) -> None:
    view.set_filter("forensics")
    view.set_filter("")
    view.table.go(view.model.row_of(B1), 2)
    seen = []
    for step in (1, 1, 1, -1):
        view.find_next(step)
        seen.append(at(view)[0])
    assert seen == ["C-1", "C-2", "C-1", "C-2"]
    view.set_filter("soc")
    view.set_filter("")
    view.find_next(1)
    assert at(view)[1] == SOC


def test_the_menu_of_cells_does_what_the_keys_do(
    view: MatrixView, document: Document, viewpoint: Viewpoint
) -> None:
    menu = QMenu(view)
    view.extend_menu(menu)
    go(view, B1, CSIRT)
    clear = next(each for each in menu.actions() if each.text().startswith("Clear"))
    clear.trigger()
    assert letters(document, viewpoint, B1, CSIRT) == ""


def test_roles_stay_selected_while_a_filter_hides_them(
    view: MatrixView, viewpoint: Viewpoint
) -> None:
    viewpoint.select([B1, B2])
    view.set_filter("b-2")
    assert list(viewpoint.roles) == [B1, B2]
    view.set_filter("")
    assert view.table.selected_rows() == [view.model.row_of(B1), view.model.row_of(B2)]


def test_rows_and_columns_are_selected_by_keys(view: MatrixView, viewpoint: Viewpoint) -> None:
    go(view, B1, SOC)
    press(view, Qt.Key.Key_Space, SHIFT)
    assert view.table.selected_columns() == list(range(view.model.columnCount()))
    press(view, Qt.Key.Key_Space, CONTROL)
    assert len(viewpoint.roles) == 54
    assert view.table.selected_columns() == [view.model.column_of(SOC)]


def test_the_cursor_stays_near_where_lines_are_folded_or_filtered_away(view: MatrixView) -> None:
    go(view, B2, SOC)
    view.arrangement.fold("B", is_folded=True)
    row = view.table.currentIndex().row()
    assert view.model.lines[row].function == "B"
    assert view.model.is_folded(row)
    view.arrangement.fold_all(are_folded=False)
    go(view, B2, SOC)
    view.set_filter("b-3")
    assert at(view) == ("B-3", SOC)
    view.set_filter("")
    assert at(view) == ("B-2", SOC)
