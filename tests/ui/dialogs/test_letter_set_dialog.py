"""The dialog that chooses a letter set: all is seen before it happens, and it is one step."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from socplanner.domain.letter_set_edits import ChangeCustomSets, SwitchLetterSet, proposed_mapping
from socplanner.domain.letter_sets import DACI, RACI, RACI_VS, RASCI
from socplanner.domain.plan import Plan
from socplanner.services.document import Document
from socplanner.services.i18n import words_for
from socplanner.ui.dialogs.custom_letters_dialog import CustomLettersDialog
from socplanner.ui.dialogs.letter_set_dialog import LetterSetDialog
from tests.support.letter_sets import CUSTOM_SET

WORDS = words_for("en")


@pytest.fixture
def dialog(qtbot: QtBot, plan: Plan) -> LetterSetDialog:
    """Return the dialog over a plan of RACI."""
    return shown(qtbot, plan)


def shown(qtbot: QtBot, plan: Plan) -> LetterSetDialog:
    """Return the dialog over `plan`, shown."""
    dialog = LetterSetDialog(plan, WORDS)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def choose(dialog: LetterSetDialog, set_id: str) -> None:
    """Choose the set `set_id` with the keyboard."""
    dialog.sets.setFocus()
    while dialog.sets.currentData() != set_id:
        before = dialog.sets.currentIndex()
        down = dialog.sets.findData(set_id) > before
        QTest.keyClick(dialog.sets, Qt.Key.Key_Down if down else Qt.Key.Key_Up)
        assert dialog.sets.currentIndex() != before


def become(dialog: LetterSetDialog, old: str, new: str) -> None:
    """Choose what becomes of the letter `old`."""
    row = [letter.symbol for letter in RACI.letters].index(old)
    choice = dialog.mapping.choices[row]
    choice.setCurrentIndex(choice.findData(new))
    choice.activated.emit(choice.currentIndex())


def in_custom_letters(dialog: LetterSetDialog, button: str, *symbols: str) -> None:
    """Press `button`, write `symbols` into the rows of the dialog that opens, and agree."""

    def answer() -> None:
        custom = QApplication.activeModalWidget()
        assert isinstance(custom, CustomLettersDialog)
        for row, symbol in enumerate(symbols):
            item = custom.table.item(row, 0)
            assert item is not None
            item.setText(symbol)
        assert custom.errors.text(custom.table) == ""
        custom.accept()

    QTimer.singleShot(0, answer)
    {"new": dialog.new_button, "change": dialog.change_button}[button].click()


def rows(dialog: LetterSetDialog) -> list[list[str]]:
    """Return what the table of letters says."""
    table = dialog.letters
    cells = [[table.item(row, column) for column in range(3)] for row in range(table.rowCount())]
    return [[cell.text() for cell in row if cell is not None] for row in cells]


def test_it_begins_with_the_set_in_use_and_nothing_to_do(dialog: LetterSetDialog) -> None:
    assert dialog.sets.currentData() == "raci"
    assert not dialog.accept_button.isEnabled()
    assert not dialog.mapping.isVisible()
    assert not dialog.change_button.isEnabled()
    assert not dialog.remove_button.isEnabled()


def test_a_set_is_chosen_by_keys_and_its_letters_are_explained(
    dialog: LetterSetDialog, plan: Plan
) -> None:
    choose(dialog, "daci")
    assert rows(dialog)[0] == ["D", "Driver", "does the work"]
    assert dialog.loss.text() == "Nothing is lost."
    assert dialog.accept_button.isEnabled()
    assert dialog.edit == SwitchLetterSet(DACI, proposed_mapping(RACI, DACI), ())
    assert dialog.edit.apply(plan).letter_set is DACI
    choose(dialog, "raci")
    assert not dialog.accept_button.isEnabled()


def test_losses_are_shown_before_the_set_is_switched(dialog: LetterSetDialog) -> None:
    choose(dialog, "rasci")
    cells = dialog.mapping.item(2, 1)
    assert cells is not None
    become(dialog, "C", "")
    assert f"C disappears from {cells.text()} cells." in dialog.loss.text()
    assert f"{cells.text()} cells are empty afterwards." in dialog.loss.text()
    become(dialog, "C", "I")
    assert dialog.loss.text() == "Nothing is lost."
    become(dialog, "A", "R")
    assert "two letters become one" in dialog.loss.text()
    assert dialog.edit == SwitchLetterSet(RASCI, {"R": "R", "A": "R", "C": "I", "I": "I"}, ())


def test_an_own_set_is_made_from_the_one_shown_and_used_in_one_step(
    dialog: LetterSetDialog, document: Document, plan: Plan
) -> None:
    choose(dialog, "raci-vs")
    in_custom_letters(dialog, "new", "Do", "An")
    assert dialog.sets.currentText().startswith("Our letters   (Do An C I V S)")
    document.perform(dialog.edit)
    (custom,) = document.plan.custom_sets
    assert custom.id == "our-letters"
    assert document.plan.letter_set is custom
    assert custom.letters[2:] == RACI_VS.letters[2:]
    document.undo()
    assert document.plan is plan


def test_an_own_set_is_changed_and_cells_follow(qtbot: QtBot, plan: Plan) -> None:
    used = SwitchLetterSet(CUSTOM_SET, proposed_mapping(RACI, CUSTOM_SET)).apply(plan)
    dialog = shown(qtbot, used)
    assert dialog.change_button.isEnabled()
    assert not dialog.remove_button.isEnabled()
    in_custom_letters(dialog, "change", "W")
    assert dialog.mapping.isVisible()
    after = dialog.edit.apply(used)
    assert [each.symbol for each in after.letter_set.letters] == ["W", "AP", "SV", "I", "O"]
    assert after.custom_sets == (after.letter_set,)
    back = SwitchLetterSet(CUSTOM_SET, {"W": "主", "AP": "AP", "SV": "SV", "I": "I"})
    assert back.apply(after) == used


def test_an_own_set_that_is_not_in_use_can_go(qtbot: QtBot, plan: Plan) -> None:
    dialog = shown(qtbot, replace(plan, custom_sets=(CUSTOM_SET,)))
    choose(dialog, "own")
    dialog.remove_button.click()
    assert dialog.sets.findData("own") == -1
    assert dialog.sets.currentData() == "raci"
    assert dialog.accept_button.isEnabled()
    assert dialog.edit == ChangeCustomSets(())


def test_a_second_own_set_gets_an_id_of_its_own(dialog: LetterSetDialog) -> None:
    in_custom_letters(dialog, "new")
    in_custom_letters(dialog, "new")
    ids = [dialog.sets.itemData(at) for at in range(dialog.sets.count())]
    assert ids == ["raci", "rasci", "raci-vs", "daci", "our-letters", "our-letters-2"]
