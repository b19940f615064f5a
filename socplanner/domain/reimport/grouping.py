"""The differences of a review, grouped by party or by role."""

from collections.abc import Hashable, Iterable
from typing import NamedTuple, TypeVar

from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.reimport.review import Difference, Review

K = TypeVar("K", bound=Hashable)


class OfParty(NamedTuple):
    """The differences of one party; `party` is None for values that are not letters."""

    party: PartyId | None
    differences: tuple[Difference, ...]


class OfRole(NamedTuple):
    """The differences of one role."""

    role: RoleId
    differences: tuple[Difference, ...]


def by_party(review: Review) -> tuple[OfParty, ...]:
    """Return the differences by party, in the plan's order; those without a party come last."""
    groups = _grouped((each.address.party, each) for each in review.differences)
    order = [*(party.id for party in review.plan.parties), None]
    return tuple(OfParty(party, tuple(groups[party])) for party in order if party in groups)


def by_role(review: Review) -> tuple[OfRole, ...]:
    """Return the differences by role, in the plan's order."""
    groups = _grouped((each.address.role, each) for each in review.differences)
    return tuple(OfRole(role, tuple(each)) for role, each in groups.items())


def _grouped(pairs: Iterable[tuple[K, Difference]]) -> dict[K, list[Difference]]:
    groups: dict[K, list[Difference]] = {}
    for key, difference in pairs:
        groups.setdefault(key, []).append(difference)
    return groups
