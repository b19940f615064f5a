"""The dialog for sheets that others made: nothing is taken that was not seen and mapped."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QListWidget,
    QPushButton,
    QSpinBox,
    QTabWidget,
)
from pytestqt.qtbot import QtBot

from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.new_plan import NOW
from socplanner.domain.phases import duty
from socplanner.domain.plan import Plan
from socplanner.services.external_importer import external_file
from socplanner.services.i18n import words_for
from socplanner.services.importer import sheets_in
from socplanner.ui.review.external_dialog import ExternalDialog
from socplanner.ui.review.external_lines import LEFT_OUT, OPEN
from socplanner.ui.review.mapping_table import MappingTable
from socplanner.ui.review.unclear_box import UnclearBox

ROWS = (
    ("Who does what",),
    (),
    ("No.", "Task", "CSIRT", "SOC", "Helpdesk"),
    ("1", "Basic real-time analysis", "C", "A", "R"),
    ("2", "Advanced real-time analysis", "I", "A/R", ""),
    ("3", "Feeding the office cat", "", "R", "A"),
    ("4", "Triage information gathering", "I", "A", "R"),
)
Make = Callable[..., ExternalDialog]


@pytest.fixture
def make(qtbot: QtBot, plan: Plan, tmp_path: Path) -> Make:
    """Return what makes a dialog of some rows."""

    def made(rows: tuple[tuple[str, ...], ...] = ROWS) -> ExternalDialog:
        book = openpyxl.Workbook()
        assert book.active is not None
        for row in rows:
            book.active.append(list(row))
        content = BytesIO()
        book.save(content)
        path = tmp_path / "theirs.xlsx"
        path.write_bytes(content.getvalue())
        file = external_file(path.name, sheets_in(path), plan)
        dialog = ExternalDialog(plan, NOW, file, words_for("en"))
        qtbot.addWidget(dialog)
        return dialog

    return made


def table(dialog: ExternalDialog, name: str) -> MappingTable:
    """Return the table called `name`."""
    tables = dialog.findChildren(MappingTable)
    return next(each for each in tables if each.accessibleName() == name)


def press(dialog: ExternalDialog, text: str) -> None:
    """Press the button that says `text`."""
    buttons = dialog.findChildren(QPushButton)
    next(each for each in buttons if each.text().replace("&", "") == text).click()


def choose(dialog: ExternalDialog, name: str, row: int, key: str) -> None:
    """Choose `key` in a row of the table called `name`."""
    keys = list(table(dialog, name).chosen_keys())
    keys[row] = key
    table(dialog, name).choose(keys)


def answer(box: UnclearBox, key: str) -> None:
    """Choose `key` from the only list of answers."""
    combo = box.findChildren(QComboBox)[0]
    combo.setCurrentIndex(combo.findData(key))
    combo.activated.emit(combo.currentIndex())


def test_at_first_only_what_is_sure_is_mapped(make: Make) -> None:
    dialog = make()
    assert table(dialog, "Tasks").chosen_keys() == ("v2:B-1", "v2:B-2", "", "v2:B-3")
    assert table(dialog, "Parties").chosen_keys() == ("csirt", "soc", "")
    assert table(dialog, "Letters").chosen_keys() == ("C", "A", "R", "I")


def test_importing_writes_just_what_is_mapped(make: Make, plan: Plan) -> None:
    dialog = make()
    assert dialog.accept_button.isEnabled()
    after = dialog.edit.apply(plan)
    current = duty(after, NOW, RoleId("v2:B-2")).letters
    assert (current[PartyId("csirt")], current[PartyId("soc")]) == ("I", "A/R")
    assert after.parties == plan.parties
    assert after.custom_roles == plan.custom_roles


def test_the_rest_can_be_kept_as_new(make: Make, plan: Plan) -> None:
    dialog = make()
    press(dialog, "Add the rest as new")
    after = dialog.edit.apply(plan)
    assert [role.name.en for role in after.custom_roles] == ["Feeding the office cat"]
    added = after.parties[-1]
    assert added.name.en == "Helpdesk"
    assert duty(after, NOW, after.custom_roles[0].id).letters[added.id] == "A"


def test_two_tasks_cannot_be_one_role(make: Make) -> None:
    dialog = make()
    choose(dialog, "Tasks", 2, "v2:B-1")
    assert not dialog.accept_button.isEnabled()
    shown = [each.text() for each in dialog.findChildren(QLabel)]
    assert any("v2:B-1" in text or "B-1" in text for text in shown)
    choose(dialog, "Tasks", 2, "")
    assert dialog.accept_button.isEnabled()


def test_likely_matches_are_accepted_on_request(make: Make) -> None:
    rows = (*ROWS[:3], ("1", "Real-time analysis, basic", "C", "A", "R"), *ROWS[4:])
    dialog = make(rows)
    assert table(dialog, "Tasks").chosen_keys()[0] == ""
    press(dialog, "Accept likely matches")
    assert table(dialog, "Tasks").chosen_keys()[0] == "v2:B-1"


def test_an_unclear_sheet_is_reported_and_can_be_answered(make: Make) -> None:
    rows = (("Task", "CSIRT", "SOC"), ("Preparation",), *(row[1:4] for row in ROWS[3:]))
    dialog = make(rows)
    box = dialog.findChildren(UnclearBox)[0]
    (question,) = (each.text() for each in box.findChildren(QLabel) if each.text())
    assert question
    assert not dialog.accept_button.isEnabled()
    answer(box, "headings")
    assert dialog.accept_button.isEnabled()
    assert len(table(dialog, "Tasks").chosen_keys()) == 4
    assert box.isHidden()


def test_the_keyboard_goes_on_to_the_next_question_when_one_is_answered(make: Make) -> None:
    rows = tuple(tuple({"R": "T", "C": "K"}.get(cell, cell) for cell in row) for row in ROWS)
    dialog = make(rows)
    dialog.show()
    dialog.activateWindow()
    box = dialog.findChildren(UnclearBox)[0]
    combo, *others = box.findChildren(QComboBox)
    QApplication.processEvents()
    combo.setFocus()
    combo.setCurrentIndex(1)
    combo.activated.emit(1)  # as Enter in its list does; the list is still at work then
    assert len(box.findChildren(QComboBox)) == len(others)
    QApplication.processEvents()
    assert box.findChildren(QComboBox)[0].hasFocus()


def test_letters_of_their_own_are_asked_about(make: Make, plan: Plan) -> None:
    rows = tuple(tuple("T" if cell == "R" else cell for cell in row) for row in ROWS)
    rows = tuple(tuple("A" if cell == "A/R" else cell for cell in row) for row in rows)
    dialog = make(rows)
    assert not dialog.accept_button.isEnabled()
    answer(dialog.findChildren(UnclearBox)[0], "R")
    assert dialog.accept_button.isEnabled()
    press(dialog, "Add the rest as new")
    after = dialog.edit.apply(plan)
    assert duty(after, NOW, after.custom_roles[0].id).letters[PartyId("soc")] == "R"


def test_a_sheet_without_a_matrix_takes_nothing(make: Make) -> None:
    dialog = make((("Name", "Mail"), ("Anna", "anna@example.org")))
    assert not dialog.accept_button.isEnabled()


def test_what_was_left_out_is_listed(make: Make) -> None:
    dialog = make()
    shown = dialog.findChildren(QListWidget)[0]
    assert any("Who does what" in shown.item(row).text() for row in range(shown.count()))


def test_every_list_is_named_after_what_it_maps(make: Make) -> None:
    dialog = make()
    combos = table(dialog, "Parties").findChildren(QComboBox)
    assert [each.accessibleName() for each in combos] == ["CSIRT", "SOC", "Helpdesk"]


UNNAMED = (
    ("Task", "CSIRT", "", "SOC"),
    ("Basic real-time analysis", "C", "I", "A"),
    ("Advanced real-time analysis", "I", "R", "A"),
    ("Triage information gathering", "A", "C", "R"),
)


def test_a_party_without_a_name_is_given_one_by_keyboard(qtbot: QtBot, make: Make) -> None:
    dialog = make(UNNAMED)
    dialog.show()
    combo = dialog.findChildren(UnclearBox)[0].findChildren(QComboBox)[0]
    assert "C:C" in combo.accessibleName()
    edit = combo.lineEdit()
    assert edit is not None
    assert edit.accessibleName() == combo.accessibleName()
    edit.setFocus()
    qtbot.keyClicks(edit, "Helpdesk")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    parties = table(dialog, "Parties")
    shown = [parties.item(row, 0) for row in range(parties.rowCount())]
    assert [item.text() for item in shown if item is not None] == ["CSIRT", "Helpdesk", "SOC"]
    assert dialog.isVisible()  # Enter said the name, and took nothing


def test_an_answer_can_be_withdrawn(make: Make) -> None:
    dialog = make(UNNAMED)
    box = dialog.findChildren(UnclearBox)[0]
    answer(box, "leave")
    assert table(dialog, "Parties").chosen_keys() == ("csirt", "soc")
    assert box.isHidden()
    press(dialog, "Clear answers")
    assert not box.isHidden()
    assert len(table(dialog, "Parties").chosen_keys()) == 3


def test_what_was_answered_shows_in_the_fields_and_stays(make: Make) -> None:
    rows = (("", "CSIRT", "SOC"), ("Task", "Chief", "Guard"), *(row[1:4] for row in ROWS[3:]))
    dialog = make(rows)
    answer(dialog.findChildren(UnclearBox)[0], "first")
    header = dialog.findChildren(QSpinBox)[0]
    assert header.value() == 1
    assert table(dialog, "Parties").chosen_keys() == ("csirt", "soc")
    header.editingFinished.emit()
    assert table(dialog, "Parties").chosen_keys() == ("csirt", "soc")


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_nothing_is_answered_in_passing_and_the_keyboard_stays_with_the_questions(
    qtbot: QtBot, make: Make
) -> None:
    rows = (("Task", "CSIRT", "", "SOC", "SOC"), *((*row, "R") for row in UNNAMED[1:]))
    dialog = make(rows)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    box = dialog.findChildren(UnclearBox)[0]
    combos = [each for each in box.findChildren(QComboBox) if not each.isEditable()]
    at = QPointF(combos[0].rect().center())
    turned = QWheelEvent(
        at, at, QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(combos[0], turned)
    assert combos[0].currentData() == ""
    assert len(table(dialog, "Parties").chosen_keys()) == 4
    combos[0].setFocus()
    qtbot.keyClick(combos[0], Qt.Key.Key_Down)
    shown = combos[0].view()
    assert shown.isVisible()
    assert len(table(dialog, "Parties").chosen_keys()) == 4
    qtbot.keyClick(shown, Qt.Key.Key_Down)
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert len(table(dialog, "Parties").chosen_keys()) == 3
    assert box.findChildren(QComboBox)[-1].hasFocus()


def test_a_letter_the_plan_lacks_is_left_out_by_a_choice_only(make: Make, plan: Plan) -> None:
    rows = (
        ("RASCI",),
        ("Task", "CSIRT", "SOC"),
        ("Basic real-time analysis", "A/S", "R"),
        ("Advanced real-time analysis", "S", "R"),
        ("Triage information gathering", "S", "A"),
        ("Incident acceptance", "C", "I"),
    )
    dialog = make(rows)
    letters = table(dialog, "Letters")
    written = [str(letters.model().index(row, 0).data()) for row in range(letters.rowCount())]
    at = written.index("S")
    assert letters.chosen_keys()[at] == OPEN
    assert not dialog.accept_button.isEnabled()
    choose(dialog, "Letters", at, LEFT_OUT)
    assert dialog.accept_button.isEnabled()
    after = dialog.edit.apply(plan)
    role, party = RoleId("v2:B-2"), PartyId("csirt")
    before = duty(plan, NOW, role).letters.get(party, "")
    assert before
    assert duty(after, NOW, role).letters.get(party, "") == before


def test_the_findings_that_the_cells_make_are_listed_beside_the_tables(make: Make) -> None:
    rows = (("Task", "CSIRT", "SOC"), ("Basic real-time analysis", "A", "I"), ("Other", "R", "A"))
    dialog = make(rows)
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    assert any(text.endswith("new findings (1 error)") for text in texts)
    tabs = dialog.findChildren(QTabWidget)[0]
    assert [tabs.tabText(place)[:7] for place in range(tabs.count())][-1] == "Chec&ks"


def test_what_is_not_there_stays_answered_when_something_else_is(make: Make) -> None:
    dialog = make((("Plan it", "A", "R"), ("Build it", "R", "A"), ("Ship it", "A", "C")))
    combo = dialog.findChildren(UnclearBox)[0].findChildren(QComboBox)[0]
    none = combo.findData("none")
    assert combo.itemText(none) == "No row names the parties"
    combo.setCurrentIndex(none)
    combo.activated.emit(none)
    dialog.findChildren(QSpinBox)[0].editingFinished.emit()
    questions = [each.text() for each in dialog.findChildren(QLabel)]
    assert not any("No header row" in text for text in questions)


def test_equal_names_are_distinguished_in_the_lines(make: Make) -> None:
    dialog = make(
        (
            ("", "Office", "Office", "Plant", "Plant"),
            ("Task", "Manager", "Operator", "Manager", "Operator"),
            ("Deploy it", "A", "R", "I", "C"),
            ("Test it all", "I", "C", "A", "R"),
        )
    )
    parties = table(dialog, "Parties")
    assert [parties.item(row, 1).text() for row in range(4)] == [  # type: ignore[union-attr]
        "Office", "Office", "Plant", "Plant",
    ]  # fmt: skip
