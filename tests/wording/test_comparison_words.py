"""The comparison of bids in words: answers with their prices, and what is missing."""

from dataclasses import replace

import pytest

from socplanner.domain.ids import PhaseId
from socplanner.domain.plan import Phase
from socplanner.domain.tender.comparison import comparison_of
from socplanner.domain.tender_edits import StoreBid
from socplanner.domain.tender_inputs import Bid, BidAnswer
from socplanner.services.i18n import words_for
from socplanner.wording.comparison_words import comparison_notes, priced_answer
from tests.support.small_plan import A1, A2, MSS, NOW, text
from tests.support.tenders import tender_plan

WORDS = words_for("en")


@pytest.mark.parametrize(
    ("answer", "shown"),
    [
        *((BidAnswer(), "–"), (BidAnswer(price=70), "– · 70 JPY"), (BidAnswer("no", 5), "No")),
        *((BidAnswer("yes"), "Yes · –"), (BidAnswer("yes", 1.5), "Yes · 1.5 JPY")),
    ],
)
def test_an_answer_is_shown_with_its_price(answer: BidAnswer, shown: str) -> None:
    assert priced_answer(answer, "JPY", WORDS) == shown


def test_gaps_come_first_and_prices_without_an_answer_are_named() -> None:
    answers = {A1: BidAnswer(price=70), A2: BidAnswer("yes", 5)}
    plan = StoreBid(MSS, Bid("b", "Acme", answers=answers)).apply(tender_plan())
    notes = list(comparison_notes(comparison_of(plan, NOW, MSS), WORDS))
    assert notes[:2] == [
        "No vendor bids for A-1.",
        "Acme states a price but no answer for A-1: it is not in the total.",
    ]


def test_bids_for_other_phases_are_named() -> None:
    plan = tender_plan()
    later = Phase(PhaseId("later"), text("Later"))
    plan = replace(plan, phases=(*plan.phases, later))
    plan = StoreBid(MSS, Bid("b", "Acme", phase=NOW)).apply(plan)
    note = next(iter(comparison_notes(comparison_of(plan, later.id, MSS), WORDS)))
    assert note == "The bid of Acme is for phase “Now”: it is not compared in this one."
