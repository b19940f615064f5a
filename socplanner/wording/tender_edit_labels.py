"""The names of edits of tenders; loaded only when there is one."""

from socplanner.domain.history import Edit
from socplanner.domain.plan import Plan
from socplanner.domain.tender_edits import RemoveBid, SetServiceTerms, SetTender, StoreBid
from socplanner.domain.tender_inputs import NO_TENDER
from socplanner.wording.language import Words
from socplanner.wording.terms import parties_in_words, party_label, role_code


def tender_label(edit: Edit, plan: Plan, words: Words) -> str | None:
    """Return the name of `edit` for a menu; None where it is no edit of a tender."""
    match edit:
        case SetServiceTerms(entries=[(party, role, _)]):
            return words.tr(
                "Set the service terms of {role} for {party}",
                role=role_code(plan, role),
                party=party_label(plan, party, words),
            )
        case SetServiceTerms(entries=entries):
            n = len(entries)
            return words.count(
                "Set the service terms of {n} role", "Set the service terms of {n} roles", n
            )
        case SetTender(conditions=conditions):
            parties = parties_in_words(plan, [each.party for each in conditions], words)
            return words.tr("Change the tender for {party}", party=parties)
        case StoreBid(bid=bid):
            return words.tr("Import the bid of {vendor}", vendor=bid.vendor)
        case RemoveBid(party=party, bid=bid_id):
            existing = plan.tenders.get(party, NO_TENDER).bid(bid_id)
            vendor = bid_id if existing is None else existing.vendor
            return words.tr("Remove the bid of {vendor}", vendor=vendor)
    return None
