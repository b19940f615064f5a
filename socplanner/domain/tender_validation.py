"""What is wrong with terms, conditions or a bid of a tender: the rules of reader and edits.

Whether ids exist is not asked here. A fault names the field as the plan file does.
"""

from collections.abc import Iterator

from socplanner.domain.durations import minutes_of
from socplanner.domain.limits import MOST_AMOUNT, MOST_MONEY
from socplanner.domain.names import LONGEST_NAME, LONGEST_TEXT
from socplanner.domain.problem import FieldFault, Problem
from socplanner.domain.tender_inputs import (
    SERVICE_LEVELS,
    VENDOR_ANSWERS,
    Bid,
    BidAnswer,
    InformationHandling,
    ServiceAssumptions,
    ServiceTerms,
    Transition,
)
from socplanner.domain.waivers import is_day

LINES = frozenset({"frequency", "quantity", "unit", "languages", "vendor"})
"""The fields of one line; the others may have line breaks."""


def service_terms_faults(terms: ServiceTerms) -> Iterator[FieldFault]:
    """Yield what is wrong with the terms of a role."""
    for level in SERVICE_LEVELS:
        text = getattr(terms, level)
        if text and minutes_of(text) is None:
            yield FieldFault(level, Problem("bad-duration", {"duration": text}))
    texts = {name: getattr(terms, name) for name in TERMS_TEXTS}
    yield from _text_faults(texts)


def assumption_faults_of_tender(assumptions: ServiceAssumptions) -> Iterator[FieldFault]:
    """Yield what is wrong with the assumptions."""
    for name in COUNTED:
        value = getattr(assumptions, name)
        if value is not None and not 0 <= value <= MOST_AMOUNT:
            values = {"value": value, "least": 0, "most": MOST_AMOUNT}
            yield FieldFault(name.replace("_", "-"), Problem("bad-number", values))
    yield from _text_faults({"languages": assumptions.languages, "remark": assumptions.remark})


def handling_faults(handling: InformationHandling) -> Iterator[FieldFault]:
    """Yield what is wrong with the handling of information."""
    yield from _text_faults({name: getattr(handling, name) for name in HANDLING_TEXTS})


def transition_faults(transition: Transition) -> Iterator[FieldFault]:
    """Yield what is wrong with begin and end of the service."""
    yield from _text_faults(transition._asdict())


def bid_faults(bid: Bid) -> Iterator[FieldFault]:
    """Yield what is wrong with a bid but for its answers."""
    if not bid.vendor.strip():
        yield FieldFault("vendor", Problem("empty-name"))
    yield from _text_faults({"vendor": bid.vendor, "comment": bid.comment})
    if bid.day and not is_day(bid.day):
        yield FieldFault("date", Problem("bad-day", {"day": bid.day}))
    for field in ("flat", "once"):
        yield from _price_faults(field, getattr(bid, field))


def answer_faults(answer: BidAnswer) -> Iterator[FieldFault]:
    """Yield what is wrong with the answer for a role."""
    if answer.answer is not None and answer.answer not in VENDOR_ANSWERS:
        yield FieldFault("answer", Problem("unknown-value", {"value": answer.answer}))
    yield from _price_faults("price", answer.price)
    yield from _text_faults({"comment": answer.comment})


TERMS_TEXTS = ("deliverable", "frequency", "quantity", "unit", "actions", "night")
HANDLING_TEXTS = ("subcontractors", "storage", "erasure", "personal_data")
COUNTED = ("log_sources", "events_per_second", "devices", "sites")
"""The fields that are texts, and the assumptions that are numbers."""


def _text_faults(texts: dict[str, str]) -> Iterator[FieldFault]:
    for name, text in texts.items():
        longest = LONGEST_NAME if name in LINES else LONGEST_TEXT
        if len(text) > longest:
            values = {"length": len(text), "longest": longest}
            yield FieldFault(name.replace("_", "-"), Problem("text-too-long", values))


def _price_faults(field: str, price: float | None) -> Iterator[FieldFault]:
    if price is not None and not 0 <= price <= MOST_MONEY:
        values = {"value": price, "least": 0, "most": MOST_MONEY}
        yield FieldFault(field, Problem("bad-amount", values))
