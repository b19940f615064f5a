"""V01 to V03: what is bought is described, understood inside, and judged by criteria."""

from dataclasses import replace

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.checks.dependents import CRITERIA, JUDGED, with_dependents
from socplanner.domain.checks.finding import Finding
from socplanner.domain.checks.fixes import fixes
from socplanner.domain.checks.run import check_phase
from socplanner.domain.duty_edits import SetCells
from socplanner.domain.history import History
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.letters import Cell
from socplanner.domain.plan import Plan
from socplanner.domain.staffing_inputs import Post, Staffing, Workload
from socplanner.domain.tender_edits import SetServiceTerms
from socplanner.domain.tender_inputs import ServiceTerms
from socplanner.services.checking import Checking
from socplanner.services.document import Document
from tests.support.plans import hybrid_plan
from tests.support.small_plan import A1, A2, B1, CISO, MSS, NOW, small_plan, text, with_row
from tests.support.tenders import TERMS

PLAN = with_row(small_plan(target=None), A1, Sourcing.OUTSOURCE, ciso="A", mss="R")
B_1, MONITOR = RoleId("v2:B-1"), PartyId("mss")


def with_terms(terms: ServiceTerms, plan: Plan = PLAN, role: RoleId = A1) -> Plan:
    """Return `plan` with these terms of the provider."""
    return SetServiceTerms(((MSS, role, terms),)).apply(plan)


def reported(plan: Plan, role: RoleId = A1) -> list[Finding]:
    """Return the findings of the rules of tenders about `role`."""
    findings = check_phase(plan, plan.phases[0].id)
    return [each for each in findings if each.rule.startswith("V") and each.role == role]


def test_a_plan_without_a_tender_has_no_findings() -> None:
    assert reported(PLAN) == []
    assert not [each for each in check_phase(hybrid_plan(), NOW) if each.rule.startswith("V")]


def test_a_described_service_has_no_findings() -> None:
    assert reported(with_terms(TERMS)) == []


def test_a_service_without_level_or_volume_is_reported() -> None:
    bare = reported(with_terms(ServiceTerms("Report")))
    assert [(each.rule, each.variant, each.parties) for each in bare] == [
        ("V01", "level", (MSS,)),
        ("V01", "volume", (MSS,)),
    ]
    level = reported(with_terms(ServiceTerms(restore="PT8H")))
    assert [each.variant for each in level] == ["volume"]


def test_work_of_a_post_of_the_provider_is_a_volume() -> None:
    post = Post("watch", text("Watch"), MSS, "24x365", roles=(A1,))
    work = Workload("alerts", text("Alerts"), post="watch", volume=300, minutes=5)
    plan = replace(PLAN, staffing=Staffing(posts=(post,), workloads=(work,)))
    assert reported(with_terms(ServiceTerms(restore="PT8H"), plan)) == []


def test_another_provider_has_no_findings() -> None:
    other = with_row(PLAN, A2, Sourcing.INSOURCE, ciso="A", soc="R")
    assert reported(with_terms(TERMS, other), A2) == []


def test_a_role_without_a_party_inside_is_reported_and_the_usual_party_can_be_involved() -> None:
    plan = with_row(with_terms(TERMS), A1, Sourcing.OUTSOURCE, mss="R", soc="I")
    (finding,) = reported(plan)
    assert (finding.rule, finding.variant, finding.parties) == ("V02", "nobody-inside", (MSS,))
    (fix,) = fixes(plan, finding)
    assert reported(fix.apply(plan)) == []


def test_parties_inside_without_people_are_reported() -> None:
    plan = with_terms(TERMS)
    parties = [replace(each, headcount=0) if each.id == CISO else each for each in plan.parties]
    (finding,) = reported(replace(plan, parties=tuple(parties)))
    assert (finding.rule, finding.variant, finding.parties) == ("V02", "no-people", (CISO,))
    assert fixes(plan, finding) == ()


def monitored(terms: ServiceTerms) -> Plan:
    """Return the hybrid plan in which the provider performs B-1 on these terms."""
    plan = hybrid_plan(None)
    cells = [(B_1, party.id, Cell("")) for party in plan.parties]
    cells += [(B_1, MONITOR, Cell("R")), (B_1, PartyId("soc"), Cell("A"))]
    cells += [(role, MONITOR, Cell("")) for role in CRITERIA]
    plan = SetCells(NOW, tuple(cells)).apply(plan)
    return SetServiceTerms(((MONITOR, B_1, terms),)).apply(plan)


def test_criteria_that_are_not_annexed_are_reported_and_can_be_annexed() -> None:
    plan = monitored(TERMS._replace(criteria=(CRITERIA[0],)))
    (finding,) = reported(plan, B_1)
    assert (finding.rule, finding.parties, dict(finding.values)) == (
        "V03",
        (MONITOR,),
        {"codes": "A-3"},
    )
    (fix,) = fixes(plan, finding)
    after = fix.apply(plan)
    assert reported(after, B_1) == []
    assert after.tenders[MONITOR].terms[B_1].criteria == CRITERIA


def test_criteria_are_there_for_a_provider_that_is_informed_of_them() -> None:
    plan = monitored(TERMS._replace(criteria=(CRITERIA[0],)))
    informed = SetCells(NOW, ((CRITERIA[1], MONITOR, Cell("I")),)).apply(plan)
    assert reported(informed, B_1) == []


def test_only_roles_that_judge_events_need_criteria() -> None:
    assert reported(with_terms(TERMS._replace(criteria=()))) == []
    assert B1 not in JUDGED


def test_a_letter_in_the_criteria_is_checked_at_once_where_they_are_applied() -> None:
    document = Document(History.of(monitored(TERMS._replace(criteria=(CRITERIA[0],)))))
    checking = Checking(document)
    assert any(each.rule == "V03" for each in checking.of_role(B_1))
    document.perform(SetCells(NOW, ((CRITERIA[1], MONITOR, Cell("I")),)))
    assert not any(each.rule == "V03" for each in checking.of_role(B_1))
    plan = document.plan
    assert with_dependents(frozenset({CRITERIA[0]}), plan) == JUDGED | {CRITERIA[0]}
