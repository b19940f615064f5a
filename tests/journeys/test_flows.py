"""Flows in the real window: walked through at an hour, mended, edited by keys and by mouse."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from socplanner.domain.coverage import DayKind
from socplanner.domain.flow_inputs import flow_of
from socplanner.domain.flows.walk import Outcome, StepState
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.phases import duty
from socplanner.domain.role_coverage import Moment
from socplanner.ui.dialogs.exercises_dialog import ExercisesDialog
from socplanner.ui.dialogs.flow_dialog import FlowDialog
from socplanner.ui.dialogs.step_dialog import StepDialog
from socplanner.ui.dialogs.tabletop_dialog import TabletopDialog
from socplanner.ui.flows.flow_state import LIST, STRUCTURE, WALK, WEEK_MAP
from socplanner.ui.flows.flows_view import FlowsView
from socplanner.ui.flows.steps_model import FlowColumn
from socplanner.ui.shell.main_window import MainWindow
from tests.support.plans import sample
from tests.support.programs import when_dialog_opens
from tests.support.windows import window_on

NOW = PhaseId("now")
D4, D5 = RoleId("v2:D-4"), RoleId("v2:D-5")
MAKER = replace(sample("manufacturer"), flows=(), counterparts=())


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    """Yield the window on the flows of the manufacturer."""
    with window_on(MAKER, "flows") as shown:
        yield shown


@pytest.fixture
def view(window: MainWindow) -> FlowsView:
    """Return the view of flows, on incident response of the present phase."""
    view = window.findChild(FlowsView)
    assert isinstance(view, FlowsView)
    view.state.choose_flow("incident-response")
    return view


def _state(view: FlowsView, step: str) -> StepState:
    walked = view.state.walk.walked(step) if view.state.walk is not None else None
    assert walked is not None
    return walked.state


def test_the_hole_on_sunday_night_is_named_and_closed_in_two_clicks(
    window: MainWindow, view: FlowsView
) -> None:
    view.strip.modes.buttons[WALK].click()
    assert view.outcome.isVisible()
    assert "D-4" in view.outcome.text.text()
    assert "Monday 08:30" in view.outcome.text.text()
    for _ in (D4, D5):
        QTest.mouseClick(view.outcome.on_call_button, Qt.MouseButton.LeftButton)
    assert _state(view, "5") is StepState.ON_CALL
    assert _state(view, "6") is StepState.ON_CALL
    assert view.state.walk is not None
    assert view.state.walk.outcome is not Outcome.STOPS
    hours = duty(window.context.document.plan, NOW, D4).coverage
    assert hours == "平日 8:30-17:30、時間外は当番"
    window.context.document.undo()
    window.context.document.undo()
    assert _state(view, "5") is StepState.UNMANNED
    assert window.context.document.plan is MAKER


def test_now_and_target_are_walked_by_the_phase_in_view(
    window: MainWindow, view: FlowsView
) -> None:
    view.state.choose_mode(WALK)
    before = view.state.drawing
    window.viewpoint.look_at_phase(PhaseId("target"))
    assert view.state.drawing is not before
    assert _state(view, "5") is StepState.UNMANNED


def test_keys_walk_along_the_lines_and_enter_edits_the_step(
    window: MainWindow, view: FlowsView
) -> None:
    canvas = view.canvas
    canvas.setFocus()
    canvas.choose_step("1")
    for key, step in (
        (Qt.Key.Key_Right, "2"),
        (Qt.Key.Key_Right, "7"),
        (Qt.Key.Key_Down, "3"),
        (Qt.Key.Key_Left, "2"),
    ):
        QTest.keyClick(canvas, key)
        assert view.step == step
    assert window.viewpoint.roles == ("v2:D-2",)

    def edit(dialog: object) -> None:
        assert isinstance(dialog, StepDialog)
        dialog.limit.number.setValue(20)
        dialog.accept()

    when_dialog_opens(StepDialog, edit)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    flow = flow_of(window.context.document.plan.flows, "incident-response")
    assert flow is not None
    assert flow.steps[1].limit == "PT20M"
    assert flow.version == 1
    # One step to undo: the default was adopted and changed together.
    window.context.document.undo()
    assert window.context.document.plan is MAKER


def test_a_step_is_given_to_another_party_by_keys_and_by_dragging(
    window: MainWindow, view: FlowsView
) -> None:
    canvas, hints = view.canvas, list[str]()
    view.hint_changed.connect(hints.append)
    canvas.choose_step("5")
    canvas.setFocus()
    drawing = view.state.drawing
    assert drawing is not None
    own = drawing.layout.places[canvas.current].lane
    other = drawing.lanes[own + 1].party
    QTest.keyClick(canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert duty(window.context.document.plan, NOW, D4).letters[other] == "R/C"  # type: ignore[index]
    assert "it" not in duty(window.context.document.plan, NOW, D4).letters
    window.context.document.undo()
    QApplication.processEvents()
    canvas.choose_step("5")
    _drag(view, 0)
    first = view.state.drawing.lanes[0].party if view.state.drawing else None
    assert any("→" in hint and "D-4" in hint for hint in hints)
    assert hints[-1] == ""
    assert "R" in duty(window.context.document.plan, NOW, D4).letters[first]  # type: ignore[index]
    assert window.context.document.plan.flows == ()


def _drag(view: FlowsView, lane: int) -> None:
    """Drag the current step to the middle of a lane."""
    canvas, painter = view.canvas, view.canvas.painter
    assert painter is not None
    start = canvas.box_rect(canvas.current).center().toPoint()
    middle = painter.geometry.lanes[lane].center().y() * canvas.zoom
    end = QPoint(start.x(), round(middle) - canvas.verticalScrollBar().value())
    viewport = canvas.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(viewport, (start + end) / 2)
    QTest.mouseMove(viewport, end)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)


def test_a_line_is_drawn_from_the_right_side_of_a_step(window: MainWindow, view: FlowsView) -> None:
    canvas = view.canvas
    canvas.choose_step("7")
    box = canvas.box_rect(canvas.current)
    start = QPoint(round(box.right()) - 3, round(box.center().y()))
    canvas.choose_step("5")
    end = canvas.box_rect(canvas.current).center().toPoint()
    viewport = canvas.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(viewport, (start + end) / 2)
    QTest.mouseMove(viewport, end)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)
    flow = flow_of(window.context.document.plan.flows, "incident-response")
    assert flow is not None
    assert flow.step("5").after == ("3", "7")  # type: ignore[union-attr]


def test_steps_are_joined_separated_and_removed_by_keys(
    window: MainWindow, view: FlowsView
) -> None:
    canvas = view.canvas
    canvas.choose_step("7")
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_J)
    canvas.choose_step("5")
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    flow = flow_of(window.context.document.plan.flows, "incident-response")
    assert flow is not None
    assert flow.step("5").after == ("3", "7")  # type: ignore[union-attr]
    view.perform_command("separate-step")
    flow = flow_of(window.context.document.plan.flows, "incident-response")
    assert flow is not None
    assert flow.step("5").after == ("3",)  # type: ignore[union-attr]
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    flow = flow_of(window.context.document.plan.flows, "incident-response")
    assert flow is not None
    assert flow.step("5") is None
    assert flow.step("6").after == ("3",)  # type: ignore[union-attr]


def test_escape_cancels_joining_and_a_cycle_is_refused(window: MainWindow, view: FlowsView) -> None:
    canvas = view.canvas
    canvas.choose_step("3")
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_J)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    opened = when_dialog_opens(StepDialog, lambda dialog: dialog.reject())
    canvas.choose_step("1")
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert len(opened) == 1
    canvas.choose_step("3")
    QTest.keyClick(canvas, Qt.Key.Key_J)
    canvas.choose_step("1")
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert window.context.document.plan is MAKER


def test_all_hours_lead_to_the_walk_at_one_of_them(window: MainWindow, view: FlowsView) -> None:
    view.strip.modes.buttons[WEEK_MAP].click()
    page = view.week
    assert page.isVisible()
    assert not view.outcome.isVisible()
    index = page.week_model.index(6, 3)
    assert "D-4" in page.week_model.description(index)
    page.hours.setCurrentIndex(index)
    page.hours.setFocus()
    QTest.keyClick(page.hours, Qt.Key.Key_Return)
    assert view.state.mode == WALK
    assert view.state.clock.start == Moment(DayKind.SUNDAY, 180)
    view.state.choose_mode(WEEK_MAP)
    page.flows.setCurrentIndex(page.maps_model.index(0, 0))
    assert view.flow_id == "alert-triage"


def test_the_list_shows_every_step_and_reorders_them(window: MainWindow, view: FlowsView) -> None:
    view.strip.modes.buttons[LIST].click()
    model, table = view.steps, view.table
    assert model.rowCount() == 15
    row = model.place_of("5")
    assert model.index(row, FlowColumn.STATE).data() == "Unmanned"
    assert model.index(row, FlowColumn.PARTIES).data() == "IT"
    read_aloud = model.index(row, FlowColumn.ROLE).data(Qt.ItemDataRole.AccessibleTextRole)
    assert read_aloud == "Role: D-4"
    table.choose_step("5")
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    flow = flow_of(window.context.document.plan.flows, "incident-response")
    assert flow is not None
    assert [step.id for step in flow.steps[:5]] == ["1", "2", "3", "5", "4"]
    assert table.currentIndex().row() == 3


def test_an_exercise_is_played_kept_and_removed(window: MainWindow, view: FlowsView) -> None:
    view.state.choose_mode(WALK)

    def play(dialog: object) -> None:
        assert isinstance(dialog, TabletopDialog)
        assert dialog.title.text().startswith("D-1")
        dialog.note.setPlainText("phone list was old")
        dialog.go_on()
        dialog.go_back()
        assert dialog.note.toPlainText() == "phone list was old"
        for _ in range(15):
            dialog.go_on()

    when_dialog_opens(TabletopDialog, play)
    view.outcome.tabletop_button.click()
    (exercise,) = window.context.document.plan.exercises
    assert (exercise.flow, exercise.moment) == ("incident-response", "sun 03:00")
    assert exercise.steps[0].note == "phone list was old"
    assert len(exercise.steps) == 15

    def remove(dialog: object) -> None:
        assert isinstance(dialog, ExercisesDialog)
        assert "phone list" in dialog.text.text()
        dialog.remove_button.click()
        dialog.accept()

    when_dialog_opens(ExercisesDialog, remove)
    view.edit_requested.emit("exercises", "")
    assert not window.context.document.plan.exercises
    window.context.document.undo()
    assert window.context.document.plan.exercises[0] == exercise


def test_flows_are_adopted_added_changed_and_removed(window: MainWindow, view: FlowsView) -> None:
    assert view.notice.isVisible()
    view.notice.adopt_button.click()
    assert [flow.id for flow in window.context.document.plan.flows] == ["incident-response"]
    assert not view.notice.isVisible()
    assert "W03" in {finding.rule for finding in window.context.checking.of_role(D4)}
    view.state.choose_flow("alert-triage")
    view.notice.all_button.click()
    assert len(window.context.document.plan.flows) == 11

    def add(dialog: object) -> None:
        assert isinstance(dialog, FlowDialog)
        dialog.names["en"].setText("Lost laptop")
        dialog.accept()

    when_dialog_opens(FlowDialog, add)
    view.perform_command("add-flow")
    assert window.context.document.plan.flows[-1].id == "lost-laptop"
    view.state.choose_flow("lost-laptop")
    assert view.state.drawing is not None
    assert view.state.drawing.boxes == ()
    view.perform_command("remove-flow")
    assert len(window.context.document.plan.flows) == 11


def test_the_menu_of_a_step_has_its_commands(view: FlowsView) -> None:
    view.canvas.choose_step("5")
    menu = QMenu()
    view.extend_menu(menu)
    texts = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert texts[0] == "Edit step…"
    assert [action.isEnabled() for action in menu.actions()][-1] is False  # a default stays


def test_the_window_s_language_and_the_remembered_flow(window: MainWindow, view: FlowsView) -> None:
    view.state.choose_flow("external-reporting")
    view.state.choose_mode(WEEK_MAP)
    kept = view.remembered()
    view.state.choose_mode(STRUCTURE)
    view.restore((*kept, "mode:nonsense", "other"))
    assert (view.flow_id, view.state.mode) == ("external-reporting", WEEK_MAP)
    window.context.translator.set_language("ja")
    assert view.strip.flows.text() == "外部への報告・届出"
    assert view.week.title.text().startswith("外部への報告・届出")


def test_nothing_is_computed_while_another_view_is_shown(
    window: MainWindow, view: FlowsView
) -> None:
    window.show_view("board")
    view.state.forget()
    assert view.state._computed == {}


def test_zoom_fit_and_the_wheel(view: FlowsView) -> None:
    canvas = view.canvas
    canvas.setFocus()
    fitted = canvas.zoom
    QTest.keyClick(canvas, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert canvas.zoom > fitted
    QTest.keyClick(canvas, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert canvas.zoom == fitted
    canvas.set_zoom(99)
    assert canvas.zoom == 2.5
