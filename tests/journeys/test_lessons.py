"""The review in the real window: a prompt that becomes met, comments, waivers, answers, links."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QDate, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.duty_edits import ChangeSourcing, SetCoverage
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.lesson_inputs import LessonEntry, LessonVerdict
from socplanner.ui.dialogs.answer_dialog import AnswerDialog
from socplanner.ui.dialogs.phase_terms_dialog import PhaseTermsDialog
from socplanner.ui.dialogs.prompt_waiver_dialog import PromptWaiverDialog
from socplanner.ui.lessons.lessons_view import LessonsView
from socplanner.ui.shell.main_window import MainWindow
from tests.support.plans import sample
from tests.support.programs import when_dialog_opens
from tests.support.windows import window_on

NOW = PhaseId("now")
C5, D4 = RoleId("v2:C-5"), RoleId("v2:D-4")


@pytest.fixture
def window(qapp: QApplication) -> Iterator[MainWindow]:
    """Yield the window on the review of the sample of a manufacturer."""
    plan = replace(sample("manufacturer"), lessons={})
    with window_on(plan, "review") as window:
        window.activateWindow()
        yield window


def view_of(window: MainWindow) -> LessonsView:
    """Return the view of the review."""
    view = window.area.view("review")
    assert isinstance(view, LessonsView)
    return view


def choose(window: MainWindow, prompt: str) -> LessonsView:
    """Make `prompt` the current one."""
    view = view_of(window)
    view.table.go_to(view.model.place_of(prompt))
    assert view.current is not None
    assert view.current.prompt.id == prompt
    return view


def verdict(window: MainWindow, prompt: str) -> LessonVerdict:
    """Return the verdict that the table shows for `prompt`."""
    model = view_of(window).model
    return model.rows[model.place_of(prompt)].verdict


def test_a_prompt_that_fails_is_met_after_an_edit_and_fails_again_once_it_is_undone(
    window: MainWindow,
) -> None:
    view, document = choose(window, "FI2"), window.context.document
    met = view.cards.cards[LessonVerdict.MET].text()
    assert view.panel.verdict.text() == "Not met"
    assert verdict(window, "FI2") is LessonVerdict.NOT_MET
    document.perform(ChangeSourcing(NOW, frozenset({C5}), Sourcing.BOTH))
    assert verdict(window, "FI2") is LessonVerdict.MET
    assert view.panel.verdict.text() == "Met"
    document.undo()
    assert verdict(window, "FI2") is LessonVerdict.NOT_MET
    assert view.cards.cards[LessonVerdict.MET].text() == met


def test_isolation_around_the_clock_meets_two_prompts(window: MainWindow) -> None:
    assert verdict(window, "FI3") is verdict(window, "K10a") is LessonVerdict.NOT_MET
    window.context.document.perform(SetCoverage(NOW, frozenset({D4}), "24x365"))
    assert verdict(window, "FI3") is LessonVerdict.MET
    assert verdict(window, "K10a") is not LessonVerdict.NOT_MET


def test_a_comment_is_typed_in_place_and_undone(window: MainWindow) -> None:
    view, document = choose(window, "FI2"), window.context.document
    before = document.plan
    QTest.keyClick(view.table, Qt.Key.Key_F2)
    assert view.panel.comment.hasFocus()
    QTest.keyClicks(view.panel.comment, "The retainer comes first")
    assert not document.is_saved, "what is typed counts as not saved"
    QTest.keyClick(view.panel.comment, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert document.plan.lessons == {"FI2": LessonEntry(comment="The retainer comes first")}
    row = view.model.place_of("FI2")
    assert "retainer" in str(view.model.index(row, 4).data())
    window.actions_["undo"].trigger()
    assert document.plan is before
    assert view.panel.comment.note() == ""
    window.actions_["redo"].trigger()
    assert view.panel.comment.note() == "The retainer comes first"


def test_a_comment_is_stored_when_another_prompt_is_chosen(window: MainWindow) -> None:
    view, document = choose(window, "FI2"), window.context.document
    view.panel.comment.setFocus()
    QTest.keyClicks(view.panel.comment, "One")
    choose(window, "FI3")
    assert document.plan.lessons["FI2"].comment == "One"
    assert view.panel.comment.note() == ""
    choose(window, "FI2")
    assert view.panel.comment.note() == "One"


def test_a_prompt_is_waived_until_a_day_and_that_is_undone(window: MainWindow) -> None:
    view, document = choose(window, "FI2"), window.context.document
    failing = view.cards.cards[LessonVerdict.NOT_MET].text()

    def waive(dialog: QDialog) -> None:
        assert isinstance(dialog, PromptWaiverDialog)
        QTest.keyClick(dialog.accept_button, Qt.Key.Key_Return)
        assert dialog.isVisible(), "a waiver needs a reason"
        assert dialog.errors.text(dialog.reason)
        dialog.reason.setText("Two people only")
        dialog.until.setDate(QDate(2099, 3, 31))
        QTest.keyClick(dialog.accept_button, Qt.Key.Key_Return)

    when_dialog_opens(PromptWaiverDialog, waive)
    view.panel.waive.click()
    assert document.plan.lessons["FI2"] == LessonEntry(waived="Two people only", until="2099-03-31")
    assert view.panel.waiver.text() == "Waived until 2099-03-31: Two people only"
    assert view.panel.verdict.text() == "Not met (waived)"
    assert view.cards.waived.text() == "Waived: 1"
    assert view.cards.cards[LessonVerdict.NOT_MET].text() != failing
    view.panel.unwaive.click()
    assert document.plan.lessons == {}
    document.undo()
    assert view.panel.unwaive.isVisible()
    document.undo()
    assert document.plan.lessons == {}
    assert not view.panel.unwaive.isVisible()


def test_what_the_plan_cannot_know_is_answered(window: MainWindow) -> None:
    view, document = choose(window, "FI4"), window.context.document
    assert view.panel.verdict.text() == "Cannot tell"

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, AnswerDialog)
        dialog.choices[LessonVerdict.NOT_MET].setChecked(True)
        dialog.day.setDate(QDate(2026, 5, 10))
        dialog.accept()

    def remove(dialog: QDialog) -> None:
        assert isinstance(dialog, AnswerDialog)
        assert dialog.choices[LessonVerdict.NOT_MET].isChecked()
        assert dialog.day.date() == QDate(2026, 5, 10)
        dialog.choices[None].setChecked(True)
        assert not dialog.day.isEnabled()
        dialog.accept()

    when_dialog_opens(AnswerDialog, answer)
    view.panel.answer.click()
    assert document.plan.lessons["FI4"] == LessonEntry(LessonVerdict.NOT_MET, "2026-05-10")
    assert view.panel.verdict.text() == "Not met (own)"
    when_dialog_opens(AnswerDialog, remove)
    view.panel.answer.click()
    assert document.plan.lessons == {}
    assert view.panel.verdict.text() == "Cannot tell"


def test_evidence_leads_to_its_cell_of_the_matrix(window: MainWindow) -> None:
    view = choose(window, "FI2")
    link = view.panel.evidence.links[0]
    assert link.accessibleName() == "Not met: C-5 is outsourced only: Harunire Forensics"
    link.click()
    assert window.shown_view()[0] == "matrix"
    assert window.viewpoint.roles == (C5,)


def test_enter_leads_to_the_hours_of_the_role_that_is_asleep(window: MainWindow) -> None:
    view = choose(window, "FI3")
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    assert window.shown_view()[0] == "staffing"
    assert window.viewpoint.roles == (D4,)


@pytest.mark.parametrize(
    ("prompt", "shown"),
    [("K07a", "maturity"), ("K02a", "staffing"), ("FO9", "cost"), ("K04a", "roadmap"),
     ("K09b", "flows"), ("FB7", "matrix")],
)  # fmt: skip
def test_evidence_leads_to_the_view_it_comes_from(
    window: MainWindow, prompt: str, shown: str
) -> None:
    view = choose(window, prompt)
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    QCoreApplication.processEvents()
    assert window.shown_view()[0] == shown


def test_evidence_of_an_approval_opens_its_dialog(window: MainWindow) -> None:
    view = choose(window, "FB6")
    seen = when_dialog_opens(PhaseTermsDialog, QDialog.reject)
    view.panel.evidence.links[1].click()
    assert len(seen) == 1


def test_the_menu_of_a_row_has_its_evidence_and_its_edits(window: MainWindow) -> None:
    view = choose(window, "FI2")
    view.table.context_requested.emit(QPoint(10, 10))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    entries: list[QAction] = [each for each in menu.actions() if not each.isSeparator()]
    assert [each.text() for each in entries] == [
        "C-5 is outsourced only: Harunire Forensics",
        *("Answer…", "Comment", "Waive…"),
    ]
    entries[0].trigger()
    menu.close()
    assert window.shown_view()[0] == "matrix"


def test_the_review_has_a_key_and_is_remembered(window: MainWindow) -> None:
    assert window.actions_["review"].shortcut().toString() == "Ctrl+9"
    view = view_of(window)
    view.strip.chapters.buttons["incident"].click()
    view.cards.cards[LessonVerdict.NOT_MET].click()
    assert {each.prompt.id for each in view.model.rows} == {"FI2", "FI3", "FI7"}
    assert view.remembered() == ("chapter:incident", "verdict:not-met")
    view.restore(())
    assert len(view.model.rows) == 42
    view.restore(("chapter:incident", "verdict:not-met", "verdict:odd"))
    assert len(view.model.rows) == 3
