"""What differs of a role between two phases: for the overlay of changes, lanes, the inspector."""

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from socplanner.domain.duty_fields import changed_cells
from socplanner.domain.duty_values import DutyAddress, duty_value
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.phases import duties, duty, phase_index
from socplanner.domain.plan import AIM_FIELDS, Duty, Phase, Plan


class PhasePair(NamedTuple):
    """Two neighbouring phases, the earlier one first."""

    before: Phase
    after: Phase


class DutyPair(NamedTuple):
    """The duty of one role in the two phases of a pair."""

    before: Duty
    after: Duty

    @property
    def differs(self) -> bool:
        """Whether anything changes of how the role is performed.

        An aim alone is no such change: nearly every role has one in the last phase.
        """
        before, after = self
        return before != after and replace(before, aim=after.aim) != after


def compared_phases(plan: Plan, phase: PhaseId) -> PhasePair | None:
    """Return the phase before `phase` and `phase` itself; for the first one, it and the next.

    None where the plan has one phase only; raise KeyError for an unknown phase.
    """
    if len(plan.phases) < 2:
        return None
    index = max(phase_index(plan, phase), 1)
    return PhasePair(plan.phases[index - 1], plan.phases[index])


def duty_pair(plan: Plan, phases: PhasePair, role: RoleId) -> DutyPair:
    """Return the duty of `role` in both phases."""
    return DutyPair(duty(plan, phases.before.id, role), duty(plan, phases.after.id, role))


def changing_roles(plan: Plan, phases: PhasePair) -> dict[RoleId, DutyPair]:
    """Return the roles whose duty differs between `phases` by more than its aim, in order."""
    before, after = duties(plan, phases.before.id), duties(plan, phases.after.id)
    pairs = ((role.id, DutyPair(before[role.id], after[role.id])) for role in plan.roles())
    return {role: pair for role, pair in pairs if pair.differs}


def changed_duty_values(role: RoleId, pair: DutyPair) -> tuple[DutyAddress, ...]:
    """Return the addresses of the values of `role` that differ, letters in the order of `pair`."""
    simple: Iterable[DutyAddress] = (
        *(DutyAddress(role, field) for field in ("area", "sourcing")),
        *(
            DutyAddress(role, "letters", party)
            for party, _, _ in changed_cells(pair.before.letters, pair.after.letters)
        ),
        *(DutyAddress(role, field) for field in AIM_FIELDS),
        *(DutyAddress(role, field) for field in ("coverage", "note")),
    )
    return tuple(
        each for each in simple if duty_value(pair.before, each) != duty_value(pair.after, each)
    )
