"""The bar above the views: leaving the search field by the keyboard."""

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from socplanner.services.document import Document
from socplanner.services.translator import Translator
from socplanner.ui.kit.actions import Actions
from socplanner.ui.kit.viewpoint import Viewpoint
from socplanner.ui.shell.header_bar import HeaderBar
from socplanner.ui.shell.views import ACTIONS, VIEWS
from tests.support.contexts import context_of


def nothing() -> None:
    """Do nothing."""


@pytest.fixture
def bar(
    qtbot: QtBot, document: Document, viewpoint: Viewpoint, translator: Translator
) -> HeaderBar:
    """Return the bar, shown, something being searched."""
    owner = QObject(document)
    actions = Actions(ACTIONS, nothing, owner)
    bar = HeaderBar(context_of(document, translator, viewpoint), actions, VIEWS)
    qtbot.addWidget(bar)
    with qtbot.waitActive(bar):
        bar.show()
    bar.search.setFocus()
    QTest.keyClicks(bar.search, "SOC")
    return bar


def test_esc_ends_the_search(qtbot: QtBot, bar: HeaderBar) -> None:
    with qtbot.waitSignal(bar.search_left):
        QTest.keyClick(bar.search, Qt.Key.Key_Escape)
    assert bar.search.text() == ""


def test_enter_goes_to_the_next_match(qtbot: QtBot, bar: HeaderBar) -> None:
    with qtbot.waitSignal(bar.search_entered):
        QTest.keyClick(bar.search, Qt.Key.Key_Return)
    assert bar.search.text() == "SOC"
