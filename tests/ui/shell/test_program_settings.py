"""What the program remembers: language, appearance, text, settings, state of the window, tour."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
)
from pytestqt.qtbot import QtBot

from socplanner.services.first_plan import FirstPlan, first_plan
from socplanner.services.i18n import words_for
from socplanner.services.machine_settings import MachineSettings
from socplanner.services.settings import WindowState
from socplanner.services.settings_store import SettingsStore
from socplanner.ui.dialogs.settings_dialog import SettingsDialog
from socplanner.ui.kit.samples import Sample
from socplanner.ui.kit.tokens import is_contrasty, is_dark
from socplanner.ui.matrix.matrix_view import MatrixView
from socplanner.ui.shell.program import Program
from socplanner.ui.shell.tour import Tour
from tests.support.programs import answering, leave_programs, when_dialog_opens


def test_the_state_of_the_window_is_restored(
    program: Program, make: Callable[[FirstPlan], Program], place: Path
) -> None:
    program.window.resize(1000, 640)
    program.window.actions_["show-checks"].trigger()
    program.window.show_view("matrix")
    program.window.actions_["show-inspector"].trigger()
    program.window.close()
    again = make(first_plan(place))
    again.begin()
    assert again.window.height() == 640  # the offscreen screen is too narrow for the width
    assert again.window.state().view == "matrix"
    assert not again.window.inspector.isVisible()
    again.window.show_view("board")
    assert again.window.inspector.isVisible()
    assert again.window.checks.isVisible()


def test_each_view_is_set_as_it_was(
    program: Program, make: Callable[[FirstPlan], Program], place: Path
) -> None:
    program.window.show_view("matrix")
    matrix = program.window.area.view("matrix")
    assert isinstance(matrix, MatrixView)
    matrix.arrangement.fold("C", is_folded=True)
    matrix.table.corner.width_dragged.emit(300)
    kept = matrix.remembered()
    assert kept == ("row-headers:300", "folded:C")
    program.window.show_view("board")
    program.window.close()
    again = make(first_plan(place))
    again.begin()
    assert again.window.state().views == {"matrix": kept}, "before the matrix is there"
    again.window.show_view("matrix")
    matrix = again.window.area.view("matrix")
    assert isinstance(matrix, MatrixView)
    assert matrix.remembered() == kept
    assert "C" in matrix.arrangement.folded


@pytest.mark.parametrize("strange", ["row-headers:", "row-headers:many", "folded:", "else"])
def test_what_a_view_does_not_understand_is_ignored(program: Program, strange: str) -> None:
    program.window.show_view("matrix")
    matrix = program.window.area.view("matrix")
    assert isinstance(matrix, MatrixView)
    matrix.restore([strange, "row-headers:99999"])
    assert matrix.model.rowCount() > 54
    assert matrix.table.verticalHeader().width() <= 800


def test_the_chosen_language_is_used_at_once_and_stored(
    program: Program, store: SettingsStore
) -> None:
    program.window.actions_["ja"].trigger()
    assert program.window.actions_["save"].text() == words_for("ja").tr("&Save")
    assert store.settings.language == "ja"
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "キャンセル"
    program.window.actions_["en"].trigger()
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Cancel"


def test_words_of_qt_go_with_the_program_that_put_them_in(
    qapp: QApplication, store: SettingsStore, place: Path
) -> None:
    program = Program(qapp, words_for("ja"), store, first_plan(place))
    leave_programs([program], qapp)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Cancel"


def test_the_appearance_chosen_is_shown_at_once_and_remembered(
    program: Program, store: SettingsStore
) -> None:
    for theme, dark in (("dark", True), ("light", False), ("dark", True), ("system", False)):
        program.window.actions_[theme].trigger()
        QCoreApplication.processEvents()
        assert is_dark(program.window.palette()) is dark
        assert store.settings.theme == theme


@pytest.mark.parametrize("theme", ["light-contrast", "dark-contrast"])
def test_high_contrast_reaches_every_widget(program: Program, theme: str) -> None:
    program.window.actions_[theme].trigger()
    QCoreApplication.processEvents()
    for widget in (program.window, program.window.bar, *program.window.findChildren(QComboBox)):
        assert is_contrasty(widget.palette())
        assert is_dark(widget.palette()) is theme.startswith("dark")
    program.window.actions_["system"].trigger()


def test_the_size_of_text_is_used_at_once_and_remembered(
    qtbot: QtBot,
    program: Program,
    make: Callable[[FirstPlan], Program],
    place: Path,
    store: SettingsStore,
    qapp: QApplication,
) -> None:
    usual = QFont(qapp.font())
    try:
        program.window.resize(1280, 1200)  # in a low window the rail has icons alone
        height = program.window.rail.buttons["board"].height()
        program.window.actions_["text-200"].trigger()
        assert qapp.font().pointSizeF() == pytest.approx(usual.pointSizeF() * 2)
        qtbot.waitUntil(lambda: program.window.rail.buttons["board"].height() > height * 1.5)
        assert store.settings.text_size == 200
        program.window.actions_["text-100"].trigger()
        assert qapp.font().pointSizeF() == pytest.approx(usual.pointSizeF())
        store.change(lambda settings: replace(settings, text_size=150))
        again = make(first_plan(place))
        assert qapp.font().pointSizeF() == pytest.approx(usual.pointSizeF() * 1.5)
        assert again.window.actions_["text-150"].isChecked()
    finally:
        qapp.setFont(usual)


def test_new_plans_begin_with_the_letters_of_the_settings(
    program: Program, store: SettingsStore
) -> None:
    store.change(lambda settings: settings.with_texts({"letter_set": "rasci"}))
    machines: list[MachineSettings] = []
    questions = answering(program, None)
    ask = questions.for_new_plan

    def note(samples: Sequence[Sample], machine: MachineSettings, pattern: str = "") -> object:
        machines.append(machine)
        return ask(samples, machine, pattern)

    questions.for_new_plan = note  # type: ignore[method-assign,assignment]
    program.window.actions_["new"].trigger()
    assert machines[0].letter_set == "rasci"


@pytest.mark.parametrize(("width", "least", "most"), [(1280, 200, 270), (1920, 300, 330)])
def test_the_inspector_is_wider_in_a_first_large_window(
    qtbot: QtBot, program: Program, width: int, least: int, most: int
) -> None:
    program.window.resize(width, 900)
    program.window.restore(WindowState())
    qtbot.waitUntil(program.window.isVisible)
    QCoreApplication.processEvents()
    assert least <= program.window.inspector.width() <= most


def test_accepted_settings_are_stored_and_applied(
    program: Program, store: SettingsStore, tmp_path: Path
) -> None:
    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, SettingsDialog)
        dialog.lists["theme"].setCurrentIndex(2)
        dialog.letters.setCurrentIndex(1)
        dialog.lines["author"].setText("Aoba")
        dialog.lines["plans_folder"].setText(str(tmp_path))
        dialog.accept_button.click()

    seen = when_dialog_opens(SettingsDialog, choose)
    program.window.actions_["settings"].trigger()
    assert len(seen) == 1
    assert (store.theme, store.settings.author) == ("dark", "Aoba")
    assert store.settings.plans_folder == str(tmp_path)
    assert store.settings.letter_set == "rasci"


def test_cancelled_settings_change_nothing(program: Program, store: SettingsStore) -> None:
    before = store.settings

    def leave(dialog: QDialog) -> None:
        assert isinstance(dialog, SettingsDialog)
        dialog.lists["theme"].setCurrentIndex(2)
        dialog.cancel_button.click()

    when_dialog_opens(SettingsDialog, leave)
    program.window.actions_["settings"].trigger()
    assert store.settings == before


def shown_tour(program: Program) -> Tour | None:
    """Return the tour, if it is shown."""
    tour = program.window.findChild(Tour)
    return tour if tour is not None and tour.is_shown else None


def test_the_tour_begins_once_a_plan_is_open_and_not_again_when_skipped(
    make: Callable[[FirstPlan], Program],
    place: Path,
    store: SettingsStore,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    monkeypatch.setattr("socplanner.ui.shell.program._TOUR", 10)
    program = make(first_plan(place))
    program.begin()
    QTest.qWait(50)
    assert shown_tour(program) is None
    program.schedule_tour()
    qtbot.waitUntil(lambda: shown_tour(program) is not None)
    tour = shown_tour(program)
    assert tour is not None
    ended = [store.settings.tour_ended]
    tour.card.skip.click()
    ended.append(store.settings.tour_ended)
    assert ended == [False, True]
    program.schedule_tour()
    program._begin_tour()
    QTest.qWait(50)
    assert shown_tour(program) is None
    program.window.actions_["tour"].trigger()
    assert shown_tour(program) is not None


def test_the_tour_waits_for_a_plan(
    make: Callable[[FirstPlan], Program],
    place: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    monkeypatch.setattr("socplanner.ui.shell.program._TOUR", 10)
    program = make(FirstPlan())
    program.begin()
    program.schedule_tour()
    qtbot.waitUntil(lambda: not program.window.is_plan_shown)
    program._begin_tour()
    assert shown_tour(program) is None
    program.commands.files.open_now(place)
    qtbot.waitUntil(lambda: shown_tour(program) is not None)
