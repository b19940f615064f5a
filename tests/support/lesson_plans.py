"""Plans for the review: the sample bank with the flows adopted, and changes of one fact each."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

from socplanner.domain.assessment import Assessment, RoleScores, Score, SideScore, newest_assessment
from socplanner.domain.catalogue import Sourcing
from socplanner.domain.flow_inputs import BusinessFlow, FlowStep
from socplanner.domain.flows.defaults import adapted_flow
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.lesson_inputs import LessonVerdict
from socplanner.domain.lessons.answers import answer_to
from socplanner.domain.lessons.evidence import PromptAnswer
from socplanner.domain.lessons.lesson_facts import LessonFacts
from socplanner.domain.letters import Cell
from socplanner.domain.phases import duties, duty, with_duties
from socplanner.domain.plan import Party, Plan, frozen
from socplanner.services import catalogues
from tests.support.plans import sample

NOW, TARGET = PhaseId("now"), PhaseId("target")
TODAY = "2026-06-01"
Change = Callable[[Plan], Plan]


@cache
def base_plan() -> Plan:
    """Return the sample bank with every default flow adopted."""
    plan, defaults = sample("bank"), catalogues.default_flows()
    flows = tuple(adapted_flow(plan, flow, defaults) for flow in defaults.flows)
    return replace(plan, flows=flows, counterparts=defaults.counterparts, lessons={})


def changed(*changes: Change) -> Plan:
    """Return the base plan with `changes`."""
    plan = base_plan()
    for change in changes:
        plan = change(plan)
    return plan


def answer(plan: Plan, prompt: str, phase: PhaseId = NOW) -> PromptAnswer:
    """Return what `plan` answers to `prompt`."""
    return answer_to(prompt, LessonFacts(plan, phase, TODAY, catalogues.default_flows()))


def verdict_of(plan: Plan, prompt: str, phase: PhaseId = NOW) -> LessonVerdict:
    """Return the verdict of `plan` on `prompt`."""
    return answer(plan, prompt, phase).verdict


def role_id(code: str) -> RoleId:
    """Return the id of the role `code` of edition v2."""
    return RoleId(f"v2:{code}")


def role(code: str, phase: PhaseId = NOW, **fields: Any) -> Change:
    """Return the change of fields of the duty of a role."""

    def change(plan: Plan) -> Plan:
        before = duty(plan, phase, role_id(code))
        return with_duties(plan, phase, {role_id(code): replace(before, **fields)})

    return change


def letters(code: str, **cells: str) -> Change:
    """Return the change of a role that has these letters and no others."""
    return role(code, letters=frozen({PartyId(party): Cell(c) for party, c in cells.items()}))


def letter(code: str, party: str, cell: str) -> Change:
    """Return the change of one cell; an empty one has no letter."""

    def change(plan: Plan) -> Plan:
        cells = dict(duty(plan, NOW, role_id(code)).letters)
        cells.pop(PartyId(party), None)
        if cell:
            cells[PartyId(party)] = Cell(cell)
        return role(code, letters=frozen(cells))(plan)

    return change


def left_out(*codes: str) -> Change:
    """Return the change that roles are not carried out."""
    return everywhere(codes, sourcing=Sourcing.NOT_CARRIED_OUT)


def undecided(*codes: str) -> Change:
    """Return the change that nothing is decided about roles."""
    return everywhere(codes, sourcing=Sourcing.UNDECIDED, letters=frozen({}))


def everywhere(codes: tuple[str, ...], **fields: Any) -> Change:
    """Return the change of fields of several roles."""

    def change(plan: Plan) -> Plan:
        for code in codes:
            plan = role(code, **fields)(plan)
        return plan

    return change


def blank(plan: Plan) -> Plan:
    """Return `plan` with nothing decided about any role in its first phase."""
    by_role = duties(plan, NOW)
    return with_duties(
        plan,
        NOW,
        {
            each: replace(current, sourcing=Sourcing.UNDECIDED, letters=frozen({}), coverage="")
            for each, current in by_role.items()
        },
    )


def scores(code: str, inhouse: Score | None = None, outsourced: Score | None = None) -> Change:
    """Return the change of the scores of a role in the newest assessment."""

    def change(plan: Plan) -> Plan:
        newest = newest_assessment(plan.assessments)
        assert newest is not None
        made = {
            **newest.scores,
            role_id(code): RoleScores(SideScore(inhouse), SideScore(outsourced)),
        }
        after = replace(newest, scores=frozen(made))
        others = tuple(each for each in plan.assessments if each is not newest)
        return replace(plan, assessments=(*others, after))

    return change


def all_scores(inhouse: Score | None, outsourced: Score | None) -> Change:
    """Return the change of the scores of every role."""

    def change(plan: Plan) -> Plan:
        for each in plan.catalogue.roles:
            plan = scores(each.code, inhouse, outsourced)(plan)
        return plan

    return change


def assessments(*made: Assessment) -> Change:
    """Return the change of all assessments."""
    return lambda plan: replace(plan, assessments=made)


def party(party_id: str, **fields: Any) -> Change:
    """Return the change of fields of a party."""

    def change(plan: Plan) -> Plan:
        parties = tuple(
            replace(each, **fields) if each.id == party_id else each for each in plan.parties
        )
        return replace(plan, parties=parties)

    return change


def every_party(of: Callable[[Party], Party]) -> Change:
    """Return the change of every party."""
    return lambda plan: replace(plan, parties=tuple(map(of, plan.parties)))


def plan_fields(**fields: Any) -> Change:
    """Return the change of fields of the plan."""
    return lambda plan: replace(plan, **fields)


def steps(flow_id: str, of: Callable[[FlowStep], FlowStep]) -> Change:
    """Return the change of every step of a flow."""

    def changed_flow(flow: BusinessFlow) -> BusinessFlow:
        if flow.id != flow_id:
            return flow
        return flow._replace(steps=tuple(map(of, flow.steps)))

    return lambda plan: replace(plan, flows=tuple(map(changed_flow, plan.flows)))
