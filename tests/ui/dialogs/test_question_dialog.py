"""What all dialogs have in common: typing begins in the first field, the buttons come last."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from socplanner.domain.marking import NO_MARKING, Marking, Tlp
from socplanner.domain.new_plan import NOW
from socplanner.domain.plan import Plan
from socplanner.ui.dialogs.export_dialog import ExportDialog
from socplanner.ui.dialogs.export_options import ExportOptions
from socplanner.ui.dialogs.new_plan_dialog import NewPlanDialog
from socplanner.ui.dialogs.organisation_dialog import OrganisationDialog
from socplanner.ui.dialogs.party_dialog import PartyDialog
from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.wording.language import Words


def dialogs(plan: Plan, words: Words) -> dict[str, QuestionDialog]:
    """Return a dialog of each kind that has fields."""
    options = ExportOptions(NOW, "en", Path("/plans"))
    return {
        "new": NewPlanDialog(plan.catalogue, (), words),
        "organisation": OrganisationDialog(plan, words),
        "party": PartyDialog(None, plan, words),
        "export": ExportDialog(plan, options, lambda _: None, words),
    }


def focused(dialog: QWidget) -> QWidget:
    """Return what in `dialog` the keyboard goes to."""
    widget = dialog.focusWidget()
    assert widget is not None
    return widget


@pytest.mark.parametrize("kind", ["new", "organisation", "party", "export"])
def test_the_first_field_has_the_keyboard_and_the_buttons_come_last(
    qtbot: QtBot, plan: Plan, words: Words, kind: str
) -> None:
    for name, dialog in dialogs(plan, words).items():
        qtbot.addWidget(dialog)
        if name != kind:
            continue
        with qtbot.waitActive(dialog):
            dialog.show()
        buttons = {dialog.accept_button, dialog.cancel_button}
        assert focused(dialog) not in buttons
        QTest.keyClick(focused(dialog), Qt.Key.Key_Backtab)
        assert focused(dialog) in buttons


def test_an_organisation_is_not_left_without_a_name(qtbot: QtBot, plan: Plan, words: Words) -> None:
    dialog = OrganisationDialog(plan, words)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    QTest.keyClicks(focused(dialog), " ")
    name = focused(dialog)
    assert dialog.errors.text(name).startswith("The name is empty")
    dialog.cancel_button.setFocus()
    dialog.accept_button.click()
    assert dialog.isVisible()
    assert focused(dialog) is name
    QTest.keyClicks(name, "Aoba")
    assert dialog.errors.text(name) == ""
    assert dialog.edit.organisation == "Aoba"


def test_a_marking_is_changed_only_where_another_is_chosen(
    qtbot: QtBot, plan: Plan, words: Words
) -> None:
    marked = replace(plan, marking=Marking(Tlp.GREEN, "Internal"))
    dialog = OrganisationDialog(marked, words)
    qtbot.addWidget(dialog)
    assert dialog.edit.marking is None
    assert dialog.meaning.text() == "Within the community, not in public."
    dialog.labels.setCurrentText("TLP:AMBER+STRICT")
    dialog.classification.setText(" Secret ")
    assert dialog.edit.apply(marked).marking == Marking(Tlp.AMBER_STRICT, "Secret")
    dialog.labels.setCurrentIndex(0)
    dialog.classification.clear()
    assert dialog.edit.apply(marked).marking == NO_MARKING
    assert dialog.labels.accessibleDescription() == "Printed on every page of the workbook."


def test_a_new_plan_is_made_by_typing_its_name(qtbot: QtBot, plan: Plan, words: Words) -> None:
    dialog = NewPlanDialog(plan.catalogue, (), words)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    QTest.keyClicks(focused(dialog), "Aoba Works")
    QTest.keyClick(focused(dialog), Qt.Key.Key_Return)
    assert dialog.result() == NewPlanDialog.DialogCode.Accepted
    assert dialog.beginning.organisation == "Aoba Works"
