"""Bids of vendors side by side: answers and prices by role, coverage, totals and gaps.

Rules:

- The roles are those that the provider performs in the phase; answers for other roles do not count.
- A total is what a vendor bids for with yes or with conditions, and its flat price. A price beside
  a no does not count.
- A price without an answer is not in the total either, and named.
- A bid for another phase has prices for other roles: it is listed, and not compared.
- A role without a price is missing in the total, and named, unless a flat price includes it.
- A gap is a role that no vendor bids for.
"""

from typing import NamedTuple

from socplanner.domain.catalogue import Role
from socplanner.domain.cost.contracts import contracts_in
from socplanner.domain.ids import PartyId, PhaseId
from socplanner.domain.matrix import by_function, matrix_of
from socplanner.domain.plan import Party, Phase, Plan
from socplanner.domain.tender_inputs import (
    NO_BID_ANSWER,
    NO_TENDER,
    Bid,
    BidAnswer,
    VendorAnswer,
)


class BidColumn(NamedTuple):
    """A bid with its answer for each role, in their order; `left_over` are for other roles.

    `undecided` have a price and no answer.
    """

    bid: Bid
    answers: tuple[BidAnswer, ...]
    missing: tuple[Role, ...]
    unanswered: tuple[Role, ...]
    undecided: tuple[Role, ...]
    left_over: int

    def count(self, answer: VendorAnswer) -> int:
        """Return how many roles have `answer`."""
        return sum(each.answer == answer for each in self.answers)

    @property
    def total(self) -> float | None:
        """The price a month of the bid; None where no price is stated."""
        prices = [bid_price(each) for each in self.answers]
        stated = [each for each in (*prices, self.bid.flat) if each is not None]
        return round(sum(stated), 2) if stated else None


class Comparison(NamedTuple):
    """The bids for a provider in a phase; `fees` is what its contracts cost a month today.

    `elsewhere` are bids for other phases, and these phases.
    """

    phase: Phase
    party: Party
    roles: tuple[Role, ...]
    columns: tuple[BidColumn, ...]
    gaps: tuple[Role, ...]
    fees: float | None
    currency: str
    elsewhere: tuple[tuple[Bid, Phase], ...]


def comparison_of(plan: Plan, phase: PhaseId, party: PartyId) -> Comparison:
    """Return the bids for `party` in `phase`; raise KeyError if the plan has none such."""
    in_phase, of_party = plan.phase(phase), plan.party(party)
    if in_phase is None or of_party is None:
        raise KeyError(phase, party)
    roles = performed_roles(plan, phase, party)
    bids = plan.tenders.get(party, NO_TENDER).bids
    columns = tuple(_column(bid, roles) for bid in bids if bid.phase in (None, phase))
    elsewhere = tuple(
        (bid, each)
        for bid in bids
        for each in plan.phases
        if each.id == bid.phase and each.id != phase
    )
    gaps = tuple(
        role
        for place, role in enumerate(roles)
        if columns and not any(is_bid_for(column.answers[place]) for column in columns)
    )
    fees = [
        each.fee
        for each in contracts_in(plan, phase)
        if each.party == party and each.fee is not None
    ]
    total = round(sum(fees), 2) if fees else None
    currency = plan.cost.currency
    return Comparison(in_phase, of_party, roles, columns, gaps, total, currency, elsewhere)


def performed_roles(plan: Plan, phase: PhaseId, party: PartyId) -> tuple[Role, ...]:
    """Return the roles that `party` performs in `phase`, by function."""
    place = next(at for at, each in enumerate(plan.parties) if each.id == party)
    meaning = plan.letter_set.meaning
    return tuple(
        row.role
        for row in by_function(matrix_of(plan, phase)).rows
        if row.cells[place] and meaning(row.cells[place]).performs
    )


def is_bid_for(answer: BidAnswer) -> bool:
    """Return whether a vendor performs the role, with conditions or without."""
    return answer.answer in ("yes", "conditions")


def bid_price(answer: BidAnswer) -> float | None:
    """Return the price of an answer; none where the vendor does not bid for it."""
    return answer.price if is_bid_for(answer) else None


def _column(bid: Bid, roles: tuple[Role, ...]) -> BidColumn:
    answers = tuple(bid.answers.get(role.id, NO_BID_ANSWER) for role in roles)
    paired = tuple(zip(roles, answers, strict=True))
    missing = tuple(role for role, each in paired if is_bid_for(each) and each.price is None)
    return BidColumn(
        bid,
        answers,
        () if bid.flat is not None else missing,
        tuple(role for role, each in paired if each.answer is None),
        tuple(role for role, each in paired if each.answer is None and each.price is not None),
        len(bid.answers.keys() - {role.id for role in roles}),
    )
