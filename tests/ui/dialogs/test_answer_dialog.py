"""The dialog that answers a prompt states no verdict that was not chosen."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from socplanner.domain.lesson_edits import AnswerPrompt
from socplanner.domain.lesson_inputs import LessonEntry, LessonVerdict
from socplanner.domain.plan import Plan, frozen
from socplanner.services import catalogues
from socplanner.services.i18n import words_for
from socplanner.ui.dialogs.answer_dialog import AnswerDialog
from tests.support.plans import sample


def _dialog(qtbot: QtBot, plan: Plan) -> AnswerDialog:
    prompt = next(each for each in catalogues.prompts().prompts if each.id == "FI4")
    dialog = AnswerDialog(prompt, plan, words_for("en"))
    qtbot.addWidget(dialog)
    return dialog


def test_nothing_is_stated_before_a_verdict_is_chosen(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, replace(sample("bank"), lessons=frozen({})))
    assert dialog.verdict is None
    assert dialog.edit is None
    assert not dialog.accept_button.isEnabled()
    dialog.choices[LessonVerdict.DOUBTFUL].setChecked(True)
    assert dialog.accept_button.isEnabled()
    assert isinstance(dialog.edit, AnswerPrompt)


def test_a_verdict_can_be_removed(qtbot: QtBot) -> None:
    entry = LessonEntry(LessonVerdict.MET, "2026-05-10")
    dialog = _dialog(qtbot, replace(sample("bank"), lessons=frozen({"FI4": entry})))
    assert dialog.verdict is LessonVerdict.MET
    assert dialog.edit is None
    dialog.choices[None].setChecked(True)
    assert dialog.accept_button.isEnabled()
    assert dialog.edit == AnswerPrompt("FI4", None, "")
