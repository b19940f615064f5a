"""Edits of the custom roles of a plan: add, change, reorder, hide and remove them.

The id of a custom role contains its code and stays; its name and function can change.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from socplanner.domain.assessment import without_role
from socplanner.domain.catalogue import Area, Role
from socplanner.domain.cost_inputs import cost_without_role
from socplanner.domain.exercise_inputs import exercises_without_role
from socplanner.domain.flow_inputs import flows_without_role
from socplanner.domain.ids import CUSTOM, RoleId, is_role_id, role_id
from socplanner.domain.limits import MOST_CUSTOM_ROLES
from socplanner.domain.local_text import LocalText
from socplanner.domain.names import validated_name
from socplanner.domain.phases import with_duties
from socplanner.domain.plan import BLANK_DUTY, NO_CUSTOM_ROLES, CustomRoles, Phase, Plan, frozen
from socplanner.domain.problem import EditRejected
from socplanner.domain.road_map_inputs import moves_without_role
from socplanner.domain.sharing_inputs import duties_without_role
from socplanner.domain.staffing_inputs import staffing_without_role
from socplanner.domain.tender_inputs import tenders_without_role
from socplanner.domain.weights import weights_without_role


@dataclass(frozen=True, slots=True)
class AddCustomRole:
    """Add a role after the other custom ones; in the first phase it stands in `area`."""

    code: str
    function: str
    name: LocalText
    area: Area = Area.UNPLACED

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the role; raise EditRejected if a field is not valid."""
        code = self.code.strip()
        added = role_id(CUSTOM, code)
        if not is_role_id(added):
            raise EditRejected("bad-role-code", role=self.code)
        if code.casefold() in {role.code.casefold() for role in plan.all_roles()}:
            raise EditRejected("doubled-role-code", role=code)
        if len(plan.custom_roles) >= MOST_CUSTOM_ROLES:
            raise EditRejected("too-many-roles", most=MOST_CUSTOM_ROLES)
        _check_function(plan, self.function)
        role = Role(added, code, self.function, validated_name(self.name), self.area)
        after = _with_roles(plan, (*plan.custom_roles, role))
        return with_duties(after, plan.phases[0].id, {added: replace(BLANK_DUTY, area=self.area)})


@dataclass(frozen=True, slots=True)
class ChangeCustomRole:
    """Change name and function of a custom role; its code and its duties stay."""

    role: RoleId
    function: str
    name: LocalText

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the role changed; raise EditRejected if it cannot be."""
        before = _existing(plan, self.role)
        _check_function(plan, self.function)
        after = before._replace(function=self.function, name=validated_name(self.name))
        if after == before:
            return plan
        roles = (after if role.id == self.role else role for role in plan.custom_roles)
        return _with_roles(plan, roles)


@dataclass(frozen=True, slots=True)
class MoveCustomRole:
    """Move a custom role to `index` in their order; beyond either end it is first or last."""

    role: RoleId
    index: int

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the role moved; raise EditRejected if it is unknown."""
        moved = _existing(plan, self.role)
        rest = [role for role in plan.custom_roles if role.id != self.role]
        index = max(0, min(self.index, len(rest)))
        roles = (*rest[:index], moved, *rest[index:])
        return plan if roles == plan.custom_roles.roles else _with_roles(plan, roles)


@dataclass(frozen=True, slots=True)
class HideCustomRole:
    """Hide a custom role, or show it again; what was decided about it stays in every phase."""

    role: RoleId
    is_hidden: bool = True

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the role hidden or shown; raise EditRejected if it is unknown."""
        before = _existing(plan, self.role)
        if before.is_hidden is self.is_hidden:
            return plan
        after = before._replace(is_hidden=self.is_hidden)
        return _with_roles(
            plan, (after if role.id == self.role else role for role in plan.custom_roles)
        )


@dataclass(frozen=True, slots=True)
class RemoveCustomRole:
    """Remove a custom role with its duties, waivers, scores, moves, and places elsewhere."""

    role: RoleId

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` without the role; raise EditRejected if it is unknown."""
        _existing(plan, self.role)
        after = _with_roles(plan, (role for role in plan.custom_roles if role.id != self.role))
        phases = tuple(_phase_without(phase, self.role) for phase in plan.phases)
        waivers = tuple(waiver for waiver in plan.waivers if waiver.role != self.role)
        staffing = staffing_without_role(plan.staffing, self.role)
        assessments = without_role(plan.assessments, self.role)
        return replace(
            after,
            phases=phases,
            waivers=waivers,
            staffing=staffing,
            assessments=assessments,
            moves=moves_without_role(plan.moves, self.role),
            cost=cost_without_role(plan.cost, self.role),
            weights=weights_without_role(plan.weights, self.role),
            flows=flows_without_role(plan.flows, self.role),
            reporting=duties_without_role(plan.reporting, self.role),
            exercises=exercises_without_role(plan.exercises, self.role),
            tenders=tenders_without_role(plan.tenders, self.role),
        )


def _with_roles(plan: Plan, roles: Iterable[Role]) -> Plan:
    listed = tuple(roles)
    return replace(plan, custom_roles=CustomRoles(listed) if listed else NO_CUSTOM_ROLES)


def _existing(plan: Plan, role: RoleId) -> Role:
    existing = plan.custom_roles.by_id.get(role)
    if existing is None:
        raise EditRejected("unknown-role", role=role)
    return existing


def _check_function(plan: Plan, function: str) -> None:
    codes = plan.catalogue.function_by_code
    if function not in codes:
        raise EditRejected("unknown-function", function=function, choices=", ".join(codes))


def _phase_without(phase: Phase, role: RoleId) -> Phase:
    if role not in phase.changes:
        return phase
    kept = {each: change for each, change in phase.changes.items() if each != role}
    return replace(phase, changes=frozen(kept))
