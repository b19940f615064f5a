"""The page of duties: what is chosen is shown in full, and can be read with keys alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from socplanner.domain.sharing_edits import RemoveReportingDuty
from socplanner.ui.kit.plan_context import PlanContext
from socplanner.ui.sharing.duties_model import DutyColumn
from socplanner.ui.sharing.duties_page import DutiesPage
from socplanner.ui.sharing.duties_table import clock_rect
from socplanner.ui.sharing.sharing_state import DUTIES
from socplanner.ui.sharing.sharing_view import SharingView


@pytest.fixture
def page(view: SharingView) -> DutiesPage:
    """Return the page, shown."""
    view.state.choose_page(DUTIES)
    QApplication.processEvents()
    return view.duties


def test_the_text_of_a_duty_is_shown_or_scrolled_by_keys(page: DutiesPage) -> None:
    bar = page.area.verticalScrollBar()
    assert page.area.viewport().height() >= 6 * page.fontMetrics().lineSpacing()
    page.area.setFixedHeight(3 * page.fontMetrics().lineSpacing())
    QApplication.processEvents()
    assert bar.maximum() > 0
    page.area.setFocus(Qt.FocusReason.TabFocusReason)
    assert page.area.hasFocus()
    for _ in range(9):
        QTest.keyClick(page.area, Qt.Key.Key_PageDown)
    assert bar.value() == bar.maximum()
    assert page.area.accessibleName() == page.title.text()
    assert "Law:" in page.area.accessibleDescription()


def test_bars_are_in_their_cell_and_end_in_the_order_of_their_terms(page: DutiesPage) -> None:
    table = page.table
    ends = []
    for row, duty in enumerate(page.model.duties):
        cell = table.visualRect(page.model.index(row, DutyColumn.CLOCK))
        if duty.latest is not None:
            bar, place = table.bars.bar_of(duty, cell), clock_rect(cell)
            assert place.left() <= bar.left() < bar.right() <= place.right() + 4
            ends.append((duty.latest, bar.right()))
    assert [right for _, right in sorted(ends)] == sorted(right for _, right in ends)
    assert len({right for _, right in ends}) > 3


def test_removing_what_the_plan_states_keeps_the_choice(
    context: PlanContext, page: DutiesPage
) -> None:
    page.table.choose_duty("sector")
    assert page.duty == "sector"
    assert page.remove_button.isVisible()
    context.document.perform(RemoveReportingDuty("sector"))
    assert page.duty == "sector", "the default takes its place"
    assert not page.remove_button.isVisible()
    context.document.undo()
    assert page.remove_button.isVisible()


def test_keys_request_the_edits_of_the_current_duty(page: DutiesPage) -> None:
    requested: list[tuple[str, str]] = []

    def keep(name: str, subject: str) -> None:
        requested.append((name, subject))

    page.edit_requested.connect(keep)
    page.table.choose_duty("jpcert" if page.model.row_of("jpcert") >= 0 else "sector")
    duty = page.duty
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Insert, Qt.Key.Key_Delete):
        QTest.keyClick(page.table, key)
    assert requested[:2] == [("duty", duty), ("add-duty", "")]
    page.table.choose_duty("sector")
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    assert requested[-1] == ("remove-duty", "sector")
