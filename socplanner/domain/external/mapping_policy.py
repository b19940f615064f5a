"""From a proposal to a mapping: sure matches, and what a person allowed beyond them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from socplanner.domain.external.import_edit import (
    ExternalMapping,
    NewParty,
    NewRole,
    PartyTarget,
    RoleTarget,
)
from socplanner.domain.external.proposal import Match, Proposal
from socplanner.domain.ids import PartyId, RoleId


class MappingPolicy(NamedTuple):
    """What a person allows beyond sure matches; the default allows nothing."""

    similar: bool = False
    """Accept the likeliest match of each task and party that no other one has too."""
    function: str | None = None
    """The function whose custom roles the unmatched tasks become; None leaves them out."""
    new_parties: bool = False
    """Whether unmatched parties become new parties."""
    tasks: Mapping[int, RoleTarget] = MappingProxyType({})
    """Targets of single tasks, by their index on the sheet; they outweigh everything else."""
    parties: Mapping[int, PartyTarget] = MappingProxyType({})
    """Targets of single parties, by their index on the sheet."""


NOTHING_ALLOWED = MappingPolicy()


def resolve_mapping(
    proposal: Proposal, allowed: MappingPolicy = NOTHING_ALLOWED
) -> ExternalMapping:
    """Return the mapping of sure matches and of what `allowed` adds; the rest is left out."""
    tasks = _matched_ids(proposal.tasks, allowed.tasks, similar=allowed.similar)
    parties = _matched_ids(proposal.parties, allowed.parties, similar=allowed.similar)
    role = None if allowed.function is None else NewRole(allowed.function)
    party = NewParty() if allowed.new_parties else None
    return ExternalMapping(
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


def _matched_ids(
    matches: Iterable[Match], decided: Mapping[int, object], *, similar: bool
) -> list[str | None]:
    """Return the id matched to each line, or None; `decided` lines and ids are left out."""
    claimed = {str(each) for each in decided.values() if isinstance(each, str)}
    suggestions = [
        match._replace(
            suggestions=tuple(
                suggestion
                for suggestion in match.suggestions
                if at not in decided and suggestion.id not in claimed
            ),
            is_sure=match.is_sure and at not in decided and match.suggestions[0].id not in claimed,
        )
        for at, match in enumerate(matches)
    ]
    chosen = [each.sure for each in suggestions]
    if not similar:
        return chosen
    used = {each for each in chosen if each is not None}
    best = [
        each.suggestions[0].id
        if one is None and each.suggestions and each.suggestions[0].id not in used
        else one
        for each, one in zip(suggestions, chosen, strict=True)
    ]
    claims = Counter(each for each in best if each is not None)
    return [None if each is not None and claims[each] > 1 else each for each in best]
