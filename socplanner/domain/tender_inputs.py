"""What a plan states for a tender with a provider: terms of its services, conditions, and bids.

Rules:

- Terms are of a provider and a role, and the same in every phase: the phase decides which roles a
  tender has, not what is asked for them.
- An empty text, None and a role left out are not stated.
- Service levels are durations after ISO 8601, such as PT15M.
- A bid answers for roles; one that it does not name is not answered. Prices are a month, of the
  one currency of the plan, and never converted.
- Functions that remove something return the same object where it is not mentioned.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.marking import Tlp

VendorAnswer = Literal["yes", "conditions", "no"]
VENDOR_ANSWERS: tuple[VendorAnswer, ...] = ("yes", "conditions", "no")
"""What a vendor can answer for a role, the best first."""

ServiceLevel = Literal["acknowledge", "report", "restore"]
SERVICE_LEVELS: tuple[ServiceLevel, ...] = ("acknowledge", "report", "restore")
"""The service levels of a role, in the order in which they begin to count."""


class ServiceTerms(NamedTuple):
    """What a provider is to do for a role, and how fast.

    `quantity` is a number or a text, of the `unit`; `actions` are those it may take without asking,
    `night` is whom it calls at night; `criteria` are the roles whose criteria are annexed.
    """

    deliverable: str = ""
    frequency: str = ""
    acknowledge: str = ""
    report: str = ""
    restore: str = ""
    quantity: str = ""
    unit: str = ""
    actions: str = ""
    night: str = ""
    criteria: tuple[RoleId, ...] = ()

    @property
    def has_level(self) -> bool:
        """Whether a service level is stated."""
        return bool(self.acknowledge or self.report or self.restore)


NO_SERVICE_TERMS = ServiceTerms()


class ServiceAssumptions(NamedTuple):
    """What a bid may assume about the organisation."""

    log_sources: int | None = None
    events_per_second: int | None = None
    devices: int | None = None
    sites: int | None = None
    languages: str = ""
    remark: str = ""


NO_SERVICE_ASSUMPTIONS = ServiceAssumptions()


class InformationHandling(NamedTuple):
    """How a provider is to handle information; without a label, that of the plan counts."""

    tlp: Tlp | None = None
    subcontractors: str = ""
    storage: str = ""
    erasure: str = ""
    personal_data: str = ""


NO_HANDLING = InformationHandling()


class Transition(NamedTuple):
    """How a service begins, and how it is handed back at its end."""

    takeover: str = ""
    handback: str = ""


NO_TRANSITION = Transition()


class BidAnswer(NamedTuple):
    """The answer of a vendor for a role, and its price a month; None is not stated."""

    answer: VendorAnswer | None = None
    price: float | None = None
    comment: str = ""


NO_BID_ANSWER = BidAnswer()
AnswersByRole = Mapping[RoleId, BidAnswer]
NO_ANSWERS_STATED: AnswersByRole = MappingProxyType({})


class Bid(NamedTuple):
    """What a vendor bids for: its answers by role, prices that are of no role, and a comment.

    `flat` is a month, `once` at the begin. `phase` is the one that the tender was made for, None
    once that is gone.
    """

    id: str
    vendor: str
    day: str = ""
    phase: PhaseId | None = None
    answers: AnswersByRole = NO_ANSWERS_STATED
    flat: float | None = None
    once: float | None = None
    comment: str = ""


TermsByRole = Mapping[RoleId, ServiceTerms]
NO_TERMS_STATED: TermsByRole = MappingProxyType({})


class ProviderTender(NamedTuple):
    """The tender with one provider: what it is to do, and the bids of vendors."""

    assumptions: ServiceAssumptions = NO_SERVICE_ASSUMPTIONS
    handling: InformationHandling = NO_HANDLING
    transition: Transition = NO_TRANSITION
    terms: TermsByRole = NO_TERMS_STATED
    bids: tuple[Bid, ...] = ()

    def bid(self, bid_id: str) -> Bid | None:
        """Return the bid `bid_id`, or None."""
        return next((each for each in self.bids if each.id == bid_id), None)


NO_TENDER = ProviderTender()
Tenders = Mapping[PartyId, ProviderTender]
NO_TENDERS: Tenders = MappingProxyType({})


def no_tenders() -> Tenders:
    """Return no tenders; a dataclass cannot have a mapping proxy as a default (3.11)."""
    return NO_TENDERS


def with_tender(tenders: Tenders, party: PartyId, tender: ProviderTender) -> Tenders:
    """Return `tenders` with that of `party` replaced; one that states nothing is left out."""
    if tenders.get(party, NO_TENDER) == tender:
        return tenders
    rest = {each: value for each, value in tenders.items() if each != party}
    return MappingProxyType(rest if tender == NO_TENDER else {**rest, party: tender})


def tenders_without_party(tenders: Tenders, party: PartyId) -> Tenders:
    """Return `tenders` without that of `party`."""
    return with_tender(tenders, party, NO_TENDER)


def tenders_without_role(tenders: Tenders, role: RoleId) -> Tenders:
    """Return `tenders` in which neither terms nor criteria nor answers are of `role`."""
    for party, tender in tenders.items():
        terms = {
            each: _without_criterion(stated, role)
            for each, stated in tender.terms.items()
            if each != role
        }
        bids = tuple(_without_answer(bid, role) for bid in tender.bids)
        if terms != tender.terms or bids != tender.bids:
            changed = tender._replace(terms=MappingProxyType(terms), bids=bids)
            tenders = with_tender(tenders, party, changed)
    return tenders


def tenders_without_phase(tenders: Tenders, phase: PhaseId) -> Tenders:
    """Return `tenders` in which no bid names `phase`; the bids stay."""
    for party, tender in tenders.items():
        bids = tuple(bid._replace(phase=None) if bid.phase == phase else bid for bid in tender.bids)
        if bids != tender.bids:
            tenders = with_tender(tenders, party, tender._replace(bids=bids))
    return tenders


def _without_criterion(terms: ServiceTerms, role: RoleId) -> ServiceTerms:
    if role not in terms.criteria:
        return terms
    return terms._replace(criteria=tuple(each for each in terms.criteria if each != role))


def _without_answer(bid: Bid, role: RoleId) -> Bid:
    if role not in bid.answers:
        return bid
    answers = {each: answer for each, answer in bid.answers.items() if each != role}
    return bid._replace(answers=MappingProxyType(answers))
