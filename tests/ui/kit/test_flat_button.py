"""The button of a choice shows by colour what is chosen, and fits its text."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from socplanner.ui.kit.appearance import palette_of
from socplanner.ui.kit.flat_button import FlatButton, SegmentButton
from socplanner.ui.kit.segments import Segment, Segments
from socplanner.ui.kit.tokens import token


@pytest.fixture(params=[False, True], ids=["light", "dark"])
def button(request: pytest.FixtureRequest, qtbot: QtBot) -> SegmentButton:
    """Return a button in light or dark colours."""
    button = SegmentButton()
    qtbot.addWidget(button)
    button.setPalette(palette_of(is_dark=request.param))
    button.setText("Target")
    button.resize(button.sizeHint())
    button.show()
    return button


def ground(button: SegmentButton) -> str:
    """Return the colour beside the text."""
    return button.grab().toImage().pixelColor(5, button.height() // 2).name()


def test_the_choice_has_the_tint_of_the_accent(button: SegmentButton) -> None:
    before = ground(button)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.isChecked()
    assert ground(button) == token("accent-tint", button.palette()).name()
    assert ground(button) != before


def test_a_longer_text_makes_it_wider(button: SegmentButton) -> None:
    before = button.sizeHint().width()
    button.setText("A phase with a long name")
    assert button.sizeHint().width() > before
    assert button.minimumSizeHint() == button.sizeHint()


def test_the_keyboard_is_seen_and_chooses(button: SegmentButton, qtbot: QtBot) -> None:
    button.clearFocus()
    before = button.grab().toImage()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(button.hasFocus)
    assert button.grab().toImage() != before
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert button.isChecked()


def test_a_disabled_button_is_quieter(button: SegmentButton) -> None:
    before = button.grab().toImage()
    button.setEnabled(False)
    assert button.grab().toImage() != before


def test_a_button_that_may_shrink_shortens_its_text_then_shows_the_icon_alone(
    qtbot: QtBot,
) -> None:
    button = FlatButton(None, "filter", is_edged=True)
    qtbot.addWidget(button)
    button.let_shrink()
    button.setText("Filter and sort the rows")
    whole = button.sizeHint()
    assert button.minimumSizeHint().width() < whole.width() / 2
    pictures = []
    for width in (whole.width(), whole.width() - 30, button.minimumSizeHint().width()):
        button.resize(width, whole.height())
        pictures.append(button.grab().toImage().copy(0, 0, 30, whole.height()))
    assert pictures[0] == pictures[1], "the icon stays where it is while the text is shortened"
    assert button._elided(button.text(), whole.width() - 60).endswith("…")
    assert button._elided(button.text(), 8) == ""


@pytest.mark.parametrize("text", ["前提…", "What if…"])
def test_a_button_without_an_icon_shows_its_text_wherever_it_fits(qtbot: QtBot, text: str) -> None:
    fixed, shrinking = FlatButton(), FlatButton()
    shrinking.let_shrink()
    for button in (fixed, shrinking):
        qtbot.addWidget(button)
        button.setText(text)
        button.resize(button.sizeHint())
    assert shrinking.sizeHint() == fixed.sizeHint()
    whole = shrinking.grab().toImage()
    assert whole == fixed.grab().toImage()
    shrinking.resize(shrinking.minimumSizeHint())
    narrow = shrinking.grab().toImage()
    shrinking.setText("")
    shrinking.resize(narrow.size())
    assert narrow != shrinking.grab().toImage(), "a part of the text is shown at least"


def test_enter_presses_a_button_of_a_window(qtbot: QtBot) -> None:
    button = FlatButton()
    qtbot.addWidget(button)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert pressed == [True]


def test_in_a_dialog_enter_is_for_the_default_button(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    button, default = FlatButton(dialog), QPushButton(dialog)
    default.setDefault(True)
    pressed: list[str] = []
    button.clicked.connect(lambda: pressed.append("flat"))
    default.clicked.connect(lambda: pressed.append("default"))
    dialog.show()
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert pressed == ["default"]


def test_tab_goes_to_the_chosen_one_of_exclusive_buttons_and_leaves_them(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    before, choices, after = QLineEdit(window), Segments(window), QLineEdit(window)
    choices.set_choices([Segment(each, each) for each in ("one", "two", "three")], "two")
    order = [before, *choices.buttons.values(), after]
    for one, other in pairwise(order):
        QWidget.setTabOrder(one, other)
    window.show()
    window.activateWindow()
    before.setFocus()
    qtbot.waitUntil(before.hasFocus)
    for key, goal in (
        (Qt.Key.Key_Tab, choices.buttons["two"]),
        (Qt.Key.Key_Tab, after),
        (Qt.Key.Key_Backtab, choices.buttons["two"]),
        (Qt.Key.Key_Backtab, before),
    ):
        qtbot.keyClick(QApplication.focusWidget(), key)
        assert QApplication.focusWidget() is goal
    assert choices.buttons["two"].isChecked()
