"""The same flow at the same hour in two phases, side by side."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from socplanner.domain.assignment_edits import AssignParty
from socplanner.domain.flow_edits import AddFlow
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.phase_edits import RemovePhase
from socplanner.services.i18n import words_for
from socplanner.ui.flows.flow_state import PHASES
from socplanner.ui.flows.flows_view import FlowsView
from socplanner.ui.flows.phase_pair_model import PhasePairColumn as Column
from socplanner.ui.kit.plan_context import PlanContext

D3, D4 = RoleId("v2:D-3"), RoleId("v2:D-4")


@pytest.fixture(autouse=True)
def _compared(view: FlowsView) -> None:
    view.state.choose_mode(PHASES)


def _cell(view: FlowsView, step: str, column: Column, role: int = 0) -> object:
    model = view.phases.model
    index = model.index(model.place_of(step), column)
    return model.data(index, role or Qt.ItemDataRole.DisplayRole)


def test_who_performs_a_step_stands_beside_who_will(view: FlowsView) -> None:
    assert (_cell(view, "3", Column.PARTIES), _cell(view, "3", Column.OTHER_PARTIES)) == (
        *("HF", "CSIRT"),
    )
    assert _cell(view, "5", Column.STATE) == _cell(view, "5", Column.OTHER_STATE) == "Unmanned"
    assert _cell(view, "3", Column.OTHER_PARTIES, Qt.ItemDataRole.FontRole) is not None
    assert _cell(view, "3", Column.PARTIES, Qt.ItemDataRole.FontRole) is None
    assert _cell(view, "1", Column.OTHER_PARTIES, Qt.ItemDataRole.FontRole) is None
    read = _cell(view, "3", Column.OTHER_PARTIES, Qt.ItemDataRole.AccessibleTextRole)
    assert read == "Target (FY2028): Kirisawa CSIRT"


def test_the_last_phase_is_beside_the_first_and_the_first_beside_the_last(
    context: PlanContext, view: FlowsView
) -> None:
    now, target = (phase.id for phase in context.document.plan.phases)
    assert view.state.compared_phases == (now, target)
    context.viewpoint.look_at_phase(target)
    assert view.state.compared_phases == (target, now)
    assert _cell(view, "3", Column.PARTIES) == "CSIRT"


def test_an_edit_shows_in_its_phase_and_goes_with_undo(
    context: PlanContext, view: FlowsView
) -> None:
    before = view.phases.outcomes[1].text()
    phase = context.document.plan.phases[-1].id
    edit = AssignParty(phase, frozenset({D4}), "performs", PartyId("csirt"))
    context.document.perform(edit)
    assert "CSIRT" in str(_cell(view, "5", Column.OTHER_PARTIES))
    assert _cell(view, "5", Column.PARTIES) == "IT"
    context.document.undo()
    assert _cell(view, "5", Column.OTHER_PARTIES) == "IT"
    assert view.phases.outcomes[1].text() == before


def test_the_current_step_is_that_of_the_diagram_and_enter_edits_it(view: FlowsView) -> None:
    requested: list[tuple[str, str]] = []

    def keep(name: str, subject: str) -> None:
        requested.append((name, subject))

    view.edit_requested.connect(keep)
    view.phases.table.choose_step("3")
    assert view.step == "3"
    QTest.keyClick(view.phases.table, Qt.Key.Key_Return)
    assert requested == [("step", "incident-response/3")]


def test_another_flow_with_the_same_steps_begins_without_a_current_row(
    context: PlanContext, view: FlowsView
) -> None:
    flow = next(each.flow for each in view.state.listed if each.flow.id == "incident-response")
    context.document.perform(AddFlow(flow._replace(id="other", version=0)))
    view.phases.table.choose_step("3")
    assert view.phases.table.currentIndex().isValid()
    view.state.choose_flow("other")
    assert not view.phases.table.currentIndex().isValid()
    assert view.step == ""


def test_a_plan_with_one_phase_has_nothing_to_compare(
    context: PlanContext, view: FlowsView
) -> None:
    context.document.perform(RemovePhase(context.document.plan.phases[-1].id))
    assert view.phases.outcomes[1].text() == "The plan has no other phase to compare with."
    assert _cell(view, "1", Column.OTHER_PARTIES) == ""
    assert view.phases.titles[1].text() == ""


def test_both_sides_follow_the_language(context: PlanContext, view: FlowsView) -> None:
    context.translator.set_language("ja")
    assert view.phases.titles[0].text() == "現状（2026年度）"
    assert _cell(view, "5", Column.STATE) == "無人"
    assert words_for("ja").tr("Ends") == view.phases.model.headerData(
        Column.ENDS, Qt.Orientation.Horizontal
    )
