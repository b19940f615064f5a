"""The settings dialog: made of one table, applied when it is accepted, and wrong at the field."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QMenuBar, QPushButton
from pytestqt.qtbot import QtBot

from socplanner.services.i18n import words_for
from socplanner.ui.dialogs.setting_rows import SETTING_ROWS, Kind
from socplanner.ui.dialogs.settings_dialog import SettingsDialog
from socplanner.ui.kit.actions import Actions
from socplanner.ui.kit.flat_style import WRONG
from socplanner.ui.shell.views import ACTIONS

VALUES = {"letter_set": "rasci", "author": "青葉", "plans_folder": "", "exports_folder": ""}
REQUESTS: list[tuple[str, Path]] = []


def nothing() -> None:
    """Do nothing."""


def no_folder(title: str, folder: Path) -> Path | None:
    """Choose no folder, and keep what was asked."""
    REQUESTS.append((title, folder))
    return None


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
    dialog = SettingsDialog(actions, VALUES, no_folder, words_for("en"))
    qtbot.addWidget(dialog)
    return dialog


def test_it_shows_what_is_chosen(dialog: SettingsDialog) -> None:
    assert {name: each.currentText() for name, each in dialog.lists.items()} == {
        "language": "English",
        "theme": "Dark",
        "text-size": "100%",
        "card-size": "Small",
    }
    assert dialog.values == VALUES
    assert dialog.boxes["reduce-motion"].isChecked()
    assert not dialog.boxes["mirror-areas"].isChecked()


def test_every_row_of_the_table_has_a_field(dialog: SettingsDialog) -> None:
    fields = {*dialog.lists, *dialog.boxes, *dialog.lines, "letter_set"}
    assert fields == {row.id for row in SETTING_ROWS}


def test_nothing_changes_before_the_dialog_is_accepted(
    qtbot: QtBot, dialog: SettingsDialog, actions: Actions
) -> None:
    dialog.lists["text-size"].setCurrentIndex(2)
    dialog.boxes["mirror-areas"].click()
    dialog.letters.setCurrentIndex(0)
    assert actions["text-100"].isChecked()
    assert not actions["mirror-areas"].isChecked()
    with qtbot.waitSignals([actions["text-150"].triggered, actions["mirror-areas"].triggered]):
        dialog.trigger_choices()
    assert actions["text-150"].isChecked()
    assert actions["mirror-areas"].isChecked()
    assert dialog.values["letter_set"] == dialog.letters.itemData(0)


def test_what_is_chosen_already_is_not_triggered(dialog: SettingsDialog, actions: Actions) -> None:
    triggered: list[bool] = []
    for action in actions.by_id.values():
        action.triggered.connect(triggered.append)
    dialog.trigger_choices()
    assert triggered == []


def test_a_locked_choice_is_disabled_with_its_reason(qtbot: QtBot, actions: Actions) -> None:
    for action_id in ("ja", "en"):
        actions[action_id].setEnabled(False)
        actions[action_id].setStatusTip("Set by your organisation.")
    dialog = SettingsDialog(actions, {}, no_folder, words_for("en"), locked="Set by IT.")
    qtbot.addWidget(dialog)
    assert not dialog.lists["language"].isEnabled()
    assert dialog.lists["language"].toolTip() == "Set by your organisation."
    assert dialog.lists["theme"].isEnabled()
    assert not dialog.lines["plans_folder"].isEnabled()
    assert dialog.lines["plans_folder"].toolTip() == "Set by IT."
    assert "plans_folder" not in dialog.values


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("plans", "Write the whole path of the folder, such as "),
        ("/no/such/folder", "There is no folder “/no/such/folder”: create it, or choose another."),
    ],
)
def test_a_folder_that_is_not_there_is_shown_under_its_field(
    qtbot: QtBot, dialog: SettingsDialog, text: str, message: str
) -> None:
    field = dialog.lines["exports_folder"]
    with qtbot.waitActive(dialog):
        dialog.show()
    dialog.lines["author"].setFocus()
    field.setText(text)
    assert dialog.errors.text(field) == ""
    dialog.accept_button.click()
    assert dialog.isVisible()
    assert dialog.focusWidget() is field
    shown = dialog.errors.text(field)
    assert shown.startswith(message)
    assert field.accessibleDescription() == shown
    assert dialog.accept_button.accessibleDescription() == shown
    assert dialog.accept_button.toolTip() == shown
    assert dialog.accept_button.isEnabled()
    assert field.property(WRONG)


def test_a_folder_is_accepted_as_soon_as_it_is_there(
    dialog: SettingsDialog, tmp_path: Path
) -> None:
    field = dialog.lines["plans_folder"]
    field.setText(str(tmp_path / "new"))
    field.editingFinished.emit()
    assert dialog.errors.text(field)
    (tmp_path / "new").mkdir()
    dialog.accept()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.values["plans_folder"] == str(tmp_path / "new")
    assert dialog.errors.text(field) == ""
    assert field.accessibleDescription() == ""


def test_a_folder_is_chosen_in_a_dialog(qtbot: QtBot, actions: Actions, tmp_path: Path) -> None:
    dialog = SettingsDialog(actions, VALUES, lambda _title, _folder: tmp_path, words_for("en"))
    qtbot.addWidget(dialog)
    for button in dialog.findChildren(QPushButton, "exports_folder"):
        assert button.accessibleName() == "Folder for workbooks and pictures: Browse…"
        button.click()
    assert dialog.values["exports_folder"] == str(tmp_path)


def test_a_folder_that_is_not_chosen_stays(dialog: SettingsDialog) -> None:
    for button in dialog.findChildren(QPushButton, "plans_folder"):
        button.click()
    assert REQUESTS[-1] == ("Folder for plans", Path())
    assert dialog.values == VALUES


def test_the_author_is_cleaned(dialog: SettingsDialog) -> None:
    dialog.lines["author"].setText(" Aoba\u202e ")
    assert dialog.values["author"].startswith("Aoba")
    assert {row.kind for row in SETTING_ROWS} == set(Kind)
