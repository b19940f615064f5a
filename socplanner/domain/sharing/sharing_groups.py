"""All that is shared with one counterpart: shares of flows, the agreement, reporting duties.

Counterparts are the parties outside the organisation and what a plan lists as counterparts; one
that has no share, no agreement and no duty of the plan's own is left out.
"""

from collections.abc import Iterable
from typing import NamedTuple

from socplanner.domain.flow_inputs import Counterpart, Receiver
from socplanner.domain.plan import Plan
from socplanner.domain.sharing.duties import ListedDuty
from socplanner.domain.sharing.shares import Share
from socplanner.domain.sharing_inputs import Agreement, ReportingDuty, agreement_with


class SharingGroup(NamedTuple):
    """One counterpart; `kind` is that of the party or of the counterpart.

    `sent` leaves our parties for it; `received` comes from it to a party of ours or of a third.
    """

    counterpart: Receiver
    kind: str
    sent: tuple[Share, ...]
    received: tuple[Share, ...]
    agreement: Agreement | None
    duties: tuple[ReportingDuty, ...]

    @property
    def shares(self) -> tuple[Share, ...]:
        """All shares, those sent first."""
        return (*self.sent, *self.received)


def sharing_groups(
    plan: Plan,
    shares: Iterable[Share],
    duties: Iterable[ListedDuty],
    counterparts: Iterable[Counterpart],
) -> tuple[SharingGroup, ...]:
    """Return the groups of `plan`: parties in its order, then `counterparts` in theirs.

    `counterparts` are those of the plan and, after them, default ones that shares may name.
    """
    sent: dict[Receiver, list[Share]] = {}
    received: dict[Receiver, list[Share]] = {}
    for share in shares:
        sent.setdefault(share.to, []).append(share)
        received.setdefault(Receiver("party", share.sender), []).append(share)
    due: dict[Receiver, list[ReportingDuty]] = {}
    own: set[Receiver] = set()
    for listed in duties:
        if listed.duty.applies:
            due.setdefault(listed.duty.to, []).append(listed.duty)
            if not listed.is_default:
                own.add(listed.duty.to)
    result = []
    for receiver, kind in _counterparts(plan, counterparts).items():
        agreement = agreement_with(plan.sharing, receiver)
        leaving = tuple(sent.get(receiver, ()))
        coming = tuple(received.get(receiver, ()))
        if leaving or coming or agreement is not None or receiver in own:
            reporting = tuple(due.get(receiver, ()))
            result.append(SharingGroup(receiver, kind, leaving, coming, agreement, reporting))
    return tuple(result)


def group_of(groups: Iterable[SharingGroup], counterpart: Receiver) -> SharingGroup | None:
    """Return the group of `counterpart`, or None."""
    return next((each for each in groups if each.counterpart == counterpart), None)


def _counterparts(plan: Plan, counterparts: Iterable[Counterpart]) -> dict[Receiver, str]:
    """Return the kind of each counterpart: parties outside, or with an agreement, then others."""
    agreed = {each.counterpart for each in plan.sharing}
    result: dict[Receiver, str] = {}
    for party in plan.parties:
        receiver = Receiver("party", party.id)
        if party.kind != "internal" or receiver in agreed:
            result[receiver] = party.kind
    for each in counterparts:
        result.setdefault(Receiver("counterpart", each.id), each.kind)
    return result
