"""Writing the section `tenders` of a plan file; imported only for a plan that has one."""

from collections.abc import Mapping
from typing import Any

from socplanner.domain.ids import RoleId
from socplanner.domain.plan import Plan
from socplanner.domain.tender_inputs import (
    Bid,
    BidAnswer,
    InformationHandling,
    ProviderTender,
    ServiceAssumptions,
    ServiceTerms,
    Transition,
)
from socplanner.formats.plan.canonical import FlowList
from socplanner.formats.plan.sections.local_written import amount_written


def tenders_written(plan: Plan) -> dict[str, Any]:
    """Return the tree of the tenders, in the order of the parties and roles of `plan`."""
    places = {role.id: place for place, role in enumerate(plan.all_roles())}
    return {
        party.id: _tender(plan.tenders[party.id], places)
        for party in plan.parties
        if party.id in plan.tenders
    }


def _tender(tender: ProviderTender, places: Mapping[RoleId, int]) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "assumptions": _texts(tender.assumptions),
        "handling": _texts(tender.handling),
        "transition": _texts(tender.transition),
        "terms": {
            role: _terms(tender.terms[role])
            for role in sorted(tender.terms, key=places.__getitem__)
        },
        "bids": [_bid(each, places) for each in tender.bids],
    }
    return {key: value for key, value in entry.items() if value}


def _texts(part: ServiceAssumptions | InformationHandling | Transition) -> dict[str, str]:
    values = part._asdict().items()
    return {key.replace("_", "-"): str(value) for key, value in values if value not in ("", None)}


def _terms(terms: ServiceTerms) -> dict[str, Any]:
    entry: dict[str, Any] = {key: value for key, value in terms._asdict().items() if value}
    if terms.criteria:
        entry["criteria"] = FlowList(terms.criteria)
    return entry


def _bid(bid: Bid, places: Mapping[RoleId, int]) -> dict[str, Any]:
    entry: dict[str, Any] = {"id": bid.id, "vendor": bid.vendor}
    texts = {"date": bid.day, "phase": bid.phase or ""}
    amounts = {"flat": bid.flat, "once": bid.once}
    entry |= {key: text for key, text in texts.items() if text}
    entry |= {key: amount_written(each) for key, each in amounts.items() if each is not None}
    if bid.comment:
        entry["comment"] = bid.comment
    if bid.answers:
        ordered = sorted(bid.answers, key=places.__getitem__)
        entry["answers"] = {role: _answer(bid.answers[role]) for role in ordered}
    return entry


def _answer(answer: BidAnswer) -> dict[str, str]:
    entry: dict[str, str] = {}
    if answer.answer is not None:
        entry["answer"] = answer.answer
    if answer.price is not None:
        entry["price"] = amount_written(answer.price)
    if answer.comment:
        entry["comment"] = answer.comment
    return entry
