"""Every dialog that asks or shows something about a plan, for tests of all of them."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.duty_edits import ChangeSourcing
from socplanner.domain.ids import RoleId
from socplanner.domain.local_text import LocalText
from socplanner.domain.picture_options import PictureOptions, PictureSubject
from socplanner.domain.plan import Plan
from socplanner.domain.staffing_edits import AddPost
from socplanner.domain.staffing_inputs import Post
from socplanner.domain.weight_edits import SetWeights
from socplanner.formats.sheets.reading import sheets_of
from socplanner.services.document import Document
from socplanner.services.score_importer import ScoreFile
from socplanner.services.translator import Translator
from socplanner.ui.dialogs.about_dialog import AboutDialog
from socplanner.ui.dialogs.assessments_dialog import AssessmentsDialog
from socplanner.ui.dialogs.assumptions_dialog import AssumptionsDialog
from socplanner.ui.dialogs.calendar_dialog import CalendarDialog
from socplanner.ui.dialogs.contract_dialog import ContractDialog
from socplanner.ui.dialogs.cost_assumptions_dialog import CostAssumptionsDialog
from socplanner.ui.dialogs.crash_dialog import CrashDialog
from socplanner.ui.dialogs.custom_letters_dialog import CustomLettersDialog
from socplanner.ui.dialogs.custom_role_dialog import CustomRoleDialog
from socplanner.ui.dialogs.custom_roles_dialog import CustomRolesDialog
from socplanner.ui.dialogs.export_dialog import ExportDialog
from socplanner.ui.dialogs.export_options import ExportOptions
from socplanner.ui.dialogs.letter_set_dialog import LetterSetDialog
from socplanner.ui.dialogs.move_dialog import MoveDialog
from socplanner.ui.dialogs.new_plan_dialog import NewPlanDialog
from socplanner.ui.dialogs.party_dialog import PartyDialog
from socplanner.ui.dialogs.pattern_dialog import PatternDialog
from socplanner.ui.dialogs.people_dialog import PeopleDialog
from socplanner.ui.dialogs.phase_terms_dialog import PhaseTermsDialog
from socplanner.ui.dialogs.phases_dialog import PhasesDialog
from socplanner.ui.dialogs.post_dialog import PostDialog
from socplanner.ui.dialogs.queue_dialog import QueueDialog
from socplanner.ui.dialogs.rates_dialog import RatesDialog
from socplanner.ui.dialogs.settings_dialog import SettingsDialog
from socplanner.ui.dialogs.shortcuts_dialog import ShortcutsDialog
from socplanner.ui.dialogs.sourcing_dialog import SourcingDialog
from socplanner.ui.dialogs.week_dialog import WeekDialog
from socplanner.ui.dialogs.weights_dialog import WeightsDialog
from socplanner.ui.dialogs.what_if_dialog import WhatIfDialog
from socplanner.ui.dialogs.workload_dialog import WorkloadDialog
from socplanner.ui.history.history_window import HistoryWindow
from socplanner.ui.maturity.interview_dialog import InterviewDialog, Question
from socplanner.ui.pictures.picture_facts import PictureFacts, picture_facts
from socplanner.ui.pictures.summary_dialog import SummaryDialog
from socplanner.ui.review.scores_dialog import ScoresDialog
from socplanner.ui.shell.main_window import MainWindow
from socplanner.wording.language import Words

_SELF_CHECK = "#,⟦Works in-house⟧,⟦Works outsourced⟧\nA-1,3,\nZ-9,7,2\n"


def all_dialogs(document: Document, window: MainWindow, words: Words) -> Iterator[QWidget]:
    """Yield each dialog about the plan of `document` in the language of `words`."""
    plan = document.plan
    now = plan.phases[0].id
    roles = [role.id for role in plan.roles()][:3]
    change = ChangeSourcing(now, frozenset(roles), Sourcing.BOTH)
    options = ExportOptions(now, words.language, Path("1.xlsx"))
    yield NewPlanDialog(plan.catalogue, (), words, window)
    yield PartyDialog(None, plan, words, window)
    yield PartyDialog(plan.parties[0], plan, words, window)
    yield PatternDialog(plan, now, words, window)
    yield SourcingDialog(change, plan, words, window)
    yield WeekDialog(plan, now, roles, words, window)
    yield from _figure_dialogs(plan, roles, window, words)
    yield PhasesDialog(document, window.viewpoint, Translator(words), window)
    yield CustomRolesDialog(document, Translator(words), window)
    yield CustomRoleDialog(None, plan, words, window)
    yield HistoryWindow(document, Translator(words), window)
    yield LetterSetDialog(plan, words, window)
    yield CustomLettersDialog((), None, words, window)
    yield SettingsDialog(window.actions_, {}, _no_folder, words, window)
    yield ShortcutsDialog(window.actions_, words, window)
    yield AboutDialog(plan.catalogue, "", words, window)
    yield ExportDialog(plan, options, _no_target, words, window)
    yield CrashDialog("", "1.log", words, window)


def _figure_dialogs(
    plan: Plan, roles: list[RoleId], window: MainWindow, words: Words
) -> Iterator[QWidget]:
    """Yield each dialog about staffing, road map, maturity and cost."""
    now = plan.phases[0].id
    yield PostDialog(None, plan, words, window)
    yield WorkloadDialog(None, plan, words, window)
    yield QueueDialog(_with_post(plan), "", words, window)
    yield PeopleDialog(plan, now, plan.parties[0].id, words, window)
    yield WhatIfDialog(plan, now, words, window)
    yield AssumptionsDialog(plan, words, window)
    yield CalendarDialog(plan, words, window)
    yield MoveDialog(plan, plan.phases[-1].id, roles[0], words, window)
    yield PhaseTermsDialog(plan, now, words, window)
    questions: list[Question] = [(role, "inhouse") for role in roles]
    yield InterviewDialog(window.context, questions, words, window)
    sheets = sheets_of(_SELF_CHECK.encode(), "1.csv")
    start = ("2026-12-01", "")
    yield ScoresDialog(plan, ScoreFile(Path("1"), sheets, plan), start, words, window)
    yield WeightsDialog(SetWeights({"A": 3, roles[0]: 5}).apply(plan), words, window)
    yield ContractDialog(None, plan, words, window)
    yield RatesDialog(plan, now, plan.parties[0].id, words, window)
    yield CostAssumptionsDialog(plan, words, window)
    yield AssessmentsDialog(window.context.document, Translator(words), "2026-11-30", window)
    yield SummaryDialog(_summary_facts(plan, words), window)


def _no_folder(_title: str, _folder: Path) -> Path | None:
    return None


def _no_target(_: Path) -> Path | None:
    return None


def _with_post(plan: Plan) -> Plan:
    """Return `plan` with a post at least, whose queue can be edited."""
    if plan.staffing.posts:
        return plan
    post = Post("desk", LocalText("受付", "Desk"), plan.parties[0].id, "8x5")
    return AddPost(post).apply(plan)


def _summary_facts(plan: Plan, words: Words) -> PictureFacts:
    """Return the facts of the page for the directors."""
    options = PictureOptions(PictureSubject.SUMMARY, plan.phases[0].id)
    return picture_facts(plan, options, words, date(2026, 11, 30))
