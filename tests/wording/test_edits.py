"""Every edit has a name for the undo list, in both languages, before and after it is made."""

import inspect
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest

from socplanner.domain import (
    assessment_edits,
    assignment_edits,
    calendar_edits,
    cost_edits,
    duty_edits,
    lesson_edits,
    party_edits,
    phase_edits,
    road_map_edits,
    sharing_edits,
    staffing_edits,
    tender_edits,
    weight_edits,
)
from socplanner.domain.assessment import NO_SCORES, SIDES, Assessment
from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.cost_inputs import Contract, CostInputs, Rates
from socplanner.domain.external import import_edit
from socplanner.domain.external.understood import Understood
from socplanner.domain.flow_inputs import Receiver
from socplanner.domain.history import Edit
from socplanner.domain.ids import AssessmentId, PartyId, PhaseId
from socplanner.domain.lesson_inputs import LessonEntry, LessonVerdict
from socplanner.domain.letters import BLANK, Cell
from socplanner.domain.marking import Marking, Tlp
from socplanner.domain.plan import Party, Plan
from socplanner.domain.reimport import accept_edit
from socplanner.domain.road_map_inputs import PhaseTerms, StatedMove
from socplanner.domain.sharing_inputs import Agreement, ReportingDuty
from socplanner.domain.staffing_inputs import People, Post, Staffing, Workload
from socplanner.domain.tender_inputs import (
    Bid,
    ProviderTender,
    ServiceAssumptions,
    ServiceTerms,
)
from socplanner.domain.work_calendar import WorkCalendar
from socplanner.services.i18n import words_for
from socplanner.wording.edits import label
from tests.support.pseudo import literals_in, pseudo_words
from tests.support.small_plan import A1, A2, CISO, MSS, NOW, SOC, TARGET, small_plan, text

ONE, TWO = frozenset({A1}), frozenset({A1, A2})
LAW = Party(PartyId("law"), "internal", text("Law"))
DESK = Post("desk", text("Desk"), SOC, "24x365")
CASES = Workload("cases", text("Cases"), SOC, incidents=12, hours=8)
CONTRACT = Contract("soc", text("Monitoring"), SOC)
AGREEMENT = Agreement(Receiver("party", SOC))
REPORT = ReportingDuty("report", Receiver("party", SOC), text("Report"))
DAY, OLD = "2026-11-30", AssessmentId("old")
PLAN = replace(
    small_plan(),
    staffing=Staffing({}, (DESK,), (CASES,)),
    cost=CostInputs(contracts=(CONTRACT,)),
    tenders={MSS: ProviderTender(bids=(Bid("old", "Old vendor"),))},
    assessments=(Assessment(OLD, "2025-11-28"),),
    sharing=(AGREEMENT,),
    reporting=(REPORT,),
    lessons={"FI4": LessonEntry(LessonVerdict.MET, waived="x")},
)
CELL = (A1, SOC, Cell("A/R"))
PART_NAMES: tuple[tuple[assignment_edits.Part, str], ...] = (
    ("accountable", "accountable"),
    ("performs", "responsible"),
)
EDITS: tuple[tuple[Edit, str], ...] = (
    (duty_edits.MoveRoles(NOW, ONE, Area.II), "Move A-1 to area II"),
    (duty_edits.MoveRoles(NOW, TWO, Area.II), "Move 2 roles to area II"),
    (duty_edits.MoveRoles(NOW, ONE, Area.UNPLACED), "Move A-1 to “Not placed”"),
    (duty_edits.MoveRoles(NOW, TWO, Area.UNPLACED), "Move 2 roles to “Not placed”"),
    (duty_edits.ChangeSourcing(NOW, ONE, Sourcing.BOTH), "Source A-1: Both"),
    (duty_edits.ChangeSourcing(NOW, TWO, Sourcing.BOTH), "Source 2 roles: Both"),
    (duty_edits.ApplyPattern(NOW, "all"), "Apply pattern All"),
    (duty_edits.SetCells(NOW, (CELL,)), "Set A/R for SOC in A-1"),
    (duty_edits.SetCells(NOW, ((A1, CISO, BLANK),)), "Clear CISO in A-1"),
    (duty_edits.SetCells(NOW, (CELL, (A2, SOC, BLANK))), "Set letters in 2 cells"),
    *(
        (assignment_edits.AssignParty(NOW, roles, part, SOC), f"Make SOC {name} for {shown}")
        for roles, shown in ((ONE, "A-1"), (TWO, "2 roles"))
        for part, name in PART_NAMES
    ),
    *(
        (
            assignment_edits.AssignParty(NOW, roles, part, None, is_only=True),
            f"Remove the {name} party of {shown}",
        )
        for roles, shown in ((ONE, "A-1"), (TWO, "2 roles"))
        for part, name in PART_NAMES
    ),
    *(
        (
            assignment_edits.UnassignParty(NOW, TWO, part, SOC),
            f"SOC: not {name} for 2 roles any more",
        )
        for part, name in PART_NAMES
    ),
    (duty_edits.SetNote(NOW, ONE, "n"), "Write the note of A-1"),
    (duty_edits.SetNote(NOW, TWO, "n"), "Write the note of 2 roles"),
    (duty_edits.SetCoverage(NOW, ONE, "24x365"), "Set the coverage of A-1"),
    (duty_edits.SetCoverage(NOW, TWO, "24x365"), "Set the coverage of 2 roles"),
    (duty_edits.SetAim(NOW, ONE, "inhouse", "4"), "Aim of A-1: 4"),
    (duty_edits.SetAim(NOW, TWO, "inhouse", None), "Aim of 2 roles: –"),
    (duty_edits.SetAimDay(NOW, ONE, "2027-03-31"), "Set the day of the aim of A-1"),
    (duty_edits.SetAimDay(NOW, TWO, "2027-03-31"), "Set the day of the aims of 2 roles"),
    (assessment_edits.SetScore(ONE, SIDES, "unknown", DAY), "Score A-1: ?"),
    (assessment_edits.SetScore(TWO, SIDES, "3", DAY), "Score 2 roles: 3"),
    (
        assessment_edits.SetScoreText(ONE, "inhouse", "evidence", "e", DAY),
        "Write the evidence of A-1",
    ),
    (
        assessment_edits.SetScoreText(TWO, "inhouse", "evidence", "e", DAY),
        "Write the evidence of 2 roles",
    ),
    (
        assessment_edits.SetScoreText(ONE, "inhouse", "remark", "r", DAY),
        "Write the remark on the score of A-1",
    ),
    (
        assessment_edits.SetScoreText(TWO, "inhouse", "remark", "r", DAY),
        "Write the remark on the scores of 2 roles",
    ),
    (assessment_edits.AddAssessment(DAY), "Add the assessment of 2026-11-30"),
    (
        assessment_edits.ImportAssessment(DAY, "", {A1: NO_SCORES}),
        "Import the self-check of 2026-11-30",
    ),
    (weight_edits.SetWeights({"A": 3}), "Change the weights of the gaps"),
    (lesson_edits.AnswerPrompt("FI4", LessonVerdict.MET), "Answer FI4"),
    (lesson_edits.AnswerPrompt("FI4", None), "Remove the own verdict on FI4"),
    (lesson_edits.CommentPrompt("FI4", "x"), "Comment on FI4"),
    (lesson_edits.WaivePrompt("FI4", "x"), "Waive FI4"),
    (lesson_edits.RemovePromptWaiver("FI4"), "Remove the waiver of FI4"),
    (assessment_edits.ChangeAssessment(OLD, "", "us"), "Change the assessment of old"),
    (assessment_edits.RemoveAssessment(OLD), "Remove the assessment of 2025-11-28"),
    (party_edits.AddParty(LAW), "Add party Law"),
    (party_edits.ChangeParty(replace(PLAN.parties[1], name=text("Sock"))), "Change party Sock"),
    (party_edits.MoveParty(SOC, 0), "Reorder party SOC"),
    (party_edits.RemoveParty(SOC), "Remove party SOC"),
    (phase_edits.RenameOrganisation("Acme"), "Rename the organisation to Acme"),
    (
        phase_edits.RenameOrganisation("Acme", Marking(Tlp.RED)),
        "Change name and marking of the plan",
    ),
    (phase_edits.AddPhase(PhaseId("later"), text("Later")), "Add phase Later"),
    (phase_edits.RenamePhase(TARGET, text("Goal")), "Rename phase to Goal"),
    (phase_edits.RemovePhase(TARGET), "Remove phase Target"),
    (
        road_map_edits.SetPhaseTerms(NOW, PhaseTerms("2026-04-01")),
        "Set dates and approval of Now",
    ),
    (road_map_edits.SetMove(TARGET, A1, StatedMove(effort=2)), "Set the move of A-1 in Target"),
    (road_map_edits.SetMove(TARGET, A1, StatedMove()), "Clear the move of A-1 in Target"),
    (staffing_edits.SetAssumptions({"leave": 18}), "Change the assumptions of staffing"),
    (staffing_edits.AdjustStaffing((("leave", 18.0),), (("desk", 2),)), "Adjust the staffing"),
    (staffing_edits.SetPeople(NOW, SOC, People(4)), "Set the people of SOC in Now"),
    (staffing_edits.AddPost(DESK._replace(id="new")), "Add post Desk"),
    (staffing_edits.ChangePost(DESK._replace(seats=2)), "Change post Desk"),
    (staffing_edits.RemovePost("desk"), "Remove post Desk"),
    (staffing_edits.AddWorkload(CASES._replace(id="new")), "Add workload Cases"),
    (staffing_edits.ChangeWorkload(CASES._replace(hours=9)), "Change workload Cases"),
    (staffing_edits.RemoveWorkload("cases"), "Remove workload Cases"),
    (calendar_edits.SetCalendar(WorkCalendar("US")), "Change the calendar"),
    (cost_edits.SetCostAssumptions("JPY"), "Change the assumptions of cost"),
    (cost_edits.SetRates(NOW, SOC, Rates(9)), "Set the rates of SOC in Now"),
    (cost_edits.AddContract(CONTRACT._replace(id="new")), "Add contract Monitoring"),
    (cost_edits.ChangeContract(CONTRACT._replace(fee=2)), "Change contract Monitoring"),
    (
        tender_edits.SetServiceTerms(((MSS, A1, ServiceTerms("x")),)),
        "Set the service terms of A-1 for MSS",
    ),
    (
        tender_edits.SetServiceTerms(((MSS, A1, ServiceTerms("x")), (MSS, A2, ServiceTerms("x")))),
        "Set the service terms of 2 roles",
    ),
    (
        tender_edits.SetTender((tender_edits.TenderConditions(MSS, ServiceAssumptions(sites=2)),)),
        "Change the tender for MSS",
    ),
    (tender_edits.StoreBid(MSS, Bid("new", "ACME")), "Import the bid of ACME"),
    (tender_edits.RemoveBid(MSS, "old"), "Remove the bid of Old vendor"),
    (cost_edits.RemoveContract("soc"), "Remove contract Monitoring"),
    (
        sharing_edits.SetAgreement(AGREEMENT._replace(tlp=Tlp.RED)),
        "Change agreement with SOC",
    ),
    (sharing_edits.RemoveAgreement(AGREEMENT.counterpart), "Remove agreement with SOC"),
    (
        sharing_edits.SetReportingDuty(REPORT._replace(latest="P1D")),
        "Change reporting duty Report",
    ),
    (sharing_edits.RemoveReportingDuty("report"), "Remove reporting duty Report"),
    (accept_edit.AcceptReimport(NOW, ()), "Import matrix"),
    (
        import_edit.ImportExternalMatrix(
            NOW, Understood("Acme"), import_edit.ExternalMapping((), ())
        ),
        "Import sheet Acme",
    ),
)
NAMES = [shown for _, shown in EDITS]


@dataclass(frozen=True)
class _Strange:
    """An edit nobody has found words for."""

    def apply(self, plan: Plan) -> Plan:
        return plan


def _kinds() -> Iterator[str]:
    """Yield the name of every kind of edit there is."""
    for module in (
        assessment_edits,
        assignment_edits,
        calendar_edits,
        cost_edits,
        duty_edits,
        party_edits,
        phase_edits,
        staffing_edits,
        road_map_edits,
        sharing_edits,
        tender_edits,
        weight_edits,
        lesson_edits,
        accept_edit,
        import_edit,
    ):
        for name, kind in inspect.getmembers(module, inspect.isclass):
            if kind.__module__ == module.__name__ and hasattr(kind, "apply"):
                yield name


def test_every_kind_of_edit_is_tried_here() -> None:
    assert set(_kinds()) == {type(edit).__name__ for edit, _ in EDITS}


@pytest.mark.parametrize(("edit", "text"), EDITS, ids=NAMES)
def test_an_edit_is_called_what_it_does(edit: Edit, text: str) -> None:
    assert label(edit, PLAN, words_for("en")) == text


@pytest.mark.parametrize(("edit", "text"), EDITS, ids=NAMES)
def test_an_edit_has_a_japanese_name_too(edit: Edit, text: str) -> None:
    japanese = label(edit, PLAN, words_for("ja"))
    assert japanese != text
    assert "{" not in japanese


@pytest.mark.parametrize(("edit", "text"), EDITS, ids=NAMES)
def test_an_edit_has_a_name_once_it_is_made(edit: Edit, text: str) -> None:
    assert label(edit, edit.apply(PLAN), words_for("en"))


@pytest.mark.parametrize(("edit", "text"), EDITS, ids=NAMES)
def test_the_name_of_an_edit_is_made_of_messages_alone(edit: Edit, text: str) -> None:
    assert literals_in(label(edit, PLAN, pseudo_words())) in ([], ["Acme"])


def test_what_the_plan_does_not_know_is_called_by_its_id() -> None:
    words = words_for("en")
    gone = party_edits.RemoveParty(SOC).apply(PLAN)
    assert label(party_edits.RemoveParty(SOC), gone, words) == "Remove party soc"
    assert label(duty_edits.ApplyPattern(NOW, "old"), PLAN, words) == "Apply pattern old"
    assert label(phase_edits.RemovePhase(PhaseId("gone")), PLAN, words) == "Remove phase gone"
    assert label(staffing_edits.RemovePost("gone"), PLAN, words) == "Remove post gone"
    assert label(staffing_edits.RemoveWorkload("gone"), PLAN, words) == "Remove workload gone"
    assert label(cost_edits.RemoveContract("gone"), PLAN, words) == "Remove contract gone"


def test_an_edit_without_words_is_an_error_of_ours() -> None:
    with pytest.raises(TypeError):
        label(_Strange(), PLAN, words_for("en"))
