"""Waiving asks for a reason; limits are set together and go back to what is usual."""

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from socplanner.domain.checks.finding import Finding
from socplanner.domain.checks.run import check_plan
from socplanner.domain.local_text import LANGUAGES, Language
from socplanner.domain.plan import Plan
from socplanner.domain.thresholds import THRESHOLDS
from socplanner.services.i18n import words_for
from socplanner.ui.dialogs.thresholds_dialog import ThresholdsDialog
from socplanner.ui.dialogs.waiver_dialog import WaiverDialog


@pytest.fixture
def finding(plan: Plan) -> Finding:
    """Return a finding of the plan."""
    return next(each for each in check_plan(plan) if each.rule == "C01")


def test_a_waiver_needs_a_reason(qtbot: QtBot, plan: Plan, finding: Finding) -> None:
    dialog = WaiverDialog(finding, plan, words_for("en"))
    qtbot.addWidget(dialog)
    dialog.reason.clear()
    assert not dialog.accept_button.isEnabled()
    dialog.reason.setText("  decided by the board ")
    assert dialog.accept_button.isEnabled()
    waiver = dialog.edit.waiver
    assert (waiver.subject, waiver.reason) == (finding.subject, "decided by the board")


def test_a_waiver_may_end(qtbot: QtBot, plan: Plan, finding: Finding) -> None:
    dialog = WaiverDialog(finding, plan, words_for("en"))
    qtbot.addWidget(dialog)
    dialog.reason.setText("for now")
    assert dialog.edit.waiver.until == ""
    assert not dialog.until.isEnabled()
    dialog.has_end.setChecked(True)
    dialog.until.setDate(QDate(2999, 12, 31))
    assert dialog.edit.waiver.until == "2999-12-31"


def test_an_earlier_waiver_is_what_it_begins_with(
    qtbot: QtBot, plan: Plan, finding: Finding
) -> None:
    dialog = WaiverDialog(finding, plan, words_for("en"))
    qtbot.addWidget(dialog)
    assert dialog.reason.text() == "as usual"


def test_a_reason_that_will_not_do_is_told(qtbot: QtBot, plan: Plan, finding: Finding) -> None:
    dialog = WaiverDialog(finding, plan, words_for("en"))
    qtbot.addWidget(dialog)
    dialog.reason.setText("\u202e ")
    assert not dialog.accept_button.isEnabled()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_limit_is_said_and_set(qtbot: QtBot, plan: Plan, language: Language) -> None:
    dialog = ThresholdsDialog(plan, words_for(language))
    qtbot.addWidget(dialog)
    assert dialog.edit.apply(plan) is plan
    for each in THRESHOLDS:
        field = dialog.fields[each.id]
        assert (field.minimum(), field.maximum()) == (each.least, each.most)
        assert each.rule in field.accessibleName()
        field.setValue(each.most)
    after = dialog.edit.apply(plan)
    assert dict(after.thresholds) == {each.id: each.most for each in THRESHOLDS}
    again = ThresholdsDialog(after, words_for(language))
    qtbot.addWidget(again)
    assert again.edit.apply(after) is after
    reset = next(each for each in again.findChildren(QPushButton) if "&U" in each.text().upper())
    reset.click()
    assert dict(again.edit.apply(after).thresholds) == {}
