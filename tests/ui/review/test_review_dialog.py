"""The dialog of the review: nothing is taken unseen, and one step takes all."""

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QPushButton,
    QRadioButton,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from socplanner.domain.duty_values import DutyAddress
from socplanner.domain.new_plan import NOW
from socplanner.domain.phases import duty
from socplanner.domain.plan import Plan
from socplanner.domain.reimport.sheet_values import (
    DASH,
    STRUCK_OUT,
    CellComment,
    CellValue,
    Question,
    Reimport,
    Remark,
)
from socplanner.services.i18n import words_for
from socplanner.ui.review.comments_page import CommentsPage
from socplanner.ui.review.questions_page import QuestionsPage
from socplanner.ui.review.review_dialog import ReviewDialog
from socplanner.ui.review.review_texts import ReviewTexts
from socplanner.ui.review.unread_box import UnreadBox
from tests.support.reimports import (
    A1,
    B1,
    C1,
    CONFLICT,
    CSIRT,
    DISPUTED,
    NOTED,
    PLAIN,
    TOPIC,
    other,
    ours,
    two_reimports,
)


def plainly(text: Question | Remark) -> str:
    """Say the code."""
    return text.about.code if isinstance(text, Question) else text.code


TEXTS = ReviewTexts(plainly, lambda _, option: option, plainly)


@pytest.fixture
def dialog(qtbot: QtBot, plan: Plan) -> ReviewDialog:
    """Return the dialog on two workbooks."""
    dialog = ReviewDialog(plan, NOW, two_reimports(plan), TEXTS, words_for("en"))
    qtbot.addWidget(dialog)
    return dialog


def go_to(dialog: ReviewDialog, address: object) -> None:
    """Put the cursor on the difference about `address`."""
    groups = dialog.panel.tree.lines.source.groups
    lines = [line for group in groups for line in group.lines if line.address == address]
    dialog.panel.tree.choose(dialog.panel.tree.lines.place_of(lines[0]))


def options(dialog: ReviewDialog) -> list[QRadioButton]:
    """Return what may be chosen."""
    return [each for each in dialog.findChildren(QRadioButton) if each.isVisibleTo(dialog)]


def after(widget: QWidget) -> str:
    """Return the kind of what Tab goes to from `widget`."""
    result = widget.nextInFocusChain()
    while result and not (result.focusPolicy() & Qt.FocusPolicy.TabFocus and result.isVisible()):
        result = result.nextInFocusChain()
    return type(result).__name__


def test_the_button_shows_how_many_changes_are_accepted(dialog: ReviewDialog) -> None:
    assert dialog.accept_button.text() == "Import 2 changes"
    assert {each.address for each in dialog.edit.accepted} == {PLAIN, NOTED}


def test_a_disagreement_is_shown_side_by_side_and_chosen(dialog: ReviewDialog, plan: Plan) -> None:
    go_to(dialog, DISPUTED)
    assert len(options(dialog)) == len(("keep", "R", "C"))
    option = next(each for each in options(dialog) if "CSIRT.xlsx, Matrix!E14" in each.text())
    option.click()
    assert dialog.accept_button.text() == "Import 3 changes"
    assert next(each for each in options(dialog) if "CSIRT.xlsx" in each.text()).isChecked()
    options(dialog)[0].click()
    assert dialog.accept_button.text() == "Import 2 changes"


def test_a_workbook_with_the_plans_value_is_named_beside_it(qtbot: QtBot, plan: Plan) -> None:
    current = ours(plan, DISPUTED)
    text = (("one.xlsx", current), ("two.xlsx", other(plan, DISPUTED)))
    reimport = [
        Reimport(origin, NOW, (CellValue(DISPUTED, "?", theirs, "Matrix!E14"),))
        for origin, theirs in text
    ]
    dialog = ReviewDialog(plan, NOW, reimport, TEXTS, words_for("en"))
    qtbot.addWidget(dialog)
    go_to(dialog, DISPUTED)
    keeping, option = (each.text() for each in options(dialog))
    assert "one.xlsx, Matrix!E14" in keeping
    assert "one.xlsx" not in option


def test_a_conflict_can_be_accepted(dialog: ReviewDialog) -> None:
    go_to(dialog, CONFLICT)
    options(dialog)[1].click()
    assert CONFLICT in {each.address for each in dialog.edit.accepted}


def test_an_answer_sets_free_what_hung_on_it(dialog: ReviewDialog) -> None:
    tabs = dialog.findChildren(QTabWidget)[0]
    assert tabs.tabText(1) == "&Questions (1)"
    combo = next(each for each in dialog.findChildren(QComboBox) if each.objectName() == "column-x")
    assert combo.accessibleName().startswith("CSIRT.xlsx: ")
    combo.setCurrentIndex(1)
    combo.activated.emit(1)
    assert tabs.tabText(1) == "&Questions (0)"
    assert TOPIC in {each.address for each in dialog.edit.accepted}


def test_arrows_answer_a_question_and_stay_with_it(dialog: ReviewDialog) -> None:
    combo = next(each for each in dialog.findChildren(QComboBox) if each.objectName() == "column-x")
    QTest.keyClick(combo, Qt.Key.Key_Down)
    assert shiboken6.isValid(combo)
    assert TOPIC in {each.address for each in dialog.edit.accepted}
    QTest.keyClick(combo, Qt.Key.Key_Up)
    assert TOPIC not in {each.address for each in dialog.edit.accepted}


def test_tab_goes_from_a_change_to_its_options_and_from_the_questions_to_their_answers(
    dialog: ReviewDialog,
) -> None:
    dialog.show()
    go_to(dialog, DISPUTED)
    QApplication.processEvents()
    assert after(dialog.panel.tree) == "QRadioButton"
    dialog.findChildren(QTabWidget)[0].setCurrentIndex(1)
    assert after(dialog.findChildren(QuestionsPage)[0]) == "QComboBox"


def test_unread_parts_are_listed_with_their_file(dialog: ReviewDialog) -> None:
    shown = dialog.findChildren(UnreadBox)[0].list
    assert [shown.item(row).text() for row in range(shown.count())] == [
        "CSIRT.xlsx: unreadable",
        "IT.xlsx: no-base",
    ]


def test_applying_is_one_step_and_changes_nothing_else(dialog: ReviewDialog, plan: Plan) -> None:
    after = dialog.edit.apply(plan)
    assert ours(after, NOTED) == "by mail & phone"
    assert ours(after, CONFLICT) == ours(plan, CONFLICT)


def test_without_differences_there_is_nothing_to_accept(qtbot: QtBot, plan: Plan) -> None:
    dialog = ReviewDialog(plan, NOW, (), TEXTS, words_for("ja"))
    qtbot.addWidget(dialog)
    assert not dialog.accept_button.isEnabled()
    assert any("変更" in each.text() for each in dialog.findChildren(QLabel))


def test_comments_are_kept_in_notes_only_where_they_are_ticked(qtbot: QtBot, plan: Plan) -> None:
    comments = (CellComment(A1, "M!E5", "Sato", "until March"), CellComment(B1, "M!E6", "", "?"))
    reimport = Reimport("a.xlsx", NOW, comments=comments)
    dialog = ReviewDialog(plan, NOW, (reimport,), TEXTS, words_for("en"))
    qtbot.addWidget(dialog)
    page = dialog.findChildren(CommentsPage)[0]
    assert page.list.item(0).text().endswith("(M!E5), Sato: until March")
    assert not dialog.accept_button.isEnabled()
    page.list.item(0).setCheckState(Qt.CheckState.Checked)
    assert dialog.accept_button.text() == "Import 1 change"
    assert dialog.edit.comments == comments[:1]
    note = duty(dialog.edit.apply(plan), NOW, A1).note
    assert note.endswith("Sato: until March")


def test_what_is_in_doubt_or_without_origin_is_never_ticked(qtbot: QtBot, plan: Plan) -> None:
    was = ours(plan, PLAIN)
    text = (
        CellValue(PLAIN, was, "", "M!E5", (), (), DASH),
        CellValue(NOTED, None, "by mail", "M!X5"),
        CellValue(CONFLICT, ours(plan, CONFLICT), "", "M!E6", (), (), STRUCK_OUT),
    )
    reimport = Reimport("a.xlsx", NOW, text)
    dialog = ReviewDialog(plan, NOW, (reimport,), TEXTS, words_for("en"))
    qtbot.addWidget(dialog)
    assert dialog.edit.accepted == ()
    for button in dialog.findChildren(QPushButton):
        if button.text().replace("&", "") == "Take all plain changes":
            button.click()
    assert dialog.edit.accepted == ()
    assert not dialog.accept_button.isEnabled()


def test_the_switch_of_a_group_imports_no_doubtful_change(qtbot: QtBot, plan: Plan) -> None:
    doubted = DutyAddress(C1, "letters", CSIRT)
    text = (
        CellValue(PLAIN, ours(plan, PLAIN), other(plan, PLAIN), "M!E5"),
        CellValue(doubted, ours(plan, doubted), "", "M!E9", (), (), DASH),
    )
    dialog = ReviewDialog(plan, NOW, (Reimport("a.xlsx", NOW, text),), TEXTS, words_for("en"))
    qtbot.addWidget(dialog)
    tree, accepted = dialog.panel.tree, []
    tree.choose(tree.lines.index(0, 0))
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Right):
        QTest.keyClick(tree, key)
        accepted.append([each.address for each in dialog.edit.accepted])
    assert accepted == [[], [PLAIN], [], [PLAIN]]
    tree.choose(tree.lines.place_of(dialog.review.differences[1]))
    QTest.keyClick(tree, Qt.Key.Key_Right)
    assert [each.address for each in dialog.edit.accepted] == [PLAIN, doubted], "one by one"
