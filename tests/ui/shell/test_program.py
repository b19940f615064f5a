"""The program as a whole: what it begins with, what it remembers, how it is left."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
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
from socplanner.services.first_plan import FirstPlan, first_plan
from socplanner.services.i18n import words_for
from socplanner.services.plan_files import open_plan, save_plan
from socplanner.services.settings_store import SettingsStore
from socplanner.ui.dialogs.crash_dialog import CrashDialog
from socplanner.ui.dialogs.guide_window import GuideWindow
from socplanner.ui.dialogs.message import Answer
from socplanner.ui.shell import glyphs
from socplanner.ui.shell import program as program_module
from socplanner.ui.shell.program import Program
from tests.support.programs import answering, leave_programs, when_dialog_opens

EDIT = MoveRoles(NOW, frozenset({RoleId("v2:A-1")}), Area.IV)


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
    leave_programs([program], qapp)
    qapp.processEvents()
    assert messages == []
