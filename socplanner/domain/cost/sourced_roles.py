"""Who performs the roles of a phase outside and inside, and who is accountable for them."""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.letters import Cell, LetterSet
from socplanner.domain.phases import duties
from socplanner.domain.plan import Duty, Plan

_OUTSIDE = frozenset({Sourcing.OUTSOURCE, Sourcing.BOTH})
_INSIDE = frozenset({Sourcing.INSOURCE, Sourcing.BOTH})
_CARRIED_OUT = _INSIDE | _OUTSIDE
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
    letters, flags = plan.letter_set, dict[Cell, tuple[bool, bool]]()
    internal = {party.id for party in plan.parties if party.kind == "internal"}
    providers = {party.id for party in plan.parties if party.is_provider}
    by_provider: dict[PartyId, list[RoleId]] = {}
    by_party: dict[PartyId, list[RoleId]] = {}
    retained: dict[PartyId | None, list[RoleId]] = {}
    without: list[RoleId] = []
    for role, duty in by_role.items():
        sourcing = duty.sourcing
        if sourcing not in _CARRIED_OUT:
            continue
        is_outside, is_inside = sourcing in _OUTSIDE, sourcing in _INSIDE
        provider, accountable = False, None
        for party, cell in duty.letters.items():
            performs, answers = flags.get(cell) or flags.setdefault(cell, _flags(letters, cell))
            if performs and is_outside and party in providers:
                by_provider.setdefault(party, []).append(role)
                provider = True
            if party in internal:
                if performs and is_inside:
                    by_party.setdefault(party, []).append(role)
                if answers and accountable is None:
                    accountable = party
        if is_outside and not provider:
            without.append(role)
        if sourcing is Sourcing.OUTSOURCE:
            retained.setdefault(accountable, []).append(role)
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


def _flags(letters: LetterSet, cell: Cell) -> tuple[bool, bool]:
    """Return whether the party of `cell` performs the role, and whether it is accountable."""
    meaning = letters.meaning(cell)
    return meaning.performs, meaning.accountable
