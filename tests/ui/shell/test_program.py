"""The program as a whole: what it begins with, what it remembers, how it is left."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QMenu,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from socplanner.domain.catalogue import Area
from socplanner.domain.duty_edits import MoveRoles
from socplanner.domain.ids import RoleId
from socplanner.domain.new_plan import NOW
from socplanner.domain.phase_edits import RenameOrganisation
from socplanner.domain.plan import Plan
from socplanner.services.i18n import words_for
from socplanner.services.machine_settings import MachineSettings
from socplanner.services.plan_files import open_plan, save_plan
from socplanner.services.settings import WindowState
from socplanner.services.settings_store import SettingsStore
from socplanner.ui.dialogs.crash_dialog import CrashDialog
from socplanner.ui.dialogs.guide_window import GuideWindow
from socplanner.ui.dialogs.message import Answer
from socplanner.ui.dialogs.settings_dialog import SettingsDialog
from socplanner.ui.kit.appearance import use_theme
from socplanner.ui.kit.samples import Sample
from socplanner.ui.kit.tokens import is_contrasty, is_dark
from socplanner.ui.matrix.matrix_view import MatrixView
from socplanner.ui.shell import glyphs
from socplanner.ui.shell import program as program_module
from socplanner.ui.shell.program import FirstPlan, Program, first_plan
from socplanner.ui.shell.tour import Tour
from tests.support.scripted_questions import ScriptedQuestions

EDIT = MoveRoles(NOW, frozenset({RoleId("v2:A-1")}), Area.IV)


@pytest.fixture
def place(plan: Plan, tmp_path: Path) -> Path:
    """Return a file with a plan in it."""
    place = tmp_path / "works.socplan"
    save_plan(plan, place)
    return place


@pytest.fixture
def store(tmp_path: Path) -> SettingsStore:
    """Return a memory with nothing in it."""
    return SettingsStore(tmp_path / "settings.json", print)


@pytest.fixture
def make(qapp: QApplication, store: SettingsStore) -> Iterator[Callable[[FirstPlan], Program]]:
    """Return what makes a program, of which nothing is left after the test."""
    made: list[Program] = []

    def make_one(first: FirstPlan) -> Program:
        program = Program(qapp, words_for("en"), store, first)
        made.append(program)
        return program

    yield make_one
    for program in made:
        program.window.leave()
        program.window.deleteLater()
        program.translator.set_language("en")
        program.deleteLater()
    use_theme(qapp, "system")
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def program(make: Callable[[FirstPlan], Program], place: Path) -> Program:
    """Return a program with a plan opened and its window shown."""
    program = make(first_plan(place))
    program.begin()
    return program


def answering(program: Program, *answers: object) -> ScriptedQuestions:
    """Let the questions of `program` be answered so."""
    questions = ScriptedQuestions(program.translator)
    questions.answers += answers
    program.commands.files._questions = questions
    return questions


def when_dialog_opens(kind: type[QDialog], work: Callable[[QDialog], object]) -> list[QDialog]:
    """Do `work` with the dialog of `kind` once it stands open; return those that stood."""
    seen: list[QDialog] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind):
            seen.append(dialog)
            work(dialog)
        else:
            QTimer.singleShot(5, look)

    QTimer.singleShot(0, look)
    return seen


def test_the_plan_named_is_open_and_remembered(
    program: Program, place: Path, plan: Plan, store: SettingsStore
) -> None:
    assert program.document.plan == plan
    assert program.window.isVisible()
    assert program.window.windowTitle() == "Sample Works — works.socplan[*]"
    assert store.settings.last_plan == str(place)


def test_the_title_shows_unsaved_changes(program: Program) -> None:
    assert not program.window.isWindowModified()
    program.document.perform(EDIT)
    assert program.window.isWindowModified()
    program.document.perform(RenameOrganisation("A[*]B"))
    assert program.window.windowTitle() == "A[*][*]B — works.socplan[*]"
    program.window.actions_["save"].trigger()
    assert not program.window.isWindowModified()


def test_the_status_line_shows_saved_or_in_no_file_yet(program: Program, plan: Plan) -> None:
    text = [each for each in program.window.status.findChildren(QLabel) if "aved" in each.text()]
    assert [each.text() for each in text] == ["Saved"]
    program.document.perform(EDIT)
    assert text[0].text() == "Not saved"
    program.session.begin(plan, is_saved=True)
    assert text[0].text() == "In no file yet"


def test_the_menus_mark_the_areas_of_the_selected_roles(program: Program) -> None:
    actions, viewpoint = program.window.actions_, program.window.viewpoint
    areas = actions.submenu_of("move-I")

    def marked() -> list[str]:
        areas.aboutToShow.emit()
        return [each.objectName() for each in areas.actions() if each.isChecked()]

    viewpoint.select([RoleId("v2:A-1")])
    assert marked() == ["move-I"]
    actions["move-II"].trigger()
    assert marked() == ["move-II"]
    viewpoint.select([RoleId("v2:A-1"), RoleId("v2:A-2")])
    assert marked() == []


def test_at_first_the_start_page_is_shown(
    qtbot: QtBot, make: Callable[[FirstPlan], Program]
) -> None:
    program = make(FirstPlan())
    program.begin()
    qtbot.waitUntil(lambda: not program.window.is_plan_shown)
    assert len(program.commands.start.page.samples) == 2
    assert program.session.path is None
    assert program.document.is_saved


def test_a_plan_that_cannot_be_opened_is_reported_before_the_start_page(
    qtbot: QtBot, make: Callable[[FirstPlan], Program], tmp_path: Path, store: SettingsStore
) -> None:
    store.change(lambda settings: settings.with_recent(tmp_path / "gone.socplan"))
    program = make(first_plan(tmp_path / "gone.socplan"))
    questions = answering(program)
    program.begin()
    qtbot.waitUntil(lambda: not program.window.is_plan_shown)
    assert questions.questions == ["told"]
    assert questions.subjects[0] == "file-missing"
    assert store.settings.last_plan == ""


def test_closing_with_changes_shows_a_question_and_can_be_cancelled(program: Program) -> None:
    program.document.perform(EDIT)
    questions = answering(program, Answer.CANCEL, Answer.DISCARD)
    program.window.close()
    assert program.window.isVisible()
    program.window.actions_["quit"].trigger()
    assert questions.questions == ["unsaved", "unsaved"]
    assert not program.window.isVisible()


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


def test_a_dropped_file_is_opened(program: Program, tmp_path: Path, plan: Plan) -> None:
    other = tmp_path / "other.yaml"
    save_plan(RenameOrganisation("Other").apply(plan), other)
    _drop(program.window, other)
    assert program.document.plan.organisation == "Other"
    assert program.session.path == other


def _drop(window: QWidget, file: Path) -> None:
    """Drop `file` on `window` as a file manager does."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    left, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(5, 5), copy, mime, left, keys)
    QCoreApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QCoreApplication.sendEvent(window, QDropEvent(QPointF(5, 5), copy, mime, left, keys))


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
    program.window.leave()
    program.window.deleteLater()
    program.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
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


def test_recent_plans_are_listed_with_the_latest_first(
    program: Program, place: Path, tmp_path: Path, store: SettingsStore
) -> None:
    other = tmp_path / "a&b.yaml"
    save_plan(program.document.plan, other)
    program.commands.files.open_path(str(other))
    menu = program.window.actions_.submenu_of("recent")
    menu.aboutToShow.emit()
    assert _suggested(menu)[:2] == [
        f"&1  a&&b.yaml   ({tmp_path})",
        f"&2  works.socplan   ({tmp_path})",
    ]
    menu.actions()[1].trigger()
    assert program.session.path == place
    menu.actions()[-1].trigger()
    assert store.settings.recent == ()
    menu.aboutToShow.emit()
    assert not menu.actions()[-1].isEnabled()


def test_samples_open_as_plans_without_a_file(program: Program) -> None:
    menu = program.window.actions_.submenu_of("sample")
    menu.aboutToShow.emit()
    assert len(_suggested(menu)) == 2
    before = program.document.plan
    menu.actions()[0].trigger()
    assert program.document.plan is not before
    assert program.session.path is None


def _suggested(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def test_a_crash_leads_to_saving_a_copy_of_the_current_plan(
    program: Program, tmp_path: Path
) -> None:
    program.document.perform(EDIT)
    copy = tmp_path / "copy.socplan"
    questions = answering(program, copy)
    seen = when_dialog_opens(CrashDialog, _agree)
    program.report_crash("Traceback: …")
    assert seen
    assert questions.questions == ["file to save"]
    assert open_plan(copy).plan == program.document.plan


def _agree(dialog: QDialog) -> None:
    """Press the button that Enter presses."""
    next(each for each in dialog.findChildren(QPushButton) if each.isDefault()).click()


def test_a_crash_can_be_passed_over(program: Program) -> None:
    when_dialog_opens(CrashDialog, QDialog.reject)
    questions = answering(program)
    program.report_crash("Traceback: …")
    assert questions.questions == []


def test_help_opens_and_closes(program: Program) -> None:
    for action in ("shortcuts", "about"):
        seen = when_dialog_opens(QDialog, QDialog.reject)
        program.window.actions_[action].trigger()
        assert seen


def test_the_guide_opens_beside_the_window_and_only_once(program: Program) -> None:
    for _ in range(2):
        program.window.actions_["guide"].trigger()
        guides = program.window.findChildren(GuideWindow)
        assert [each.isVisible() for each in guides] == [True]
        assert not guides[0].isModal()
        guides[0].close()


def test_a_system_without_japanese_glyphs_is_reported_once(
    qtbot: QtBot,
    make: Callable[[FirstPlan], Program],
    place: Path,
    store: SettingsStore,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(glyphs, "draws_japanese", lambda _: False)
    program = make(first_plan(place))
    program.begin()
    qtbot.waitUntil(lambda: "no font" in program.window.notices.text())
    assert store.settings.fonts_reported
    monkeypatch.setattr(glyphs, "show_missing", None)
    make(first_plan(place)).begin()
    QCoreApplication.processEvents()


def test_the_font_of_the_tests_draws_japanese(qapp: QApplication) -> None:
    assert glyphs.draws_japanese(qapp.font())


def test_a_program_that_is_gone_reports_nothing(
    qapp: QApplication, store: SettingsStore, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    messages: list[object] = []
    monkeypatch.setattr(program_module, "_AFTER_START", 0)
    monkeypatch.setattr(glyphs, "draws_japanese", lambda _: False)
    monkeypatch.setattr(glyphs, "show_missing", lambda *_: messages.append(True))
    program = Program(qapp, words_for("en"), store, first_plan(place))
    program.begin()
    program.window.leave()
    program.window.deleteLater()
    program.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.processEvents()
    assert messages == []


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
