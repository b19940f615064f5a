"""What is most worth doing: the gaps between score and aim by priority, and the open questions."""

from collections.abc import Iterable
from typing import NamedTuple

from socplanner.domain.assessment import Side
from socplanner.domain.ids import PartyId
from socplanner.domain.maturity.role_maturity import RoleMaturity
from socplanner.domain.plan import Plan
from socplanner.domain.weights import Weights, weight_in


class Gap(NamedTuple):
    """A role whose score is below its aim. `priority` is the gap times the weight of the role."""

    role: RoleMaturity
    weight: int
    priority: int


class OpenQuestion(NamedTuple):
    """A side of a role that no score answers."""

    role: RoleMaturity
    side: Side


def weight_of(role: RoleMaturity, weights: Weights) -> int:
    """Return the weight of `role`: its own, else that of its function, else 1."""
    return weight_in(weights, role.role.id, role.role.function)


def gaps(roles: Iterable[RoleMaturity], weights: Weights) -> tuple[Gap, ...]:
    """Return the roles below their aims, the highest priority first, then in their order."""
    below = (
        Gap(each, weight, each.gap * weight)
        for each in roles
        if each.gap
        for weight in (weight_of(each, weights),)
    )
    return tuple(sorted(below, key=lambda gap: -gap.priority))


def open_questions(roles: Iterable[RoleMaturity]) -> tuple[OpenQuestion, ...]:
    """Return the sides that are not answered, role by role."""
    return tuple(OpenQuestion(each, side) for each in roles for side in each.unanswered)


def owners(plan: Plan, role: RoleMaturity) -> tuple[PartyId, ...]:
    """Return the parties that own the aim of `role`: those accountable for it in the phase."""
    cells, meaning_of = role.duty.letters, plan.letter_set.meaning
    return tuple(
        each.id
        for each in plan.parties
        if each.id in cells and meaning_of(cells[each.id]).accountable
    )
