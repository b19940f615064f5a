"""The dialog that makes letters of one's own: what will not do is told at once, row by row."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from socplanner.domain.letter_sets import RACI
from socplanner.domain.local_text import LocalText
from socplanner.services.i18n import words_for
from socplanner.ui.dialogs.custom_letters_dialog import CustomLettersDialog
from socplanner.ui.kit.appearance import palette_of
from socplanner.ui.kit.box_delegate import BoxDelegate
from socplanner.ui.kit.theme import ink_on

SYMBOL, JAPANESE, ENGLISH, COLOUR, ACCOUNTABLE, PERFORMS = range(6)


@pytest.fixture
def dialog(qtbot: QtBot) -> CustomLettersDialog:
    """Return the dialog over the letters of RACI, shown."""
    dialog = CustomLettersDialog(RACI.letters, None, words_for("en"))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def write(dialog: CustomLettersDialog, row: int, column: int, text: str) -> None:
    """Write `text` into a cell."""
    item = dialog.table.item(row, column)
    assert item is not None
    item.setText(text)


def symbols(dialog: CustomLettersDialog) -> str:
    """Return the symbols in their order."""
    return " ".join(each.symbol for each in dialog.letter_set.letters)


def test_the_dialog_begins_with_the_letters_of_the_plan_and_a_name_to_change(
    dialog: CustomLettersDialog,
) -> None:
    assert dialog.letter_set.letters == RACI.letters
    assert dialog.letter_set.name == LocalText("独自の記号", "Our letters")
    assert dialog.accept_button.isEnabled()


@pytest.mark.parametrize(
    ("row", "column", "text", "shown"),
    [
        (1, SYMBOL, "A1", "Row 2: “A1” cannot be a letter"),
        (1, SYMBOL, "r", "The letter r occurs twice"),
        (2, JAPANESE, " ", "Row 3: The name is empty"),
        (3, COLOUR, "red", "Row 4: “red” is not a valid colour"),
    ],
)
def test_a_letter_set_that_is_not_valid_is_reported_at_once_and_cannot_be_accepted(
    dialog: CustomLettersDialog, row: int, column: int, text: str, shown: str
) -> None:
    item = dialog.table.item(row, column)
    assert item is not None
    before = item.text()
    write(dialog, row, column, text)
    assert dialog.errors.text(dialog.table).startswith(shown)
    dialog.accept_button.click()
    assert dialog.result() != CustomLettersDialog.DialogCode.Accepted
    write(dialog, row, column, before)
    assert dialog.errors.text(dialog.table) == ""
    assert dialog.accept_button.isEnabled()


def test_meanings_are_switched_by_the_space_bar(dialog: CustomLettersDialog) -> None:
    dialog.table.setFocus()
    dialog.table.setCurrentCell(1, ACCOUNTABLE)
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    assert dialog.errors.text(dialog.table).startswith("No party could be accountable")
    dialog.table.setCurrentCell(0, ACCOUNTABLE)
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    assert dialog.errors.text(dialog.table) == ""
    assert dialog.letter_set.letters[0].flags == ("accountable", "performs")


def test_letters_are_added_moved_and_removed(dialog: CustomLettersDialog) -> None:
    dialog.add_button.click()
    assert dialog.errors.text(dialog.table).startswith("Row 5")
    write(dialog, 4, SYMBOL, "責")
    write(dialog, 4, JAPANESE, "責任")
    write(dialog, 4, ENGLISH, "Duty")
    assert dialog.accept_button.isEnabled()
    dialog.table.setCurrentCell(4, SYMBOL)
    dialog.up_button.click()
    assert symbols(dialog) == "R A C 責 I"
    dialog.down_button.click()
    dialog.table.setCurrentCell(2, SYMBOL)
    dialog.remove_button.click()
    assert symbols(dialog) == "R A I 責"


def test_a_set_has_no_more_letters_than_it_may(dialog: CustomLettersDialog) -> None:
    for _ in range(20):
        dialog.add_button.click()
    assert dialog.table.rowCount() == 12
    assert not dialog.add_button.isEnabled()
    dialog.table.setCurrentCell(11, SYMBOL)
    dialog.remove_button.click()
    assert dialog.add_button.isEnabled()


def test_tab_leaves_the_table_and_boxes_have_accessible_names(
    qtbot: QtBot, dialog: CustomLettersDialog
) -> None:
    with qtbot.waitActive(dialog):
        dialog.activateWindow()
    dialog.table.setFocus()
    QTest.keyClick(dialog.table, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.add_button
    box = dialog.table.item(0, PERFORMS)
    assert box is not None
    assert box.data(Qt.ItemDataRole.AccessibleTextRole) == "does the work"


def test_a_colour_that_is_typed_is_shown(dialog: CustomLettersDialog) -> None:
    write(dialog, 0, COLOUR, "#112233")
    item = dialog.table.item(0, COLOUR)
    assert item is not None
    assert item.background().color().name() == "#112233"
    assert item.foreground().color().name() == "#ffffff"


def test_a_colour_is_written_in_legible_ink_on_a_dark_ground_too(
    dialog: CustomLettersDialog,
) -> None:
    dialog.table.setPalette(palette_of(is_dark=True))
    delegate = dialog.table.itemDelegate()
    assert isinstance(delegate, BoxDelegate)
    index = dialog.table.model().index(0, COLOUR)
    option = QStyleOptionViewItem()
    option.palette = dialog.table.palette()
    delegate.initStyleOption(option, index)
    written = option.palette.color(QPalette.ColorRole.Text)
    assert written == ink_on(QColor(RACI.letters[0].colour))
