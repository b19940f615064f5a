"""Tables that hide columns where they are narrow."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QWidget
from pytestqt.qtbot import QtBot

from socplanner.ui.kit.row_table import ColumnFit, RowTable

NAME, FEW, MANY = 0, 1, 2
LETTERS = {FEW: 10, MANY: 30}
FIT = ColumnFit(LETTERS, NAME, 20, (MANY, FEW))
AIR = 6


class Shown:
    """A table of three columns in a window of its own."""

    def __init__(self, qtbot: QtBot) -> None:
        """Show two rows."""
        self.parent = QWidget()
        qtbot.addWidget(self.parent)
        self.table = RowTable(QStandardItemModel(2, 3, self.parent), FIT, AIR, self.parent)
        self.table.fit_font()
        self.parent.show()

    def make_wide(self, letters: int) -> list[int]:
        """Make the table as wide as so many letters; return the columns that are shown."""
        self.table.resize(letters * self.table.fontMetrics().averageCharWidth(), 200)
        return [each for each in range(3) if not self.table.isColumnHidden(each)]


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    return Shown(qtbot)


@pytest.mark.parametrize(
    ("letters", "columns"),
    [(60, [NAME, FEW, MANY]), (59, [NAME, FEW]), (30, [NAME, FEW]), (29, [NAME])],
)
def test_columns_are_hidden_until_the_name_has_its_least_width(
    shown: Shown, letters: int, columns: list[int]
) -> None:
    assert shown.make_wide(letters) == columns
    wide = sum(shown.table.columnWidth(each) for each in columns)
    assert wide == shown.table.viewport().width()


def test_a_row_is_higher_than_its_text(shown: Shown) -> None:
    text = shown.table.fontMetrics().height()
    assert shown.table.rowHeight(0) == text + AIR


def test_a_right_click_selects_the_row_below_the_mouse(shown: Shown, qtbot: QtBot) -> None:
    shown.make_wide(60)
    place = shown.table.visualRect(shown.table.model().index(1, NAME)).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, QPoint(70, 80))
    with qtbot.waitSignal(shown.table.context_requested) as signal:
        shown.table.contextMenuEvent(event)
    assert signal.args == [QPoint(70, 80)]
    assert shown.table.currentIndex().row() == 1


def test_a_right_click_with_ctrl_held_selects_that_row_only(shown: Shown) -> None:
    shown.make_wide(60)
    shown.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    shown.table.selectRow(0)
    place = shown.table.visualRect(shown.table.model().index(1, NAME)).center()
    QTest.keyPress(shown.table, Qt.Key.Key_F5, Qt.KeyboardModifier.ControlModifier)
    shown.table.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, QPoint()))
    assert [each.row() for each in shown.table.selectionModel().selectedRows()] == [1]


def test_the_menu_key_opens_the_menu_at_the_current_cell(shown: Shown, qtbot: QtBot) -> None:
    shown.make_wide(60)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    current = shown.table.model().index(1, FEW)
    shown.table.setCurrentIndex(current)
    with qtbot.waitSignal(shown.table.context_requested) as signal:
        shown.table.contextMenuEvent(event)
    place = shown.table.viewport().mapFromGlobal(signal.args[0])
    assert shown.table.indexAt(place) == current
    shown.table.model().removeRows(0, 2)
    with qtbot.assertNotEmitted(shown.table.context_requested):
        shown.table.contextMenuEvent(event)
