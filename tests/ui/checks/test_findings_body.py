"""The unfolded panel: groups, filters, fixes and waivers of findings."""

from random import Random

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QScrollArea,
)
from pytestqt.qtbot import QtBot

from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.check_edits import RemoveWaiver, SetWaiver, SetWaivers
from socplanner.domain.checks.finding import Finding, Severity
from socplanner.domain.duty_edits import ChangeSourcing, MoveRoles, SetCells
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.letters import BLANK, Cell
from socplanner.domain.new_plan import NOW
from socplanner.domain.waivers import Waiver
from socplanner.services.checking import Checking
from socplanner.services.document import Document
from socplanner.services.i18n import words_for
from socplanner.services.translator import Translator
from socplanner.ui.checks.checks_panel import ChecksPanel
from socplanner.ui.checks.findings_body import FindingsBody
from socplanner.ui.checks.findings_filter import FindingGroup, FindingsFilter
from socplanner.ui.checks.findings_list import RoomyDelegate
from socplanner.ui.kit.flat_button import FlatButton
from tests.support.contexts import context_of

A1, B1, E1 = RoleId("v2:A-1"), RoleId("v2:B-1"), RoleId("v2:E-1")
CSIRT, SOC, MSS, MGMT = (PartyId(name) for name in ("csirt", "soc", "mss", "mgmt"))


@pytest.fixture
def panel(
    qtbot: QtBot, document: Document, checking: Checking, translator: Translator
) -> ChecksPanel:
    """Return the panel unfolded over a plan with an error, a warning of a party and a remark."""
    document.perform(SetCells(NOW, ((B1, SOC, BLANK), (B1, CSIRT, Cell("C")))))
    document.perform(MoveRoles(NOW, frozenset({E1}), Area.UNPLACED))
    panel = ChecksPanel(context_of(document, translator, checking=checking))
    qtbot.addWidget(panel)
    panel.resize(1100, 260)
    panel.show()
    return panel


@pytest.fixture
def body(panel: ChecksPanel) -> FindingsBody:
    """Return what is unfolded."""
    return panel.findChildren(FindingsBody)[0]


def shown(body: FindingsBody) -> list[tuple[str, str | None]]:
    """Return rule and role of each row."""
    result = (body.rows.finding(row) for row in range(body.rows.rowCount()))
    return [(each.rule, each.role) for each in result if each is not None]


def choose(body: FindingsBody, rule: str) -> Finding:
    """Put the cursor on the first finding of `rule`."""
    for row in range(body.rows.rowCount()):
        finding = body.rows.finding(row)
        if finding is not None and finding.rule == rule:
            body.list.choose(row)
            return finding
    raise AssertionError(rule)


def test_the_rows_keep_the_promises_of_models(body: FindingsBody, document: Document) -> None:
    tester = QAbstractItemModelTester(
        body.rows, QAbstractItemModelTester.FailureReportingMode.Warning, body
    )
    body.rows.group_by(FindingGroup.RULE)
    document.perform(SetCells(NOW, ((A1, MSS, Cell("R")),)))
    document.undo()
    document.undo()
    document.undo()
    assert shown(body) == []
    assert tester.model() is body.rows


def test_findings_are_put_together_by_what_is_chosen(body: FindingsBody) -> None:
    assert shown(body) == [("R01", B1), ("R00", E1)]
    combo = body.bar.findChildren(QComboBox)[0]
    combo.setCurrentIndex(combo.findData(FindingGroup.RULE.value))
    combo.activated.emit(combo.currentIndex())
    assert shown(body) == [("R00", E1), ("R01", B1)]
    assert body.rows.group_text(0).startswith("R00 ")
    assert body.rows.group_text(1).startswith("R01 ")
    for grouping in FindingGroup:
        body.rows.group_by(grouping)
        names = [body.rows.group_text(row) for row in range(body.rows.rowCount())]
        assert bool(names[0]) == (grouping is not FindingGroup.NOTHING)


def test_a_group_is_named_once(body: FindingsBody, document: Document) -> None:
    document.perform(SetCells(NOW, ((RoleId("v2:B-2"), SOC, BLANK),)))
    body.rows.group_by(FindingGroup.SEVERITY)
    rows = range(body.rows.rowCount())
    names = [body.rows.group_text(row) for row in rows]
    assert [name for name in names if name] == ["Error", "Info"]
    body.list.show_groups()
    heights = [body.list.visualRect(body.rows.index(row, 0)).height() for row in rows]
    assert heights[0] > heights[1]


def test_severities_are_shown_or_not(body: FindingsBody) -> None:
    errors = body.bar.findChildren(FlatButton)[0]
    errors.click()
    assert shown(body) == [("R00", E1)]
    errors.click()
    assert ("R01", B1) in shown(body)


def test_only_findings_of_the_selected_roles_are_shown_on_request(
    panel: ChecksPanel, body: FindingsBody
) -> None:
    only, _ = body.bar.findChildren(QCheckBox)
    panel.look_at_roles([E1])
    assert len(shown(body)) == 2
    only.click()
    assert shown(body) == [("R00", E1)]
    panel.look_at_roles([B1])
    assert shown(body) == [("R01", B1)]
    only.click()
    assert len(shown(body)) == 2


def test_what_is_typed_is_searched_for(body: FindingsBody) -> None:
    field = body.bar.findChildren(QLineEdit)[0]
    field.setText("e-1")
    assert shown(body) == [("R00", E1)]
    field.setText("  ACCOUNTABLE ")
    assert shown(body) == [("R01", B1)]
    field.clear()
    assert len(shown(body)) == 2


def test_an_obvious_fix_is_one_step(
    panel: ChecksPanel, body: FindingsBody, document: Document
) -> None:
    panel.fix_requested.connect(document.try_perform)
    finding = choose(body, "R01")
    before = document.plan
    menu = body.menu_for(finding)
    menu.actions()[0].trigger()
    assert ("R01", B1) not in shown(body)
    document.undo()
    assert document.plan is before


def test_a_finding_without_fix_leads_to_its_place_and_shows_the_remedy(
    panel: ChecksPanel, body: FindingsBody, document: Document
) -> None:
    document.perform(RemoveWaiver(("C01", NOW, None, CSIRT)))
    choose(body, "C01")
    assert body.fix_button.isEnabled()
    gone: list[tuple[object, object]] = []
    messages: list[str] = []
    panel.jump_requested.connect(lambda role, party: gone.append((role, party)))
    panel.status_message.connect(messages.append)
    body.fix_button.click()
    assert gone == [(None, CSIRT)]
    remedy = "Check whether it has the people, and share out what others can do."
    assert messages == [f"C01  CSIRT: {remedy}"]


def test_what_a_note_puts_right_leads_to_the_note(
    qtbot: QtBot, panel: ChecksPanel, body: FindingsBody, document: Document
) -> None:
    document.perform(ChangeSourcing(NOW, frozenset({B1}), Sourcing.NOT_CARRIED_OUT))
    choose(body, "D02")
    with qtbot.waitSignals([panel.jump_requested, panel.note_requested, panel.status_message]):
        body.fix_button.click()


def test_several_findings_are_waived_and_unwaived_at_once(
    qtbot: QtBot, panel: ChecksPanel, body: FindingsBody, document: Document
) -> None:
    body.list.selectAll()
    assert body.waive_button.text() == "Waive 2…"
    with qtbot.waitSignal(panel.waive_requested) as questions:
        body.waive_button.click()
    (result,) = questions.args
    assert [each.rule for each in result] == ["R01", "R00"]
    findings: tuple[Finding, ...] = tuple(result)
    document.perform(SetWaivers(tuple(Waiver(*each.subject, "agreed") for each in findings)))
    assert shown(body) == []
    _, waived = body.bar.findChildren(QCheckBox)
    waived.click()
    body.list.selectAll()
    rows = len(body.list.selected_findings())
    assert body.waive_button.text() == f"Remove {rows} waivers"
    with qtbot.waitSignal(panel.unwaive_requested) as questions:
        body.waive_button.click()
    assert len(questions.args[0]) == rows


def test_going_backwards_with_shift_selects_no_range(
    qtbot: QtBot, panel: ChecksPanel, body: FindingsBody
) -> None:
    body.list.choose(1)
    panel.activateWindow()
    qtbot.keyPress(body.list, Qt.Key.Key_Shift, Qt.KeyboardModifier.ShiftModifier)
    panel.step(-1)
    qtbot.keyRelease(body.list, Qt.Key.Key_Shift)
    assert [each.rule for each in body.list.selected_findings()] == ["R01"]


def test_ctrl_a_in_the_list_selects_the_findings(body: FindingsBody) -> None:
    body.list.edit_commands()["select-all"]()
    assert len(body.list.selected_findings()) == 2


def test_a_waiver_is_requested_and_the_finding_is_removed(
    qtbot: QtBot, panel: ChecksPanel, body: FindingsBody, document: Document
) -> None:
    finding = choose(body, "R01")
    with qtbot.waitSignal(panel.waive_requested) as questions:
        body.waive_button.click()
    assert questions.args == [(finding,)]
    rule, phase, role, party = finding.subject
    document.perform(SetWaiver(Waiver(rule, phase, role, party, "agreed in May", "2999-01-01")))
    assert shown(body) == [("R00", E1)]
    assert panel.model.count(Severity.ERROR) == 0


def test_waived_findings_can_be_shown_and_unwaived(
    qtbot: QtBot, panel: ChecksPanel, body: FindingsBody, document: Document
) -> None:
    document.perform(SetWaiver(Waiver("R01", NOW, B1, None, "agreed in May")))
    _, waived = body.bar.findChildren(QCheckBox)
    waived.click()
    finding = choose(body, "R01")
    row = body.list.currentIndex().row()
    assert "waived: agreed in May" in body.rows.index(row, 3).data()
    assert body.fix_button.isHidden()
    with qtbot.waitSignal(panel.unwaive_requested) as questions:
        body.waive_button.click()
    assert questions.args == [(finding,)]
    document.perform(RemoveWaiver(finding.subject))
    assert panel.model.waiver(finding) is None
    waived.click()
    assert ("R01", B1) in shown(body)


def test_an_ended_waiver_is_shown(body: FindingsBody, document: Document) -> None:
    document.perform(SetWaiver(Waiver("R01", NOW, B1, None, "agreed in May", "2001-05-31")))
    assert ("R01", B1) in shown(body)
    choose(body, "R01")
    assert "2001-05-31" in body._advice.text()


def test_a_finding_about_a_party_is_last_and_leads_to_the_party(
    qtbot: QtBot, panel: ChecksPanel, body: FindingsBody, document: Document
) -> None:
    document.perform(RemoveWaiver(("C01", NOW, None, CSIRT)))
    assert shown(body)[-1] == ("C01", None)
    choose(body, "C01")
    assert body.rows.index(body.rows.rowCount() - 1, 2).data() == "CSIRT"
    with qtbot.waitSignal(panel.jump_requested) as jump:
        body.list.chosen.emit()
    assert jump.args == [None, CSIRT]


def test_stepping_goes_round(qtbot: QtBot, panel: ChecksPanel, body: FindingsBody) -> None:
    gone: list[object] = []
    panel.jump_requested.connect(lambda role, _: gone.append(role))
    body.list.choose(0)
    panel.step(1)
    panel.step(1)
    panel.step(-1)
    assert gone == [E1, B1, E1]


def test_the_key_for_fixes_works_wherever_the_focus_is(
    qtbot: QtBot, panel: ChecksPanel, body: FindingsBody
) -> None:
    choose(body, "R01")
    body.fixes_key.activated.disconnect(body._open_fixes)  # a menu cannot open offscreen
    panel.activateWindow()
    for place in (body.list, body.fix_button):
        place.setFocus()
        with qtbot.waitSignal(body.fixes_key.activated):
            qtbot.keyClick(place, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)


def test_the_keyboard_stays_with_the_findings_when_a_button_goes(
    panel: ChecksPanel, body: FindingsBody, document: Document
) -> None:
    panel.activateWindow()
    choose(body, "R01")
    body.waive_button.setFocus()
    body.list.setCurrentIndex(QModelIndex())
    assert not body.waive_button.isVisible()
    assert panel.focusWidget() is body.list


def test_advice_that_does_not_fit_scrolls(panel: ChecksPanel, body: FindingsBody) -> None:
    area = body.findChildren(QScrollArea)[0]
    body._advice.setText("as long as it may be " * 60)
    QApplication.processEvents()
    shown, whole = area.viewport().height(), body._advice.heightForWidth(area.viewport().width())
    assert whole > shown
    assert area.verticalScrollBar().maximum() >= whole - shown


def test_a_screen_reader_hears_where_a_group_begins(body: FindingsBody) -> None:
    body.rows.group_by(FindingGroup.SEVERITY)
    texts = [
        body.rows.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(body.rows.rowCount())
    ]
    assert texts == ["Error · Error", "Info · Info"]
    body.rows.group_by(FindingGroup.FUNCTION)
    first = body.rows.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert str(first).startswith("B Real-time analysis")


@pytest.mark.parametrize("grouping", FindingGroup)
def test_the_chosen_finding_stays_chosen_while_others_are_added_and_removed(
    body: FindingsBody, document: Document, grouping: FindingGroup
) -> None:
    chosen = choose(body, "R01")
    body.rows.group_by(grouping)
    roles = [role.id for role in document.plan.roles() if role.id != B1]
    document.perform(SetCells(NOW, tuple((role, MSS, Cell("A/C/I")) for role in roles)))
    document.perform(SetCells(NOW, ((A1, MSS, Cell("R")), (A1, MGMT, Cell("?")))))
    assert len(shown(body)) > 100
    assert body.rows.finding(body.list.currentIndex().row()) == chosen
    document.undo()
    document.undo()
    assert body.rows.finding(body.list.currentIndex().row()) == chosen
    assert len(shown(body)) == 2


@pytest.mark.parametrize("grouping", FindingGroup)
def test_what_is_shown_after_any_edit_is_what_would_be_shown_at_first(
    panel: ChecksPanel,
    body: FindingsBody,
    document: Document,
    translator: Translator,
    grouping: FindingGroup,
) -> None:
    tester = QAbstractItemModelTester(
        body.rows, QAbstractItemModelTester.FailureReportingMode.Warning, body
    )
    dice, cells = Random(5), ("", "A", "R", "A/R", "C", "?")
    body.rows.group_by(grouping)
    roles = [role.id for role in document.plan.roles()]
    for _ in range(8):
        some = dice.sample(roles, dice.choice((1, 3, 12)))
        party = dice.choice(document.plan.parties).id
        document.perform(SetCells(NOW, tuple((r, party, Cell(dice.choice(cells))) for r in some)))
        fresh = FindingsFilter(panel.model, document, translator)
        fresh.group_by(grouping)
        rows = range(fresh.rowCount())
        assert [fresh.finding(row) for row in rows] == [body.rows.finding(row) for row in rows]
        assert body.rows.rowCount() == fresh.rowCount()
        text = [body.rows.group_text(row) for row in rows]
        assert text == [fresh.group_text(row) for row in rows]
    assert tester.model() is body.rows


def test_another_language_measures_none_of_the_rows_that_are_out_of_sight(
    body: FindingsBody,
    document: Document,
    translator: Translator,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    roles = [role.id for role in document.plan.roles()]
    document.perform(SetCells(NOW, tuple((role, MSS, Cell("A/C/I")) for role in roles)))
    body._group_by(FindingGroup.RULE)
    body.list.executeDelayedItemsLayout()
    measured: list[int] = []
    space_above = RoomyDelegate.space_above

    def counted(self: RoomyDelegate, row: int, height: int) -> int:
        measured.append(row)
        return space_above(self, row, height)

    monkeypatch.setattr(RoomyDelegate, "space_above", counted)
    translator.use(words_for("ja"))
    body.list.executeDelayedItemsLayout()
    assert body.rows.rowCount() > 100
    assert len(set(measured)) < 40
