"""A bid as it was returned in a tender pack: what was read of it, and what of it cannot be used."""

from typing import NamedTuple

from socplanner.domain.ids import PartyId, PhaseId, slug_for
from socplanner.domain.letters import normal_symbol
from socplanner.domain.plan import Plan
from socplanner.domain.problem import Problem
from socplanner.domain.tender_inputs import NO_TENDER, Bid


class CellProblem(NamedTuple):
    """What is wrong with a cell of a pack: its sheet and cell, such as `Answers!E9`, and why."""

    place: str
    problem: Problem


class ReturnedBid(NamedTuple):
    """A bid for `party`; cells with problems are left out of it.

    `origin` is the label of the workbook, `currency` that of the plan when the pack was made, and
    `exported` the day of that. `notes` are about the workbook as a whole.
    """

    origin: str
    party: PartyId
    bid: Bid
    currency: str = ""
    exported: str = ""
    problems: tuple[CellProblem, ...] = ()
    notes: tuple[Problem, ...] = ()

    def named(self, plan: Plan, vendor: str, day: str) -> Bid:
        """Return the bid with the name of its vendor and its day, with the id to store it by."""
        bid_id = bid_id_for(plan, self.party, vendor, self.bid.phase)
        return self.bid._replace(id=bid_id, vendor=vendor, day=day)


def bid_id_for(plan: Plan, party: PartyId, vendor: str, phase: PhaseId | None) -> str:
    """Return the id of the bid of `vendor` for `party`: that of its last one, or an unused one.

    Case and width of the name do not matter. A bid for another phase answers another pack.
    """
    bids = plan.tenders.get(party, NO_TENDER).bids
    for bid in bids:
        if bid.phase in (None, phase) and normal_symbol(bid.vendor) == normal_symbol(vendor):
            return bid.id
    return slug_for(vendor, frozenset(bid.id for bid in bids), "bid")
