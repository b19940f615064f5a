"""Waiving asks for a reason; limits are set together and go back to what is usual."""

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from socplanner.domain.check_edits import SetWaiver
from socplanner.domain.checks.finding import Finding
from socplanner.domain.checks.run import check_phase, check_plan
from socplanner.domain.duty_edits import SetCells
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.letters import BLANK, Cell
from socplanner.domain.local_text import LANGUAGES, Language
from socplanner.domain.new_plan import NOW, TARGET
from socplanner.domain.plan import Plan
from socplanner.domain.thresholds import THRESHOLDS
from socplanner.domain.waivers import Waiver
from socplanner.services.i18n import words_for
from socplanner.ui.dialogs.thresholds_dialog import ThresholdsDialog
from socplanner.ui.dialogs.waiver_dialog import WaiverDialog
from socplanner.ui.kit.plain_text import PlainLabel

B2, D1, G2 = (RoleId(f"v2:{code}") for code in ("B-2", "D-1", "G-2"))
CSIRT, MSS, SOC = PartyId("csirt"), PartyId("mss"), PartyId("soc")


@pytest.fixture
def finding(plan: Plan) -> Finding:
    """Return a finding of the plan."""
    return next(each for each in check_plan(plan) if each.rule == "C01")


def waivers(dialog: WaiverDialog) -> tuple[Waiver, ...]:
    """Return what `dialog` would waive."""
    edit = dialog.edit
    return (edit.waiver,) if isinstance(edit, SetWaiver) else edit.waivers


def test_a_waiver_needs_a_reason(qtbot: QtBot, plan: Plan, finding: Finding) -> None:
    dialog = WaiverDialog((finding,), plan, words_for("en"))
    qtbot.addWidget(dialog)
    dialog.reason.clear()
    dialog.accept_button.click()
    assert dialog.result() != WaiverDialog.DialogCode.Accepted
    assert dialog.errors.text(dialog.reason).startswith("Write the reason")
    dialog.reason.setText("  decided by the board ")
    assert dialog.errors.text(dialog.reason) == ""
    waiver = waivers(dialog)[0]
    assert (waiver.subject, waiver.reason) == (finding.subject, "decided by the board")


def test_a_waiver_may_end(qtbot: QtBot, plan: Plan, finding: Finding) -> None:
    dialog = WaiverDialog((finding,), plan, words_for("en"))
    qtbot.addWidget(dialog)
    dialog.reason.setText("for now")
    assert waivers(dialog)[0].until == ""
    assert not dialog.until.isEnabled()
    dialog.has_end.setChecked(True)
    dialog.until.setDate(QDate(2999, 12, 31))
    assert waivers(dialog)[0].until == "2999-12-31"


def test_an_earlier_waiver_is_what_it_begins_with(
    qtbot: QtBot, plan: Plan, finding: Finding
) -> None:
    dialog = WaiverDialog((finding,), plan, words_for("en"))
    qtbot.addWidget(dialog)
    assert dialog.reason.text() == "as usual"


def test_a_reason_that_is_not_valid_is_reported(qtbot: QtBot, plan: Plan, finding: Finding) -> None:
    dialog = WaiverDialog((finding,), plan, words_for("en"))
    qtbot.addWidget(dialog)
    dialog.reason.setText("\u202e ")
    dialog.accept_button.click()
    assert dialog.result() != WaiverDialog.DialogCode.Accepted
    assert dialog.errors.text(dialog.reason)


def test_several_findings_are_waived_with_one_reason(qtbot: QtBot, plan: Plan) -> None:
    plan = SetCells(NOW, ((B2, SOC, BLANK), (G2, SOC, BLANK))).apply(plan)
    result = tuple(each for each in check_phase(plan, NOW) if each.rule == "R01")
    dialog = WaiverDialog(result, plan, words_for("en"))
    qtbot.addWidget(dialog)
    assert dialog.windowTitle() == "Waive 2 findings"
    shown = [label.text() for label in dialog.findChildren(PlainLabel)]
    assert (
        "R01  B-2 Advanced real-time analysis\nR01  G-2 Network security, advanced operation"
        in (shown)
    )
    dialog.reason.setText("until the SOC stands")
    after = dialog.edit.apply(plan)
    values = {each.subject: each.reason for each in after.waivers[len(plan.waivers) :]}
    assert values == {each.subject: "until the SOC stands" for each in result}


def test_a_long_choice_is_listed_in_part(qtbot: QtBot, plan: Plan) -> None:
    roles = [role.id for role in plan.roles()][:10]
    plan = SetCells(NOW, tuple((role, MSS, Cell("?")) for role in roles)).apply(plan)
    result = tuple(each for each in check_phase(plan, NOW) if each.rule == "R07")
    dialog = WaiverDialog(result, plan, words_for("en"))
    qtbot.addWidget(dialog)
    assert any(label.text().endswith("\nand 4 more") for label in dialog.findChildren(PlainLabel))


def test_the_same_finding_of_another_phase_is_waived_along_if_wanted(
    qtbot: QtBot, plan: Plan
) -> None:
    plan = SetCells(NOW, ((D1, CSIRT, Cell("R")),)).apply(plan)
    (finding,) = (each for each in check_phase(plan, NOW) if each.rule == "R01")
    dialog = WaiverDialog((finding,), plan, words_for("en"))
    qtbot.addWidget(dialog)
    dialog.reason.setText("agreed")
    assert dialog.elsewhere.text() == "&Also in Target"
    assert [each.phase for each in waivers(dialog)] == [NOW]
    dialog.elsewhere.setChecked(True)
    assert [each.phase for each in waivers(dialog)] == [NOW, TARGET]


def test_without_the_finding_in_other_phases_no_question_is_shown(
    qtbot: QtBot, plan: Plan, finding: Finding
) -> None:
    dialog = WaiverDialog((finding,), plan, words_for("en"))
    qtbot.addWidget(dialog)
    assert not dialog.elsewhere.isVisibleTo(dialog)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_threshold_is_shown_and_set(qtbot: QtBot, plan: Plan, language: Language) -> None:
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
    reset = next(each for each in again.findChildren(QPushButton) if "&D" in each.text().upper())
    reset.click()
    assert dict(again.edit.apply(after).thresholds) == {}
