"""From the page for the directors to where each number is from, in the real window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from socplanner.domain.coverage import CoverageState
from socplanner.domain.picture_options import PictureSubject
from socplanner.domain.role_coverage import SUNDAY_NIGHT
from socplanner.services import paths
from socplanner.services.first_plan import first_plan
from socplanner.services.i18n import words_for
from socplanner.services.settings_store import SettingsStore
from socplanner.ui.cost.cost_view import CostView
from socplanner.ui.pictures.summary_dialog import SummaryDialog
from socplanner.ui.shell.program import Program
from socplanner.ui.staffing.staffing_view import StaffingView
from tests.support.programs import answering, leave_programs, when_dialog_opens


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    """Yield a program with the manufacturer's plan."""
    store = SettingsStore(tmp_path / "settings.json", print)
    plan = paths.resources() / "examples" / "manufacturer.socplan"
    program = Program(qapp, words_for("en"), store, first_plan(plan))
    program.begin()
    yield program
    leave_programs([program], qapp)


def choose(program: Program, key: str) -> None:
    """Open the page by its command, and press the number `key`."""

    def press(dialog: QDialog) -> None:
        assert isinstance(dialog, SummaryDialog)
        dialog.cards[key].click()

    when_dialog_opens(SummaryDialog, press)
    program.window.actions_["summary"].trigger()


@pytest.mark.parametrize(
    ("key", "view"),
    [
        ("decided", "board"),
        ("maturity", "maturity"),
        ("people", "staffing"),
        ("cost", "cost"),
        ("unmanned", "staffing"),
    ],
)
def test_each_number_leads_to_its_view(program: Program, key: str, view: str) -> None:
    program.window.show_view("matrix")
    choose(program, key)
    assert program.window.shown_view()[0] == view


def test_people_and_cost_open_with_their_formula(program: Program) -> None:
    choose(program, "people")
    staffing = program.window.area.current_view()
    assert isinstance(staffing, StaffingView)
    figure = staffing.people.formula.figure
    assert figure is not None
    assert (figure.symbol, staffing.people.formula.isVisible()) == ("need_fte", True)
    choose(program, "cost")
    cost = program.window.area.current_view()
    assert isinstance(cost, CostView)
    figure = cost.by_party.formula.figure
    assert figure is not None
    assert figure.symbol == "year_total"


def test_unmanned_roles_are_those_of_sunday_night(program: Program) -> None:
    choose(program, "unmanned")
    view = program.window.area.current_view()
    assert isinstance(view, StaffingView)
    assert view.model.moment == SUNDAY_NIGHT
    assert view.model.state is CoverageState.UNMANNED
    codes = [row.role.code for row in view.model.rows]
    assert {"D-4", "D-5"} <= set(codes)


def test_the_page_can_be_exported_from_there(program: Program) -> None:
    questions = answering(program, None)
    program.commands.pictures._questions = questions

    def export(dialog: QDialog) -> None:
        assert isinstance(dialog, SummaryDialog)
        dialog.export_button.click()

    when_dialog_opens(SummaryDialog, export)
    program.window.actions_["summary"].trigger()
    assert questions.subjects[0].picture.subject is PictureSubject.SUMMARY
