"""The strip above the views: the search field by the keyboard, and the choices of a view."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from socplanner.services.translator import Translator
from socplanner.ui.kit.overriding import override
from socplanner.ui.kit.plan_view import PlanView
from socplanner.ui.shell.view_strip import ViewStrip
from socplanner.ui.shell.views import VIEWS


class ViewWithChoices(PlanView):
    """A view with one control for the strip."""

    def __init__(self, parent: QWidget) -> None:
        """Make the control."""
        super().__init__(parent)
        self.control = QLabel("Lanes", self)

    @override
    def choices(self) -> QWidget:
        return self.control


@pytest.fixture
def strip(qtbot: QtBot, translator: Translator) -> ViewStrip:
    """Return the strip, shown, something being searched."""
    strip = ViewStrip(VIEWS, translator)
    qtbot.addWidget(strip)
    with qtbot.waitActive(strip):
        strip.show()
    strip.search.setFocus()
    QTest.keyClicks(strip.search, "SOC")
    return strip


def test_esc_ends_the_search(qtbot: QtBot, strip: ViewStrip) -> None:
    with qtbot.waitSignal(strip.search_left):
        QTest.keyClick(strip.search, Qt.Key.Key_Escape)
    assert strip.search.text() == ""


def test_enter_goes_to_the_next_match(qtbot: QtBot, strip: ViewStrip) -> None:
    with qtbot.waitSignal(strip.search_entered):
        QTest.keyClick(strip.search, Qt.Key.Key_Return)
    assert strip.search.text() == "SOC"


def test_each_view_has_its_title_and_its_choices(qtbot: QtBot, strip: ViewStrip) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    with_choices, without = ViewWithChoices(owner), PlanView(owner)
    strip.show_view("board", with_choices)
    titles = [each.text() for each in strip.findChildren(QLabel)]
    assert "Board" in titles
    assert with_choices.control.isVisibleTo(strip)
    strip.show_view("matrix", without)
    assert "Matrix" in [each.text() for each in strip.findChildren(QLabel)]
    assert not with_choices.control.isVisible()
    assert strip.search.text() == "SOC"
