"""Every dialog that asks or shows something about a plan, for tests of all of them."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.duty_edits import ChangeSourcing
from socplanner.domain.flow_inputs import BusinessFlow, FlowStep
from socplanner.domain.flows.covered_hours import started_at
from socplanner.domain.flows.defaults import NO_DEFAULT_FLOWS
from socplanner.domain.flows.walk import walk
from socplanner.domain.history import History
from socplanner.domain.ids import RoleId
from socplanner.domain.local_text import LocalText
from socplanner.domain.party_edits import RemoveParty
from socplanner.domain.picture_options import PictureOptions, PictureSubject
from socplanner.domain.plan import Plan
from socplanner.domain.role_coverage import SUNDAY_NIGHT
from socplanner.domain.sharing_inputs import Agreement
from socplanner.domain.staffing_edits import AddPost
from socplanner.domain.staffing_inputs import Post
from socplanner.domain.tender.comparison import performed_roles
from socplanner.domain.tender.returned_bid import ReturnedBid
from socplanner.domain.tender_edits import StoreBid
from socplanner.domain.tender_inputs import Bid, BidAnswer
from socplanner.domain.weight_edits import SetWeights
from socplanner.formats.sheets.reading import sheets_of
from socplanner.services import catalogues
from socplanner.services.document import Document
from socplanner.services.plan_differences import plan_differences
from socplanner.services.plan_merging import merged_plans
from socplanner.services.plan_sharing import PlanSharing
from socplanner.services.recovery.shown_work import ShownWork
from socplanner.services.score_importer import ScoreFile
from socplanner.services.translator import Translator
from socplanner.ui.dialogs.about_dialog import AboutDialog
from socplanner.ui.dialogs.adopted_changes_dialog import AdoptedChangesDialog
from socplanner.ui.dialogs.answer_dialog import AnswerDialog
from socplanner.ui.dialogs.assessments_dialog import AssessmentsDialog
from socplanner.ui.dialogs.assumptions_dialog import AssumptionsDialog
from socplanner.ui.dialogs.bids_dialog import BidsDialog
from socplanner.ui.dialogs.calendar_dialog import CalendarDialog
from socplanner.ui.dialogs.contract_dialog import ContractDialog
from socplanner.ui.dialogs.cost_assumptions_dialog import CostAssumptionsDialog
from socplanner.ui.dialogs.counterpart_dialog import CounterpartDialog
from socplanner.ui.dialogs.counterparts_dialog import CounterpartsDialog
from socplanner.ui.dialogs.crash_dialog import CrashDialog
from socplanner.ui.dialogs.custom_letters_dialog import CustomLettersDialog
from socplanner.ui.dialogs.custom_role_dialog import CustomRoleDialog
from socplanner.ui.dialogs.custom_roles_dialog import CustomRolesDialog
from socplanner.ui.dialogs.duty_dialog import DutyDialog
from socplanner.ui.dialogs.exercises_dialog import ExercisesDialog
from socplanner.ui.dialogs.export_dialog import ExportDialog
from socplanner.ui.dialogs.export_options import ExportOptions
from socplanner.ui.dialogs.flow_dialog import FlowDialog
from socplanner.ui.dialogs.letter_set_dialog import LetterSetDialog
from socplanner.ui.dialogs.move_dialog import MoveDialog
from socplanner.ui.dialogs.new_plan_dialog import NewPlanDialog
from socplanner.ui.dialogs.newer_flow_dialog import NewerFlowDialog
from socplanner.ui.dialogs.party_dialog import PartyDialog
from socplanner.ui.dialogs.pattern_dialog import PatternDialog
from socplanner.ui.dialogs.people_dialog import PeopleDialog
from socplanner.ui.dialogs.phase_terms_dialog import PhaseTermsDialog
from socplanner.ui.dialogs.phases_dialog import PhasesDialog
from socplanner.ui.dialogs.post_dialog import PostDialog
from socplanner.ui.dialogs.prompt_waiver_dialog import PromptWaiverDialog
from socplanner.ui.dialogs.queue_dialog import QueueDialog
from socplanner.ui.dialogs.rates_dialog import RatesDialog
from socplanner.ui.dialogs.recovery_dialog import RecoveryDialog
from socplanner.ui.dialogs.service_terms_dialog import ServiceTermsDialog
from socplanner.ui.dialogs.settings_dialog import SettingsDialog
from socplanner.ui.dialogs.sharing_dialog import SharingDialog
from socplanner.ui.dialogs.shortcuts_dialog import ShortcutsDialog
from socplanner.ui.dialogs.sourcing_dialog import SourcingDialog
from socplanner.ui.dialogs.step_dialog import EditedStep, StepDialog
from socplanner.ui.dialogs.tabletop_dialog import TabletopDialog
from socplanner.ui.dialogs.tender_dialog import TenderDialog
from socplanner.ui.dialogs.tender_pack_dialog import TenderPackDialog
from socplanner.ui.dialogs.versions_dialog import ShownVersion, VersionsDialog
from socplanner.ui.dialogs.week_dialog import WeekDialog
from socplanner.ui.dialogs.weights_dialog import WeightsDialog
from socplanner.ui.dialogs.what_if_dialog import WhatIfDialog
from socplanner.ui.dialogs.workload_dialog import WorkloadDialog
from socplanner.ui.history.history_window import HistoryWindow
from socplanner.ui.maturity.interview_dialog import InterviewDialog, Question
from socplanner.ui.pictures.picture_facts import PictureFacts, picture_facts
from socplanner.ui.pictures.summary_dialog import SummaryDialog
from socplanner.ui.review.bid_dialog import BidDialog
from socplanner.ui.review.scores_dialog import ScoresDialog
from socplanner.ui.shell.main_window import MainWindow
from socplanner.ui.versions.conflicts_dialog import ConflictsDialog
from socplanner.ui.versions.differences_dialog import DifferencesDialog, OtherVersion
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
    yield from _sharing_dialogs(document, window, words)
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
    yield CrashDialog("", "1.log", words, window, is_kept=True)
    yield from _recovery_dialogs(words, window)
    yield from _earlier_version_dialogs(plan, window, words)
    yield from _version_dialogs(document, window, words)


def _earlier_version_dialogs(plan: Plan, window: MainWindow, words: Words) -> Iterator[QWidget]:
    """Yield each dialog about earlier versions and a file that changed."""
    before = replace(plan, organisation="1")
    versions = [
        ShownVersion("1", "1", "1", lambda: plan),
        ShownVersion("1", "1", "1", lambda: before),
    ]
    yield VersionsDialog(plan, versions, 2, words, window)
    yield VersionsDialog(plan, (), 0, words, window)
    groups = plan_differences(before, plan).groups(words)
    yield AdoptedChangesDialog(groups, words, window)


def _version_dialogs(document: Document, window: MainWindow, words: Words) -> Iterator[QWidget]:
    """Yield each dialog about versions of a plan."""
    plan, translator = document.plan, Translator(words)
    other = OtherVersion("1", _without_a_party)
    yield DifferencesDialog(document, translator, [other], window)
    theirs = merged_plans(None, plan, _without_a_party(plan)).plan
    yield ConflictsDialog(Document(History.of(theirs), document), translator, window)


def _without_a_party(plan: Plan) -> Plan:
    return RemoveParty(plan.parties[-1].id).apply(plan)


def _recovery_dialogs(words: Words, window: MainWindow) -> Iterator[QWidget]:
    """Yield the dialog about work that was not saved, with each of its texts."""
    names = {"ja": ("1",), "en": ("1",)}
    edited = ShownWork("1", "1", 0.0, 3, names, is_damaged=True, has_changed_file=True)
    yield RecoveryDialog([edited], Path("1"), "1", words, window)
    yield RecoveryDialog([ShownWork("1", "", 0.0, 0, {})], Path("1"), "", words, window)


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
    yield from _tender_dialogs(plan, window, words)
    yield from _flow_dialogs(plan, window, words)
    yield ContractDialog(None, plan, words, window)
    yield RatesDialog(plan, now, plan.parties[0].id, words, window)
    yield CostAssumptionsDialog(plan, words, window)
    yield AssessmentsDialog(window.context.document, Translator(words), "2026-11-30", window)
    prompt = catalogues.prompts().prompts[0]
    yield AnswerDialog(prompt, plan, words, window)
    yield PromptWaiverDialog(prompt, plan, words, window)
    yield SummaryDialog(_summary_facts(plan, words), window)


def _tender_dialogs(plan: Plan, window: MainWindow, words: Words) -> Iterator[QWidget]:
    """Yield each dialog about tenders."""
    now, party = plan.phases[0].id, next(each.id for each in plan.parties if each.is_provider)
    role = performed_roles(plan, now, party)[0].id
    bid = Bid("1", "1", answers={role: BidAnswer("yes", 5)})
    document = Document(History.of(StoreBid(party, bid).apply(plan)))
    export = ExportOptions(now, words.language, Path("1.pdf"))
    yield ServiceTermsDialog(plan, now, (party, role), words, window)
    yield TenderDialog(plan, party, words, window)
    yield TenderPackDialog(plan, export, _no_target, words, window)
    yield BidsDialog(document, Translator(words), (party, now), print, window)
    yield BidDialog(plan, ReturnedBid("1", party, bid), words, window)


def _flow_dialogs(plan: Plan, window: MainWindow, words: Words) -> Iterator[QWidget]:
    """Yield each dialog about flows and exercises."""
    now, name = plan.phases[0].id, LocalText.same("1")
    first, second = (role.id for role in list(plan.roles())[:2])
    steps = (FlowStep("1", first, name), FlowStep("2", second, name, ("1",), limit="P1D"))
    flow = BusinessFlow("flow", name, steps, name, limit="P1D", version=1)
    newer = flow._replace(limit="", steps=steps[:1], version=2)
    plan = replace(plan, flows=(flow,))
    yield FlowDialog(None, plan, NO_DEFAULT_FLOWS, words, window)
    yield FlowDialog(flow, plan, NO_DEFAULT_FLOWS, words, window)
    yield StepDialog(EditedStep(flow, None, "1"), plan, NO_DEFAULT_FLOWS, words, window)
    yield StepDialog(EditedStep(flow, steps[1]), plan, NO_DEFAULT_FLOWS, words, window)
    yield NewerFlowDialog(flow, newer, plan, NO_DEFAULT_FLOWS, words, window)
    walked = walk(plan, now, flow, started_at(SUNDAY_NIGHT))
    tabletop = TabletopDialog(plan, now, walked, "2026-11-30", words, window)
    yield tabletop
    document = Document(History.of(tabletop.edit.apply(plan)))
    yield ExercisesDialog(document, Translator(words), window)


def _sharing_dialogs(document: Document, window: MainWindow, words: Words) -> Iterator[QWidget]:
    """Yield each dialog about sharing and reporting."""
    plan = document.plan
    sharing = PlanSharing(plan, plan.phases[0].id)
    defaults, nothing = sharing.defaults, frozenset[str]()
    for group in sharing.groups[:1]:
        start = Agreement(group.counterpart)
        yield SharingDialog(start, words.tr("Counterparts"), plan, defaults, words, window)
    yield DutyDialog(None, nothing, plan, defaults, words, window)
    yield CounterpartsDialog(document, defaults, Translator(words), window)
    yield CounterpartDialog(None, nothing, plan, words, window)


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
