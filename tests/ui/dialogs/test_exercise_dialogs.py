"""A tabletop exercise is played, kept, listed and removed."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox
from pytestqt.qtbot import QtBot

from socplanner.domain.exercise_inputs import Exercise, ExercisedStep
from socplanner.domain.flows.covered_hours import started_at
from socplanner.domain.flows.walk import walk
from socplanner.domain.history import History
from socplanner.domain.local_text import Language
from socplanner.domain.names import LONGEST_TEXT
from socplanner.domain.plan import Plan
from socplanner.domain.role_coverage import SUNDAY_NIGHT
from socplanner.services.document import Document
from socplanner.services.i18n import words_for
from socplanner.services.translator import Translator
from socplanner.ui.dialogs.exercises_dialog import ExercisesDialog
from socplanner.ui.dialogs.tabletop_dialog import TabletopDialog
from tests.support.flows import NIGHTLY, chain
from tests.support.small_plan import A1, A2, A3, NOW, text

FLOW = chain(A1, A2, A3)
TODAY = "2027-04-01"


def _tabletop(qtbot: QtBot, plan: Plan = NIGHTLY, language: Language = "en") -> TabletopDialog:
    walked = walk(plan, NOW, FLOW, started_at(SUNDAY_NIGHT))
    dialog = TabletopDialog(plan, NOW, walked, TODAY, words_for(language))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def _pass(dialog: TabletopDialog, seconds: int) -> None:
    """Let the step that is shown have taken so long, without waiting for it."""
    dialog._seconds[dialog._place] += seconds


def test_steps_are_played_in_their_order_with_notes_and_times(qtbot: QtBot) -> None:
    dialog = _tabletop(qtbot)
    assert dialog.title.text().startswith("A-1")
    assert "step 1 of 3" in dialog.heading.text()
    assert "Sunday 03:00" in dialog.heading.text()
    assert not dialog.back_button.isEnabled()
    dialog.note.setPlainText("the phone\nwas off")
    _pass(dialog, 65)
    dialog.next_button.click()
    assert dialog.title.text().startswith("A-2")
    assert dialog.note.toPlainText() == ""
    _pass(dialog, 5)
    dialog.back_button.click()
    assert dialog.note.toPlainText() == "the phone\nwas off"
    assert dialog.time.text() == "1:05", "its time runs on"
    _pass(dialog, 10)
    dialog.next_button.click()
    dialog.next_button.click()
    assert dialog.next_button.text() == "&Finish and keep"
    assert dialog.progress.value() == dialog.progress.maximum() == 3
    dialog.next_button.click()
    assert dialog.result() == QDialog.DialogCode.Accepted
    plan = dialog.edit.apply(NIGHTLY)
    steps = (
        *(ExercisedStep("1", A1, 75, "the phone\nwas off"), ExercisedStep("2", A2, 5)),
        ExercisedStep("3", A3),
    )
    assert plan.exercises == (
        Exercise("2027-04-01-flow", TODAY, "flow", text("Flow"), NOW, "sun 03:00", "", steps),
    )


def test_a_second_exercise_of_the_day_has_an_id_of_its_own(qtbot: QtBot) -> None:
    plan = _tabletop(qtbot).edit.apply(NIGHTLY)
    again = _tabletop(qtbot, plan).edit.apply(plan)
    assert len({each.id for each in again.exercises}) == 2


def test_keys_lead_through_the_steps_and_a_note_never_grows_too_long(qtbot: QtBot) -> None:
    dialog = _tabletop(qtbot)
    dialog.note.insertPlainText("x" * (LONGEST_TEXT + 5))
    assert "at most" in dialog.full.text()
    for key, place in ((Qt.Key.Key_PageDown, 2), (Qt.Key.Key_PageDown, 3), (Qt.Key.Key_PageUp, 2)):
        QTest.keyClick(dialog, key)
        assert dialog.progress.value() == place
    (kept,) = dialog.edit.apply(NIGHTLY).exercises
    assert len(kept.steps[0].note) == LONGEST_TEXT


def _answer(label: str) -> None:
    """Press the button with `label` of the question that is going to be shown."""

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        (button,) = (each for each in box.buttons() if each.text() == label)
        button.click()

    QTimer.singleShot(0, press)


def test_closing_before_anything_was_done_asks_nothing(qtbot: QtBot) -> None:
    dialog = _tabletop(qtbot)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.result() == QDialog.DialogCode.Rejected


@pytest.mark.parametrize(
    ("label", "result", "is_open"),
    [
        ("&Keep", QDialog.DialogCode.Accepted, False),
        ("&Discard", QDialog.DialogCode.Rejected, False),
        ("Go on with it", QDialog.DialogCode.Rejected, True),
    ],
)
def test_closing_early_asks_whether_to_keep_what_was_noted(
    qtbot: QtBot, label: str, result: QDialog.DialogCode, is_open: bool
) -> None:
    dialog = _tabletop(qtbot)
    dialog.note.insertPlainText("no answer")
    dialog.go_on()
    _answer(label)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible() == is_open
    assert dialog.result() == result
    (kept,) = dialog.edit.apply(NIGHTLY).exercises
    assert [each.note for each in kept.steps] == ["no answer", "", ""]


@pytest.mark.parametrize(
    ("language", "state", "button"),
    [("en", "On call", "&Next step"), ("ja", "当番", "次の手順(&N)")],
)
def test_a_step_is_shown_with_who_is_called_in_the_language_of_the_window(
    qtbot: QtBot, language: Language, state: str, button: str
) -> None:
    dialog = _tabletop(qtbot, language=language)
    dialog.go_on()
    assert state in dialog.text.text()
    assert dialog.next_button.text() == button
    assert dialog.accessibleDescription().startswith(dialog.title.text())


@pytest.fixture
def document(qapp: object) -> Document:
    """Return a plan with three exercises, two of one day."""
    days = ("2027-04-01", "2028-04-01", "2028-04-01")
    plan = NIGHTLY
    for number, day in enumerate(days):
        steps = (ExercisedStep("1", A1, 30 * number, f"note {number}"),)
        exercise = Exercise(f"e{number}", day, "gone", text(f"Flow {number}"), NOW, "", "", steps)
        plan = _kept(plan, exercise)
    return Document(History.of(plan))


def _kept(plan: Plan, exercise: Exercise) -> Plan:
    return replace(plan, exercises=(*plan.exercises, exercise))


def test_the_newest_exercise_is_first_and_one_can_be_removed(
    qtbot: QtBot, document: Document
) -> None:
    dialog = ExercisesDialog(document, Translator(words_for("en")))
    qtbot.addWidget(dialog)
    dialog.show()
    rows = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert [row.split()[-1] for row in rows] == ["2", "1", "0"]
    assert "note 2" in dialog.text.text()
    assert "1:00" in dialog.text.text()
    dialog.list.setCurrentRow(1)
    before = document.plan
    dialog.remove_button.click()
    assert [each.id for each in document.plan.exercises] == ["e0", "e2"]
    document.undo()
    assert document.plan is before
    document.redo()
    for _ in range(2):
        dialog.remove_button.click()
    assert document.plan.exercises == ()
    assert not dialog.remove_button.isEnabled()
    assert dialog.text.text().startswith("No exercise was played yet")
