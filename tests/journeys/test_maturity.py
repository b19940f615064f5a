"""How good we are: scores typed in the real window, means, gaps and filters that follow."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from socplanner.domain.assessment import newest_assessment, newest_scores
from socplanner.domain.assessment_edits import SetScore
from socplanner.domain.history import History
from socplanner.domain.ids import RoleId
from socplanner.domain.phases import duty
from socplanner.services.document import Document
from socplanner.services.i18n import words_for
from socplanner.services.translator import Translator
from socplanner.ui.maturity.interview_dialog import InterviewDialog
from socplanner.ui.maturity.maturity_view import MaturityView
from socplanner.ui.maturity.scores_model import ScoreColumn
from socplanner.ui.shell.main_window import MainWindow
from tests.support.plans import hybrid_plan, sample
from tests.support.programs import when_dialog_opens
from tests.support.windows import window_on

A1, B3, D1 = RoleId("v2:A-1"), RoleId("v2:B-3"), RoleId("v2:D-1")


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    """Yield the window on the sample of a manufacturer, with the maturity of its target."""
    plan = sample("manufacturer")
    with window_on(plan, "maturity", phase=plan.phases[-1].id) as window:
        yield window


@pytest.fixture
def view(window: MainWindow) -> MaturityView:
    """Return the view of maturity."""
    view = window.area.current_view()
    assert isinstance(view, MaturityView)
    return view


def go_to(view: MaturityView, role: RoleId, column: ScoreColumn) -> None:
    """Put the cursor on a cell of `role`."""
    view.table.setCurrentIndex(view.model.index(view.model.place_of(role), column))
    view.table.setFocus()


def test_the_whole_the_gaps_and_the_open_questions_are_shown(view: MaturityView) -> None:
    assert view.cards["whole"].text().startswith("2.4 → 3.8")
    assert view.cards["open"].text().startswith("7 ")
    assert len([bar for bar in view.bars.bars if bar.isVisible()]) == 9
    assert view.bars.bars[0].text().startswith("A ")
    view.cards["gaps"].click()
    gaps = [each.gap for each in view.model.rows]
    assert gaps == sorted(gaps, reverse=True)
    assert view.remembered() == ("gap",)


def test_a_digit_scores_the_cell_as_one_step(window: MainWindow, view: MaturityView) -> None:
    before = window.context.document.plan
    go_to(view, B3, ScoreColumn.OUTSOURCED)
    QTest.keyClick(view.table, Qt.Key.Key_4)
    plan = window.context.document.plan
    assert newest_scores(plan.assessments, B3).outsourced.score == "4"
    assert view.cards["open"].text().startswith("6 ")
    QTest.keyClick(view.table, Qt.Key.Key_Question)
    assert newest_scores(window.context.document.plan.assessments, B3).outsourced.score == "unknown"
    window.context.document.undo()
    window.context.document.undo()
    assert window.context.document.plan is before


def test_in_the_column_of_aims_a_digit_sets_the_aim(window: MainWindow, view: MaturityView) -> None:
    phase = window.viewpoint.phase
    go_to(view, D1, ScoreColumn.AIM)
    QTest.keyClick(view.table, Qt.Key.Key_5)
    assert duty(window.context.document.plan, phase, D1).aim.inhouse == "5"
    index = view.model.index(view.model.place_of(D1), ScoreColumn.AIM)
    assert index.data() == "5"


def test_on_the_name_a_digit_scores_the_side_that_counts(
    window: MainWindow, view: MaturityView
) -> None:
    go_to(view, A1, ScoreColumn.ROLE)
    QTest.keyClick(view.table, Qt.Key.Key_5)
    assert newest_scores(window.context.document.plan.assessments, A1).inhouse.score == "5"


def test_a_function_is_shown_alone_and_all_again(window: MainWindow, view: MaturityView) -> None:
    count = view.model.rowCount()
    bar = view.bars.bars[3]
    bar.click()
    assert {each.role.function for each in view.model.rows} == {"D"}
    assert window.context.filtering.role_filter.functions == {"D"}
    bar.click()
    assert view.model.rowCount() == count


def test_selection_search_and_details_are_those_of_the_window(
    window: MainWindow, view: MaturityView
) -> None:
    window.viewpoint.select([D1])
    assert view.table.selected_roles() == [D1]
    window.strip.search.setText("D-1")
    assert view.model.rowCount() == 1
    window.strip.search.clear()
    view.find_next(1)
    go_to(view, A1, ScoreColumn.ROLE)
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    assert window.inspector.isVisible()


def test_a_new_assessment_begins_with_the_scores_of_the_last(
    window: MainWindow, view: MaturityView
) -> None:
    before = newest_assessment(window.context.document.plan.assessments)
    view.begin_button.click()
    after = newest_assessment(window.context.document.plan.assessments)
    assert before is not None
    assert after is not None
    assert after.id != before.id
    assert after.scores == before.scores
    assert window.checking.today in view.assessed.text()


def test_a_plan_that_was_not_assessed_begins_with_the_first_score(
    qtbot: QtBot, qapp: QApplication
) -> None:
    document = Document(History.of(hybrid_plan()))
    window = MainWindow(document, Translator(words_for("en")))
    window.show_view("maturity")
    view = window.area.current_view()
    assert isinstance(view, MaturityView)
    assert view.assessed.text().startswith("Not assessed yet")
    go_to(view, A1, ScoreColumn.INHOUSE)
    QTest.keyClick(view.table, Qt.Key.Key_3)
    assert newest_scores(document.plan.assessments, A1).inhouse.score == "3"
    assert "Assessed" in view.assessed.text()
    window.leave()
    window.deleteLater()


def test_a_hidden_view_computes_nothing_until_it_is_shown_again(
    window: MainWindow, view: MaturityView
) -> None:
    refreshed: list[None] = []
    view.model.figures_changed.connect(lambda: refreshed.append(None))
    window.show_view("board")
    window.context.document.perform(SetScore(frozenset({A1}), ("inhouse",), "5"))
    assert refreshed == []
    window.show_view("maturity")
    assert refreshed
    row = view.model.place_of(A1)
    assert view.model.index(row, ScoreColumn.INHOUSE).data() == "5"


def test_an_interview_asks_question_by_question_and_every_answer_is_a_step(
    window: MainWindow, view: MaturityView
) -> None:
    document = window.context.document
    before = document.plan
    places: list[int] = []

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, InterviewDialog)
        role, side = dialog.question
        assert role == B3, "the first that is not answered"
        assert "not answered: 7" in dialog.progress.text()
        places.append(dialog.place)
        QTest.keyClick(dialog, Qt.Key.Key_4)
        places.append(dialog.place)
        assert newest_scores(document.plan.assessments, role).of(side).score == "4"
        QTest.keyClick(dialog, Qt.Key.Key_Left)
        assert dialog.answers["4"].isChecked()
        assert "not answered: 6" in dialog.progress.text()
        QTest.keyClicks(dialog.evidence, "Report of April 4")
        QTest.keyClick(dialog.evidence, Qt.Key.Key_Return)
        places.append(dialog.place)
        dialog.back.click()
        assert dialog.evidence.text() == "Report of April 4"
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    when_dialog_opens(InterviewDialog, answer)
    view.interview_button.click()
    assert places == [places[0], places[0] + 1, places[0] + 1]
    scores = newest_scores(document.plan.assessments, B3)
    assert "Report of April 4" in (scores.inhouse.evidence, scores.outsourced.evidence)
    document.undo()
    document.undo()
    assert document.plan is before


def test_an_interview_is_about_the_roles_that_are_shown(
    window: MainWindow, view: MaturityView
) -> None:
    functions: set[str] = set()

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, InterviewDialog)
        for _ in range(40):
            role = window.context.document.plan.role(dialog.question[0])
            assert role is not None
            functions.add(role.function)
            dialog.skip.click()
        dialog.reject()

    view.bars.function_chosen.emit("D")
    when_dialog_opens(InterviewDialog, look)
    view.interview_button.click()
    assert functions == {"D"}
