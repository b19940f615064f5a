"""The rows of the view of hours: which roles they are, and what they state of a moment."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.coverage import CoverageState, DayKind
from socplanner.domain.duty_edits import ChangeSourcing, SetCoverage
from socplanner.domain.ids import RoleId
from socplanner.domain.new_plan import NOW
from socplanner.domain.role_coverage import Moment
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.staffing.hours_model import HoursColumn, HoursModel

A1, B1, D4 = RoleId("v2:A-1"), RoleId("v2:B-1"), RoleId("v2:D-4")
OFFICE = "平日 8:30-17:30、時間外は当番"
DISPLAY, ACCESSIBLE = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def model(context: PlanContext) -> HoursModel:
    """Return a model, watched for what views rely on."""
    model = HoursModel(context)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    return model


def text(model: HoursModel, role: RoleId, column: HoursColumn) -> str:
    """Return what a cell shows."""
    return str(model.index(model.place_of(role), column).data(DISPLAY))


def test_hours_are_shown_once_they_are_stated(context: PlanContext, model: HoursModel) -> None:
    assert text(model, B1, HoursColumn.STATE) == "Ask the provider"
    assert text(model, A1, HoursColumn.STATE) == "Hours not stated"
    context.document.perform(SetCoverage(NOW, frozenset({B1}), OFFICE))
    assert text(model, B1, HoursColumn.STATE) == "On call"
    assert text(model, B1, HoursColumn.HOURS) == OFFICE
    week = model.index(model.place_of(B1), HoursColumn.WEEK).data(ACCESSIBLE)
    assert week == (
        "B-1 Basic real-time analysis\nWeekdays, 8:30–17:30, On duty\nEvery day, On call"
    )


def test_another_moment_changes_states_and_counts(
    qtbot: QtBot, context: PlanContext, model: HoursModel
) -> None:
    context.document.perform(SetCoverage(NOW, frozenset({B1, D4}), "mon-fri 8:30-17:30"))
    assert model.counts()[CoverageState.UNMANNED] == 2
    with qtbot.waitSignals([model.figures_changed, model.dataChanged]):
        context.week.look_at(Moment(DayKind.WEDNESDAY, 14 * 60))
    assert model.counts()[CoverageState.UNMANNED] == 0
    assert model.counts()[CoverageState.ON_DUTY] == 2
    assert model.headerData(HoursColumn.STATE, Qt.Orientation.Horizontal) == "Wednesday 14:00"


def test_one_state_can_be_shown_alone(context: PlanContext, model: HoursModel) -> None:
    context.document.perform(SetCoverage(NOW, frozenset({D4}), "mon-fri 8:30-17:30"))
    model.show_state(CoverageState.UNMANNED)
    assert model.rowCount() == 1
    context.document.perform(SetCoverage(NOW, frozenset({D4}), "24x365"))
    assert model.rowCount() == 0, "it is manned now"
    model.show_state(None)
    assert model.place_of(D4) >= 0


def test_roles_that_are_not_performed_have_no_hours(
    context: PlanContext, model: HoursModel
) -> None:
    count = model.rowCount()
    context.document.perform(ChangeSourcing(NOW, frozenset({A1}), Sourcing.NOT_CARRIED_OUT))
    assert (model.rowCount(), model.place_of(A1)) == (count - 1, -1)
    context.document.undo()
    assert model.rowCount() == count


def test_search_and_filter_hide_rows_but_do_not_change_counts(model: HoursModel) -> None:
    total = sum(model.counts().values())
    model.show_roles(frozenset({B1}))
    assert model.rowCount() == 1
    assert sum(model.counts().values()) == total
    model.show_roles(None)
    assert model.rowCount() == total


def test_everything_follows_the_language(context: PlanContext, model: HoursModel) -> None:
    context.translator.set_language("ja")
    assert text(model, A1, HoursColumn.STATE) == "時間帯の記載なし"
    assert text(model, B1, HoursColumn.STATE) == "委託先に確認"
    assert model.headerData(HoursColumn.STATE, Qt.Orientation.Horizontal) == "日曜日 03:00"
