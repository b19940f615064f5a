"""The band of a function stays in sight while its roles scroll by."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from socplanner.domain.ids import RoleId
from socplanner.ui.matrix.line_order import LineOrder, SortedBy
from socplanner.ui.matrix.matrix_view import MatrixView
from socplanner.ui.matrix.sticky_band import StickyBand

B1, B3 = RoleId("v2:B-1"), RoleId("v2:B-3")


@pytest.fixture
def band(qtbot: QtBot, view: MatrixView) -> StickyBand:
    """Return the band of a low matrix, at its top."""
    view.resize(900, 320)
    view.table.scrollToTop()
    return view.findChildren(StickyBand)[0]


def scroll_to(view: MatrixView, role: RoleId, hidden: int = 0) -> int:
    """Put the line of `role` at the top, `hidden` pixels of it above; return its row."""
    row = view.model.row_of(role)
    bar = view.table.verticalScrollBar()
    bar.setValue(bar.value() + view.table.rowViewportPosition(row) + hidden)
    return row


def test_at_the_top_the_band_is_where_it_is(band: StickyBand) -> None:
    assert not band.isVisible()


def test_the_band_of_the_topmost_role_lies_over_it(view: MatrixView, band: StickyBand) -> None:
    row = scroll_to(view, B3)
    assert band.isVisible()
    assert view.model.lines[band.row].function == "B"
    assert band.row < row
    assert band.mapTo(view.table, QPoint(0, 0)).y() == view.table.viewport().y()
    assert band.width() >= view.table.viewport().width()


def test_the_next_band_pushes_it_up(view: MatrixView, band: StickyBand) -> None:
    row = scroll_to(view, B1, hidden=-30)  # the band of B is just below the top
    next_band = view.table.rowViewportPosition(row - 1)
    assert 0 < next_band < view.table.rowHeight(row)
    assert view.model.lines[band.row].function == "A"
    assert band.y() == view.table.viewport().y() + next_band - band.height()


def test_a_click_goes_to_the_band_itself(view: MatrixView, band: StickyBand) -> None:
    scroll_to(view, B3)
    QTest.mouseClick(band, Qt.MouseButton.LeftButton)
    assert view.table.rowViewportPosition(view.model.row_of(B1) - 1) == 0
    assert not band.isVisible()


def test_sorted_lines_have_no_band(view: MatrixView, band: StickyBand) -> None:
    view.arrangement.sort(LineOrder(SortedBy.NAME))
    view.table.verticalScrollBar().setValue(200)
    assert not band.isVisible()


def test_a_jump_leaves_no_role_under_the_band(view: MatrixView, band: StickyBand) -> None:
    view.table.scrollToBottom()
    view.jump_to(B3)
    row = view.model.row_of(B3)
    assert view.table.rowViewportPosition(row) >= band.height()


def test_headers_lie_over_the_band(view: MatrixView, band: StickyBand) -> None:
    scroll_to(view, B1, hidden=-30)
    above = view.table.childAt(QPoint(300, view.table.viewport().y() - 2))
    assert isinstance(above, QWidget)
    assert above is not band
