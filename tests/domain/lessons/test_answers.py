"""Every prompt: plans that meet it, and plans with one fact changed that do not."""

from dataclasses import replace

import pytest

from socplanner.domain.assessment import Assessment
from socplanner.domain.catalogue import Sourcing
from socplanner.domain.cost_inputs import NO_COST, Contract, CostInputs, Rates
from socplanner.domain.flow_inputs import FlowStep
from socplanner.domain.ids import AssessmentId, PartyId
from socplanner.domain.lesson_inputs import LessonVerdict
from socplanner.domain.lessons.answers import ANSWER_RULES
from socplanner.domain.local_text import LocalText
from socplanner.domain.plan import Party, Plan
from socplanner.domain.road_map_inputs import NO_TERMS
from socplanner.domain.staffing_inputs import NO_STAFFING, People
from socplanner.services import catalogues
from tests.support.lesson_plans import (
    NOW,
    Change,
    all_scores,
    assessments,
    blank,
    changed,
    every_party,
    left_out,
    letter,
    letters,
    party,
    plan_fields,
    role,
    scores,
    steps,
    undecided,
    verdict_of,
)

MET, DOUBTFUL = LessonVerdict.MET, LessonVerdict.DOUBTFUL
NOT_MET, UNCLEAR = LessonVerdict.NOT_MET, LessonVerdict.UNCLEAR
IN, OUT, NONE = Sourcing.INSOURCE, Sourcing.OUTSOURCE, Sourcing.NOT_CARRIED_OUT
DAYTIME = "mon-fri 9:00-17:00"


def no_flows(plan: Plan) -> Plan:
    """Return `plan` with no flow adopted."""
    return replace(plan, flows=())


def without_limit(step: FlowStep) -> FlowStep:
    """Return `step` without a time limit."""
    return step._replace(limit="")


def limited(step: FlowStep) -> FlowStep:
    """Return `step` with a time limit."""
    return step if step.limit else step._replace(limit="P1D")


def unlabelled(step: FlowStep) -> FlowStep:
    """Return `step` without a TLP label."""
    return step._replace(tlp=None)


def inside_only(step: FlowStep) -> FlowStep:
    """Return `step` with roles as the only receivers."""
    return step._replace(to=tuple(each for each in step.to if each.kind == "role"))


def late_evidence(step: FlowStep) -> FlowStep:
    """Return the steps of an incident with C-5 only after D-5."""
    if step.role == "v2:C-5":
        return step._replace(after=("6",))
    return step._replace(condition=LocalText("", "")) if step.role == "v2:D-5" else step


def no_hand_over(step: FlowStep) -> FlowStep:
    """Return `step` with neither receivers nor what comes before."""
    return step._replace(to=(), after=())


def no_executives(each: Party) -> Party:
    """Return a party that is no executive."""
    return replace(each, is_executive=False)


def two_people(each: Party) -> Party:
    """Return a party of two people."""
    return replace(each, headcount=2)


def no_rates(plan: Plan) -> Plan:
    """Return `plan` without anything about cost."""
    return replace(plan, cost=NO_COST)


def tools_of(party_id: str) -> Change:
    """Return the change that one party pays for tools, and no other."""
    paid = CostInputs(by_place={(NOW, PartyId(party_id)): Rates(tools=1000)})
    return plan_fields(cost=paid)


def contract(exit_cost: float | None) -> Change:
    """Return the change of all contracts into one with the monitoring provider."""
    made = Contract("c", LocalText("契約", "Contract"), PartyId("mss"), exit=exit_cost)
    return plan_fields(cost=CostInputs(contracts=(made,)))


def people(party_id: str, **fields: int) -> Change:
    """Return the change of what is stated about the people of a party."""

    def change(plan: Plan) -> Plan:
        stated = {**plan.staffing.people, (NOW, PartyId(party_id)): People(**fields)}
        return replace(plan, staffing=plan.staffing._replace(people=stated))

    return change


def assumptions(**stated: float) -> Change:
    """Return the change of assumptions of staffing."""

    def change(plan: Plan) -> Plan:
        made = {**plan.staffing.assumptions, **stated}
        return replace(plan, staffing=plan.staffing._replace(assumptions=made))

    return change


def alerts_a_day(number: float) -> Change:
    """Return the change of how many alerts the watch has a day."""

    def change(plan: Plan) -> Plan:
        workloads = tuple(
            each._replace(volume=number) if each.id == "alerts" else each
            for each in plan.staffing.workloads
        )
        return replace(plan, staffing=plan.staffing._replace(workloads=workloads))

    return change


def terms(**fields: str) -> Change:
    """Return the change of the terms of the first phase."""

    def change(plan: Plan) -> Plan:
        first = replace(plan.phases[0], terms=NO_TERMS._replace(**fields))
        return replace(plan, phases=(first, *plan.phases[1:]))

    return change


def patterns(first: str | None, second: str | None) -> Change:
    """Return the change of the patterns of both phases."""

    def change(plan: Plan) -> Plan:
        made = zip(plan.phases, (first, second), strict=True)
        return replace(plan, phases=tuple(replace(p, pattern=pattern) for p, pattern in made))

    return change


def begun(number: int) -> Change:
    """Return the change that so many roles are outsourced now and in-house in the target."""

    def change(plan: Plan) -> Plan:
        for each in plan.catalogue.roles[:number]:
            plan = role(each.code, sourcing=OUT)(plan)
            plan = role(each.code, plan.phases[1].id, sourcing=IN)(plan)
        return plan

    return change


def one_phase(plan: Plan) -> Plan:
    """Return the first phase of `plan` alone."""
    return replace(plan, phases=plan.phases[:1])


def renamed_sites(plan: Plan) -> Plan:
    """Return `plan` without a party that is named as a site."""
    return party("itsub", name=LocalText("システム会社", "System company"))(plan)


NO_ASSESSMENT = assessments()
OLD = assessments(Assessment(AssessmentId("old"), "2025-05-01"))
NEW = assessments(Assessment(AssessmentId("new"), "2026-05-01"))

CASES: list[tuple[str, LessonVerdict, tuple[Change, ...]]] = [
    ("K01a", MET, ()),
    ("K01a", DOUBTFUL, (letter("D-2", "mgmt", ""), letter("D-2", "fraud", "A"))),
    ("K01a", NOT_MET, (letter("D-2", "mgmt", ""), letter("D-2", "mss", "A"))),
    ("K01a", UNCLEAR, (blank,)),
    ("K01b", MET, ()),
    ("K01b", DOUBTFUL, (no_flows,)),
    ("K01b", DOUBTFUL, (steps("alert-triage", without_limit),)),
    ("K01b", DOUBTFUL, (steps("alert-triage", no_hand_over),)),
    ("K01b", DOUBTFUL, (letter("B-4", "csirt", ""), letter("D-1", "soc", ""))),
    ("K01b", NOT_MET, (left_out("D-1"),)),
    ("K01b", NOT_MET, (letters("B-4", soc="R", csirt="I"),)),
    ("K02a", MET, ()),
    ("K02a", NOT_MET, (people("soc", headcount=5),)),
    ("K02a", DOUBTFUL, (people("soc", headcount=34, shared=34, share=50),)),
    ("K02a", DOUBTFUL, (party("soc", headcount=None),)),
    ("K02a", UNCLEAR, (plan_fields(staffing=NO_STAFFING),)),
    ("K02b", MET, ()),
    ("K02b", NOT_MET, (letter("D-6", "ciso", ""),)),
    ("K02b", DOUBTFUL, (letter("A-5", "ciso", ""),)),
    ("K02b", DOUBTFUL, (letters("D-6", ciso="I", mgmt="A", csirt="R"),)),
    ("K02b", UNCLEAR, (every_party(no_executives),)),
    ("K03a", MET, ()),
    ("K03a", NOT_MET, (left_out("A-3"),)),
    ("K03a", NOT_MET, (scores("A-3", "2"),)),
    ("K03a", NOT_MET, (letter("D-4", "csirt", "I"), letter("D-4", "mss", "A"))),
    ("K03a", DOUBTFUL, (scores("A-3", "3"),)),
    ("K03a", DOUBTFUL, (letters("A-3", mgmt="A/R"),)),
    ("K03a", UNCLEAR, (NO_ASSESSMENT,)),
    ("K03b", MET, ()),
    ("K03b", DOUBTFUL, (letters("D-1", csirt="A", ciso="R"),)),
    ("K03b", NOT_MET, (letters("C-1", mss="A/R", csirt="C"),)),
    ("K03b", UNCLEAR, (blank,)),
    ("K04a", MET, ()),
    ("K04a", NOT_MET, (begun(12),)),
    ("K04a", DOUBTFUL, (begun(4), every_party(two_people), people("csirt"), people("soc"))),
    ("K04a", UNCLEAR, (one_phase,)),
    ("K04b", MET, ()),
    ("K04b", DOUBTFUL, (role("A-4", sourcing=NONE, note=""),)),
    ("K04b", UNCLEAR, (blank, role("own:none"))),
    ("K05a", MET, ()),
    ("K05a", DOUBTFUL, (people("csirt", headcount=4, shared=3, share=20),)),
    ("K05a", NOT_MET, (people("csirt", headcount=4, shared=4, share=20),)),
    ("K05a", UNCLEAR, (party("csirt", headcount=None),)),
    ("K06a", MET, ()),
    ("K06a", NOT_MET, (left_out("G-2"),)),
    ("K06a", NOT_MET, (letters("G-3", soc="A"),)),
    ("K06a", DOUBTFUL, (letters("G-4", mss="R"),)),
    ("K06a", UNCLEAR, (left_out("G-1", "G-3", "G-6"),)),
    ("K07a", MET, ()),
    ("K07a", NOT_MET, (scores("E-2", "2"),)),
    ("K07a", NOT_MET, (left_out("H-1"),)),
    ("K07a", UNCLEAR, (scores("E-1"),)),
    ("K08a", MET, ()),
    ("K08a", NOT_MET, (left_out("G-10"),)),
    ("K08a", NOT_MET, (letters("G-10", it="A", mss="R"),)),
    ("K08a", DOUBTFUL, (scores("G-10", "2"),)),
    ("K08a", UNCLEAR, (NO_ASSESSMENT,)),
    ("K09a", MET, ()),
    ("K09a", NOT_MET, (left_out("F-4"),)),
    ("K09a", NOT_MET, (left_out("G-2", "G-4", "G-7"),)),
    ("K09a", DOUBTFUL, (left_out("G-7"),)),
    ("K09a", DOUBTFUL, (steps("threat-intelligence", no_hand_over),)),
    ("K09a", UNCLEAR, (blank,)),
    ("K09b", MET, ()),
    ("K09b", NOT_MET, (left_out("I-6"),)),
    ("K09b", NOT_MET, (steps("threat-intelligence", inside_only),)),
    ("K09b", DOUBTFUL, (steps("threat-intelligence", unlabelled),)),
    ("K09b", UNCLEAR, (no_flows,)),
    ("K10a", MET, ()),
    ("K10a", NOT_MET, (role("D-4", coverage=DAYTIME),)),
    ("K10a", NOT_MET, (left_out("D-6"),)),
    ("K10a", DOUBTFUL, (role("C-5", coverage=DAYTIME), steps("incident-response", limited))),
    ("K10a", UNCLEAR, (role("D-1", coverage=""),)),
    ("K10b", MET, ()),
    ("K10b", NOT_MET, (left_out("E-7"),)),
    ("K10b", DOUBTFUL, (role("E-7", coverage="2年に1回"),)),
    ("K10b", UNCLEAR, (role("E-7", coverage=""),)),
    ("FB1", MET, ()),
    ("FB1", NOT_MET, tuple(letters(code, mgmt="A/R") for code in ("D-2", "D-3", "D-4"))),
    ("FB1", DOUBTFUL, (left_out("A-3"),)),
    ("FB1", UNCLEAR, (blank,)),
    ("FB2", MET, ()),
    ("FB2", MET, (letters("B-4", soc="A", mss="R"),)),
    ("FB2", NOT_MET, (letters("B-4", soc="A", mss="R"), role("D-1", coverage=DAYTIME))),
    ("FB2", NOT_MET, (letters("B-4", soc="A", mss="R"), letters("D-1", csirt="A", ir="R"))),
    ("FB2", UNCLEAR, (letters("B-4", soc="A", mss="R"), role("D-1", coverage=""))),
    ("FB3", MET, ()),
    ("FB3", NOT_MET, (patterns("minimum-insource", "full-insource"),)),
    ("FB3", DOUBTFUL, (begun(12),)),
    ("FB3", UNCLEAR, (patterns(None, "full-insource"),)),
    ("FB4", MET, ()),
    ("FB4", NOT_MET, (tools_of("legal"),)),
    ("FB4", NOT_MET, (tools_of("soc"), people("soc", headcount=0))),
    ("FB4", UNCLEAR, (no_rates,)),
    ("FB5", MET, ()),
    ("FB5", NOT_MET, (people("csirt", headcount=1),)),
    ("FB5", UNCLEAR, (party("csirt", headcount=None),)),
    ("FB6", MET, ()),
    ("FB6", NOT_MET, (terms(),)),
    ("FB6", DOUBTFUL, (terms(approver="Board"),)),
    ("FB6", DOUBTFUL, (letters("A-1", mgmt="A/R"),)),
    ("FB6", UNCLEAR, (undecided("A-1"),)),
    ("FB7", MET, ()),
    ("FB7", NOT_MET, (letter("A-2", "mss", ""),)),
    ("FB7", DOUBTFUL, (scores("A-2", "3"),)),
    ("FB7", UNCLEAR, (blank,)),
    ("FB8", MET, tuple(letter(code, "itsub", "I") for code in ("D-1", "D-2", "D-5", "E-2"))),
    ("FB8", DOUBTFUL, ()),
    ("FB8", NOT_MET, tuple(letter(code, "itsub", "") for code in ("D-1", "D-2", "D-5", "E-2"))),
    ("FB8", UNCLEAR, (renamed_sites,)),
    ("FO1", MET, ()),
    ("FO1", NOT_MET, (alerts_a_day(9000),)),
    ("FO1", NOT_MET, (left_out("B-1"),)),
    ("FO1", DOUBTFUL, (role("B-1", coverage=""),)),
    ("FO1", UNCLEAR, (alerts_a_day(0),)),
    ("FO2", MET, (all_scores("5", "5"),)),
    ("FO2", NOT_MET, (all_scores("5", "5"), scores("C-1", "na", "2"))),
    ("FO2", NOT_MET, (all_scores("5", "5"), letters("C-1", ir="R"))),
    ("FO2", DOUBTFUL, (all_scores("5", "5"), scores("C-1", "na", "3"))),
    ("FO2", DOUBTFUL, (all_scores("5", "5"), scores("C-1", "na"))),
    ("FO2", UNCLEAR, (NO_ASSESSMENT,)),
    ("FO3", NOT_MET, (left_out("A-2"),)),
    ("FO3", UNCLEAR, ()),
    ("FO4", MET, (all_scores("4", "4"),)),
    ("FO4", NOT_MET, (all_scores("4", "4"), scores("D-1", "2"))),
    ("FO4", NOT_MET, (all_scores("4", "4"), people("csirt", headcount=1))),
    ("FO4", DOUBTFUL, (all_scores("4", "4"), scores("I-4", "2"))),
    ("FO4", UNCLEAR, (NO_ASSESSMENT, every_party(lambda each: replace(each, headcount=None)),
                      plan_fields(staffing=NO_STAFFING))),
    ("FO5", MET, ()),
    ("FO5", NOT_MET, (scores("G-10", "2"),)),
    ("FO5", UNCLEAR, (scores("G-10"),)),
    ("FO6", MET, ()),
    ("FO6", NOT_MET, (left_out("F-3", "I-6"),)),
    ("FO6", NOT_MET, tuple(
        steps(flow.id, inside_only) for flow in catalogues.default_flows().flows)),
    ("FO6", UNCLEAR, (no_flows,)),
    ("FO7", MET, ()),
    ("FO7", NOT_MET, (people("soc", headcount=5),)),
    ("FO7", DOUBTFUL, (assumptions(crews=3, shifts=2),)),
    ("FO7", UNCLEAR, (plan_fields(staffing=NO_STAFFING),)),
    ("FO8", MET, (NEW,)),
    ("FO8", NOT_MET, (left_out("A-5"),)),
    ("FO8", DOUBTFUL, (OLD,)),
    ("FO8", UNCLEAR, (NO_ASSESSMENT,)),
    ("FO9", MET, (contract(1000),)),
    ("FO9", DOUBTFUL, (contract(None), all_scores("4", "4"))),
    ("FO9", NOT_MET, (contract(None), all_scores("na", "3"))),
    ("FO9", UNCLEAR, (blank,)),
    ("FI1", MET, (party("ciso", headcount=2),)),
    ("FI1", DOUBTFUL, ()),
    ("FI1", NOT_MET, (role("D-2", coverage=DAYTIME),)),
    ("FI1", NOT_MET, (letters("D-6", csirt="R"),)),
    ("FI1", UNCLEAR, (party("ciso", headcount=None),)),
    ("FI2", MET, ()),
    ("FI2", NOT_MET, (role("C-5", sourcing=OUT),)),
    ("FI2", NOT_MET, (left_out("C-5"),)),
    ("FI2", DOUBTFUL, (steps("incident-response", late_evidence),)),
    ("FI2", UNCLEAR, (undecided("C-5"),)),
    ("FI3", MET, ()),
    ("FI3", MET, (role("D-4", coverage="24x365 pre-approved"),)),
    ("FI3", MET, (letter("D-4", "mss", "R"), role("D-4", coverage=DAYTIME))),
    ("FI3", NOT_MET, (role("D-4", coverage=DAYTIME),)),
    ("FI3", NOT_MET, (left_out("D-4"),)),
    ("FI3", DOUBTFUL, (left_out("A-3"),)),
    ("FI3", DOUBTFUL, (role("D-4", coverage="mon-sun 0:00-24:00"),)),
    ("FI3", UNCLEAR, (role("D-4", coverage=""),)),
    ("FI4", NOT_MET, (left_out("H-1"),)),
    ("FI4", UNCLEAR, ()),
    ("FI5", MET, ()),
    ("FI5", NOT_MET, (letter("D-6", "legal", "I"),)),
    ("FI5", NOT_MET, (letter("D-7", "pr", ""),)),
    ("FI5", UNCLEAR, (party("pr", name=LocalText("秘書", "Secretaries"),
                            initials=LocalText("秘", "SEC"), id=PartyId("secretaries")),)),
    ("FI6", MET, (steps("external-reporting", limited),)),
    ("FI6", DOUBTFUL, (steps("external-reporting", without_limit),)),
    ("FI6", NOT_MET, (left_out("D-7"),)),
    ("FI6", NOT_MET, (steps("external-reporting", limited), letters("D-8", mgmt="A"))),
    ("FI6", UNCLEAR, (no_flows,)),
    ("FI7", MET, ()),
    ("FI7", NOT_MET, (left_out("F-1"),)),
    ("FI7", NOT_MET, (letters("D-8", mgmt="A"),)),
    ("FI7", UNCLEAR, (blank,)),
    ("FI8", MET, ()),
    ("FI8", NOT_MET, (letters("C-1", csirt="A", ir="R"), letters("C-4", mgmt="A", assess="R"))),
    ("FI8", UNCLEAR, (blank,)),
    ("FI9", MET, ()),
    ("FI9", NOT_MET, (people("csirt", headcount=2),)),
    ("FI9", UNCLEAR, (party("csirt", headcount=None),)),
    ("FI9", UNCLEAR, (undecided("D-8"),)),
]  # fmt: skip


@pytest.mark.parametrize(("prompt", "verdict", "changes"), CASES)
def test_a_prompt_follows_what_the_plan_states(
    prompt: str, verdict: LessonVerdict, changes: tuple[Change, ...]
) -> None:
    assert verdict_of(changed(*changes), prompt) is verdict


_ONLY_BY_PLANNERS = {"FO3", "FI4"}
"""Prompts that no plan can meet by itself."""


def test_every_prompt_is_tried_with_a_plan_that_meets_it_and_one_that_does_not() -> None:
    tried: dict[str, set[LessonVerdict]] = {}
    for prompt, verdict, _ in CASES:
        tried.setdefault(prompt, set()).add(verdict)
    assert list(tried) == list(ANSWER_RULES)
    assert all(MET in verdicts or prompt in _ONLY_BY_PLANNERS for prompt, verdicts in tried.items())
    assert all(verdicts & {NOT_MET, DOUBTFUL} for verdicts in tried.values())
