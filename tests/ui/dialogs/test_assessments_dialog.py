"""The dialog of assessments: each change is a step that can be undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from socplanner.domain.assessment_edits import AddAssessment, SetScore
from socplanner.domain.history import History
from socplanner.services.document import Document
from socplanner.services.translator import Translator
from socplanner.ui.dialogs.assessments_dialog import AssessmentsDialog
from tests.support.small_plan import A1, small_plan

TODAY = "2026-11-30"


@pytest.fixture
def document() -> Document:
    """Return a document with two assessments, of which the earlier one was added last."""
    plan = AddAssessment("2026-04-17", "CSIRT").apply(small_plan())
    plan = SetScore(frozenset({A1}), ("inhouse",), "3").apply(plan)
    return Document(History.of(AddAssessment("2025-04-18").apply(plan)))


@pytest.fixture
def dialog(qtbot: QtBot, document: Document, translator: Translator) -> AssessmentsDialog:
    """Return the dialog over `document`."""
    dialog = AssessmentsDialog(document, translator, TODAY)
    qtbot.addWidget(dialog)
    return dialog


def listed(dialog: AssessmentsDialog) -> list[str]:
    """Return the texts of the list."""
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def days(document: Document) -> list[str]:
    """Return the days of the assessments, in the order of the plan."""
    return [each.day for each in document.plan.assessments]


def test_the_newest_comes_first_with_its_roles(dialog: AssessmentsDialog) -> None:
    assert listed(dialog) == ["2026-04-17: 1 role (newest)  CSIRT", "2025-04-18: 1 role"]
    assert (dialog.day.day, dialog.by.text()) == ("2026-04-17", "CSIRT")
    assert not dialog.change_button.isEnabled()


def test_day_and_assessor_are_changed_in_one_step(
    dialog: AssessmentsDialog, document: Document
) -> None:
    dialog.list.setCurrentRow(1)
    dialog.day.setText("2026/5/1")
    dialog.by.setText("Adviser")
    dialog.change_button.click()
    assert days(document) == ["2026-04-17", "2026-05-01"]
    assert listed(dialog)[0] == "2026-05-01: 1 role (newest)  Adviser"
    document.undo()
    assert days(document) == ["2026-04-17", "2025-04-18"]


def test_an_assessment_is_added_with_day_and_assessor(
    dialog: AssessmentsDialog, document: Document
) -> None:
    dialog.day.setText(TODAY)
    dialog.by.setText("Internal audit")
    dialog.add_button.click()
    assert document.plan.assessments[-1].by == "Internal audit"
    assert listed(dialog)[0].endswith("(newest)  Internal audit")
    assert dialog.list.currentRow() == 0


def test_a_removed_assessment_comes_back_with_its_scores(
    dialog: AssessmentsDialog, document: Document
) -> None:
    before = document.plan
    dialog.remove_button.click()
    assert days(document) == ["2025-04-18"]
    notice = dialog.notices.notice
    assert notice is not None
    assert notice.remedy is not None
    notice.remedy.act()
    assert document.plan == before
    assert len(listed(dialog)) == 2


def test_enter_applies_what_was_typed_and_closes_only_then(
    qtbot: QtBot, dialog: AssessmentsDialog, document: Document
) -> None:
    dialog.show()
    dialog.day.setText("2026-05-01")
    QTest.keyClick(dialog.day, Qt.Key.Key_Return)
    assert days(document)[0] == "2026-05-01"
    assert dialog.isVisible()
    QTest.keyClick(dialog.day, Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_closing_applies_what_was_typed_or_stays_open(
    dialog: AssessmentsDialog, document: Document
) -> None:
    dialog.day.setText("never")
    dialog.accept()
    assert dialog.errors.text(dialog.day)
    dialog.day.setText("2026-05-02")
    dialog.accept()
    assert days(document)[0] == "2026-05-02"


def test_the_removed_one_is_current_again_after_undo(
    dialog: AssessmentsDialog, document: Document
) -> None:
    dialog.list.setCurrentRow(1)
    dialog.remove_button.click()
    dialog.remove_button.click()
    assert (dialog.day.day, dialog.by.text()) == (TODAY, "")
    notice = dialog.notices.notice
    assert notice is not None
    assert notice.remedy is not None
    notice.remedy.act()
    assert dialog.day.day == "2026-04-17"


def test_a_day_is_not_taken_from_an_assessment(dialog: AssessmentsDialog) -> None:
    dialog.day.clear()
    assert not dialog.change_button.isEnabled()
    assert not dialog.add_button.isEnabled()


def test_a_day_that_is_none_is_explained_and_changes_nothing(
    dialog: AssessmentsDialog, document: Document
) -> None:
    before = document.plan
    dialog.day.setText("last spring")
    dialog.change_button.click()
    assert document.plan is before
    assert "last spring" in dialog.errors.text(dialog.day)


def test_without_assessments_one_can_be_added(qtbot: QtBot, translator: Translator) -> None:
    document = Document(History.of(small_plan()))
    dialog = AssessmentsDialog(document, translator, TODAY)
    qtbot.addWidget(dialog)
    assert not dialog.remove_button.isEnabled()
    dialog.add_button.click()
    assert days(document) == [TODAY]
