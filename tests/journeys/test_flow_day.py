"""Sunday at three: the flow stops, the hole is closed as the program offers, and opened again."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copy

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from socplanner.domain.coverage import DayKind
from socplanner.domain.flows.walk import Outcome
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.local_text import Language
from socplanner.domain.phases import duty
from socplanner.domain.role_coverage import SUNDAY_NIGHT, Moment
from socplanner.services import paths
from socplanner.services.first_plan import first_plan
from socplanner.services.i18n import words_for
from socplanner.services.settings_store import SettingsStore
from socplanner.ui.flows.flow_state import LIST, STRUCTURE, WALK, WEEK_MAP
from socplanner.ui.flows.flows_view import FlowsView
from socplanner.ui.flows.steps_model import FlowColumn
from socplanner.ui.flows.week_model import OUTCOME_ROLE
from socplanner.ui.shell.program import Program
from tests.support.programs import leave_programs

NOW = PhaseId("now")
D1, D2, D4, D5 = (RoleId(f"v2:{code}") for code in ("D-1", "D-2", "D-4", "D-5"))


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    """Yield the program on a copy of the sample of a manufacturer."""
    place = tmp_path / "manufacturer.socplan"
    copy(paths.resources() / "examples" / place.name, place)
    store = SettingsStore(tmp_path / "settings.json", print)
    program = Program(qapp, words_for("en"), store, first_plan(place))
    program.begin()
    program.window.resize(1280, 800)
    qapp.processEvents()
    yield program
    leave_programs([program], qapp)


def _states(view: FlowsView) -> dict[str, str]:
    """Return the state of each role of the flow as the list shows it."""
    view.strip.modes.buttons[LIST].click()
    model = view.steps
    cells = (
        (model.index(row, FlowColumn.ROLE).data(), model.index(row, FlowColumn.STATE).data())
        for row in range(model.rowCount())
    )
    return dict(cells)


def _hours(view: FlowsView) -> set[Outcome]:
    """Return what comes of the flow at the hours of the week, as the map shows it."""
    view.strip.modes.buttons[WEEK_MAP].click()
    model = view.week.week_model
    return {model.index(row, hour).data(OUTCOME_ROLE) for row in range(7) for hour in range(24)}


def test_the_hole_of_sunday_night_is_seen_closed_and_opened_again(
    program: Program, qapp: QApplication
) -> None:
    window, document = program.window, program.document
    before = document.plan
    window.actions_["flows"].trigger()
    qapp.processEvents()
    view = window.area.current_view()
    assert isinstance(view, FlowsView)
    response = next(
        action
        for action in view.strip.flows.menu().actions()
        if action.data() == "incident-response"
    )
    response.trigger()
    assert view.strip.flows.text() == "Incident response"
    window.context.week.look_at(Moment(DayKind.WEDNESDAY, 600))
    assert set(_states(view).values()) & {"Unmanned"} == set()
    view.strip.modes.buttons[WALK].click()
    assert not view.outcome.on_call_button.isVisible(), "on Wednesday nothing stops"
    view.strip.moments.presets.buttons["sunday"].click()
    assert window.context.week.moment == SUNDAY_NIGHT
    states = _states(view)
    assert {role for role, state in states.items() if state == "Unmanned"} == {"D-4", "D-5"}
    assert (states["D-1"], states["D-2"]) == ("On call", "On call")
    assert Outcome.STOPS in _hours(view)

    view.strip.modes.buttons[WALK].click()
    for role, code in ((D4, "D-4"), (D5, "D-5")):
        assert code in view.outcome.show_button.text()
        QTest.mouseClick(view.outcome.show_button, Qt.MouseButton.LeftButton)
        assert window.viewpoint.roles == (role,)
        QTest.mouseClick(view.outcome.on_call_button, Qt.MouseButton.LeftButton)
        assert duty(document.plan, NOW, role).coverage.startswith("平日 8:30-17:30")
    assert not view.outcome.on_call_button.isVisible()
    states = _states(view)
    assert "Unmanned" not in states.values()
    assert (states["D-4"], states["D-5"]) == ("On call", "On call")
    assert _hours(view) == {Outcome.THROUGH}

    for _ in range(2):
        window.actions_["undo"].trigger()
    assert document.plan is before
    assert Outcome.STOPS in _hours(view)
    assert {role for role, state in _states(view).items() if state == "Unmanned"} == {
        *("D-4", "D-5")
    }


@pytest.mark.parametrize("mode", [STRUCTURE, WALK, LIST])
def test_another_language_keeps_flow_mode_moment_and_step(
    program: Program, qapp: QApplication, mode: str
) -> None:
    window = program.window
    window.actions_["flows"].trigger()
    qapp.processEvents()
    view = window.area.current_view()
    assert isinstance(view, FlowsView)
    view.state.choose_flow("incident-response")
    view.canvas.choose_step("5")
    view.strip.modes.buttons[mode].click()
    window.context.week.look_at(Moment(DayKind.WEDNESDAY, 600))
    names: dict[Language, str] = {"ja": "リモート", "en": "Remote"}
    for language, title in names.items():
        program.translator.set_language(language)
        qapp.processEvents()
        assert (view.flow_id, view.state.mode, view.step) == ("incident-response", mode, "5")
        assert view.details.title.text().startswith("D-4")
        assert title in view.details.title.text()
        assert window.context.week.moment == Moment(DayKind.WEDNESDAY, 600)
        if mode == LIST:
            assert view.table.currentIndex().row() == view.steps.place_of("5")
        else:
            assert view.canvas.current_step() == "5"
            assert title in view.canvas.accessibleDescription()
