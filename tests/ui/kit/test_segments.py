"""A row of choices: at most one is checked, keys move, long labels are shortened."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from socplanner.ui.kit.segments import Segment, Segments

SIZES = (Segment("s", "Small"), Segment("m", "Medium"), Segment("l", "Large"))


@pytest.fixture
def row(qtbot: QtBot) -> Segments:
    """Return a row of three sizes, shown."""
    row = Segments()
    qtbot.addWidget(row)
    row.set_choices(SIZES, "m")
    with qtbot.waitActive(row):
        row.show()
    return row


def checked(row: Segments) -> list[str]:
    """Return the ids of the checked buttons."""
    return [each for each, button in row.buttons.items() if button.isChecked()]


def test_one_is_checked_and_a_click_chooses_another(qtbot: QtBot, row: Segments) -> None:
    assert checked(row) == ["m"]
    with qtbot.waitSignal(row.chosen) as chosen:
        QTest.mouseClick(row.buttons["l"], Qt.MouseButton.LeftButton)
    assert chosen.args == ["l"]
    assert checked(row) == ["l"]


def test_an_arrow_key_chooses_the_next(qtbot: QtBot, row: Segments) -> None:
    row.buttons["m"].setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(row.chosen) as chosen:
        QTest.keyClick(row.buttons["m"], Qt.Key.Key_Right)
    assert chosen.args == ["l"]


def test_none_may_be_checked_until_one_is_chosen(row: Segments) -> None:
    row.choose("")
    assert checked(row) == []
    row.buttons["s"].click()
    assert checked(row) == ["s"]


def test_the_same_choices_keep_their_buttons(row: Segments) -> None:
    before = list(row.buttons.values())
    row.set_choices([Segment(each.id, each.label.upper()) for each in SIZES], "s")
    assert list(row.buttons.values()) == before
    assert before[0].text() == "SMALL"
    row.set_choices(SIZES[:2], "s")
    assert list(row.buttons) == ["s", "m"]


def test_a_long_label_is_shortened_and_read_in_full(row: Segments) -> None:
    label = "A phase with a name that goes on and on"
    row.set_choices([Segment("x", label)], "x")
    assert row.buttons["x"].text().endswith("…")
    assert row.buttons["x"].toolTip() == row.buttons["x"].accessibleName() == label


def test_an_icon_has_its_label_as_name_and_tooltip(row: Segments) -> None:
    row.set_choices([Segment("x", "In-house", "sourcing-insource")], "x")
    button = row.buttons["x"]
    assert (button.accessibleName(), button.toolTip()) == ("In-house", "In-house")
    assert button.sizeHint().width() == button.sizeHint().height()


def test_a_choice_moves_no_button(row: Segments) -> None:
    before = row.sizeHint()
    row.choose("l")
    assert row.sizeHint() == before


def test_tab_reaches_choices_made_later_at_their_place(qtbot: QtBot) -> None:
    box = QWidget()
    column = QVBoxLayout(box)
    above, row, below = QLineEdit(), Segments(), QLineEdit()
    for widget in (above, row, below):
        column.addWidget(widget)
    row.set_choices(SIZES, "s")
    qtbot.addWidget(box)
    with qtbot.waitActive(box):
        box.show()
    above.setFocus()
    QTest.keyClick(above, Qt.Key.Key_Tab)
    assert row.buttons["s"].hasFocus()
    QTest.keyClick(row.buttons["s"], Qt.Key.Key_Tab)
    assert below.hasFocus()
