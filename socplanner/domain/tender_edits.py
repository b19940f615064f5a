"""Edits of what the plan states for tenders, and of the returned bids."""

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from socplanner.domain.edit_checks import (
    reject_first,
    require_id,
    require_party,
    require_phase,
    two_places,
)
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.limits import MOST_BIDS
from socplanner.domain.names import clean_line, clean_text, validated_line
from socplanner.domain.plan import Plan
from socplanner.domain.problem import EditRejected
from socplanner.domain.tender_inputs import (
    NO_BID_ANSWER,
    NO_HANDLING,
    NO_SERVICE_ASSUMPTIONS,
    NO_SERVICE_TERMS,
    NO_TENDER,
    NO_TRANSITION,
    Bid,
    BidAnswer,
    InformationHandling,
    ProviderTender,
    ServiceAssumptions,
    ServiceTerms,
    Transition,
    with_tender,
)
from socplanner.domain.tender_validation import (
    LINES,
    answer_faults,
    assumption_faults_of_tender,
    bid_faults,
    handling_faults,
    service_terms_faults,
    transition_faults,
)

TextsT = TypeVar(
    "TextsT", ServiceTerms, ServiceAssumptions, InformationHandling, Transition, BidAnswer
)


TermsEntry = tuple[PartyId, RoleId, ServiceTerms]
"""The terms of a role of a provider."""


class TenderConditions(NamedTuple):
    """What a tender with a provider states beside the terms of its roles."""

    party: PartyId
    assumptions: ServiceAssumptions = NO_SERVICE_ASSUMPTIONS
    handling: InformationHandling = NO_HANDLING
    transition: Transition = NO_TRANSITION


@dataclass(frozen=True, slots=True)
class SetServiceTerms:
    """Set what providers are to do for roles, and how fast; terms without any value are removed."""

    entries: tuple[TermsEntry, ...]

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the terms; raise EditRejected for one that is not valid."""
        for party, role, stated in self.entries:
            require_provider(plan, party)
            for each in (role, *stated.criteria):
                _require_role(plan, each)
            terms = cleaned_part(stated)._replace(criteria=tuple(dict.fromkeys(stated.criteria)))
            reject_first(service_terms_faults(terms))
            tender = plan.tenders.get(party, NO_TENDER)
            kept = {each: value for each, value in tender.terms.items() if each != role}
            if terms != NO_SERVICE_TERMS:
                kept[role] = terms
            plan = _with(plan, party, tender._replace(terms=MappingProxyType(kept)))
        return plan


@dataclass(frozen=True, slots=True)
class SetTender:
    """Set the conditions of tenders: assumptions, handling of information, begin and end."""

    conditions: tuple[TenderConditions, ...]

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the conditions; raise EditRejected for one that is not valid."""
        for each in self.conditions:
            require_provider(plan, each.party)
            assumptions, handling = cleaned_part(each.assumptions), cleaned_part(each.handling)
            transition = cleaned_part(each.transition)
            reject_first(assumption_faults_of_tender(assumptions))
            reject_first(handling_faults(handling))
            reject_first(transition_faults(transition))
            tender = plan.tenders.get(each.party, NO_TENDER)._replace(
                assumptions=assumptions, handling=handling, transition=transition
            )
            plan = _with(plan, each.party, tender)
        return plan


@dataclass(frozen=True, slots=True)
class StoreBid:
    """Add a bid after the others, or replace the one that has its id."""

    party: PartyId
    bid: Bid

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the bid; raise EditRejected if a field of it is not valid."""
        require_provider(plan, self.party)
        bid = _validated(plan, self.bid)
        tender = plan.tenders.get(self.party, NO_TENDER)
        if tender.bid(bid.id) is None:
            if len(tender.bids) >= MOST_BIDS:
                raise EditRejected("too-many-bids", most=MOST_BIDS)
            bids = (*tender.bids, bid)
        else:
            bids = tuple(bid if each.id == bid.id else each for each in tender.bids)
        return _with(plan, self.party, tender._replace(bids=bids))


@dataclass(frozen=True, slots=True)
class RemoveBid:
    """Remove a bid."""

    party: PartyId
    bid: str

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` without the bid; raise EditRejected if it is unknown."""
        tender = plan.tenders.get(self.party, NO_TENDER)
        if tender.bid(self.bid) is None:
            raise EditRejected("unknown-bid", bid=self.bid)
        kept = tuple(each for each in tender.bids if each.id != self.bid)
        return _with(plan, self.party, tender._replace(bids=kept))


def require_provider(plan: Plan, party: PartyId) -> None:
    """Reject `party` if `plan` has none such, or it is no provider."""
    require_party(plan, party)
    existing = plan.party(party)
    if existing is not None and not existing.is_provider:
        raise EditRejected("tender-without-provider", party=party)


def _with(plan: Plan, party: PartyId, tender: ProviderTender) -> Plan:
    tenders = with_tender(plan.tenders, party, tender)
    return plan if tenders is plan.tenders else replace(plan, tenders=tenders)


def _validated(plan: Plan, bid: Bid) -> Bid:
    require_id(bid.id)
    if bid.phase is not None:
        require_phase(plan, bid.phase)
    answers = {}
    for role, answer in bid.answers.items():
        _require_role(plan, role)
        clean = cleaned_part(answer)._replace(price=two_places(answer.price))
        reject_first(answer_faults(clean))
        if clean != NO_BID_ANSWER:
            answers[role] = clean
    clean_bid = bid._replace(
        vendor=validated_line(bid.vendor),
        answers=MappingProxyType(answers),
        flat=two_places(bid.flat),
        once=two_places(bid.once),
        comment=clean_text(bid.comment),
    )
    reject_first(bid_faults(clean_bid))
    return clean_bid


def cleaned_part(part: TextsT) -> TextsT:
    """Return `part` with its texts cleaned, and without space around them."""
    texts: dict[str, Any] = {
        name: (clean_line(text) if name in LINES else clean_text(text)).strip()
        for name, text in part._asdict().items()
        if type(text) is str and text
    }
    return part._replace(**texts)


def _require_role(plan: Plan, role: RoleId) -> None:
    if plan.role(role) is None:
        raise EditRejected("unknown-role", role=role)
