"""Bids side by side: coverage, totals with what is missing, and gaps."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.plan import Phase, Plan
from socplanner.domain.tender.comparison import Comparison, comparison_of
from socplanner.domain.tender.returned_bid import bid_id_for
from socplanner.domain.tender_edits import StoreBid
from socplanner.domain.tender_inputs import Bid, BidAnswer
from tests.support.small_plan import A1, A2, A3, MSS, NOW, text
from tests.support.tenders import tender_plan


def compared(*bids: Mapping[RoleId, BidAnswer], flat: float | None = None) -> Comparison:
    """Return the comparison of bids with these answers."""
    plan = tender_plan()
    for number, answers in enumerate(bids):
        plan = StoreBid(MSS, Bid(f"b{number}", f"V{number}", answers=answers, flat=flat)).apply(
            plan
        )
    return comparison_of(plan, NOW, MSS)


def test_the_roles_are_those_that_the_provider_performs() -> None:
    comparison = compared()
    assert [role.id for role in comparison.roles] == [A1, A2]
    assert (comparison.columns, comparison.gaps) == ((), ())
    assert (comparison.fees, comparison.currency) == (123_456, "JPY")


def test_coverage_total_and_what_is_missing() -> None:
    comparison = compared(
        {A1: BidAnswer("yes", 100), A2: BidAnswer("conditions", 50.5)},
        {A1: BidAnswer("yes"), A2: BidAnswer("no", 70)},
        {A3: BidAnswer("yes", 9)},
    )
    full, partial, none = comparison.columns
    assert (full.count("yes"), full.count("conditions"), full.count("no")) == (1, 1, 0)
    assert (full.total, partial.total, none.total) == (150.5, None, None)
    assert [role.id for role in partial.missing] == [A1]
    assert [role.id for role in none.unanswered] == [A1, A2]
    assert (full.left_over, none.left_over) == (0, 1)
    assert comparison.gaps == ()


def test_a_flat_price_is_in_the_total_and_includes_roles_without_a_price() -> None:
    (column,) = compared({A1: BidAnswer("yes"), A2: BidAnswer("yes", 5)}, flat=20).columns
    assert (column.total, column.missing) == (25, ())


def test_a_role_that_no_vendor_bids_for_is_a_gap() -> None:
    comparison = compared({A1: BidAnswer("yes", 1), A2: BidAnswer("no")}, {A2: BidAnswer(price=3)})
    assert [role.id for role in comparison.gaps] == [A2]


@pytest.mark.parametrize(("phase", "party"), [("gone", "mss"), ("now", "gone")])
def test_an_unknown_phase_or_party_is_a_key_error(phase: str, party: str) -> None:
    with pytest.raises(KeyError):
        comparison_of(tender_plan(), PhaseId(phase), PartyId(party))


def test_a_vendor_that_returns_its_bid_again_has_the_same_id() -> None:
    plan: Plan = StoreBid(MSS, Bid("acme", "Acme KK")).apply(tender_plan())
    assert bid_id_for(plan, MSS, "ＡＣＭＥ kk", NOW) == "acme"
    assert bid_id_for(plan, MSS, "Acme", NOW) == "acme-2"
    assert bid_id_for(plan, MSS, "株式会社", NOW) == "bid"


def test_a_bid_for_another_phase_is_kept_beside_it_and_not_compared() -> None:
    before = tender_plan()
    later = Phase(PhaseId("later"), text("Later"))
    plan = replace(before, phases=(*before.phases, later))
    plan = StoreBid(MSS, Bid("acme", "Acme", phase=NOW, answers={A1: BidAnswer("yes", 5)})).apply(
        plan
    )
    assert bid_id_for(plan, MSS, "Acme", NOW) == "acme"
    assert bid_id_for(plan, MSS, "Acme", later.id) == "acme-2"
    comparison = comparison_of(plan, later.id, MSS)
    (bid,) = plan.tenders[MSS].bids
    assert (comparison.columns, comparison.gaps) == ((), ())
    assert comparison.elsewhere == ((bid, plan.phases[0]),)
    assert comparison_of(plan, NOW, MSS).elsewhere == ()


def test_a_price_without_an_answer_is_named_and_not_in_the_total() -> None:
    comparison = compared({A1: BidAnswer(price=70), A2: BidAnswer("yes", 5)})
    (column,) = comparison.columns
    assert ([role.id for role in column.undecided], column.total) == ([A1], 5)
