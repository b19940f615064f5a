"""Neighbouring parties of one kind, which fold together in the header of the matrix."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from socplanner.domain.plan import Party


class PartyGroup(NamedTuple):
    """Columns from `first` to `last` whose parties are of one kind."""

    kind: str
    first: int
    last: int

    @property
    def size(self) -> int:
        """How many parties the group has."""
        return self.last - self.first + 1


def groups_of(parties: Sequence[Party]) -> tuple[PartyGroup, ...]:
    """Return the groups of `parties`, from the left."""
    groups = []
    for kind, columns in groupby(
        range(len(parties)), key=[each.kind for each in parties].__getitem__
    ):
        members = list(columns)
        groups.append(PartyGroup(kind, members[0], members[-1]))
    return tuple(groups)


def folded_columns(groups: Iterable[PartyGroup], folded: frozenset[str]) -> frozenset[int]:
    """Return the columns not shown: all but the first of each group whose kind is `folded`."""
    return frozenset(
        column
        for group in groups
        if group.kind in folded
        for column in range(group.first + 1, group.last + 1)
    )
