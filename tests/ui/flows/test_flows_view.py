"""One step is current, whatever shows it: keys and menus change that one and no other."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from socplanner.domain.assignment_edits import AssignParty
from socplanner.domain.duty_edits import SetCoverage
from socplanner.domain.flow_inputs import BusinessFlow, flow_of
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.phases import duty
from socplanner.domain.plan import Plan
from socplanner.ui.flows.flow_state import LIST, STRUCTURE, WALK, WEEK_MAP
from socplanner.ui.flows.flows_view import FlowsView
from socplanner.ui.flows.steps_model import FlowColumn
from socplanner.ui.kit.plan_context import PlanContext

NOW = PhaseId("now")
D4 = RoleId("v2:D-4")
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def _flow(context: PlanContext, flow_id: str = "incident-response") -> BusinessFlow:
    """Return a flow that was adopted."""
    flow = flow_of(context.document.plan.flows, flow_id)
    assert flow is not None
    return flow


def _after(context: PlanContext, step: str) -> tuple[str, ...]:
    changed = _flow(context).step(step)
    assert changed is not None
    return changed.after


def _requested(view: FlowsView) -> list[tuple[str, str]]:
    """Return the list of edits that the view requests from now on."""
    result: list[tuple[str, str]] = []

    def keep(name: str, subject: str) -> None:
        result.append((name, subject))

    view.edit_requested.connect(keep)
    return result


def test_keys_request_or_perform_the_edit_of_the_current_step(
    context: PlanContext, view: FlowsView
) -> None:
    requested = _requested(view)
    view.canvas.choose_step("5")
    view.canvas.setFocus()
    QTest.keyClick(view.canvas, Qt.Key.Key_Insert)
    QTest.keyClick(view.canvas, Qt.Key.Key_Return)
    assert requested == [
        ("add-step", "incident-response/5"),
        ("step", "incident-response/5"),
    ]
    assert context.document.plan.flows == ()
    QTest.keyClick(view.canvas, Qt.Key.Key_Delete)
    assert _flow(context).step("5") is None
    assert view.step == ""
    context.document.undo()
    assert context.document.plan.flows == ()


def test_another_flow_begins_without_a_current_step(context: PlanContext, view: FlowsView) -> None:
    view.canvas.choose_step("5")
    assert view.step == "5"
    view.state.choose_flow("alert-triage")
    assert view.state.current is not None
    assert view.state.current.flow.step("5") is not None, "another step with the same id"
    assert (view.step, view.canvas.current_step()) == ("", "")
    view.perform_command("remove")
    assert context.document.plan.flows == ()


def test_another_flow_of_as_many_steps_begins_without_a_current_row(
    context: PlanContext, view: FlowsView
) -> None:
    by_ids: dict[tuple[str, ...], list[str]] = {}
    for each in view.state.listed:
        ids = tuple(step.id for step in each.flow.steps)
        by_ids.setdefault(ids, []).append(each.flow.id)
    one, other = next(flows for flows in by_ids.values() if len(flows) > 1)[:2]
    view.state.choose_mode(LIST)
    view.state.choose_flow(one)
    view.table.choose_step("2")
    assert view.table.currentIndex().row() == 1
    view.state.choose_flow(other)
    assert view.step == ""
    assert not view.table.currentIndex().isValid()


def test_diagram_and_list_have_the_same_current_step(context: PlanContext, view: FlowsView) -> None:
    view.canvas.choose_step("5")
    view.state.choose_mode(LIST)
    assert view.table.currentIndex().row() == view.steps.place_of("5")
    view.table.choose_step("7")
    assert view.step == "7"
    view.state.choose_mode(WALK)
    assert view.canvas.current_step() == "7"
    view.canvas.setFocus()
    QTest.keyClick(view.canvas, Qt.Key.Key_Delete)
    assert _flow(context).step("7") is None
    assert _flow(context).step("5") is not None


def test_an_edit_elsewhere_and_another_language_keep_the_current_step(
    context: PlanContext, view: FlowsView
) -> None:
    for mode in (STRUCTURE, WALK, LIST):
        view.state.choose_mode(mode)
        view.canvas.choose_step("5")
        view.table.choose_step("5")
        context.document.perform(SetCoverage(NOW, frozenset({D4}), "24x365"))
        context.translator.set_language("ja")
        assert view.step == "5"
        assert "D-4" in view.details.title.text()
        row = view.steps.place_of("5")
        shown = view.canvas.current_step() if mode != LIST else view.table.currentIndex().row()
        assert shown == ("5" if mode != LIST else row)
        context.translator.set_language("en")
        context.document.undo()


def test_what_is_read_of_the_current_step_is_what_is_shown(
    context: PlanContext, view: FlowsView
) -> None:
    view.state.choose_mode(WALK)
    view.canvas.choose_step("5")
    assert "Unmanned" in view.canvas.accessibleDescription()
    context.document.perform(SetCoverage(NOW, frozenset({D4}), "24x365"))
    assert "Unmanned" not in view.canvas.accessibleDescription()
    assert "D-4" in view.canvas.accessibleDescription()
    context.translator.set_language("ja")
    assert "リモート対処" in view.canvas.accessibleDescription()
    view.state.choose_flow("alert-triage")
    assert view.canvas.accessibleDescription() == ""


def test_an_added_step_keeps_the_current_row(context: PlanContext, view: FlowsView) -> None:
    view.notice.adopted.emit()
    view.state.choose_mode(LIST)
    view.table.choose_step("5")
    view.perform_command("remove")
    view.table.choose_step("6")
    row = view.table.currentIndex().row()
    context.document.undo()
    assert view.step == "6"
    assert view.table.currentIndex().row() == row + 1


@pytest.mark.parametrize(("key", "lanes"), [(Qt.Key.Key_Up, -1), (Qt.Key.Key_Down, 1)])
def test_a_step_is_given_to_the_party_of_the_next_lane(
    context: PlanContext, view: FlowsView, key: Qt.Key, lanes: int
) -> None:
    view.canvas.choose_step("5")
    view.canvas.setFocus()
    drawing = view.state.drawing
    assert drawing is not None
    lane = drawing.layout.places[view.canvas.current].lane
    own, other = drawing.lanes[lane].party, drawing.lanes[lane + lanes].party
    assert own is not None
    edit = AssignParty(NOW, frozenset({D4}), "performs", other, instead_of=own)
    expected = edit.apply(context.document.plan)
    QTest.keyClick(view.canvas, key, ALT)
    assert context.document.plan == expected
    assert view.canvas.current_step() == "5"


def _with_receiver(view: FlowsView) -> int:
    """Show a flow that leaves the organisation; return the number of the box of a receiver."""
    view.state.choose_flow("awareness")
    assert view.canvas.drawing is not None
    boxes = view.canvas.drawing.boxes
    return next(number for number, box in enumerate(boxes) if box.receiver is not None)


@pytest.mark.parametrize("key", [Qt.Key.Key_Up, Qt.Key.Key_Down])
def test_a_receiver_outside_is_given_to_no_one(
    plan: Plan, context: PlanContext, view: FlowsView, key: Qt.Key
) -> None:
    number, canvas = _with_receiver(view), view.canvas
    canvas.setFocus()
    assert canvas.drawing is not None
    canvas.choose_step(canvas.drawing.boxes[number].step.id)
    place = canvas.box_rect(number).center().toPoint()
    assert canvas.viewport().rect().contains(place)
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert canvas.current == number
    assert view.step
    QTest.keyClick(canvas, key, ALT)
    assert context.document.plan is plan


def _drag(view: FlowsView, start: QPoint, end: QPoint, *, drops: bool = True) -> None:
    viewport = view.canvas.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(viewport, (start + end) / 2)
    QTest.mouseMove(viewport, end)
    if drops:
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)


def _middle_of_lane(view: FlowsView, lane: int) -> int:
    canvas = view.canvas
    assert canvas.painter is not None
    middle = canvas.painter.geometry.lanes[lane].center().y() * canvas.zoom
    return round(middle) - canvas.verticalScrollBar().value()


def test_a_dragged_step_previews_its_letter_edit_and_a_drop_performs_it(
    plan: Plan, context: PlanContext, view: FlowsView
) -> None:
    hints: list[str] = []
    view.hint_changed.connect(hints.append)
    canvas = view.canvas
    canvas.choose_step("5")
    assert canvas.drawing is not None
    start = canvas.box_rect(canvas.current).center().toPoint()
    end = QPoint(start.x(), _middle_of_lane(view, 0))
    target = canvas.drawing.lanes[0].party
    _drag(view, start, end, drops=False)
    assert hints[-1].startswith("D-4, responsible: ")
    assert "→" in hints[-1]
    assert context.document.plan is plan, "nothing happens before the drop"
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert hints[-1] == ""
    expected = AssignParty(
        NOW, frozenset({D4}), "performs", target, instead_of=next(
            party for party in duty(plan, NOW, D4).letters if party == "it"
        ),
    )  # fmt: skip
    assert context.document.plan == expected.apply(plan)


def test_escape_ends_a_drag_and_nothing_was_moved(
    plan: Plan, context: PlanContext, view: FlowsView
) -> None:
    hints: list[str] = []
    view.hint_changed.connect(hints.append)
    view.canvas.choose_step("5")
    view.canvas.setFocus()
    start = view.canvas.box_rect(view.canvas.current).center().toPoint()
    end = QPoint(start.x(), _middle_of_lane(view, 0))
    _drag(view, start, end, drops=False)
    QTest.keyClick(view.canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(view.canvas.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert hints[-1] == ""
    assert context.document.plan is plan
    assert view.step == "5"


def _click_on_line(view: FlowsView, before: str, step: str) -> None:
    """Click in the middle of the first part of the line between two steps."""
    canvas = view.canvas
    assert canvas.drawing is not None
    assert canvas.painter is not None
    places = canvas.drawing.layout.places
    number = next(
        number
        for number, line in enumerate(canvas.drawing.layout.lines)
        if (places[line.start].step, places[line.end].step) == (before, step)
    )
    last = canvas.painter.geometry.lines[number][-2:]
    middle = (last[0] + last[1]) / 2 * canvas.zoom
    scrolled = QPointF(canvas.horizontalScrollBar().value(), canvas.verticalScrollBar().value())
    QTest.mouseClick(
        canvas.viewport(), Qt.MouseButton.LeftButton, pos=(middle - scrolled).toPoint()
    )
    assert canvas.selected_line == number


def test_delete_separates_the_steps_of_the_line_that_is_selected(
    context: PlanContext, view: FlowsView
) -> None:
    view.canvas.choose_step("7")
    view.canvas.setFocus()
    _click_on_line(view, "3", "5")
    QTest.keyClick(view.canvas, Qt.Key.Key_Delete)
    assert _flow(context).step("7") is not None, "the line is meant, not the current step"
    assert _after(context, "5") == ()
    assert view.step == "7"


@pytest.mark.parametrize("is_line", [True, False])
def test_delete_on_a_receiver_or_its_line_removes_the_hand_over_and_no_step(
    context: PlanContext, view: FlowsView, is_line: bool
) -> None:
    number = _with_receiver(view)
    canvas = view.canvas
    assert canvas.drawing is not None
    step, receiver = canvas.drawing.boxes[number].step, canvas.drawing.boxes[number].receiver
    assert receiver in step.to
    canvas.choose_step(step.id)
    canvas.setFocus()
    if is_line:
        lines = canvas.drawing.layout.lines
        canvas.selected_line = next(at for at, line in enumerate(lines) if line.end == number)
    else:
        canvas.current = number
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    after = _flow(context, view.flow_id).step(step.id)
    assert after == step._replace(to=tuple(each for each in step.to if each != receiver))
    assert view.step == step.id


def test_joining_waits_for_enter_on_another_step_and_has_a_hint(
    context: PlanContext, view: FlowsView
) -> None:
    hints: list[str] = []
    view.hint_changed.connect(hints.append)
    view.canvas.setFocus()
    view.canvas.choose_step("7")
    QTest.keyClick(view.canvas, Qt.Key.Key_J)
    assert "Enter" in hints[-1]
    view.canvas.choose_step("5")
    QTest.keyClick(view.canvas, Qt.Key.Key_Return)
    assert _after(context, "5") == ("3", "7")
    assert hints[-1] == ""
    context.document.undo()
    view.state.choose_mode(LIST)
    view.table.choose_step("7")
    view.table.setFocus()
    QTest.keyClick(view.table, Qt.Key.Key_J)
    view.table.choose_step("5")
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    assert _after(context, "5") == ("3", "7")


def test_joining_does_not_outlive_its_flow(context: PlanContext, view: FlowsView) -> None:
    view.canvas.choose_step("7")
    view.canvas.setFocus()
    QTest.keyClick(view.canvas, Qt.Key.Key_J)
    view.state.choose_flow("alert-triage")
    requested = _requested(view)
    view.canvas.choose_step("1")
    QTest.keyClick(view.canvas, Qt.Key.Key_Return)
    assert requested == [("step", "alert-triage/1")]
    assert context.document.plan.flows == ()


def test_the_map_of_hours_follows_the_flow_and_what_is_edited(
    context: PlanContext, view: FlowsView
) -> None:
    view.state.choose_mode(WEEK_MAP)
    page = view.week
    row = page.flows.currentIndex().row()
    assert page.maps_model.maps[row].flow.id == "incident-response"
    cell = page.week_model.index(6, 3)
    before = page.week_model.description(cell)
    assert "D-4" in before
    context.document.perform(SetCoverage(NOW, frozenset({D4}), "24x365"))
    assert "D-4" not in page.week_model.description(cell)
    page.flows.setCurrentIndex(page.maps_model.index(row + 1, 0))
    assert view.flow_id == page.maps_model.maps[row + 1].flow.id
    assert page.title.text().startswith(
        view.state.words.local(page.maps_model.maps[row + 1].flow.name)
    )


def test_the_list_shows_the_state_of_a_step_at_the_moment(
    context: PlanContext, view: FlowsView
) -> None:
    view.state.choose_mode(LIST)
    row = view.steps.place_of("5")
    assert view.steps.index(row, FlowColumn.STATE).data() == "Unmanned"
    context.document.perform(SetCoverage(NOW, frozenset({D4}), "24x365"))
    assert view.steps.index(row, FlowColumn.STATE).data() == "On duty"
