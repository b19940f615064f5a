"""The comparison of bids in words: its title, answers with prices, and what is missing."""

from collections.abc import Iterable, Iterator

from socplanner.domain.catalogue import Role
from socplanner.domain.ids import PartyId
from socplanner.domain.plan import Plan
from socplanner.domain.tender.comparison import BidColumn, Comparison
from socplanner.domain.tender_inputs import BidAnswer
from socplanner.wording.language import Words
from socplanner.wording.staffing_words import DASH
from socplanner.wording.tender_words import answer_name
from socplanner.wording.terms import listed, party_label, party_name, phase_name


def comparison_title(comparison: Comparison, words: Words) -> str:
    """Return the title of a comparison of bids."""
    return words.tr("Bids: {party}", party=party_name(comparison.party, words))


def comparison_heading(plan: Plan, party: PartyId, words: Words) -> str:
    """Return the title of the comparison of the bids for `party`, for the name of a file."""
    return words.tr("Bids: {party}", party=party_label(plan, party, words))


def comparison_notes(comparison: Comparison, words: Words) -> Iterator[str]:
    """Yield what no one bids, what is missing in the totals, and what is not compared here."""
    if comparison.gaps:
        yield words.tr("No vendor bids for {roles}.", roles=_codes(comparison.gaps, words))
    for each in comparison.columns:
        yield from _column_notes(each, words)
    for bid, phase in comparison.elsewhere:
        yield words.tr(
            "The bid of {vendor} is for phase “{phase}”: it is not compared in this one.",
            vendor=bid.vendor,
            phase=phase_name(phase, words),
        )
    if comparison.fees is not None:
        yield words.tr(
            "The contracts with {party} cost {amount} a month in this phase.",
            party=party_name(comparison.party, words),
            amount=price_text(comparison.fees, comparison.currency),
        )


def _column_notes(each: BidColumn, words: Words) -> Iterator[str]:
    vendor = each.bid.vendor
    if each.missing:
        yield words.tr(
            "{vendor} states no price for {roles}: the total is too low.",
            vendor=vendor,
            roles=_codes(each.missing, words),
        )
    if each.undecided:
        yield words.tr(
            "{vendor} states a price but no answer for {roles}: it is not in the total.",
            vendor=vendor,
            roles=_codes(each.undecided, words),
        )
    if each.unanswered:
        yield words.tr(
            "{vendor} has not answered for {roles}.",
            vendor=vendor,
            roles=_codes(each.unanswered, words),
        )
    if each.left_over:
        yield words.count(
            "{vendor}: {n} answer is for a role that is not performed in this phase.",
            "{vendor}: {n} answers are for roles that are not performed in this phase.",
            each.left_over,
            vendor=vendor,
        )


def priced_answer(answer: BidAnswer, currency: str, words: Words) -> str:
    """Return answer and price of a vendor for a role; a price beside a no is left out."""
    if answer.answer is None and answer.price is None:
        return DASH
    name = DASH if answer.answer is None else answer_name(answer.answer, words)
    if answer.answer == "no":
        return name
    return f"{name} · {price_text(answer.price, currency)}"


def price_text(price: float | None, currency: str) -> str:
    """Return a price with its currency, a dash for None."""
    if price is None:
        return DASH
    amount = f"{price:,.2f}".rstrip("0").rstrip(".")
    return f"{amount} {currency}".rstrip()


def _codes(roles: Iterable[Role], words: Words) -> str:
    return listed((role.code for role in roles), words)
