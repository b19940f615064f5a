"""From offers to a mapping: what is sure, and what a person said beside it."""

from collections import Counter
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from socplanner.domain.external.import_edit import (
    ForeignMapping,
    NewParty,
    NewRole,
    PartyTarget,
    RoleTarget,
)
from socplanner.domain.external.proposal import Match, Proposal
from socplanner.domain.ids import PartyId, RoleId


class Allowed(NamedTuple):
    """What a person allows beyond what is sure: nothing, unless said."""

    similar: bool = False
    """Take the likeliest offer of each task and party, where no two claim it."""
    function: str | None = None
    """Keep tasks that are no role of the plan as own roles of this function."""
    new_parties: bool = False
    """Keep parties that the plan has not as new ones."""
    tasks: Mapping[int, RoleTarget] = MappingProxyType({})
    """What was said of single tasks, by their number on the sheet; this outweighs the rest."""
    parties: Mapping[int, PartyTarget] = MappingProxyType({})
    """What was said of single parties, by their number on the sheet."""


NOTHING_ALLOWED = Allowed()


def decided(proposal: Proposal, allowed: Allowed = NOTHING_ALLOWED) -> ForeignMapping:
    """Return the mapping of what is sure and what `allowed` names; the rest is left out."""
    tasks = _chosen(proposal.tasks, allowed.tasks, similar=allowed.similar)
    parties = _chosen(proposal.parties, allowed.parties, similar=allowed.similar)
    role = None if allowed.function is None else NewRole(allowed.function)
    party = NewParty() if allowed.new_parties else None
    return ForeignMapping(
        tuple(
            allowed.tasks[at] if at in allowed.tasks else role if each is None else RoleId(each)
            for at, each in enumerate(tasks)
        ),
        tuple(
            allowed.parties[at]
            if at in allowed.parties
            else (party if each is None else PartyId(each))
            for at, each in enumerate(parties)
        ),
        MappingProxyType({each.letter: each.to or "" for each in proposal.letters if each.is_sure}),
    )


def _chosen(
    matches: Iterable[Match], said: Mapping[int, object], *, similar: bool
) -> list[str | None]:
    """Return what those are that nobody spoke of; what is said of one is no other."""
    claimed = {str(each) for each in said.values() if isinstance(each, str)}
    found = [
        match._replace(
            offers=tuple(
                offer for offer in match.offers if at not in said and offer.id not in claimed
            ),
            is_sure=match.is_sure and at not in said and match.offers[0].id not in claimed,
        )
        for at, match in enumerate(matches)
    ]
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
