"""The step of an import for a returned tender pack: its bid, and the plan with it."""

from collections.abc import Iterator
from pathlib import PurePath

from socplanner.cli.arguments import APPLY, Request
from socplanner.cli.import_step import ImportStep
from socplanner.domain.plan import Plan
from socplanner.domain.tender.returned_bid import ReturnedBid
from socplanner.domain.tender_edits import StoreBid
from socplanner.domain.tender_inputs import NO_TENDER, VENDOR_ANSWERS, Bid
from socplanner.wording.bid_words import bid_notes, cell_problem_text, pack_origin
from socplanner.wording.comparison_words import price_text
from socplanner.wording.language import Words
from socplanner.wording.tender_words import answer_name
from socplanner.wording.terms import party_label, role_label


def bid_step(request: Request, plan: Plan, returned: ReturnedBid, words: Words) -> ImportStep:
    """Return the step: the plan with the bid; raise EditRejected if it cannot be stored.

    A bid without a vendor is named after its file.
    """
    vendor = returned.bid.vendor or PurePath(returned.origin).stem
    bid = returned.named(plan, vendor, returned.bid.day)
    after = StoreBid(returned.party, bid).apply(plan)
    is_applied = APPLY.name in request.options
    is_clear = not returned.problems and bool(returned.bid.vendor)
    lines = tuple(_lines(plan, returned, bid, is_applied, words))
    return ImportStep(after, lines, _json(plan, returned, bid, is_applied, words), is_clear)


def _lines(
    plan: Plan, returned: ReturnedBid, bid: Bid, is_applied: bool, words: Words
) -> Iterator[str]:
    yield words.tr(
        "{file}: bid of {vendor} for {party}",
        file=returned.origin,
        vendor=bid.vendor,
        party=party_label(plan, returned.party, words),
    )
    origin = pack_origin(returned, plan, words)
    if origin:
        yield origin
    before = plan.tenders.get(returned.party, NO_TENDER).bid(bid.id)
    if before is not None:
        yield words.tr("It replaces the bid of {vendor}.", vendor=before.vendor)
    counts = (
        words.tr(
            "{answer}: {n}",
            answer=answer_name(answer, words),
            n=sum(each.answer == answer for each in bid.answers.values()),
        )
        for answer in VENDOR_ANSWERS
    )
    yield "  " + "   ".join(counts)
    for role in plan.roles():
        answer = bid.answers.get(role.id)
        if answer is not None:
            name = "–" if answer.answer is None else answer_name(answer.answer, words)
            price = price_text(answer.price, plan.cost.currency)
            yield f"  {role_label(role, words)}: {name}, {price}"
    if not returned.bid.vendor:
        yield words.tr("The pack names no vendor: the name of the file is used.")
    yield from bid_notes(returned, plan, words)
    yield from (cell_problem_text(each, words) for each in returned.problems)
    if is_applied:
        yield words.tr("The bid was stored in the plan.")
    else:
        yield words.tr("Nothing was changed: --apply stores the bid in the plan.")


def _json(
    plan: Plan, returned: ReturnedBid, bid: Bid, is_applied: bool, words: Words
) -> dict[str, object]:
    """Return the bid as `docs/command-line.md` describes it."""
    return {
        "format": 1,
        "file": returned.origin,
        "party": returned.party,
        "bid": bid.id,
        "vendor": bid.vendor,
        "date": bid.day,
        "phase": bid.phase,
        "answers": {role: answer._asdict() for role, answer in bid.answers.items()},
        "flat": bid.flat,
        "once": bid.once,
        "comment": bid.comment,
        "problems": [
            {
                "place": each.place,
                "code": each.problem.code,
                "text": cell_problem_text(each, words),
            }
            for each in returned.problems
        ],
        "notes": bid_notes(returned, plan, words),
        "stored": is_applied,
    }
