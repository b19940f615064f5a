"""The dialog of earlier versions: what is shown of each, and what is chosen."""

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from socplanner.domain.plan import Plan
from socplanner.services.file_problem import refused
from socplanner.services.i18n import words_for
from socplanner.ui.dialogs.versions_dialog import ShownVersion, VersionChoice, VersionsDialog
from tests.support.small_plan import small_plan


@pytest.fixture
def plan() -> Plan:
    """Return the open plan."""
    return small_plan()


def read(plan: Plan | None) -> Plan:
    """Return `plan`, or fail as a damaged version does."""
    if plan is None:
        raise refused(Path("1"), "version-damaged")
    return plan


def shown(qtbot: QtBot, plan: Plan, *plans: Plan | None, unread: int = 0) -> VersionsDialog:
    """Return the dialog with `plans` as versions; None is a damaged one."""
    versions = [
        ShownVersion(f"2026-01-0{9 - n}", "a.socplan", "/plans", partial(read, each))
        for n, each in enumerate(plans)
    ]
    dialog = VersionsDialog(plan, versions, unread, words_for("en"))
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: "…" not in changes(dialog))
    return dialog


def changes(dialog: VersionsDialog) -> list[str]:
    """Return what the table has about each version."""
    model = dialog.table.model()
    return [str(model.index(row, 1).data()) for row in range(model.rowCount())]


def differences(dialog: VersionsDialog) -> list[str]:
    """Return the lines about the chosen version."""
    groups = dialog.differences.tree.lines.source.groups
    lines = [line.text for group in groups for line in group.lines]
    return lines or [dialog.differences.box.heading.text()]


def test_each_version_has_what_it_changed(qtbot: QtBot, plan: Plan) -> None:
    first, second = replace(plan, organisation="First"), replace(plan, organisation="Second")
    dialog = shown(qtbot, plan, plan, second, first)
    texts = changes(dialog)
    assert "Second" in texts[0]
    assert "First" in texts[1]
    assert texts[2] == "The first version that is kept"


def test_the_chosen_version_is_compared_with_now(qtbot: QtBot, plan: Plan) -> None:
    old = replace(plan, organisation="Old")
    dialog = shown(qtbot, plan, plan, old)
    assert dialog.table.hasFocus()
    assert differences(dialog) == ["Nothing differs."]
    assert not dialog.accept_button.isEnabled()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Down)
    assert any("Old" in line for line in differences(dialog))
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert (dialog.chosen, dialog.choice) == (old, VersionChoice.RESTORE)
    assert dialog.result() == 1


def test_a_copy_can_be_opened_of_the_same_too(qtbot: QtBot, plan: Plan) -> None:
    dialog = shown(qtbot, plan, plan)
    dialog.copy_button.click()
    assert (dialog.chosen, dialog.choice) == (plan, VersionChoice.COPY)
    assert dialog.result() == 1


def test_a_damaged_version_is_shown_as_such(qtbot: QtBot, plan: Plan) -> None:
    dialog = shown(qtbot, plan, plan, None, unread=3)
    dialog.table.selectRow(1)
    assert changes(dialog)[1] == "The version is damaged: choose another one."
    assert differences(dialog) == ["The version is damaged: choose another one."]
    assert changes(dialog)[0] == "The version before it cannot be read"
    assert not dialog.accept_button.isEnabled()
    assert not dialog.copy_button.isEnabled()
    assert dialog.chosen is None


def test_without_versions_the_dialog_explains_how_they_are_made(qtbot: QtBot, plan: Plan) -> None:
    dialog = shown(qtbot, plan)
    assert differences(dialog) == [
        "There is no earlier version yet: each save of the plan keeps one."
    ]
    assert not dialog.accept_button.isEnabled()
    assert dialog.chosen is None
