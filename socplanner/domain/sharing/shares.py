"""What flows hand on in a phase: each share goes from one party to one party or counterpart.

A role that receives is all parties that perform it. What a party hands on to itself is no share,
and neither is what a role receives that the same party performs among others.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from socplanner.domain.flow_inputs import BusinessFlow, FlowStep, Receiver
from socplanner.domain.flows.defaults import DefaultFlows, ListedFlow, listed_flows
from socplanner.domain.flows.lanes import organisation_of, role_parties
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.marking import Tlp
from socplanner.domain.plan import Plan

Performing = Callable[[RoleId], tuple[PartyId, ...]]
"""Returns the parties that perform a role."""

_STRICTEST_FIRST = tuple(Tlp)


class Share(NamedTuple):
    """One step hands on to one receiver; `role` is the receiving role, None for others.

    `leaves` is whether it leaves the organisation of the party that sends.
    """

    flow: BusinessFlow
    step: FlowStep
    sender: PartyId
    to: Receiver
    role: RoleId | None
    leaves: bool


def shown_flows(
    plan: Plan, defaults: DefaultFlows, *, with_defaults: bool = False
) -> tuple[ListedFlow, ...]:
    """Return the flows whose shares count: those of `plan`, or the defaults if it has none.

    With `with_defaults`, those are defaults too that `plan` has not adopted.
    """
    listed = listed_flows(plan, defaults)
    own = tuple(each for each in listed if not each.is_default)
    return listed if with_defaults or not own else own


def shares_of(plan: Plan, phase: PhaseId, flows: Iterable[BusinessFlow]) -> tuple[Share, ...]:
    """Return the shares of `flows` in `phase`; raise KeyError for an unknown phase."""
    performing: dict[RoleId, tuple[PartyId, ...]] = {}

    def parties(role: RoleId) -> tuple[PartyId, ...]:
        if role not in performing:
            performing[role] = role_parties(plan, phase, role).performing
        return performing[role]

    organisations = {party.id: organisation_of(party) for party in plan.parties}
    inside = {each.id for each in plan.counterparts if each.kind == "staff"}
    shares: dict[Share, None] = {}
    for flow in flows:
        for step in flow.steps:
            for sender in parties(step.role):
                for to, role in _receivers(step, parties):
                    is_itself = to == Receiver("party", sender)
                    if not is_itself and not _keeps(sender, role, parties):
                        leaves = _leaves(sender, to, organisations, inside)
                        shares[Share(flow, step, sender, to, role, leaves)] = None
    return tuple(shares)


def strictest_label(labels: Iterable[Tlp | None]) -> Tlp | None:
    """Return the strictest of `labels`, None where there is none."""
    stated = {each for each in labels if each is not None}
    return next((each for each in _STRICTEST_FIRST if each in stated), None)


def label_counts(shares: Iterable[Share]) -> dict[Tlp | None, int]:
    """Return how many of `shares` have each label, the strictest first and none last."""
    counts: dict[Tlp | None, int] = {}
    for share in shares:
        counts[share.step.tlp] = counts.get(share.step.tlp, 0) + 1
    order: tuple[Tlp | None, ...] = (*_STRICTEST_FIRST, None)
    return {label: counts[label] for label in order if label in counts}


def _receivers(step: FlowStep, parties: Performing) -> Iterator[tuple[Receiver, RoleId | None]]:
    for receiver in step.to:
        if receiver.kind != "role":
            yield receiver, None
            continue
        role = RoleId(receiver.id)
        for party in parties(role):
            yield Receiver("party", party), role


def _keeps(sender: PartyId, role: RoleId | None, parties: Performing) -> bool:
    """Return whether `sender` performs the receiving role itself."""
    return role is not None and sender in parties(role)


def _leaves(
    sender: PartyId, to: Receiver, organisations: dict[PartyId, str], inside: set[str]
) -> bool:
    if to.kind == "counterpart":
        return to.id not in inside
    return organisations[sender] != organisations.get(PartyId(to.id))
