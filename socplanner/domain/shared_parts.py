"""Two plans that share what they do not differ in, so that a history of both stays small."""

from collections.abc import Mapping
from dataclasses import fields, replace
from types import MappingProxyType

from socplanner.domain.ids import RoleId
from socplanner.domain.plan import Change, Phase, Plan


def sharing_parts(before: Plan, after: Plan) -> Plan:
    """Return a plan equal to `after` that has the objects of `before` wherever both are equal."""
    phases = {phase.id: phase for phase in before.phases}
    after = replace(
        after,
        phases=tuple(
            _sharing_phase(phases[phase.id], phase) if phase.id in phases else phase
            for phase in after.phases
        ),
    )
    same = {
        field.name: getattr(before, field.name)
        for field in fields(Plan)
        if getattr(before, field.name) == getattr(after, field.name)
    }
    return replace(after, **same)


def _sharing_phase(before: Phase, after: Phase) -> Phase:
    if before == after:
        return before
    return replace(after, changes=_sharing_changes(before.changes, after.changes))


def _sharing_changes(
    before: Mapping[RoleId, Change], after: Mapping[RoleId, Change]
) -> Mapping[RoleId, Change]:
    if before == after:
        return before
    return MappingProxyType(
        {
            role: before[role] if before.get(role) == change else change
            for role, change in after.items()
        }
    )
