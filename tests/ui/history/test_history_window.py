"""The list of steps: it follows edits, undo and dropped steps, and jumps to any step."""

from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from socplanner.domain import history as history_module
from socplanner.domain.duty_edits import SetNote
from socplanner.domain.history import History
from socplanner.domain.ids import RoleId
from socplanner.domain.new_plan import NOW
from socplanner.domain.phase_edits import RenameOrganisation
from socplanner.services.document import Document
from socplanner.services.i18n import words_for
from socplanner.services.translator import Translator
from socplanner.ui.history.history_model import StepColumn
from socplanner.ui.history.history_window import HistoryWindow
from tests.support.plans import hybrid_plan

B1 = RoleId("v2:B-1")


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    """Return the window beside which the list is shown."""
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.show()
    return owner


@pytest.fixture
def window(owner: QWidget, document: Document, translator: Translator) -> HistoryWindow:
    """Return the list after two edits, shown; its model is watched by Qt's own tester."""
    document.perform(RenameOrganisation("First"))
    document.perform(SetNote(NOW, frozenset({B1}), "watch"))
    window = HistoryWindow(document, translator, owner)
    QAbstractItemModelTester(
        window.model, QAbstractItemModelTester.FailureReportingMode.Warning, window
    )
    window.begin()
    return window


def names(window: HistoryWindow) -> list[str]:
    """Return what the first column shows."""
    model = window.model
    return [str(model.index(row, StepColumn.NAME).data()) for row in range(model.rowCount())]


def test_each_step_has_its_name_and_time(window: HistoryWindow) -> None:
    assert names(window) == [
        "As it was opened (saved)",
        "Rename the organisation to First",
        "Write the note of B-1",
    ]
    times = [str(window.model.index(row, StepColumn.TIME).data()) for row in range(3)]
    assert times[0] == ""
    assert all(len(each) == len("12:34:56") for each in times[1:])


def test_a_click_goes_to_a_step_and_forward_again(
    window: HistoryWindow, document: Document
) -> None:
    after = document.plan
    place = window.list.visualRect(window.model.index(0, 0)).center()
    QTest.mouseClick(window.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert document.plan.organisation == "Sample Works"
    assert document.is_saved
    assert len(names(window)) == 3
    place = window.list.visualRect(window.model.index(2, 0)).center()
    QTest.mouseClick(window.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert document.plan is after


def test_enter_goes_to_the_step_of_the_cursor(window: HistoryWindow, document: Document) -> None:
    assert window.list.currentIndex().row() == 2
    QTest.keyClick(window.list, Qt.Key.Key_Up)
    assert document.history.index == 2
    QTest.keyClick(window.list, Qt.Key.Key_Return)
    assert document.history.index == 1


def test_a_step_is_read_with_its_state(window: HistoryWindow, document: Document) -> None:
    document.undo()
    role = Qt.ItemDataRole.AccessibleTextRole
    read = [window.model.index(row, 0).data(role) for row in range(3)]
    assert read[1] == "Rename the organisation to First, current step"
    assert read[2] == "Write the note of B-1, undone"
    assert window.list.currentIndex().row() == 1


def test_an_edit_after_undo_replaces_what_was_undone(
    window: HistoryWindow, document: Document
) -> None:
    document.undo()
    document.undo()
    document.perform(RenameOrganisation("Second"))
    assert len(names(window)) == 2
    document.open(History.of(hybrid_plan()))
    assert names(window) == ["As it was opened (saved)"]


def test_names_follow_the_language(window: HistoryWindow, translator: Translator) -> None:
    translator.use(words_for("ja"))
    assert window.windowTitle() == "履歴"
    assert names(window)[1] == "組織名を「First」に変更"


def test_dropped_steps_leave_the_list(
    window: HistoryWindow, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history_module, "MOST_BYTES", 20_000)
    for n in range(60):
        document.perform(RenameOrganisation(f"Works {n}"))
    assert len(names(window)) == len(document.history.steps) < 60
    assert names(window)[0] == "As it was before"


def test_after_any_walk_the_list_shows_the_history(
    window: HistoryWindow, document: Document
) -> None:
    dice = Random(5)
    for n in range(80):
        move = dice.choice(["edit", "edit", "undo", "redo", "go"])
        if move == "edit":
            document.perform(RenameOrganisation(f"Works {n}"))
        elif move == "go":
            document.go_to(dice.randrange(len(document.history.steps)))
        else:
            document.undo() if move == "undo" else document.redo()
        assert window.model.rowCount() == len(document.history.steps)
        assert window.list.currentIndex().row() == document.history.index
