"""What a provider receives in business flows: who hands what to a role that it performs.

Rules:

- A step hands on to the steps after it, and to the roles that it names as receivers.
- It counts where another party performs it, in the phase of the tender; what the provider hands to
  itself is no input.
"""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from socplanner.domain.flow_inputs import BusinessFlow, FlowStep
from socplanner.domain.flows.lanes import role_parties
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.plan import Plan


class Received(NamedTuple):
    """A step of a flow that hands on to `role`, and the other parties that perform the step."""

    flow: BusinessFlow
    step: FlowStep
    role: RoleId
    parties: tuple[PartyId, ...]


def received_by(
    plan: Plan, phase: PhaseId, party: PartyId, roles: Collection[RoleId]
) -> Iterator[Received]:
    """Yield what `party` receives for `roles` in the flows of `plan`, in their order."""
    for flow in plan.flows:
        for step in flow.steps:
            receiving = _receiving_roles(flow, step)
            for role in roles:
                if role not in receiving:
                    continue
                performing = role_parties(plan, phase, step.role).performing
                others = tuple(each for each in performing if each != party)
                if others and party not in performing:
                    yield Received(flow, step, role, others)


def _receiving_roles(flow: BusinessFlow, step: FlowStep) -> frozenset[RoleId]:
    """Return the roles that `step` hands on to."""
    named = {RoleId(each.id) for each in step.to if each.kind == "role"}
    following = {each.role for each in flow.steps if step.id in each.after}
    return frozenset(named | following)
