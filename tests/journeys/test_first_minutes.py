"""From the start to a plan without errors and warnings: how many gestures that takes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from socplanner.domain.checks.finding import Severity
from socplanner.services.first_plan import FirstPlan
from socplanner.services.i18n import words_for
from socplanner.services.settings_store import SettingsStore
from socplanner.ui.dialogs.new_plan_dialog import NewPlanDialog
from socplanner.ui.shell.program import Program
from tests.support.programs import leave_programs, when_dialog_opens

MOST = 12


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    """Yield a program at its very first start."""
    store = SettingsStore(tmp_path / "settings.json", print)
    program = Program(qapp, words_for("en"), store, FirstPlan())
    program.begin()
    qtbot.waitUntil(lambda: not program.window.is_plan_shown)
    yield program
    leave_programs([program], qapp)


def test_a_plan_without_errors_and_warnings_takes_few_gestures(program: Program) -> None:
    gestures: list[str] = []

    def fill_in(dialog: QDialog) -> None:
        assert isinstance(dialog, NewPlanDialog)
        gestures.append("type the name")
        QTest.keyClicks(dialog.organisation, "Works")
        gestures.append("create")
        dialog.accept_button.click()

    when_dialog_opens(NewPlanDialog, fill_in)
    gestures.append("new plan")
    program.commands.start.page.new.click()
    assert program.window.is_plan_shown
    severities = {finding.severity for finding in program.window.checking.all()}
    assert program.document.plan.organisation == "Works"
    assert severities <= {Severity.INFO}
    assert len(gestures) <= MOST


def test_on_the_page_only_commands_that_need_no_plan_are_enabled(program: Program) -> None:
    actions = program.window.actions_
    assert actions["new"].isEnabled()
    assert actions["open"].isEnabled()
    assert not actions["save"].isEnabled()
    assert not actions["palette"].isEnabled()
    program.commands.start.page.samples[0].click()
    assert actions["save"].isEnabled()
    assert not actions["undo"].isEnabled()


def test_the_page_can_be_looked_at_and_left_again(program: Program) -> None:
    program.commands.start.page.samples[1].click()
    organisation = program.document.plan.organisation
    shown: list[bool] = []
    for show in (program.window.actions_["start"].trigger, program.commands.start.page.back.click):
        show()
        shown.append(program.window.is_plan_shown)
    assert shown == [False, True]
    assert program.document.plan.organisation == organisation
