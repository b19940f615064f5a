"""From offers to a mapping: what is sure, and what a person said beside it."""

from collections import Counter
from collections.abc import Iterable
from types import MappingProxyType
from typing import NamedTuple

from socplanner.domain.foreign.proposal import Match, Proposal
from socplanner.domain.foreign.taking import ForeignMapping, NewParty, NewRole
from socplanner.domain.ids import PartyId, RoleId


class Allowed(NamedTuple):
    """What a person allows beyond what is sure: nothing, unless said."""

    similar: bool = False
    """Take the likeliest offer of each task and party, where no two claim it."""
    function: str | None = None
    """Keep tasks that are no role of the plan as own roles of this function."""
    new_parties: bool = False
    """Keep parties that the plan has not as new ones."""


NOTHING_ALLOWED = Allowed()


def decided(proposal: Proposal, allowed: Allowed = NOTHING_ALLOWED) -> ForeignMapping:
    """Return the mapping of what is sure and what `allowed` names; the rest is left out."""
    tasks = _chosen(proposal.tasks, similar=allowed.similar)
    parties = _chosen(proposal.parties, similar=allowed.similar)
    role = None if allowed.function is None else NewRole(allowed.function)
    party = NewParty() if allowed.new_parties else None
    return ForeignMapping(
        tuple(role if each is None else RoleId(each) for each in tasks),
        tuple(party if each is None else PartyId(each) for each in parties),
        MappingProxyType({each.letter: each.to or "" for each in proposal.letters if each.is_sure}),
    )


def _chosen(matches: Iterable[Match], *, similar: bool) -> list[str | None]:
    found = list(matches)
    chosen = [each.sure for each in found]
    if not similar:
        return chosen
    taken = {each for each in chosen if each is not None}
    best = [
        each.offers[0].id if one is None and each.offers and each.offers[0].id not in taken else one
        for each, one in zip(found, chosen, strict=True)
    ]
    claims = Counter(each for each in best if each is not None)
    return [None if each is not None and claims[each] > 1 else each for each in best]
