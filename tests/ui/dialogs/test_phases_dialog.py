"""The dialog that adds, renames and removes phases."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from socplanner.domain.local_text import LocalText
from socplanner.services.document import Document
from socplanner.services.translator import Translator
from socplanner.ui.dialogs.phases_dialog import PhasesDialog
from socplanner.ui.kit.viewpoint import Viewpoint


@pytest.fixture
def dialog(
    qtbot: QtBot, document: Document, viewpoint: Viewpoint, translator: Translator
) -> PhasesDialog:
    """Return the dialog over a plan of two phases."""
    dialog = PhasesDialog(document, viewpoint, translator)
    qtbot.addWidget(dialog)
    return dialog


def test_a_phase_is_added_after_the_last_and_looked_at(
    dialog: PhasesDialog, document: Document, viewpoint: Viewpoint
) -> None:
    dialog.name.setText("Year 3")
    dialog.add_button.click()
    assert [phase.id for phase in document.plan.phases] == ["now", "target", "year-3"]
    assert viewpoint.phase == "year-3"
    document.undo()
    assert [phase.id for phase in document.plan.phases] == ["now", "target"]
    assert viewpoint.phase == "now"


def test_enter_adds_the_phase_typed_and_closes_only_then(
    qtbot: QtBot, dialog: PhasesDialog, document: Document
) -> None:
    with qtbot.waitActive(dialog):
        dialog.show()
    dialog.name.setFocus()
    dialog.name.selectAll()
    QTest.keyClicks(dialog.name, "Year 3")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert [phase.id for phase in document.plan.phases] == ["now", "target", "year-3"]
    assert dialog.isVisible()
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_renaming_changes_the_name_in_the_language_of_the_window(
    dialog: PhasesDialog, document: Document
) -> None:
    dialog.name.setText("Today")
    dialog.rename_button.click()
    assert document.plan.phases[0].name == LocalText("現状", "Today")


def test_a_phase_with_changes_is_removed_with_a_notice_that_undoes_it(
    dialog: PhasesDialog, document: Document
) -> None:
    before = document.plan
    dialog.list.setCurrentRow(1)
    dialog.remove_button.click()
    assert [phase.id for phase in document.plan.phases] == ["now"]
    assert not dialog.remove_button.isEnabled()
    assert "were removed. Later phases" in dialog.notices.text()
    dialog.notices.remedy.click()
    assert document.plan is before
    assert dialog.list.count() == 2


def test_a_name_that_is_not_valid_is_reported_and_changes_nothing(
    dialog: PhasesDialog, document: Document
) -> None:
    before = document.plan
    dialog.name.setMaxLength(500)
    dialog.name.setText("x" * 300)
    dialog.add_button.click()
    assert document.plan is before
    assert "300" in dialog.errors.text(dialog.name)
    assert dialog.name.accessibleDescription() == dialog.errors.text(dialog.name)
    dialog.name.setText("Year 3")
    assert dialog.errors.text(dialog.name) == ""
