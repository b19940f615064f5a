"""An edit changes the fields it is about and carries every other field over, also later ones."""

from dataclasses import fields, replace

import pytest

from socplanner.domain.assessment import SIDES
from socplanner.domain.assessment_edits import (
    AddAssessment,
    ChangeAssessment,
    ImportAssessment,
    RemoveAssessment,
    SetScore,
    SetScoreText,
)
from socplanner.domain.assignment_edits import AssignParty, UnassignParty
from socplanner.domain.calendar_edits import SetCalendar
from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.check_edits import RemoveWaivers, SetThresholds, SetWaivers
from socplanner.domain.cost_edits import (
    AddContract,
    ChangeContract,
    RemoveContract,
    SetCostAssumptions,
    SetRates,
)
from socplanner.domain.cost_inputs import Contract, CostInputs, Rates
from socplanner.domain.custom_role_edits import (
    AddCustomRole,
    ChangeCustomRole,
    HideCustomRole,
    RemoveCustomRole,
)
from socplanner.domain.duty_edits import (
    ApplyPattern,
    ChangeSourcing,
    MoveRoles,
    SetAim,
    SetAimDay,
    SetCells,
    SetCoverage,
    SetNote,
)
from socplanner.domain.duty_values import Accepted, DutyAddress
from socplanner.domain.exercise_edits import AddExercise, RemoveExercise
from socplanner.domain.exercise_inputs import Exercise, ExercisedStep
from socplanner.domain.flow_edits import (
    AddFlow,
    AddStep,
    AdoptFlows,
    ChangeFlow,
    ChangeStep,
    JoinSteps,
    ListStep,
    RemoveFlow,
    RemoveStep,
    SeparateSteps,
    SetCounterparts,
    UpdateFlow,
)
from socplanner.domain.flow_inputs import BusinessFlow, Counterpart, FlowStep, Receiver
from socplanner.domain.history import Edit
from socplanner.domain.ids import AssessmentId, PartyId, PhaseId
from socplanner.domain.lesson_edits import (
    AnswerPrompt,
    CommentPrompt,
    RemovePromptWaiver,
    WaivePrompt,
)
from socplanner.domain.lesson_inputs import LessonEntry, LessonVerdict
from socplanner.domain.letter_set_edits import ChangeCustomSets, SwitchLetterSet, proposed_mapping
from socplanner.domain.letter_sets import RACI
from socplanner.domain.letters import BLANK, Cell
from socplanner.domain.marking import Marking, Tlp
from socplanner.domain.merge_conflicts import MergeConflict
from socplanner.domain.party_edits import AddParty, ChangeParty, MoveParty, RemoveParty
from socplanner.domain.phase_edits import AddPhase, RemovePhase, RenameOrganisation, RenamePhase
from socplanner.domain.phases import duty
from socplanner.domain.plan import Aim, CustomRoles, Duty, Party, Phase, Plan
from socplanner.domain.reimport.accept_edit import AcceptReimport
from socplanner.domain.road_map_edits import SetMove, SetPhaseTerms
from socplanner.domain.road_map_inputs import PhaseTerms, Prerequisite, StatedMove
from socplanner.domain.sharing_edits import (
    RemoveAgreement,
    RemoveReportingDuty,
    SetAgreement,
    SetReportingDuty,
)
from socplanner.domain.sharing_inputs import (
    Agreement,
    ReportingDuty,
    SharingAnswer,
    SharingSide,
)
from socplanner.domain.staffing_edits import (
    AddPost,
    AddWorkload,
    ChangePost,
    ChangeWorkload,
    RemovePost,
    RemoveWorkload,
    SetAssumptions,
    SetPeople,
)
from socplanner.domain.staffing_inputs import People, Post, Staffing, Workload
from socplanner.domain.tender_edits import (
    RemoveBid,
    SetServiceTerms,
    SetTender,
    StoreBid,
    TenderConditions,
)
from socplanner.domain.tender_inputs import (
    Bid,
    BidAnswer,
    ProviderTender,
    ServiceAssumptions,
    ServiceTerms,
)
from socplanner.domain.waivers import Waiver
from socplanner.domain.weight_edits import SetWeights
from socplanner.domain.work_calendar import ClosedDays, WorkCalendar
from tests.support.letter_sets import CUSTOM_SET
from tests.support.small_plan import (
    A1,
    A2,
    B2,
    CISO,
    MSS,
    NOW,
    PARTIES,
    SOC,
    TARGET,
    small_plan,
    text,
)

ONE = frozenset({A1})
NIGHT = type(A1)("own:NIGHT")
FIRST = AssessmentId("2026-11-30")
WAIVER = Waiver("R01", NOW, A2, None, "agreed")
POST = Post("desk", text("Desk"), SOC, "24x365", 2, (A1, NIGHT), NOW, TARGET)
WORK = Workload("cases", text("Cases"), post="desk", incidents=12, hours=8)
STAFFING = Staffing(
    {"leave": 18.0}, (POST,), (WORK,), {(NOW, SOC): People(4, 2, 50, 1), (NOW, CISO): People(1)}
)
TERMS = PhaseTerms("2026-04-01", "2027-03-31", "Board", "2026-03-20", "26-014", "12 million")
MOVE = StatedMove(SOC, "Sato", "2027-04-01", "2027-09-30", (Prerequisite("role", NIGHT),), 20)
CONTRACT = Contract(
    *("monitoring", text("Monitoring"), SOC, (A1, NIGHT), 500_000, 1_000_000, 200_000),
    *("2026-04-01", "2029-03-31", 3, NOW, TARGET),
)
COST = CostInputs(
    *("JPY", 1000, 8, 20, Rates(9_000_000, 3000, 300_000, 1_000_000, 500_000)),
    *({(NOW, SOC): Rates(10_000_000)}, (CONTRACT,)),
)
CALENDAR = WorkCalendar("JP", (ClosedDays("12-29", "01-03"),))
PPC = Counterpart("ppc", "authority", text("PPC"))
FIRST_STEP = FlowStep(
    "a",
    A1,
    text("Look"),
    sends=text("alert"),
    to=(Receiver("role", NIGHT), Receiver("party", SOC), Receiver("counterpart", "ppc")),
    means=("phone",),
    tlp=Tlp.AMBER,
    limit="PT15M",
    limit_from="start",
    event=text("alert"),
    condition=text("if it is new"),
    note=text("by hand"),
)
ALERT = BusinessFlow(
    "alert",
    text("Alert"),
    (
        FIRST_STEP,
        FlowStep("b", NIGHT, text("Call"), after=("a",), limit_from="a"),
        FlowStep("c", A2, text("Act"), after=("b",)),
    ),
    text("an event"),
    text("high"),
    "PT4H",
    1,
)
EXERCISE = Exercise(
    "e",
    "2027-04-01",
    "alert",
    text("Alert"),
    TARGET,
    "sun 03:00",
    "slow",
    (ExercisedStep("b", NIGHT, 90, "no answer"), ExercisedStep("a", A1)),
)
WITH_SOC, WITH_PPC = Receiver("party", SOC), Receiver("counterpart", "ppc")
AGREEMENT = Agreement(
    WITH_SOC,
    Tlp.GREEN,
    ("indicators", "ttps"),
    SharingSide(why=SharingAnswer(("prevent",), text("early"))),
    SharingSide(action=SharingAnswer(("use",))),
    text("yearly"),
)
REPORT = ReportingDuty(
    "report",
    WITH_PPC,
    text("Report"),
    NIGHT,
    text("Act"),
    text("Art. 1"),
    "2025-04-01",
    text("guideline"),
    text("when known"),
    text("promptly"),
    "P3D",
    "P5D",
    is_voluntary=True,
    condition=text("if leaked"),
    applies=False,
)
BID = Bid("acme", "ACME", "2026-12-01", TARGET, {NIGHT: BidAnswer("yes", 5)})
TENDERS = {MSS: ProviderTender(terms={NIGHT: ServiceTerms("Report")}, bids=(BID,))}
FULL = Duty(Area.III, Sourcing.BOTH, {SOC: Cell("R")}, Aim("2", "4", "2027-03-31"), "8x5", "why")


def _full_plan() -> Plan:
    """Return a plan in which no field of the plan, of a phase or of one duty is as by default."""
    plan = small_plan()
    role = plan.role(B2)
    assert role is not None
    night = role._replace(id=type(A1)("own:NIGHT"), code="NIGHT", function="A")
    plan = replace(
        plan,
        custom_roles=CustomRoles((night,)),
        marking=Marking(Tlp.AMBER, "internal"),
        thresholds={"performers": 2},
        waivers=(WAIVER,),
        custom_sets=(replace(RACI, id="ours"),),
        staffing=STAFFING,
        cost=COST,
        calendar=CALENDAR,
        weights={"A": 3, NIGHT: 5},
        tenders=TENDERS,
        conflicts=(MergeConflict("/tlp", "", '"red"'),),
        counterparts=(PPC,),
        flows=(ALERT,),
        exercises=(EXERCISE,),
        sharing=(AGREEMENT, Agreement(WITH_PPC)),
        reporting=(REPORT, REPORT._replace(id="soc", to=WITH_SOC, role=A1)),
        lessons={
            "FI2": LessonEntry(comment="x", waived="y"),
            "FI4": LessonEntry(LessonVerdict.MET),
        },
    )
    plan = ApplyPattern(NOW, "half").apply(plan)
    for edit in (
        MoveRoles(NOW, ONE, FULL.area),
        ChangeSourcing(NOW, ONE, FULL.sourcing),
        SetCells(NOW, tuple((A1, party, BLANK) for party in PARTIES)),
        SetCells(NOW, ((A1, SOC, Cell("R")),)),
        SetAim(NOW, ONE, "inhouse", "2"),
        SetAim(NOW, ONE, "outsourced", "4"),
        SetAimDay(NOW, ONE, "2027-03-31"),
        SetScore(frozenset({A1, NIGHT}), SIDES, "3", "2026-11-30"),
        SetCoverage(NOW, ONE, FULL.coverage),
        SetNote(NOW, ONE, FULL.note),
        SetPhaseTerms(NOW, TERMS),
        SetMove(TARGET, A1, MOVE),
    ):
        plan = edit.apply(plan)
    return plan


PLAN = _full_plan()
PARTY = replace(PLAN.parties[1], initials=text("SO"), parent=CISO, headcount=4)
EDITS: dict[str, tuple[Edit, set[str], set[str]]] = {
    "add role": (AddCustomRole("DAY", "A", text("Day")), {"custom_roles"}, set()),
    "change role": (ChangeCustomRole(NIGHT, "A", text("Nights")), {"custom_roles"}, set()),
    "hide role": (HideCustomRole(NIGHT), {"custom_roles"}, set()),
    "remove role": (
        RemoveCustomRole(NIGHT),
        {"custom_roles", "phases", "staffing", "assessments", "cost", "moves", "weights", "flows"}
        | {"exercises", "tenders", "reporting"},
        set(),
    ),
    "area": (MoveRoles(NOW, ONE, Area.II), {"phases"}, {"area"}),
    "sourcing": (ChangeSourcing(NOW, ONE, Sourcing.INSOURCE), {"phases"}, {"sourcing", "letters"}),
    "pattern": (ApplyPattern(NOW, "all"), {"phases"}, {"sourcing", "letters"}),
    "cells": (SetCells(NOW, ((A1, SOC, Cell("C")),)), {"phases"}, {"letters"}),
    "assign": (AssignParty(NOW, ONE, "performs", CISO), {"phases"}, {"letters"}),
    "unassign": (UnassignParty(NOW, ONE, "performs", SOC), {"phases"}, {"letters"}),
    "note": (SetNote(NOW, ONE, "n"), {"phases"}, {"note"}),
    "coverage": (SetCoverage(NOW, ONE, "24x365"), {"phases"}, {"coverage"}),
    "aim": (SetAim(NOW, ONE, "inhouse", "5"), {"phases"}, {"aim"}),
    "day of aim": (SetAimDay(NOW, ONE, ""), {"phases"}, {"aim"}),
    "score": (SetScore(ONE, ("inhouse",), "5"), {"assessments"}, set()),
    "evidence": (SetScoreText(ONE, "inhouse", "evidence", "e"), {"assessments"}, set()),
    "add assessment": (AddAssessment("2027-01-01"), {"assessments"}, set()),
    "import assessment": (ImportAssessment("2027-01-01", "", {}), {"assessments"}, set()),
    "change assessment": (ChangeAssessment(FIRST, "2026-12-01", "us"), {"assessments"}, set()),
    "remove assessment": (RemoveAssessment(FIRST), {"assessments"}, set()),
    "re-import": (
        AcceptReimport(NOW, (Accepted(DutyAddress(A1, "note"), "n"),)),
        {"phases"},
        {"note"},
    ),
    "add party": (AddParty(Party(PartyId("law"), "internal", text("Law"))), {"parties"}, set()),
    "change party": (ChangeParty(PARTY), {"parties"}, set()),
    "move party": (MoveParty(SOC, 0), {"parties"}, set()),
    "remove party": (
        RemoveParty(SOC),
        {"parties", "phases", "staffing", "cost", "moves", "flows", "sharing", "reporting"},
        {"letters"},
    ),
    "organisation": (RenameOrganisation("Acme"), {"organisation"}, set()),
    "marking": (RenameOrganisation("Works", Marking()), {"organisation", "marking"}, set()),
    "add phase": (AddPhase(PhaseId("later"), text("Later")), {"phases"}, set()),
    "rename phase": (RenamePhase(NOW, text("Today")), {"phases"}, set()),
    "remove phase": (
        RemovePhase(TARGET),
        {"phases", "staffing", "cost", "moves", "exercises", "tenders"},
        set(),
    ),
    "keep exercise": (AddExercise(EXERCISE._replace(id="f")), {"exercises"}, set()),
    "remove exercise": (RemoveExercise("e"), {"exercises"}, set()),
    "terms": (SetPhaseTerms(NOW, PhaseTerms()), {"phases"}, set()),
    "move": (SetMove(TARGET, A2, MOVE), {"moves"}, set()),
    "no move": (SetMove(TARGET, A1, StatedMove()), {"moves"}, set()),
    "weights": (SetWeights({"A": 2}), {"weights"}, set()),
    "answer prompt": (AnswerPrompt("FI2", LessonVerdict.MET), {"lessons"}, set()),
    "comment prompt": (CommentPrompt("FI2", ""), {"lessons"}, set()),
    "waive prompt": (WaivePrompt("FI4", "z"), {"lessons"}, set()),
    "unwaive prompt": (RemovePromptWaiver("FI2"), {"lessons"}, set()),
    "thresholds": (SetThresholds({"performers": 4}), {"thresholds"}, set()),
    "assumptions": (SetAssumptions({}), {"staffing"}, set()),
    "add post": (AddPost(POST._replace(id="other")), {"staffing"}, set()),
    "change post": (ChangePost(POST._replace(seats=1)), {"staffing"}, set()),
    "remove post": (RemovePost("desk"), {"staffing"}, set()),
    "add workload": (AddWorkload(WORK._replace(id="other")), {"staffing"}, set()),
    "change workload": (ChangeWorkload(WORK._replace(hours=9)), {"staffing"}, set()),
    "remove workload": (RemoveWorkload("cases"), {"staffing"}, set()),
    "people": (SetPeople(NOW, SOC, People(5)), {"staffing"}, set()),
    "calendar": (SetCalendar(WorkCalendar("US")), {"calendar"}, set()),
    "assumptions of cost": (SetCostAssumptions("EUR"), {"cost"}, set()),
    "rates": (SetRates(TARGET, SOC, Rates(tools=5)), {"cost"}, set()),
    "add contract": (AddContract(CONTRACT._replace(id="other")), {"cost"}, set()),
    "change contract": (ChangeContract(CONTRACT._replace(fee=9)), {"cost"}, set()),
    "remove contract": (RemoveContract("monitoring"), {"cost"}, set()),
    "adopt flows": (
        AdoptFlows((ALERT._replace(id="b"),), (PPC._replace(id="b"),)),
        {"flows", "counterparts"},
        set(),
    ),
    "add flow": (AddFlow(ALERT._replace(id="other")), {"flows"}, set()),
    "change flow": (ChangeFlow(ALERT._replace(limit="P1D")), {"flows"}, set()),
    "update flow": (UpdateFlow(ALERT._replace(version=2)), {"flows"}, set()),
    "remove flow": (RemoveFlow("alert"), {"flows"}, set()),
    "add step": (AddStep("alert", FIRST_STEP._replace(id="d"), 0), {"flows"}, set()),
    "change step": (ChangeStep("alert", FIRST_STEP._replace(limit="P1D")), {"flows"}, set()),
    "remove step": (RemoveStep("alert", "a"), {"flows"}, set()),
    "reorder step": (ListStep("alert", "a", 1), {"flows"}, set()),
    "join steps": (JoinSteps("alert", "a", "c"), {"flows"}, set()),
    "separate steps": (SeparateSteps("alert", "a", "b"), {"flows"}, set()),
    "counterparts": (
        SetCounterparts(()),
        {"counterparts", "flows", "sharing", "reporting"},
        set(),
    ),
    "agreement": (SetAgreement(AGREEMENT._replace(tlp=None)), {"sharing"}, set()),
    "no agreement": (RemoveAgreement(WITH_PPC), {"sharing"}, set()),
    "duty": (SetReportingDuty(REPORT._replace(latest="P4D")), {"reporting"}, set()),
    "no duty": (RemoveReportingDuty("report"), {"reporting"}, set()),
    "service terms": (
        SetServiceTerms(((MSS, A1, ServiceTerms("Report")),)),
        {"tenders"},
        set(),
    ),
    "tender": (
        SetTender((TenderConditions(MSS, ServiceAssumptions(sites=3)),)),
        {"tenders"},
        set(),
    ),
    "store bid": (StoreBid(MSS, BID._replace(id="other")), {"tenders"}, set()),
    "remove bid": (RemoveBid(MSS, "acme"), {"tenders"}, set()),
    "waive": (SetWaivers((WAIVER._replace(reason="other"),)), {"waivers"}, set()),
    "unwaive": (RemoveWaivers((WAIVER.subject,)), {"waivers"}, set()),
    "letter set": (
        SwitchLetterSet(CUSTOM_SET, proposed_mapping(PLAN.letter_set, CUSTOM_SET)),
        {"letter_set", "custom_sets", "phases"},
        {"letters"},
    ),
    "custom sets": (ChangeCustomSets((CUSTOM_SET,)), {"custom_sets"}, set()),
}


def test_the_plan_tried_has_nothing_as_by_default() -> None:
    for part in (PLAN, PLAN.phases[0], duty(PLAN, NOW, A1)):
        for field in fields(part):
            assert getattr(part, field.name) != field.default, field.name
    assert duty(PLAN, NOW, A1) == FULL


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_changes_what_it_is_about_and_nothing_else(name: str) -> None:
    edit, plan_fields, duty_fields = EDITS[name]
    after = edit.apply(PLAN)
    assert after != PLAN
    for field in fields(Plan):
        if field.name not in plan_fields:
            assert getattr(after, field.name) == getattr(PLAN, field.name), field.name
    old, new = duty(PLAN, NOW, A1), duty(after, NOW, A1)
    for field in fields(Duty):
        if field.name not in duty_fields:
            assert getattr(new, field.name) == getattr(old, field.name), field.name
    if name not in {"pattern", "rename phase", "terms"}:
        _has_kept(PLAN.phases[0], after.phases[0], {"changes"})


def _has_kept(before: Phase, after: Phase, changed: set[str]) -> None:
    for field in fields(Phase):
        if field.name not in changed:
            assert getattr(after, field.name) == getattr(before, field.name), field.name
