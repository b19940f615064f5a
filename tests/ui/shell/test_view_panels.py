"""Each view remembers which panels are open beside it."""

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from socplanner.ui.kit.actions import Actions
from socplanner.ui.shell.view_panels import PANELS, ViewPanels
from socplanner.ui.shell.views import ACTIONS

USUAL = {"board": ("parties", "inspector"), "matrix": ("inspector",)}


def nothing() -> None:
    """Do nothing."""


class Shown:
    """Panels over two views, and the window they are in."""

    def __init__(self, window: QWidget) -> None:
        """Show the usual panels of the first view."""
        self.window = window
        self.actions = Actions(ACTIONS, nothing, QObject(window))
        self.widgets = {name: QWidget(window) for name in PANELS}
        self.panels = ViewPanels(self.actions, self.widgets, USUAL, window)
        self.panels.look_at_view("board")

    def names(self) -> set[str]:
        """Return the panels that are shown."""
        return {name for name, widget in self.widgets.items() if widget.isVisibleTo(self.window)}


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    """Return panels of which the usual ones are shown."""
    window = QWidget()
    qtbot.addWidget(window)
    return Shown(window)


def test_a_view_begins_with_its_usual_panels(shown: Shown) -> None:
    assert shown.names() == {"parties", "inspector"}
    shown.panels.look_at_view("matrix")
    assert shown.names() == {"inspector"}
    assert not shown.actions["show-parties"].isChecked()


def test_a_panel_closed_in_one_view_is_open_in_the_other(shown: Shown) -> None:
    shown.actions["show-inspector"].trigger()
    assert shown.names() == {"parties"}
    shown.panels.look_at_view("matrix")
    assert shown.names() == {"inspector"}
    shown.panels.look_at_view("board")
    assert shown.names() == {"parties"}


def test_what_is_open_comes_back(qtbot: QtBot, shown: Shown) -> None:
    shown.panels.show("checks")
    shown.panels.show("parties", is_shown=False)
    state = shown.panels.state()
    window = QWidget()
    qtbot.addWidget(window)
    again = Shown(window)
    again.panels.restore(state)
    again.panels.look_at_view("board")
    assert again.names() == {"inspector", "checks"}


def test_a_state_of_unknown_views_and_panels_is_ignored(shown: Shown) -> None:
    shown.panels.restore({"flows": ("checks",), "board": ("checks", "no such panel")})
    shown.panels.look_at_view("board")
    assert shown.names() == {"checks"}


def test_opening_and_closing_is_announced(qtbot: QtBot, shown: Shown) -> None:
    with qtbot.waitSignal(shown.panels.shown) as signal:
        shown.panels.show("checks")
    assert signal.args == ["checks", True]
    assert shown.panels.is_open("checks")
