"""Which parties perform the steps of a flow in a phase: the lanes of its swimlane diagram.

A lane is a party that performs a role of the flow by its letters; a role that two parties perform
is in the lanes of both. A step whose role no party performs stands in the lane of no party.
"""

from collections.abc import Mapping
from typing import NamedTuple

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.flow_inputs import BusinessFlow
from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.letters import CellMeaning
from socplanner.domain.phases import duty
from socplanner.domain.plan import Duty, Party, Plan


class StepParties(NamedTuple):
    """The parties with a letter in the role of a step, by what they do, in the plan's order."""

    duty: Duty
    performing: tuple[PartyId, ...]
    accountable: tuple[PartyId, ...]
    consulted: tuple[PartyId, ...]
    informed: tuple[PartyId, ...]

    @property
    def is_carried_out(self) -> bool:
        """Whether the role of the step is carried out at all."""
        return self.duty.sourcing is not Sourcing.NOT_CARRIED_OUT


def role_parties(plan: Plan, phase: PhaseId, role: RoleId) -> StepParties:
    """Return the parties of `role` in `phase`; raise KeyError for an unknown phase."""
    current = duty(plan, phase, role)
    meanings: dict[PartyId, CellMeaning] = {
        party.id: plan.letter_set.meaning(current.letters[party.id])
        for party in plan.parties
        if party.id in current.letters
    }
    return StepParties(
        current,
        tuple(party for party, meaning in meanings.items() if meaning.performs),
        tuple(party for party, meaning in meanings.items() if meaning.accountable),
        tuple(party for party, meaning in meanings.items() if meaning.two_way),
        tuple(party for party, meaning in meanings.items() if meaning.one_way),
    )


def parties_of_steps(plan: Plan, phase: PhaseId, flow: BusinessFlow) -> Mapping[str, StepParties]:
    """Return the parties of each step of `flow` in `phase`; raise KeyError for an unknown phase."""
    by_role: dict[RoleId, StepParties] = {}
    for step in flow.steps:
        if step.role not in by_role:
            by_role[step.role] = role_parties(plan, phase, step.role)
    return {step.id: by_role[step.role] for step in flow.steps}


def organisation_of(party: Party) -> str:
    """Return what identifies the organisation of `party`: all internal parties are one."""
    return "" if party.kind == "internal" else party.id


def organisations_of(plan: Plan, parties: tuple[PartyId, ...]) -> frozenset[str]:
    """Return the organisations of `parties`."""
    wanted = set(parties)
    return frozenset(organisation_of(party) for party in plan.parties if party.id in wanted)
