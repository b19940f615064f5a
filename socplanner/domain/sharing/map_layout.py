"""The map of sharing: parties inside at the left, counterparts at the right, lines between them.

A line has all shares between one party and one counterpart. Parties stand in the order that crosses
few lines: by the mean place of the counterparts they share with.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from socplanner.domain.flow_inputs import Receiver
from socplanner.domain.ids import PartyId
from socplanner.domain.marking import Tlp
from socplanner.domain.plan import Plan
from socplanner.domain.sharing.shares import Share, strictest_label
from socplanner.domain.sharing.sharing_groups import SharingGroup


class MapLine(NamedTuple):
    """What one party shares with one counterpart, by the places of both in their columns."""

    left: int
    right: int
    sent: tuple[Share, ...]
    received: tuple[Share, ...]

    @property
    def tlp(self) -> Tlp | None:
        """The strictest label of its shares."""
        return strictest_label(each.step.tlp for each in (*self.sent, *self.received))

    @property
    def number(self) -> int:
        """How many shares it has."""
        return len(self.sent) + len(self.received)


class SharingMap(NamedTuple):
    """The columns of the map from top to bottom, and the lines between them."""

    parties: tuple[PartyId, ...]
    counterparts: tuple[Receiver, ...]
    lines: tuple[MapLine, ...]


def sharing_map(plan: Plan, groups: Sequence[SharingGroup]) -> SharingMap:
    """Return the map of `groups`."""
    right = {group.counterpart: place for place, group in enumerate(groups)}
    pairs: dict[tuple[PartyId, Receiver], tuple[list[Share], list[Share]]] = {}
    for group in groups:
        for share in group.sent:
            key = share.sender, group.counterpart
            pairs.setdefault(key, ([], []))[0].append(share)
        for share in group.received:
            key = PartyId(share.to.id), group.counterpart
            if share.to.kind == "party":
                pairs.setdefault(key, ([], []))[1].append(share)
    inside = {
        key: shares for key, shares in pairs.items() if Receiver("party", key[0]) not in right
    }
    parties = _ordered(plan, inside, right)
    left = {party: place for place, party in enumerate(parties)}
    lines = tuple(
        MapLine(left[party], right[counterpart], tuple(sent), tuple(received))
        for (party, counterpart), (sent, received) in inside.items()
    )
    return SharingMap(parties, tuple(right), lines)


def _ordered(
    plan: Plan, pairs: Iterable[tuple[PartyId, Receiver]], right: dict[Receiver, int]
) -> tuple[PartyId, ...]:
    """Return the parties of `pairs`, those first whose counterparts stand highest."""
    places: dict[PartyId, list[int]] = {}
    for party, counterpart in pairs:
        places.setdefault(party, []).append(right[counterpart])
    usual = {party.id: place for place, party in enumerate(plan.parties)}
    means = {party: sum(rights) / len(rights) for party, rights in places.items()}
    return tuple(sorted(means, key=lambda party: (means[party], usual[party])))
