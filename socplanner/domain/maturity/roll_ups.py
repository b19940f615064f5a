"""Means of the maturity of groups of roles: by function, area, sourcing, party and provider."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple, TypeVar

from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.ids import PartyId
from socplanner.domain.maturity.role_maturity import RoleMaturity
from socplanner.domain.plan import Plan

_K = TypeVar("_K")


class Mean(NamedTuple):
    """The mean of `number` roles that have `total` points together, as whole numbers."""

    total: int
    number: int

    @property
    def tenths(self) -> int:
        """The mean in tenths, half up: 25 for 2.45."""
        return (20 * self.total + self.number) // (2 * self.number)


class GroupMaturity(NamedTuple):
    """The maturity of a group of roles, as sums, so that nothing is rounded twice.

    `counting` roles have `score` points together, and `aim` points where a role without an aim is
    to stay as it is; `aimed` roles have an aim. `unanswered` is the number of open questions.
    """

    roles: int = 0
    counting: int = 0
    score: int = 0
    aim: int = 0
    aimed: int = 0
    unanswered: int = 0

    @property
    def mean(self) -> Mean | None:
        """The mean score of the roles that count; None where none counts."""
        return Mean(self.score, self.counting) if self.counting else None

    @property
    def mean_aim(self) -> Mean | None:
        """The mean of what the roles are to reach; None where no role has an aim."""
        return Mean(self.aim, self.counting) if self.aimed else None

    @property
    def gap(self) -> Mean | None:
        """How far the mean is below the mean aim, at least 0; None where there is no aim."""
        return Mean(max(0, self.aim - self.score), self.counting) if self.aimed else None

    def with_role(self, role: RoleMaturity) -> "GroupMaturity":
        """Return the group with one more role."""
        if role.score is None:
            return self._replace(roles=self.roles + 1)
        return GroupMaturity(
            self.roles + 1,
            self.counting + 1,
            self.score + role.score,
            self.aim + (role.score if role.aim is None else role.aim),
            self.aimed + (role.aim is not None),
            self.unanswered + len(role.unanswered),
        )


NO_ROLES = GroupMaturity()


def whole(roles: Iterable[RoleMaturity]) -> GroupMaturity:
    """Return the maturity of all `roles` together."""
    group = NO_ROLES
    for role in roles:
        group = group.with_role(role)
    return group


def function_groups(plan: Plan, roles: Iterable[RoleMaturity]) -> Mapping[str, GroupMaturity]:
    """Return the maturity of each function of the catalogue, by its code."""
    codes = plan.catalogue.function_by_code
    return _grouped(roles, codes, lambda each: (each.role.function,))


def area_groups(roles: Iterable[RoleMaturity]) -> Mapping[Area, GroupMaturity]:
    """Return the maturity of each area, of roles without one too."""
    return _grouped(roles, Area, lambda each: (each.duty.area,))


def sourcing_groups(roles: Iterable[RoleMaturity]) -> Mapping[Sourcing, GroupMaturity]:
    """Return the maturity of the roles of each sourcing."""
    return _grouped(roles, Sourcing, lambda each: (each.duty.sourcing,))


def party_groups(
    plan: Plan, roles: Iterable[RoleMaturity], *, only_providers: bool = False
) -> Mapping[PartyId, GroupMaturity]:
    """Return the maturity of the roles that each party performs; of providers only, if so asked.

    A role that several parties perform counts for each of them.
    """
    parties = [each.id for each in plan.parties if each.is_provider or not only_providers]
    wanted = frozenset(parties)
    meaning_of = plan.letter_set.meaning

    def performing(each: RoleMaturity) -> list[PartyId]:
        cells = each.duty.letters.items()
        return [party for party, cell in cells if party in wanted and meaning_of(cell).performs]

    return _grouped(roles, parties, performing)


def _grouped(
    roles: Iterable[RoleMaturity],
    keys: Iterable[_K],
    keys_of: Callable[[RoleMaturity], Iterable[_K]],
) -> dict[_K, GroupMaturity]:
    groups = dict.fromkeys(keys, NO_ROLES)
    for role in roles:
        for key in keys_of(role):
            groups[key] = groups.get(key, NO_ROLES).with_role(role)
    return groups
