"""Who is there on Sunday at three: looked at, walked through and painted in the real window."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from socplanner.domain.coverage import CoverageState, DayKind
from socplanner.domain.duty_edits import SetCoverage
from socplanner.domain.ids import RoleId
from socplanner.domain.phases import duty
from socplanner.domain.role_coverage import SUNDAY_NIGHT, Moment
from socplanner.ui.dialogs.week_dialog import WeekDialog
from socplanner.ui.shell.main_window import MainWindow
from socplanner.ui.staffing.hours_delegate import week_rect
from socplanner.ui.staffing.hours_model import HoursColumn
from socplanner.ui.staffing.staffing_view import StaffingView
from socplanner.ui.staffing.week_strip import x_of
from tests.support.plans import sample
from tests.support.programs import when_dialog_opens
from tests.support.windows import window_on

B1, D1, D2, D4, D5 = (RoleId(f"v2:{code}") for code in ("B-1", "D-1", "D-2", "D-4", "D-5"))
LEFT, RETURN = Qt.MouseButton.LeftButton, Qt.Key.Key_Return
WEDNESDAY = Moment(DayKind.WEDNESDAY, 14 * 60)


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    """Yield the window on the sample of a manufacturer, with the view of hours."""
    with window_on(sample("manufacturer"), "staffing") as window:
        yield window


@pytest.fixture
def view(window: MainWindow) -> StaffingView:
    """Return the view of hours."""
    view = window.area.current_view()
    assert isinstance(view, StaffingView)
    return view


def state(view: StaffingView, role: RoleId) -> CoverageState:
    """Return the state of `role` at the moment."""
    return view.model.rows[view.model.place_of(role)].state(view.model.moment)


def day(view: StaffingView) -> str:
    """Return the day that is looked at."""
    return view.model.moment.day.value


def hours(window: MainWindow, role: RoleId) -> str:
    """Return the hours of `role` as the plan has them."""
    plan = window.context.document.plan
    return duty(plan, plan.phases[0].id, role).coverage


def test_the_manufacturer_has_its_hole_on_sunday_night(view: StaffingView) -> None:
    assert view.model.moment == SUNDAY_NIGHT
    assert {state(view, role) for role in (D4, D5)} == {CoverageState.UNMANNED}
    assert {state(view, role) for role in (D1, D2)} == {CoverageState.ON_CALL}
    view.chips.chips[CoverageState.UNMANNED].click()
    shown = [view.model.rows[place].role.code for place in range(view.model.rowCount())]
    assert {"D-4", "D-5"} <= set(shown)
    assert "D-1" not in shown


def test_presets_slider_keys_and_clicks_go_to_a_moment(
    window: MainWindow, view: StaffingView
) -> None:
    view.moments.presets.buttons["weekday"].click()
    assert view.model.moment == WEDNESDAY
    assert state(view, D4) is CoverageState.ON_DUTY
    view.table.setFocus()
    QTest.keyClick(view.table, Qt.Key.Key_Right)
    assert view.model.moment == Moment(DayKind.WEDNESDAY, 15 * 60)
    QTest.keyClick(view.table, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert view.model.moment == Moment(DayKind.TUESDAY, 15 * 60)
    index = view.model.index(2, HoursColumn.WEEK)
    cell = view.table.visualRect(index)
    x = x_of(SUNDAY_NIGHT, week_rect(cell)) + 0.5
    QTest.mouseClick(view.table.viewport(), LEFT, pos=QPoint(round(x), cell.center().y()))
    assert day(view) == "sun"
    assert window.viewpoint.roles == (view.model.rows[2].role.id,)
    view.moments.slider.setValue(0)
    assert view.model.moment == Moment(DayKind.MONDAY, 0)
    assert view.moments.label.text() == "Monday 00:00"
    QTest.keyClick(view.table, Qt.Key.Key_Left)
    assert day(view) == "holiday", "a week has no ends"


def test_selection_and_search_are_those_of_the_window(
    window: MainWindow, view: StaffingView
) -> None:
    window.viewpoint.select([D4, D5])
    assert view.table.selected_roles() == [D4, D5]
    window.strip.search.setText("D-4")
    assert view.model.rowCount() == 1
    window.strip.search.clear()
    view.find_next(1)
    window.jump_to(B1)
    assert view.table.selected_roles() == [B1]


def test_hours_are_painted_for_several_roles_as_one_step(
    window: MainWindow, view: StaffingView
) -> None:
    before = window.context.document.plan
    window.viewpoint.select([D4, D5])
    view.table.setFocus()

    def paint(dialog: object) -> None:
        assert isinstance(dialog, WeekDialog)
        dialog.tools.buttons["1"].click()
        grid = dialog.grid
        first, last = grid.cell_rect(0, 5).center(), grid.cell_rect(47, 6).center()
        QTest.mousePress(grid, LEFT, pos=first.toPoint())
        QTest.mouseMove(grid, last.toPoint())
        QTest.mouseRelease(grid, LEFT, pos=last.toPoint())
        dialog.accept_button.click()

    seen = when_dialog_opens(WeekDialog, paint)
    QTest.keyClick(view.table, RETURN)
    assert len(seen) == 1
    assert hours(window, D4) == "mon-fri 08:30-17:30 on-duty; sat-sun on-call"
    assert hours(window, D5) == hours(window, D4)
    assert {state(view, role) for role in (D4, D5)} == {CoverageState.ON_CALL}
    window.context.document.undo()
    assert window.context.document.plan is before


def test_the_moment_is_remembered(view: StaffingView) -> None:
    view.moments.presets.buttons["weekday"].click()
    kept = view.remembered()
    view.moments.presets.buttons["sunday"].click()
    view.restore((*kept, "moment:no day", "else"))
    assert view.model.moment == WEDNESDAY
    assert view.moments.presets.buttons["weekday"].isChecked()


def test_the_header_is_dragged_through_the_week(view: StaffingView) -> None:
    header = view.table.week_header
    left = header.sectionViewportPosition(HoursColumn.WEEK)
    middle = header.height() // 2
    QTest.mousePress(header.viewport(), LEFT, pos=QPoint(left + 12, middle))
    assert day(view) == "mon"
    place = QPointF(left + header.sectionSize(HoursColumn.WEEK) - 12, middle).toPoint()
    QTest.mouseMove(header.viewport(), place)
    QTest.mouseRelease(header.viewport(), LEFT, pos=place)
    QTest.mousePress(header.viewport(), LEFT, pos=place)
    assert day(view) == "holiday"


def test_a_hidden_view_computes_nothing_until_it_is_shown_again(
    window: MainWindow, view: StaffingView
) -> None:
    counted: list[None] = []
    view.model.figures_changed.connect(lambda: counted.append(None))
    window.show_view("board")
    phase = window.viewpoint.phase
    window.context.document.perform(SetCoverage(phase, frozenset({D4}), "24x365"))
    assert counted == []
    window.show_view("staffing")
    assert state(view, D4) is CoverageState.ON_DUTY
    window.context.document.undo()
    assert state(view, D4) is CoverageState.UNMANNED
