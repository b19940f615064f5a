"""The settings dialog: made of the table of actions, and each change takes effect at once."""

import pytest
from PySide6.QtWidgets import QMenuBar
from pytestqt.qtbot import QtBot

from socplanner.services.i18n import words_for
from socplanner.ui.dialogs.settings_dialog import SettingsDialog
from socplanner.ui.kit.actions import Actions
from socplanner.ui.shell.views import ACTIONS


def nothing() -> None:
    """Do nothing."""


@pytest.fixture
def menus(qtbot: QtBot) -> QMenuBar:
    """Return the menus of a window."""
    menus = QMenuBar()
    qtbot.addWidget(menus)
    return menus


@pytest.fixture
def actions(menus: QMenuBar) -> Actions:
    """Return the actions of a window, with one of each group checked."""
    actions = Actions(ACTIONS, nothing, menus)
    actions.fill(menus)
    actions.retranslate(words_for("en"))
    for action_id in ("en", "dark", "text-100", "cards-small", "reduce-motion"):
        actions[action_id].setChecked(True)
    return actions


@pytest.fixture
def dialog(qtbot: QtBot, actions: Actions) -> SettingsDialog:
    """Return the dialog."""
    dialog = SettingsDialog(actions, "rasci", words_for("en"))
    qtbot.addWidget(dialog)
    return dialog


def test_it_shows_what_is_chosen(dialog: SettingsDialog) -> None:
    assert {name: each.currentText() for name, each in dialog.lists.items()} == {
        "language": "English",
        "theme": "Dark",
        "text-size": "100%",
        "card-size": "Small",
    }
    assert dialog.letters.currentData() == "rasci"
    assert dialog.boxes["reduce-motion"].isChecked()
    assert not dialog.boxes["mirror-areas"].isChecked()


def test_a_choice_triggers_its_action(
    qtbot: QtBot, dialog: SettingsDialog, actions: Actions
) -> None:
    sizes = dialog.lists["text-size"]
    with qtbot.waitSignal(actions["text-150"].triggered):
        sizes.setCurrentIndex(2)
        sizes.activated.emit(2)
    assert actions["text-150"].isChecked()
    with qtbot.waitSignal(actions["mirror-areas"].triggered):
        dialog.boxes["mirror-areas"].click()
    with qtbot.waitSignal(dialog.letter_set_chosen) as chosen:
        dialog.letters.setCurrentIndex(0)
        dialog.letters.activated.emit(0)
    assert chosen.args == [dialog.letters.itemData(0)]


def test_a_locked_choice_is_disabled_with_its_reason(qtbot: QtBot, actions: Actions) -> None:
    for action_id in ("ja", "en"):
        actions[action_id].setEnabled(False)
        actions[action_id].setStatusTip("Set by your organisation.")
    dialog = SettingsDialog(actions, "", words_for("en"))
    qtbot.addWidget(dialog)
    assert not dialog.lists["language"].isEnabled()
    assert dialog.lists["language"].toolTip() == "Set by your organisation."
    assert dialog.lists["theme"].isEnabled()
