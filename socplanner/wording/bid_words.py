"""What is wrong with cells of a returned tender pack, and what to know about it."""

from collections.abc import Mapping

from socplanner.domain.plan import Plan
from socplanner.domain.tender.returned_bid import CellProblem, ReturnedBid
from socplanner.wording.language import N_, Words
from socplanner.wording.terms import phase_name
from socplanner.wording.workbook_errors import NOTES

CELL_SENTENCES: Mapping[str, str] = {
    "bid-unknown-answer": N_("“{text}” is no answer: choose one from the list of the cell."),
    "bid-price-in-words": N_("“{text}” is no price: it was added to the comment."),
    "bid-bad-price": N_("“{text}” is no price: enter a number without a sign, such as 1200000."),
    "bid-bad-day": N_("“{text}” is not a date: write it in the form 2026-12-31."),
    "bid-text-too-long": N_("The text is too long: shorten it to {longest} characters."),
    "bid-cell-unread": N_("The file does not have the value of this cell: enter it again."),
    "bid-for-unknown-role": N_("The plan has no role “{text}”: the row is left out."),
    "bid-other-currency": N_(
        "“{text}” is in another currency: enter the price in {currency}, as the tender asks."
    ),
    "bid-cells-merged": N_(
        "The cell is merged over several roles and counts for the first only: enter a value for "
        "each role, or a flat price."
    ),
    "bid-row-without-key": N_(
        "“{text}” is in a row that is not from the pack, and is left out: enter it as a flat "
        "price or as a comment."
    ),
    "bid-role-twice": N_("The role “{text}” is answered twice: only its first row counts."),
}


def cell_problem_text(each: CellProblem, words: Words) -> str:
    """Return where a cell is, and what is wrong with it."""
    text = words.tr(CELL_SENTENCES[each.problem.code], **each.problem.values)
    return words.tr("{place}: {text}", place=each.place, text=text)


def pack_origin(returned: ReturnedBid, plan: Plan, words: Words) -> str:
    """Return which phase the pack is for and on which day it was made; "" if nothing is known."""
    phase = None if returned.bid.phase is None else plan.phase(returned.bid.phase)
    if phase is None:
        return ""
    name, day = phase_name(phase, words), returned.exported
    if not day:
        return words.tr("The pack is for phase “{phase}”.", phase=name)
    return words.tr("The pack is for phase “{phase}” and was made on {day}.", phase=name, day=day)


def bid_notes(returned: ReturnedBid, plan: Plan, words: Words) -> list[str]:
    """Return what to know about a pack before its bid is stored."""
    notes = [words.tr(NOTES[each.code], **each.values) for each in returned.notes]
    if returned.bid.phase is None:
        notes.append(words.tr("The phase that the pack was made for is not in the plan."))
    if returned.currency != plan.cost.currency:
        notes.append(
            words.tr(
                "The prices are in {before}, the plan has {currency} now: they are not converted.",
                before=returned.currency or words.tr("no currency"),
                currency=plan.cost.currency or words.tr("no currency"),
            )
        )
    return notes
