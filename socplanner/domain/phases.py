"""Folding phases: what holds for a role is the sum of what each phase up to then says of it."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from socplanner.domain.ids import PartyId, PhaseId, RoleId
from socplanner.domain.letters import BLANK, Cell
from socplanner.domain.overlay import changed_keys, layered
from socplanner.domain.plan import (
    BLANK_DUTY,
    NO_CHANGE,
    NO_LETTERS,
    NO_MATURITY,
    Change,
    Duty,
    Maturity,
    Phase,
    Plan,
    Score,
    V,
    frozen,
)


def phase_index(plan: Plan, phase_id: PhaseId) -> int:
    """Return the place of `phase_id` among the phases; raise KeyError if the plan has none such."""
    for index, phase in enumerate(plan.phases):
        if phase.id == phase_id:
            return index
    raise KeyError(phase_id)


def duty(plan: Plan, phase_id: PhaseId, role_id: RoleId) -> Duty:
    """Return what holds for `role_id` in `phase_id`."""
    current = BLANK_DUTY
    for phase in plan.phases:
        change = phase.changes.get(role_id)
        if change is not None:
            current = folded(current, change)
        if phase.id == phase_id:
            return current
    raise KeyError(phase_id)


def duties(plan: Plan, phase_id: PhaseId) -> dict[RoleId, Duty]:
    """Return what holds for every role in `phase_id`, in the order of the roles."""
    phases = plan.phases[: phase_index(plan, phase_id) + 1]
    by_role: dict[RoleId, Duty] = {role.id: BLANK_DUTY for role in plan.roles()}
    for phase in phases:
        for role_id, change in phase.changes.items():
            by_role[role_id] = folded(by_role.get(role_id, BLANK_DUTY), change)
    return by_role


def folded(before: Duty, change: Change) -> Duty:
    """Return `before` with what `change` says; what it makes of a blank duty is worked out once."""
    return Duty(
        before.area if change.area is None else change.area,
        before.sourcing if change.sourcing is None else change.sourcing,
        _letters(before.letters, change.letters),
        _maturity(before.maturity, change.maturity),
        before.coverage if change.coverage is None else change.coverage,
        before.note if change.note is None else change.note,
    )


def with_duties(plan: Plan, phase_id: PhaseId, wanted: Mapping[RoleId, Duty]) -> Plan:
    """Return `plan` in which each role of `wanted` has that duty in `phase_id`.

    What later phases say of the same role stays said, and so does what this one says and `wanted`
    does not touch; what they leave open follows. Returns `plan` itself where nothing differs.
    """
    index = phase_index(plan, phase_id)
    phase = plan.phases[index]
    news: dict[RoleId, Change | None] = {}
    earlier = None if index == 0 else plan.phases[index - 1].id
    for role_id, after in wanted.items():
        before = BLANK_DUTY if earlier is None else duty(plan, earlier, role_id)
        stated = phase.changes.get(role_id, NO_CHANGE)
        change = change_for(stated, before, folded(before, stated), after)
        if change is not stated and change != stated:
            news[role_id] = None if change == NO_CHANGE else change
    if not news:
        return plan
    return with_phase(plan, index, replace(phase, changes=layered(phase.changes, news)))


def change_for(stated: Change, before: Duty, current: Duty, after: Duty) -> Change:
    """Return the change that leads from `before` to `after`, keeping what `stated` has right.

    `current` is what `stated` leads to; values it states rightly stay, even redundant ones.
    """
    if current == after:
        return stated
    return Change(
        _field_change(stated.area, before.area, current.area, after.area),
        _field_change(stated.sourcing, before.sourcing, current.sourcing, after.sourcing),
        _resaid_letters(stated.letters, before, current, after),
        _maturity_change(stated.maturity, before.maturity, current.maturity, after.maturity),
        _field_change(stated.coverage, before.coverage, current.coverage, after.coverage),
        _field_change(stated.note, before.note, current.note, after.note),
    )


def _field_change(stated: V | None, before: V, current: V, after: V) -> V | None:
    """Return what is said: as it was where that is right, else `after` where it is news."""
    if current == after:
        return stated
    return None if before == after else after


def _resaid_letters(
    stated: Mapping[PartyId, Cell], before: Duty, current: Duty, after: Duty
) -> Mapping[PartyId, Cell]:
    changed = changed_cells(current, after)
    if not changed:
        return stated
    letters = dict(stated)
    for party, _, cell in changed:
        if before.letters.get(party, BLANK) == cell:
            letters.pop(party, None)
        else:
            letters[party] = cell
    return MappingProxyType(letters) if letters else NO_LETTERS


def _maturity_change(
    stated: Maturity, before: Maturity, current: Maturity, after: Maturity
) -> Maturity:
    if current == after:
        return stated
    touched, least = _maturity_changes(current, after), _maturity_changes(before, after)
    again = Maturity(
        stated.inhouse if touched.inhouse is None else least.inhouse,
        stated.inhouse_target if touched.inhouse_target is None else least.inhouse_target,
        stated.outsourced if touched.outsourced is None else least.outsourced,
        stated.outsourced_target if touched.outsourced_target is None else least.outsourced_target,
    )
    return NO_MATURITY if again == NO_MATURITY else again


def with_phase(plan: Plan, index: int, phase: Phase) -> Plan:
    """Return `plan` with the phase at `index` replaced."""
    return replace(plan, phases=(*plan.phases[:index], phase, *plan.phases[index + 1 :]))


def changed_roles(before: Plan, after: Plan, phase_id: PhaseId) -> frozenset[RoleId]:
    """Return the roles whose duty in `phase_id` may differ between two plans, told by identity."""
    touched: frozenset[RoleId] = frozenset()
    for old, new in zip(before.phases, after.phases, strict=False):
        if old.id != new.id:
            break
        touched |= changed_keys(old.changes, new.changes)
        if new.id == phase_id:
            return touched
    return frozenset([role.id for role in after.roles()])


def changed_cells(before: Duty, after: Duty) -> list[tuple[PartyId, Cell, Cell]]:
    """Return each party that holds other letters, with those before and those after."""
    old, new = before.letters, after.letters
    if old is new:
        return []
    changed = [
        (party, old.get(party, BLANK), cell)
        for party, cell in new.items()
        if old.get(party, BLANK) != cell
    ]
    changed += [(party, cell, BLANK) for party, cell in old.items() if party not in new]
    return changed


def _letters(
    before: Mapping[PartyId, Cell], change: Mapping[PartyId, Cell]
) -> Mapping[PartyId, Cell]:
    if not change:
        return before
    if not before and BLANK not in change.values():
        return change
    merged = {**before, **change}
    return frozen({party: cell for party, cell in merged.items() if cell})


def _maturity(before: Maturity, change: Maturity) -> Maturity:
    if change is NO_MATURITY:
        return before
    return Maturity(
        _score(before.inhouse, change.inhouse),
        _score(before.inhouse_target, change.inhouse_target),
        _score(before.outsourced, change.outsourced),
        _score(before.outsourced_target, change.outsourced_target),
    )


def _score(before: Score | None, change: Score | None) -> Score | None:
    """Return the score after `change`; `unknown` takes an earlier one away."""
    if change is None:
        return before
    return None if change == "unknown" else change


def _maturity_changes(before: Maturity, after: Maturity) -> Maturity:
    if before == after:
        return NO_MATURITY
    return Maturity(
        _score_change(before.inhouse, after.inhouse),
        _score_change(before.inhouse_target, after.inhouse_target),
        _score_change(before.outsourced, after.outsourced),
        _score_change(before.outsourced_target, after.outsourced_target),
    )


def _score_change(before: Score | None, after: Score | None) -> Score | None:
    then = None if after == "unknown" else after
    return None if then == before else then or "unknown"
