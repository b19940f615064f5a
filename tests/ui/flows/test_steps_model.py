"""The steps of a flow as rows: their cells in both languages, read aloud, and what follows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from socplanner.domain.coverage import DayKind
from socplanner.domain.duty_edits import SetCoverage
from socplanner.domain.flow_edits import RemoveStep
from socplanner.domain.flows.defaults import adopting
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.local_text import LANGUAGES, Language
from socplanner.domain.role_coverage import Moment
from socplanner.ui.flows.flow_state import FlowState
from socplanner.ui.flows.steps_model import FlowColumn, StepsModel
from socplanner.ui.kit.plan_context import PlanContext

NOW = PhaseId("now")
D4 = RoleId("v2:D-4")
ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole
ROWS: dict[Language, dict[FlowColumn, str]] = {
    "en": {
        FlowColumn.NUMBER: "5",
        FlowColumn.ROLE: "D-4",
        FlowColumn.PARTIES: "IT",
        FlowColumn.TLP: "AMBER",
        FlowColumn.STATE: "Unmanned",
        FlowColumn.ENDS: "Mon 09:00",
    },
    "ja": {
        FlowColumn.NUMBER: "5",
        FlowColumn.ROLE: "D-4",
        FlowColumn.TLP: "AMBER",
        FlowColumn.STATE: "無人",
        FlowColumn.ENDS: "月 09:00",
    },
}


@pytest.fixture
def model(state: FlowState) -> StepsModel:
    """Return the steps of incident response, watched for what views rely on."""
    model = StepsModel(state, state)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.refresh()
    return model


def _text(model: StepsModel, column: FlowColumn, step: str = "5") -> str:
    return str(model.index(model.place_of(step), column).data())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_row_states_its_step_in_the_language_of_the_window(
    context: PlanContext, model: StepsModel, language: Language
) -> None:
    context.translator.set_language(language)
    for column, text in ROWS[language].items():
        assert _text(model, column) == text
        title = model.headerData(column, Qt.Orientation.Horizontal)
        index = model.index(model.place_of("5"), column)
        assert index.data(ACCESSIBLE) == f"{title}: {text}"
    current = context.translator.words.local
    step = next(each for each in model.steps if each.id == "5")
    assert _text(model, FlowColumn.DOES) == current(step.does)
    assert "D-1" in _text(model, FlowColumn.AFTER, "2") or "1" in _text(model, FlowColumn.AFTER)


def test_every_title_differs_and_what_is_not_stated_is_read_as_a_dash(model: StepsModel) -> None:
    titles = [model.headerData(each, Qt.Orientation.Horizontal) for each in FlowColumn]
    assert len(set(titles)) == len(FlowColumn)
    first = model.index(0, FlowColumn.AFTER)
    assert first.data() == ""
    assert first.data(ACCESSIBLE) == f"{titles[FlowColumn.AFTER]}: –"


def test_another_moment_and_other_hours_change_state_and_end(
    context: PlanContext, model: StepsModel
) -> None:
    context.week.look_at(Moment(DayKind.WEDNESDAY, 10 * 60))
    assert _text(model, FlowColumn.STATE) == "On duty"
    assert _text(model, FlowColumn.ENDS) == "12:15", "of the same day"
    context.week.look_at(Moment(DayKind.SUNDAY, 3 * 60))
    context.document.perform(SetCoverage(NOW, frozenset({D4}), "24x365 on call 30 min"))
    assert _text(model, FlowColumn.STATE) == "On call"


def test_the_same_steps_are_no_reset_and_others_are(
    qtbot: QtBot, context: PlanContext, state: FlowState, model: StepsModel
) -> None:
    resets: list[int] = []

    def count() -> None:
        resets.append(model.rowCount())

    model.modelReset.connect(count)
    context.translator.set_language("ja")
    with qtbot.waitSignals([model.dataChanged, model.headerDataChanged]):
        model.refresh()
    context.document.perform(SetCoverage(NOW, frozenset({D4}), "24x365"))
    model.refresh()
    assert resets == []
    edit = adopting(state.plan, "incident-response", RemoveStep("incident-response", "5"),
                    state.defaults)  # fmt: skip
    context.document.perform(edit)
    model.refresh()
    assert resets == [14]
    state.choose_flow("alert-triage")
    model.refresh()
    assert len(resets) == 2
    assert model.place_of("no such step") == -1
