"""Edits of tenders: what is stated, what is refused, and what a removal leaves."""

from dataclasses import replace

import pytest

from socplanner.domain.custom_role_edits import AddCustomRole, RemoveCustomRole
from socplanner.domain.history import Edit
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.limits import MOST_BIDS
from socplanner.domain.party_edits import ChangeParty, RemoveParty
from socplanner.domain.phase_edits import RemovePhase
from socplanner.domain.plan import Plan
from socplanner.domain.problem import EditRejected
from socplanner.domain.tender_edits import (
    RemoveBid,
    SetServiceTerms,
    SetTender,
    StoreBid,
    TenderConditions,
)
from socplanner.domain.tender_inputs import (
    NO_SERVICE_TERMS,
    Bid,
    BidAnswer,
    InformationHandling,
    ServiceAssumptions,
    ServiceTerms,
    Transition,
)
from tests.support.small_plan import A1, A2, MSS, NOW, SOC, TARGET, small_plan, text

PLAN = small_plan()
BID = Bid("acme", "ACME", "2026-12-01", TARGET, {A1: BidAnswer("yes", 10.456, "fine")}, 5)
NIGHT = RoleId("own:NIGHT")


def refused(edit: Edit, plan: Plan = PLAN) -> str:
    """Return the code for which `edit` is refused."""
    with pytest.raises(EditRejected) as rejection:
        edit.apply(plan)
    return rejection.value.problem.code


def test_terms_are_cleaned_and_each_criterion_counts_once() -> None:
    terms = ServiceTerms(" Report\r\nand call ", "monthly\t", criteria=(A2, A2))
    plan = SetServiceTerms(((MSS, A1, terms),)).apply(PLAN)
    stated = plan.tenders[MSS].terms[A1]
    assert stated == ServiceTerms("Report\nand call", "monthly", criteria=(A2,))


def test_terms_without_a_value_are_removed_and_then_the_tender() -> None:
    plan = SetServiceTerms(((MSS, A1, ServiceTerms("x")), (MSS, A2, ServiceTerms("y")))).apply(PLAN)
    plan = SetServiceTerms(((MSS, A1, NO_SERVICE_TERMS),)).apply(plan)
    assert list(plan.tenders[MSS].terms) == [A2]
    assert SetServiceTerms(((MSS, A2, NO_SERVICE_TERMS),)).apply(plan).tenders == {}


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (SetServiceTerms(((SOC, A1, ServiceTerms("x")),)), "tender-without-provider"),
        (SetServiceTerms(((MSS, RoleId("x:Z-9"), ServiceTerms("x")),)), "unknown-role"),
        (SetServiceTerms(((MSS, A1, ServiceTerms(criteria=(NIGHT,))),)), "unknown-role"),
        (SetServiceTerms(((MSS, A1, ServiceTerms(report="1 hour")),)), "bad-duration"),
        (SetServiceTerms(((MSS, A1, ServiceTerms("x" * 4001)),)), "text-too-long"),
        (SetServiceTerms(((MSS, A1, ServiceTerms(unit="x" * 201)),)), "text-too-long"),
        (SetTender((TenderConditions(MSS, ServiceAssumptions(sites=-1)),)), "bad-number"),
        (
            SetTender((TenderConditions(MSS, handling=InformationHandling(erasure="x" * 4001)),)),
            "text-too-long",
        ),
        (
            SetTender((TenderConditions(MSS, transition=Transition("x" * 4001)),)),
            "text-too-long",
        ),
        (StoreBid(MSS, BID._replace(vendor=" ")), "empty-name"),
        (StoreBid(MSS, BID._replace(id="A B")), "bad-id"),
        (StoreBid(MSS, BID._replace(day="soon")), "bad-day"),
        (StoreBid(MSS, BID._replace(phase=PhaseId("gone"))), "unknown-phase"),
        (StoreBid(MSS, BID._replace(flat=-1)), "bad-amount"),
        (StoreBid(MSS, BID._replace(answers={A1: BidAnswer(price=1e12)})), "bad-amount"),
        (StoreBid(MSS, BID._replace(answers={NIGHT: BidAnswer("yes")})), "unknown-role"),
        (RemoveBid(MSS, "acme"), "unknown-bid"),
    ],
)
def test_what_is_not_valid_is_refused(edit: Edit, code: str) -> None:
    assert refused(edit) == code


def test_a_bid_is_stored_as_the_file_writes_it_and_replaced_by_its_id() -> None:
    plan = StoreBid(MSS, BID).apply(PLAN)
    assert plan.tenders[MSS].bids[0].answers[A1].price == 10.46
    plan = StoreBid(MSS, BID._replace(id="other", vendor="Other")).apply(plan)
    plan = StoreBid(MSS, BID._replace(vendor="ACME 2")).apply(plan)
    assert [each.vendor for each in plan.tenders[MSS].bids] == ["ACME 2", "Other"]
    assert [each.id for each in RemoveBid(MSS, "acme").apply(plan).tenders[MSS].bids] == ["other"]


def test_an_answer_that_states_nothing_is_not_kept() -> None:
    plan = StoreBid(MSS, BID._replace(answers={A1: BidAnswer(), A2: BidAnswer("no")})).apply(PLAN)
    assert dict(plan.tenders[MSS].bids[0].answers) == {A2: BidAnswer("no")}


def test_bids_are_bounded() -> None:
    plan = PLAN
    for number in range(MOST_BIDS):
        plan = StoreBid(MSS, Bid(f"b{number}", "V")).apply(plan)
    assert refused(StoreBid(MSS, BID), plan) == "too-many-bids"
    assert StoreBid(MSS, Bid("b0", "W")).apply(plan).tenders[MSS].bids[0].vendor == "W"


def test_a_party_that_is_removed_takes_its_tender_along() -> None:
    plan = StoreBid(MSS, BID).apply(PLAN)
    assert RemoveParty(MSS).apply(plan).tenders == {}
    assert RemoveParty(SOC).apply(plan).tenders == plan.tenders


def test_bids_can_be_removed_from_a_party_that_is_no_provider_any_more() -> None:
    plan = StoreBid(MSS, BID).apply(PLAN)
    party = plan.party(MSS)
    assert party is not None
    plan = ChangeParty(replace(party, kind="internal")).apply(plan)
    assert RemoveBid(MSS, "acme").apply(plan).tenders == {}


def test_a_bid_for_a_phase_that_is_removed_stays() -> None:
    plan = StoreBid(MSS, BID).apply(PLAN)
    bid = RemovePhase(TARGET).apply(plan).tenders[MSS].bids[0]
    assert bid == plan.tenders[MSS].bids[0]._replace(phase=None)
    kept = StoreBid(MSS, BID._replace(phase=NOW)).apply(PLAN)
    assert RemovePhase(TARGET).apply(kept).tenders is kept.tenders


def test_a_role_that_is_removed_is_gone_from_terms_criteria_and_answers() -> None:
    plan = AddCustomRole("NIGHT", "A", text("Night")).apply(PLAN)
    plan = SetServiceTerms(
        ((MSS, NIGHT, ServiceTerms("x")), (MSS, A1, ServiceTerms("y", criteria=(NIGHT, A2))))
    ).apply(plan)
    plan = StoreBid(MSS, BID._replace(answers={NIGHT: BidAnswer("no")})).apply(plan)
    tender = RemoveCustomRole(NIGHT).apply(plan).tenders[MSS]
    assert dict(tender.terms) == {A1: ServiceTerms("y", criteria=(A2,))}
    assert dict(tender.bids[0].answers) == {}
