"""Two assessments compared in the real window: chosen by keyboard, shown, filtered, remembered."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from socplanner.domain.assessment_edits import AddAssessment, RemoveAssessment, SetScore
from socplanner.domain.ids import AssessmentId, RoleId
from socplanner.ui.maturity.maturity_view import MaturityView
from socplanner.ui.maturity.scores_model import ScoreColumn
from socplanner.ui.shell.main_window import MainWindow
from tests.support.plans import sample
from tests.support.windows import window_on

A1, A2, A3 = RoleId("v2:A-1"), RoleId("v2:A-2"), RoleId("v2:A-3")
EARLIER = "2025-04"


@pytest.fixture
def window(qapp: QApplication) -> Iterator[MainWindow]:
    """Yield the window on the sample of a manufacturer, which was assessed twice."""
    plan = sample("manufacturer")
    with window_on(plan, "maturity", phase=plan.phases[-1].id) as window:
        yield window


@pytest.fixture
def view(window: MainWindow) -> MaturityView:
    """Return the view of maturity."""
    view = window.area.current_view()
    assert isinstance(view, MaturityView)
    return view


def choose_earlier(view: MaturityView) -> None:
    """Choose the earlier assessment with the keyboard."""
    menu = view.strip.compare.menu()
    menu.aboutToShow.emit()
    menu.popup(view.mapToGlobal(view.rect().center()))
    (choice,) = (each for each in menu.actions() if each.data() == EARLIER)
    menu.setActiveAction(choice)
    QTest.keyClick(menu, Qt.Key.Key_Return)


def cell(view: MaturityView, role: RoleId, column: ScoreColumn) -> str:
    """Return the text of a cell of `role`."""
    return str(view.model.index(view.model.place_of(role), column).data())


def is_compared(view: MaturityView) -> bool:
    """Return whether two assessments are compared."""
    return view.model.comparison is not None


def test_before_after_and_difference_are_shown_everywhere(view: MaturityView) -> None:
    assert view.table.isColumnHidden(ScoreColumn.CHANGE)
    assert view.legend.isHidden()
    choose_earlier(view)
    assert cell(view, A1, ScoreColumn.INHOUSE) == "2 → 3"
    assert cell(view, A1, ScoreColumn.CHANGE) == "+1"
    assert cell(view, A3, ScoreColumn.INHOUSE) == "2", "what did not change has no arrow"
    assert cell(view, A3, ScoreColumn.CHANGE) == ""
    assert not view.table.isColumnHidden(ScoreColumn.CHANGE)
    bar = view.bars.bars[0]
    assert bar.numbers == "1.8 → 2.2"
    assert "before 1.8, change +0.3" in bar.accessibleName()
    assert view.cards["since"].text() == "+0.2 since 2025-04-18"
    assert "+0.2 since 2025-04-18" in view.radar.accessibleName()
    assert [each.text for each in view.legend.lines] == [
        "Scores of 2026-04-17",
        "Scores of 2025-04-18",
        "Aims of Target (FY2028)",
    ]
    assert view.legend.isVisible()
    assert view.assessed.isHidden()


def test_the_radar_draws_the_earlier_scores(view: MaturityView) -> None:
    radar = view.radar
    radar.setFixedSize(300, 300)
    before = radar.grab().toImage()
    choose_earlier(view)
    compared = radar.grab().toImage()
    assert compared != before
    view.strip.compared.emit("")
    assert radar.grab().toImage() == before


def test_only_what_changed_is_shown_on_request(window: MainWindow, view: MaturityView) -> None:
    assert view.strip.changed.isHidden()
    choose_earlier(view)
    every = view.model.rowCount()
    QTest.keyClick(view.strip.changed, Qt.Key.Key_Space)
    changed = {each.role.id for each in view.model.rows}
    assert A1 in changed
    assert A3 not in changed
    assert len(changed) < every
    window.context.document.perform(SetScore(frozenset({A3}), ("inhouse",), "4"))
    assert A3 in {each.role.id for each in view.model.rows}
    window.context.document.undo()
    assert {each.role.id for each in view.model.rows} == changed
    QTest.keyClick(view.strip.changed, Qt.Key.Key_Space)
    assert view.model.rowCount() == every


def test_the_card_of_the_difference_shows_what_changed(view: MaturityView) -> None:
    choose_earlier(view)
    view.cards["since"].click()
    assert view.strip.changed.isChecked()
    assert all(cell(view, row.role.id, ScoreColumn.CHANGE) for row in view.model.rows)


def test_delete_on_the_button_ends_the_comparison(view: MaturityView) -> None:
    choose_earlier(view)
    QTest.keyClick(view.strip.compare, Qt.Key.Key_Delete)
    assert view.model.comparison is None
    assert cell(view, A1, ScoreColumn.INHOUSE) == "3"
    assert view.cards["since"].isHidden()
    assert view.remembered() == ()


def test_a_digit_changes_the_newest_assessment_while_it_is_compared(
    window: MainWindow, view: MaturityView
) -> None:
    choose_earlier(view)
    place = view.model.place_of(A2)
    view.table.setCurrentIndex(view.model.index(place, ScoreColumn.INHOUSE))
    QTest.keyClick(view.table, Qt.Key.Key_5)
    assert cell(view, A2, ScoreColumn.INHOUSE) == "1 → 5"
    assert cell(view, A2, ScoreColumn.CHANGE) == "+4"
    QTest.keyClick(view.table, Qt.Key.Key_Delete)
    assert cell(view, A2, ScoreColumn.INHOUSE) == "1 → –"
    assert cell(view, A2, ScoreColumn.CHANGE) == "±0", "no answer counts as 1"
    first = next(each for each in window.context.document.plan.assessments if each.id == EARLIER)
    assert first.scores[A2].inhouse.score == "1"


def test_the_tooltip_has_the_words_of_both_scores(view: MaturityView) -> None:
    choose_earlier(view)
    index = view.model.index(view.model.place_of(A1), ScoreColumn.INHOUSE)
    tip = str(index.data(Qt.ItemDataRole.ToolTipRole))
    assert "others can stand in" in tip
    assert "2025-04-18" in tip
    assert "only the person in charge" in tip


def test_the_comparison_is_remembered(view: MaturityView) -> None:
    choose_earlier(view)
    view.cards["since"].click()
    kept = view.remembered()
    assert kept == (f"compare:{EARLIER}", "changed")
    view.restore(())
    assert not is_compared(view)
    view.restore(kept)
    assert is_compared(view)
    assert view.strip.changed.isChecked()
    view.restore(("compare:of-another-plan", "nonsense"))
    assert not is_compared(view)
    assert view.strip.changed.isHidden()


def test_with_one_assessment_the_choice_is_disabled_with_the_reason(
    window: MainWindow, view: MaturityView
) -> None:
    document = window.context.document
    choose_earlier(view)
    document.perform(RemoveAssessment(AssessmentId(EARLIER)))
    assert not view.strip.compare.isEnabled()
    assert "only one assessment" in view.strip.compare.toolTip()
    assert "only one assessment" in view.strip.compare.accessibleDescription()
    assert not is_compared(view)
    document.undo()
    assert view.strip.compare.isEnabled()
    assert view.strip.compare.accessibleDescription() == ""
    assert is_compared(view), "what was chosen is back with the assessment"
    for each in document.plan.assessments:
        document.perform(RemoveAssessment(each.id))
    assert "Not assessed yet" in view.strip.compare.toolTip()


def test_two_assessments_of_one_day_are_distinguished_by_their_assessors(
    window: MainWindow, view: MaturityView
) -> None:
    day = "2026-10-01"
    for assessor in ("Sato", "Kato"):
        window.context.document.perform(AddAssessment(day, assessor))
    view.strip.compared.emit(view.model.earlier_ones[0].id)
    texts = [each.text for each in view.legend.lines]
    assert texts[:2] == [f"Scores of {day}, Kato", f"Scores of {day}, Sato"]


def test_where_there_is_no_space_the_orders_are_a_menu(view: MaturityView) -> None:
    choose_earlier(view)
    strip = view.strip
    assert strip.orders.isVisible()
    assert strip.order.isHidden()
    strip.setFixedWidth(strip.minimumSizeHint().width())
    QApplication.processEvents()
    assert strip.orders.isHidden()
    assert strip.order.isVisible()
    (by_gap,) = (each for each in strip.order.menu().actions() if each.data() == "gap")
    by_gap.trigger()
    assert strip.order.text() == "Largest gaps first"
    assert view.remembered()[0] == "gap"
