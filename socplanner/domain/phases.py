"""Folding phases: the duty of a role is the sum of what each phase up to then states.

Rules:

- A phase states only what differs from the phase before; `Change` has None, or no letters of a
  party, for what stays. A blank cell, an empty text and `unknown` remove an earlier value.
- `duty` and `duties` fold the phases in order; `change_for` is the inverse: the change that leads
  from the duty before a phase to the one wanted in it.
- `with_duties` is the only function that writes changes. What later phases state stays stated; what
  they leave open follows. What a phase states although it need not is kept.
- A plan is returned as the same object where nothing differs, so that callers compare by identity.
"""

from collections.abc import Mapping
from dataclasses import replace

from socplanner.domain.assessment import changed_scores
from socplanner.domain.duty_fields import DUTY_FIELDS
from socplanner.domain.flow_inputs import changed_flow_roles
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.overlay import changed_keys, layered
from socplanner.domain.plan import (
    BLANK_DUTY,
    NO_CHANGE,
    Change,
    Duty,
    Phase,
    Plan,
)
from socplanner.domain.road_map_inputs import changed_moves


def phase_index(plan: Plan, phase_id: PhaseId) -> int:
    """Return the place of `phase_id` among the phases; raise KeyError if the plan has none such."""
    for index, phase in enumerate(plan.phases):
        if phase.id == phase_id:
            return index
    raise KeyError(phase_id)


def duty(plan: Plan, phase_id: PhaseId, role_id: RoleId) -> Duty:
    """Return the duty of `role_id` in `phase_id`; raise KeyError for an unknown phase.

    An unknown role has the blank duty.
    """
    current = BLANK_DUTY
    for phase in plan.phases:
        change = phase.changes.get(role_id)
        if change is not None:
            current = folded(current, change)
        if phase.id == phase_id:
            return current
    raise KeyError(phase_id)


def duties(plan: Plan, phase_id: PhaseId, *, with_hidden: bool = False) -> dict[RoleId, Duty]:
    """Return the duty of every role in `phase_id`, in the order of the roles.

    Hidden roles are among them only `with_hidden`. Raise KeyError for an unknown phase.
    """
    phases = plan.phases[: phase_index(plan, phase_id) + 1]
    roles = plan.all_roles() if with_hidden else plan.roles()
    left_out = frozenset[RoleId]() if with_hidden else plan.custom_roles.hidden
    by_role: dict[RoleId, Duty] = {role.id: BLANK_DUTY for role in roles}
    for phase in phases:
        for role_id, change in phase.changes.items():
            if role_id not in left_out:
                by_role[role_id] = folded(by_role.get(role_id, BLANK_DUTY), change)
    return by_role


def folded(before: Duty, change: Change) -> Duty:
    """Return `before` with what `change` states."""
    return Duty(
        **{
            name: fold(getattr(before, name), getattr(change, name))
            for name, fold, _ in DUTY_FIELDS
        }
    )


def with_duties(plan: Plan, phase_id: PhaseId, wanted: Mapping[RoleId, Duty]) -> Plan:
    """Return `plan` in which each role of `wanted` has that duty in `phase_id`.

    Values that later phases state for the same role stay, and so do those that this phase states
    and `wanted` does not change; what later phases leave open follows. Return `plan` itself where
    nothing differs; raise KeyError for an unknown phase.
    """
    index = phase_index(plan, phase_id)
    phase = plan.phases[index]
    updates: dict[RoleId, Change | None] = {}
    phase_before = None if index == 0 else plan.phases[index - 1].id
    for role_id, after in wanted.items():
        before = BLANK_DUTY if phase_before is None else duty(plan, phase_before, role_id)
        stated = phase.changes.get(role_id, NO_CHANGE)
        change = change_for(stated, before, folded(before, stated), after)
        if change is not stated and change != stated:
            updates[role_id] = None if change == NO_CHANGE else change
    if not updates:
        return plan
    return with_phase(plan, index, replace(phase, changes=layered(phase.changes, updates)))


def change_for(stated: Change, before: Duty, current: Duty, after: Duty) -> Change:
    """Return the change that leads from `before` to `after`, keeping what `stated` has right.

    `current` is what `stated` leads to; values it states rightly stay, even redundant ones.
    """
    if current == after:
        return stated
    return Change(
        **{
            name: state(*(getattr(each, name) for each in (stated, before, current, after)))
            for name, _, state in DUTY_FIELDS
        }
    )


def with_phase(plan: Plan, index: int, phase: Phase) -> Plan:
    """Return `plan` with the phase at `index` replaced."""
    return replace(plan, phases=(*plan.phases[:index], phase, *plan.phases[index + 1 :]))


def changed_roles(before: Plan, after: Plan, phase_id: PhaseId) -> frozenset[RoleId]:
    """Return the roles whose duty in `phase_id`, score, moves or flows may differ, by identity.

    All roles of `after` where the phases up to then are not the same ones; no hidden ones.
    """
    touched = changed_scores(before.assessments, after.assessments)
    touched |= changed_moves(before.moves, after.moves)
    touched |= changed_flow_roles(before.flows, after.flows)
    for old, new in zip(before.phases, after.phases, strict=False):
        if old.id != new.id:
            break
        touched |= changed_keys(old.changes, new.changes)
        if new.id == phase_id:
            return touched - after.custom_roles.hidden
    return frozenset([role.id for role in after.roles()])
