"""F6 goes from one part of the window to the next."""

from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from socplanner.ui.shell.panel_focus import focus_beside


class Panel(QWidget):
    """A panel with two fields."""

    def __init__(self, parent: QWidget) -> None:
        """Begin with empty fields."""
        super().__init__(parent)
        self.owner = parent  # kept, or Python would delete the window with its panels
        column = QVBoxLayout(self)
        self.fields = QLineEdit(self), QLineEdit(self)
        for field in self.fields:
            column.addWidget(field)


def window_of(qtbot: QtBot, number: int) -> list[Panel]:
    """Return the panels of a window that is shown and active."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    panels = [Panel(window) for _ in range(number)]
    for panel in panels:
        column.addWidget(panel)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return panels


def test_it_goes_round_and_back(qtbot: QtBot) -> None:
    panels = window_of(qtbot, 3)
    panels[0].fields[1].setFocus()
    for step, goal in ((1, 1), (1, 2), (1, 0), (-1, 2), (-1, 1)):
        focus_beside(panels, step)
        assert QApplication.focusWidget() is panels[goal].fields[0]


def test_what_is_hidden_or_takes_no_keys_is_passed_over(qtbot: QtBot) -> None:
    panels = window_of(qtbot, 4)
    panels[0].fields[0].setFocus()
    panels[1].hide()
    for field in panels[2].fields:
        field.setEnabled(False)
    focus_beside(panels, 1)
    assert QApplication.focusWidget() is panels[3].fields[0]


def test_a_panel_with_a_proxy_gives_it_the_focus(qtbot: QtBot) -> None:
    panels = window_of(qtbot, 2)
    panels[1].setFocusProxy(panels[1].fields[1])
    panels[0].fields[0].setFocus()
    focus_beside(panels, 1)
    assert QApplication.focusWidget() is panels[1].fields[1]


def test_from_outside_it_goes_to_the_first_or_the_last(qtbot: QtBot) -> None:
    panels = window_of(qtbot, 3)
    panels[0].fields[0].setFocus()
    focus_beside(panels[1:], 1)
    assert QApplication.focusWidget() is panels[1].fields[0]
