"""The dialogs that show what a change of sourcing does before it is done."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QCheckBox, QRadioButton
from pytestqt.qtbot import QtBot

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.duty_edits import ChangeSourcing, SetCells
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.letters import Cell
from socplanner.domain.local_text import LANGUAGES, Language
from socplanner.domain.phases import duty
from socplanner.domain.plan import Plan
from socplanner.services.i18n import words_for
from socplanner.ui.dialogs.pattern_dialog import PatternDialog
from socplanner.ui.dialogs.proposal_table import ProposalTable
from socplanner.ui.dialogs.sourcing_dialog import SourcingDialog
from socplanner.ui.kit.plain_text import PlainLabel

NOW = PhaseId("now")
A1 = RoleId("v2:A-1")


def lines(table: ProposalTable) -> list[str]:
    """Return the text of every line."""
    result = (table.topLevelItem(row) for row in range(table.topLevelItemCount()))
    return [
        " | ".join(item.text(column) for column in range(4)) for item in result if item is not None
    ]


def test_the_preview_lists_each_role_and_the_letters_that_move(qtbot: QtBot, plan: Plan) -> None:
    edit = ChangeSourcing(NOW, frozenset({A1}), Sourcing.OUTSOURCE)
    dialog = SourcingDialog(edit, plan, words_for("en"))
    qtbot.addWidget(dialog)
    (line,) = lines(dialog.findChildren(ProposalTable)[0])
    assert "A-1" in line
    assert "In-house →" in line
    assert "Security management: R → C" in line
    assert "Consultant: – → R" in line


def test_letters_set_by_hand_are_listed_and_replaced_only_on_request(
    qtbot: QtBot, plan: Plan
) -> None:
    edited = SetCells(NOW, ((A1, PartyId("soc"), Cell("R")),)).apply(plan)
    edit = ChangeSourcing(NOW, frozenset({A1}), Sourcing.OUTSOURCE)
    dialog = SourcingDialog(edit, edited, words_for("en"))
    qtbot.addWidget(dialog)
    (line,) = lines(dialog.findChildren(ProposalTable)[0])
    assert line.endswith("| SOC")
    assert duty(dialog.edit.apply(edited), NOW, A1).letters[PartyId("soc")] == "R"
    dialog.findChildren(QCheckBox)[0].click()
    assert duty(dialog.edit.apply(edited), NOW, A1).letters.get(PartyId("soc")) != "R"


def test_no_party_that_keeps_its_letters_is_cut_off_in_the_preview(
    qtbot: QtBot, plan: Plan
) -> None:
    cells = tuple((A1, PartyId(party), Cell("R")) for party in ("soc", "csirt"))
    edited = SetCells(NOW, cells).apply(plan)
    edit = ChangeSourcing(NOW, frozenset({A1}), Sourcing.OUTSOURCE)
    dialog = SourcingDialog(edit, edited, words_for("en"))
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    (table,) = dialog.findChildren(ProposalTable)
    index = table.model().index(0, 3)
    needed = table.fontMetrics().boundingRect(QRect(), 0, str(index.data())).size()
    assert index.data() == "CSIRT\nSOC"
    assert table.columnWidth(3) >= needed.width()
    assert table.visualRect(index).height() >= needed.height()


def test_a_pattern_that_changes_nothing_cannot_be_applied(qtbot: QtBot, plan: Plan) -> None:
    dialog = PatternDialog(plan, NOW, words_for("en"))
    qtbot.addWidget(dialog)
    assert not dialog.accept_button.isEnabled()
    buttons = dialog.findChildren(QRadioButton)
    assert [button.isChecked() for button in buttons] == [False, True, False, False]
    buttons[0].click()
    assert dialog.accept_button.isEnabled()
    assert dialog.edit.pattern == "minimum-insource"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_preview_of_a_pattern_is_what_applying_it_does(
    qtbot: QtBot, plan: Plan, language: Language
) -> None:
    dialog = PatternDialog(plan, NOW, words_for(language))
    qtbot.addWidget(dialog)
    dialog.findChildren(QRadioButton)[0].click()
    changed = {
        role.code
        for role in plan.roles()
        if duty(plan, NOW, role.id) != duty(dialog.edit.apply(plan), NOW, role.id)
    }
    shown = {line.split(" ")[0] for line in lines(dialog.findChildren(ProposalTable)[0])}
    assert shown == changed


def test_an_unknown_pattern_of_the_phase_leaves_the_first_one_chosen(
    qtbot: QtBot, plan: Plan
) -> None:
    phases = (replace(plan.phases[0], pattern=None), *plan.phases[1:])
    dialog = PatternDialog(replace(plan, phases=phases), NOW, words_for("en"))
    qtbot.addWidget(dialog)
    assert dialog.edit.pattern == "minimum-insource"


def test_the_keyboard_begins_at_the_pattern_that_is_chosen(qtbot: QtBot, plan: Plan) -> None:
    dialog = PatternDialog(plan, NOW, words_for("en"))
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    chosen = next(each for each in dialog.findChildren(QRadioButton) if each.isChecked())
    assert dialog.focusWidget() is chosen
    qtbot.keyClick(chosen, Qt.Key.Key_Down)
    assert not chosen.isChecked()
    assert dialog.accept_button.isEnabled()


def test_roles_without_a_party_to_perform_them_are_counted(qtbot: QtBot, plan: Plan) -> None:
    parties = tuple(party for party in plan.parties if party.id != "assess")
    dialog = PatternDialog(replace(plan, parties=parties), NOW, words_for("en"))
    qtbot.addWidget(dialog)
    button = next(
        each for each in dialog.findChildren(QRadioButton) if each.text() == "Minimum insource"
    )
    button.click()
    shown = [label.text() for label in dialog.findChildren(PlainLabel)]
    ending = "1 becomes undecided: no party of the plan can take it over."
    assert any(text.endswith(ending) for text in shown)
