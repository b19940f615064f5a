"""Who performs the roles of a phase outside and inside, and who is accountable for them."""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.phases import duties
from socplanner.domain.plan import Duty, Plan

_OUTSIDE = frozenset({Sourcing.OUTSOURCE, Sourcing.BOTH})
_INSIDE = frozenset({Sourcing.INSOURCE, Sourcing.BOTH})
RolesByParty = Mapping[PartyId, tuple[RoleId, ...]]


class SourcedRoles(NamedTuple):
    """The roles of a phase by who carries them out.

    `inside` and `outside` are those with own people and those with a provider; some are in both.
    `by_provider` are those that providers perform, `by_party` those that internal parties do.
    `retained` are the roles that are only outsourced, by the internal party that is accountable:
    None where there is none. `without_provider` are outsourced roles that no provider performs.
    """

    duties: Mapping[RoleId, Duty]
    counts: Counter[Sourcing]
    inside: frozenset[RoleId]
    outside: frozenset[RoleId]
    by_provider: RolesByParty
    by_party: RolesByParty
    retained: Mapping[PartyId | None, tuple[RoleId, ...]]
    without_provider: tuple[RoleId, ...]


def sourced_roles(plan: Plan, phase: PhaseId) -> SourcedRoles:
    """Return the roles of `phase`; raise KeyError for an unknown phase."""
    by_role = duties(plan, phase)
    meaning_of = plan.letter_set.meaning
    internal = {party.id for party in plan.parties if party.kind == "internal"}
    providers = {party.id for party in plan.parties if party.is_provider}
    by_provider: dict[PartyId, list[RoleId]] = {}
    by_party: dict[PartyId, list[RoleId]] = {}
    retained: dict[PartyId | None, list[RoleId]] = {}
    without: list[RoleId] = []
    for role, duty in by_role.items():
        meanings = {party: meaning_of(cell) for party, cell in duty.letters.items()}
        performing = [party for party, meaning in meanings.items() if meaning.performs]
        if duty.sourcing in _OUTSIDE:
            outside = [party for party in performing if party in providers]
            for party in outside:
                by_provider.setdefault(party, []).append(role)
            if not outside:
                without.append(role)
        if duty.sourcing in _INSIDE:
            for party in performing:
                if party in internal:
                    by_party.setdefault(party, []).append(role)
        if duty.sourcing is Sourcing.OUTSOURCE:
            accountable = (p for p, meaning in meanings.items() if meaning.accountable)
            retained.setdefault(
                next((party for party in accountable if party in internal), None), []
            ).append(role)
    return SourcedRoles(
        by_role,
        Counter(duty.sourcing for duty in by_role.values()),
        frozenset(role for role, duty in by_role.items() if duty.sourcing in _INSIDE),
        frozenset(role for role, duty in by_role.items() if duty.sourcing in _OUTSIDE),
        {party: tuple(roles) for party, roles in by_provider.items()},
        {party: tuple(roles) for party, roles in by_party.items()},
        {party: tuple(roles) for party, roles in retained.items()},
        tuple(without),
    )
