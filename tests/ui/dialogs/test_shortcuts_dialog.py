"""The page of keys: each line says by itself what its key does."""

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from socplanner.ui.dialogs.shortcuts_dialog import ShortcutsDialog
from socplanner.ui.kit.actions import Actions
from socplanner.ui.shell.views import ACTIONS
from socplanner.wording.language import Words


def test_a_command_of_a_submenu_is_listed_under_its_name(qtbot: QtBot, words: Words) -> None:
    owner = QObject()
    actions = Actions(ACTIONS, owner.objectName, owner)
    actions.retranslate(words)
    actions["move-I"].setText("I  Done by the organisation itself")
    dialog = ShortcutsDialog(actions, words)
    qtbot.addWidget(dialog)
    groups = [dialog.table.topLevelItem(at) for at in range(dialog.table.topLevelItemCount())]
    lines = [group.child(at) for group in groups if group for at in range(group.childCount())]
    text = [line.text(0) for line in lines if line is not None]
    assert "Move to: I  Done by the organisation itself" in text
    assert "Move the party up or down" in text
