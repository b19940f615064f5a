"""The page of keys: each line says by itself what its key does."""

from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from socplanner.ui.dialogs.shortcuts_dialog import ShortcutsDialog
from socplanner.ui.kit.action_table import ACTIONS
from socplanner.wording.language import Words


def test_a_command_of_a_submenu_is_listed_under_its_name(qtbot: QtBot, words: Words) -> None:
    area = QAction("I  Done by the organisation itself")
    area.setShortcut("Alt+1")
    dialog = ShortcutsDialog({"move-I": area}, words)
    qtbot.addWidget(dialog)
    assert any(spec.id == "move-I" for spec in ACTIONS)
    groups = [dialog.table.topLevelItem(at) for at in range(dialog.table.topLevelItemCount())]
    lines = [group.child(at) for group in groups if group for at in range(group.childCount())]
    said = [line.text(0) for line in lines if line is not None]
    assert "Move to: I  Done by the organisation itself" in said
    assert "Move the party up or down" in said
