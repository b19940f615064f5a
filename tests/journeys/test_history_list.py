"""A planner opens the list of steps from the menu, goes back, and edits on."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from socplanner.ui.history.history_window import HistoryWindow
from tests.journeys.test_first_light import Journey, journey

__all__ = ["journey"]


def test_the_list_goes_back_while_the_board_stays_usable(journey: Journey) -> None:
    journey.window.viewpoint.select([next(journey.plan.roles()).id])
    journey.do("move-II")
    journey.do("move-III")
    journey.do("history")
    (listed,) = journey.window.findChildren(HistoryWindow)
    assert not listed.isModal()
    assert listed.model.rowCount() == 3
    QTest.keyClick(listed.list, Qt.Key.Key_Up)
    QTest.keyClick(listed.list, Qt.Key.Key_Space)
    assert journey.program.document.history.index == 1
    journey.do("move-IV")
    assert listed.model.rowCount() == 3
    journey.do("undo")
    assert listed.list.currentIndex().row() == 1
    QTest.keyClick(listed, Qt.Key.Key_Escape)
    assert not listed.isVisible()
