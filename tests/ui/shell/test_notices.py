"""Notices in the window: above the line at the foot, on every page, gone with their step."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from socplanner.domain.catalogue import Area
from socplanner.domain.duty_edits import MoveRoles
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.new_plan import NOW
from socplanner.domain.plan import Plan
from socplanner.services.first_plan import first_plan
from socplanner.services.i18n import words_for
from socplanner.services.plan_files import save_plan
from socplanner.services.settings_store import SettingsStore
from socplanner.ui.kit.notice import NoticeKind
from socplanner.ui.shell.program import Program
from tests.support.programs import leave_programs

EDIT = MoveRoles(NOW, frozenset({RoleId("v2:A-1")}), Area.IV)


@pytest.fixture
def place(plan: Plan, tmp_path: Path) -> Path:
    """Return a file with a plan in it."""
    place = tmp_path / "works.socplan"
    save_plan(plan, place)
    return place


@pytest.fixture
def program(qapp: QApplication, place: Path, tmp_path: Path) -> Iterator[Program]:
    """Return the program with a plan opened, and its window shown."""
    store = SettingsStore(tmp_path / "settings.json", print)
    program = Program(qapp, words_for("en"), store, first_plan(place))
    program.begin()
    yield program
    leave_programs([program], qapp)


def test_the_bar_takes_its_own_space_below_the_view(program: Program, tmp_path: Path) -> None:
    window = program.window
    program.commands.files.open_now(tmp_path / "gone.socplan")
    QApplication.processEvents()
    bar, page = window.notices, window.plan_page
    assert bar.isVisible()
    top = bar.mapTo(window, bar.rect().topLeft()).y()
    assert page.mapTo(window, page.rect().bottomLeft()).y() < top
    assert top + bar.height() <= window.status.geometry().top()
    assert QApplication.activeModalWidget() is None


def test_a_file_that_is_gone_leaves_the_recent_ones_and_another_can_be_opened(
    program: Program, place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone.socplan"
    program._store.change(lambda settings: settings.with_recent(gone))
    program.commands.open_path(str(gone))
    notice = program.window.notices.notice
    assert notice is not None
    assert notice.kind is NoticeKind.PROBLEM
    assert "There is no such file" in notice.text
    assert str(gone) not in program._store.settings.recent
    monkeypatch.setattr(program.commands.questions, "file_to_open", lambda _: place)
    program.window.notices.remedy.click()
    assert program.session.path == place


def test_the_notice_of_a_removed_party_undoes_that_and_nothing_else(program: Program) -> None:
    window, document = program.window, program.document
    before = document.plan
    window.plan_commands.remove_party(PartyId("soc"))
    assert window.notices.remedy.text() == "Undo"
    window.notices.remedy.click()
    assert document.plan is before
    window.plan_commands.remove_party(PartyId("soc"))
    document.perform(EDIT)
    assert window.notices.notice is None


def test_a_problem_outlives_an_edit(program: Program, tmp_path: Path) -> None:
    program.commands.files.open_now(tmp_path / "gone.socplan")
    program.document.perform(EDIT)
    assert program.window.notices.notice is not None


def test_a_plan_that_cannot_be_opened_at_the_start_is_reported_over_the_start_page(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    store = SettingsStore(tmp_path / "settings.json", print)
    program = Program(qapp, words_for("ja"), store, first_plan(tmp_path / "gone.socplan"))
    program.begin()
    qtbot.waitUntil(lambda: not program.window.is_plan_shown)
    assert program.window.notices.isVisible()
    assert not program.window.findChildren(QMessageBox)
    leave_programs([program], qapp)
