"""The dialog that paints the hours of roles."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from socplanner.domain.coverage import CoverageMode
from socplanner.domain.coverage_text import coverage_of
from socplanner.domain.coverage_week import Covered, week_of
from socplanner.domain.duty_edits import SetCoverage
from socplanner.domain.ids import RoleId
from socplanner.domain.names import LONGEST_COVERAGE
from socplanner.domain.new_plan import NOW
from socplanner.domain.plan import Plan
from socplanner.services.i18n import words_for
from socplanner.ui.dialogs.week_dialog import WeekDialog
from socplanner.ui.kit.flat_button import FlatButton

A1, B1 = RoleId("v2:A-1"), RoleId("v2:B-1")
OFFICE = "平日 8:30-17:30、時間外は当番"
SHIFT, SPACE = Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_Space


@pytest.fixture
def timed(plan: Plan) -> Plan:
    """Return a plan in which B-1 has hours."""
    return SetCoverage(NOW, frozenset({B1}), OFFICE).apply(plan)


def dialog_for(qtbot: QtBot, plan: Plan, *roles: RoleId) -> WeekDialog:
    """Return the dialog for `roles`, shown."""
    dialog = WeekDialog(plan, NOW, roles, words_for("en"))
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
    return dialog


def test_it_begins_with_the_hours_as_they_are_written(qtbot: QtBot, timed: Plan) -> None:
    dialog = dialog_for(qtbot, timed, B1)
    assert dialog.question.text() == "Hours of B-1 Basic real-time analysis"
    assert dialog.field.text() == OFFICE
    assert dialog.grid.week == week_of(coverage_of(OFFICE))
    assert dialog.summary.text() == "On duty 45 h a week, On call 123 h a week"
    assert not dialog.accept_button.isEnabled(), "nothing to change yet"


def test_hours_are_painted_with_the_keyboard(qtbot: QtBot, timed: Plan) -> None:
    dialog = dialog_for(qtbot, timed, A1)
    assert dialog.focusWidget() is dialog.grid
    dialog.within.setValue(30)
    dialog.tools.buttons[str(CoverageMode.ON_CALL.value)].click()
    dialog.grid.setFocus()
    for _ in range(3):
        QTest.keyClick(dialog.grid, Qt.Key.Key_Right, SHIFT)
    QTest.keyClick(dialog.grid, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(dialog.grid, SPACE)
    assert dialog.field.text() == "mon-tue 09:00-11:00 on-call within 30 min"
    QTest.keyClick(dialog.grid, Qt.Key.Key_Home)
    assert dialog.grid.cell_text(18, 0) == "Monday 9:00: On call"
    assert dialog.grid.cell_text(0, 0) == "Monday 0:00: Unmanned"
    assert dialog.edit() == SetCoverage(NOW, frozenset({A1}), dialog.field.text())


def test_painted_hours_can_be_removed(qtbot: QtBot, timed: Plan) -> None:
    dialog = dialog_for(qtbot, timed, B1)
    dialog.tools.buttons["unmanned"].click()
    assert dialog.covered() is None
    dialog.grid.painted.emit(frozenset(dialog.grid.week), 0, 24 * 60)
    assert dialog.field.text() == ""
    assert dialog.accept_button.isEnabled()


def test_usual_hours_keep_the_remark(qtbot: QtBot, plan: Plan) -> None:
    written = SetCoverage(NOW, frozenset({B1}), "24x365, 休日は翌営業日").apply(plan)
    dialog = dialog_for(qtbot, written, B1)
    assert "kept as a remark: 休日は翌営業日" in dialog.summary.text()
    button = dialog.findChild(FlatButton, "Weekdays 9:00–17:30")
    assert isinstance(button, FlatButton)
    button.click()
    assert dialog.field.text() == "mon-fri 09:00-17:30 on-duty; 休日は翌営業日"


def test_typed_text_is_read_into_the_week(qtbot: QtBot, plan: Plan) -> None:
    dialog = dialog_for(qtbot, plan, B1)
    dialog.field.setFocus()
    QTest.keyClicks(dialog.field, "24x365")
    assert dialog.grid.week == week_of(coverage_of("24x365"))
    assert dialog.accept_button.isEnabled()


def test_roles_with_different_hours_lose_none_without_an_edit(qtbot: QtBot, timed: Plan) -> None:
    dialog = dialog_for(qtbot, timed, A1, B1)
    assert dialog.field.text() == ""
    assert dialog.field.placeholderText() == "mixed"
    assert not dialog.accept_button.isEnabled()
    QTest.keyClick(dialog.grid, SPACE)
    assert dialog.covered() == Covered(CoverageMode.ON_DUTY)
    assert dialog.accept_button.isEnabled()


def test_a_week_that_is_too_long_to_write_is_reported_and_not_accepted(
    qtbot: QtBot, plan: Plan
) -> None:
    dialog = dialog_for(qtbot, plan, B1)
    days = list(dialog.grid.week)
    for step in range(16):
        dialog.grid.painted.emit(frozenset(days[: step % 7 + 1]), step * 90, step * 90 + 30)
    assert len(dialog.field.text()) > LONGEST_COVERAGE
    dialog.accept_button.click()
    assert dialog.isVisible()
    assert dialog.errors.text(dialog.field)
