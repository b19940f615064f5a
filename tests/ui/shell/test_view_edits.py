"""Edits by name: those of views, and those of the menu Plan."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QDialog

from socplanner.services.first_plan import FirstPlan, first_plan
from socplanner.services.paths import resources
from socplanner.ui.dialogs.assessments_dialog import AssessmentsDialog
from socplanner.ui.dialogs.assumptions_dialog import AssumptionsDialog
from socplanner.ui.dialogs.calendar_dialog import CalendarDialog
from socplanner.ui.dialogs.contract_dialog import ContractDialog
from socplanner.ui.dialogs.cost_assumptions_dialog import CostAssumptionsDialog
from socplanner.ui.dialogs.phase_terms_dialog import PhaseTermsDialog
from socplanner.ui.dialogs.post_dialog import PostDialog
from socplanner.ui.dialogs.question_dialog import QuestionDialog
from socplanner.ui.dialogs.service_terms_dialog import ServiceTermsDialog
from socplanner.ui.dialogs.tender_dialog import TenderDialog
from socplanner.ui.dialogs.weights_dialog import WeightsDialog
from socplanner.ui.dialogs.what_if_dialog import WhatIfDialog
from socplanner.ui.dialogs.workload_dialog import WorkloadDialog
from socplanner.ui.shell.program import Program
from tests.support.programs import when_dialog_opens

DIALOGS: dict[str, type[QuestionDialog]] = {
    "phase-terms": PhaseTermsDialog,
    "assessments": AssessmentsDialog,
    "weights": WeightsDialog,
    "add-post": PostDialog,
    "add-work": WorkloadDialog,
    "what-if": WhatIfDialog,
    "calendar": CalendarDialog,
    "staffing-assumptions": AssumptionsDialog,
    "add-contract": ContractDialog,
    "cost-assumptions": CostAssumptionsDialog,
    "service-terms": ServiceTermsDialog,
    "tender": TenderDialog,
}


@pytest.fixture
def bank(make: Callable[[FirstPlan], Program]) -> Program:
    """Return the program with the bank's plan, its window shown."""
    program = make(first_plan(resources() / "examples" / "bank.socplan"))
    program.begin()
    return program


@pytest.mark.parametrize("action", DIALOGS)
def test_a_command_of_the_menu_opens_its_dialog_which_changes_nothing_when_cancelled(
    bank: Program, action: str
) -> None:
    before = bank.document.plan
    seen = when_dialog_opens(DIALOGS[action], QDialog.reject)
    bank.window.actions_[action].trigger()
    assert len(seen) == 1
    assert bank.document.plan is before


def test_days_and_budget_are_those_of_the_phase_in_view(bank: Program) -> None:
    phases = bank.document.plan.phases
    bank.window.viewpoint.look_at_phase(phases[-1].id)
    titles: list[str] = []

    def look(dialog: QDialog) -> None:
        titles.append(dialog.windowTitle())
        dialog.reject()

    when_dialog_opens(PhaseTermsDialog, look)
    bank.window.actions_["phase-terms"].trigger()
    assert phases[-1].name.en in titles[0]


def test_what_a_dialog_accepts_is_one_step_to_undo(bank: Program) -> None:
    before = bank.document.plan

    def accept(dialog: QDialog) -> None:
        assert isinstance(dialog, PostDialog)
        dialog.names["ja"].setText("Night desk")
        dialog.accept()

    when_dialog_opens(PostDialog, accept)
    bank.window.actions_["add-post"].trigger()
    assert len(bank.document.plan.staffing.posts) == len(before.staffing.posts) + 1
    bank.document.undo()
    assert bank.document.plan == before


def test_a_removal_is_noticed_with_undo(bank: Program) -> None:
    before = bank.document.plan
    post = before.staffing.posts[0]
    bank.window._view_edits.perform("remove-post", post.id)
    assert bank.document.plan.staffing.post(post.id) is None
    assert bank.window.notices.isVisible()
    bank.document.undo()
    assert bank.document.plan == before


@pytest.mark.parametrize("name", ["remove-post", "remove-work", "remove-contract"])
def test_a_removal_of_something_gone_does_nothing(bank: Program, name: str) -> None:
    before = bank.document.plan
    bank.window._view_edits.perform(name, "gone")
    assert bank.document.plan is before
