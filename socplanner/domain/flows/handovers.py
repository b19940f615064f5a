"""Where a flow changes hands: between parties, and between organisations."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from socplanner.domain.flow_inputs import BusinessFlow
from socplanner.domain.flows.lanes import StepParties, organisations_of
from socplanner.domain.ids import PartyId
from socplanner.domain.plan import Plan


class HandOver(NamedTuple):
    """A line of a flow on which the work leaves everyone who had it.

    `leaves` is whether it leaves the organisations of the first step, too.
    """

    before: str
    after: str
    leaves: bool


def hand_overs(
    plan: Plan, flow: BusinessFlow, parties: Mapping[str, StepParties]
) -> Iterator[HandOver]:
    """Yield the hand-overs of `flow`: no party that performs a step performs the next one.

    Steps that no party performs hand over nothing.
    """
    for step in flow.steps:
        receiving = parties[step.id].performing
        for before in step.after:
            giving = parties[before].performing
            if giving and receiving and not set(giving) & set(receiving):
                yield HandOver(before, step.id, not _share(plan, giving, receiving))


def _share(plan: Plan, giving: tuple[PartyId, ...], receiving: tuple[PartyId, ...]) -> bool:
    return bool(organisations_of(plan, giving) & organisations_of(plan, receiving))
