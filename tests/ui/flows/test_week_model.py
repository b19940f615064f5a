"""All hours as cells, and the flows as rows with their numbers of hours, in both languages."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from socplanner.domain.coverage import WEEK, DayKind
from socplanner.domain.duty_edits import SetCoverage
from socplanner.domain.flows.walk import Outcome
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.local_text import Language
from socplanner.domain.role_coverage import Moment
from socplanner.ui.flows.flow_state import FlowState
from socplanner.ui.flows.week_model import OUTCOME_ROLE, MapColumn, MapsModel, WeekModel
from socplanner.ui.kit.plan_context import PlanContext

NOW = PhaseId("now")
HOLES = frozenset({RoleId("v2:D-4"), RoleId("v2:D-5")})
ACCESSIBLE, TIP = Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole


@pytest.fixture
def hours(state: FlowState) -> WeekModel:
    """Return the hours of incident response, watched for what views rely on."""
    model = WeekModel(state, state)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.refresh()
    return model


@pytest.fixture
def maps(state: FlowState) -> MapsModel:
    """Return the rows of flows, watched for what views rely on."""
    model = MapsModel(state, state)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.refresh()
    return model


def _outcomes(model: WeekModel) -> list[Outcome]:
    return [
        model.index(row, column).data(OUTCOME_ROLE)
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    ]


@pytest.mark.parametrize(
    ("language", "moment", "outcome", "day"),
    [
        ("en", "Sunday 03:00", "Stops", "Sunday"),
        ("ja", "日曜日 03:00", "止まる", "日曜日"),
    ],
)
def test_a_cell_has_in_words_when_it_is_what_comes_of_it_and_where_it_stops(
    context: PlanContext, hours: WeekModel, language: Language, moment: str, outcome: str, day: str
) -> None:
    context.translator.set_language(language)
    cell = hours.index(6, 3)
    assert hours.moment(cell) == Moment(DayKind.SUNDAY, 180)
    assert cell.data(OUTCOME_ROLE) is Outcome.STOPS
    text = str(cell.data(ACCESSIBLE))
    assert moment in text
    assert outcome in text
    assert "D-4" in text
    assert "D-5" in text
    assert "D-1" not in text, "it is on call"
    assert "D-4" in str(cell.data(TIP))
    assert hours.headerData(6, Qt.Orientation.Vertical, ACCESSIBLE) == day
    assert hours.headerData(23, Qt.Orientation.Horizontal) == "23"
    assert cell.data() is None, "the sign is drawn"


def test_closing_the_holes_changes_cells_and_numbers_alike(
    qtbot: QtBot, context: PlanContext, hours: WeekModel, maps: MapsModel
) -> None:
    row = next(
        number for number, each in enumerate(maps.maps) if each.flow.id == "incident-response"
    )

    def numbers() -> dict[Outcome, int]:
        texts = {
            Outcome.THROUGH: maps.index(row, MapColumn.THROUGH).data(),
            Outcome.UNSURE: maps.index(row, MapColumn.UNSURE).data(),
            Outcome.STOPS: maps.index(row, MapColumn.STOPS).data(),
        }
        return {outcome: int(text.removesuffix(" h")) for outcome, text in texts.items()}

    before = _outcomes(hours)
    assert numbers() == {each: before.count(each) for each in Outcome}
    assert numbers()[Outcome.STOPS] == 123
    context.document.perform(SetCoverage(NOW, HOLES, "24x365"))
    with qtbot.waitSignals([hours.dataChanged, maps.dataChanged]):
        hours.refresh()
        maps.refresh()
    after = _outcomes(hours)
    assert numbers() == {each: after.count(each) for each in Outcome}
    assert numbers()[Outcome.STOPS] < 123
    assert sum(numbers().values()) == len(WEEK) * 24


def test_every_flow_has_a_row_read_with_its_title_in_the_language_of_the_window(
    context: PlanContext, maps: MapsModel
) -> None:
    assert maps.rowCount() == 11
    flow = maps.index(0, MapColumn.FLOW)
    assert flow.data(ACCESSIBLE) == "Flow: Alert triage"
    context.translator.set_language("ja")
    maps.refresh()
    assert flow.data() == "アラートのトリアージ"
    assert maps.headerData(MapColumn.STOPS, Qt.Orientation.Horizontal) == "止まる"
    assert str(maps.index(0, MapColumn.STOPS).data(ACCESSIBLE)).startswith("止まる: ")


def test_another_flow_has_its_own_hours(state: FlowState, hours: WeekModel) -> None:
    before = _outcomes(hours)
    state.choose_flow("awareness")
    hours.refresh()
    assert _outcomes(hours) != before
