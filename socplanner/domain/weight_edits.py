"""The edit of how much functions and roles matter among the gaps."""

from dataclasses import dataclass, replace
from types import MappingProxyType

from socplanner.domain.ids import RoleId
from socplanner.domain.plan import Plan
from socplanner.domain.problem import EditRejected
from socplanner.domain.weights import LARGEST_WEIGHT, USUAL_WEIGHT, Weights


@dataclass(frozen=True, slots=True)
class SetWeights:
    """Replace the weights of the plan, by codes of functions and ids of roles.

    A function with the usual weight is not stored; a role keeps what is stated for it.
    """

    weights: Weights

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the weights; raise EditRejected for an unknown key or a bad weight."""
        functions = plan.catalogue.function_by_code
        for key, weight in self.weights.items():
            if key not in functions and plan.role(RoleId(key)) is None:
                raise EditRejected("unknown-role", role=key)
            if not 0 <= weight <= LARGEST_WEIGHT:
                raise EditRejected("bad-number", value=weight, least=0, most=LARGEST_WEIGHT)
        order = [*functions, *(role.id for role in plan.all_roles())]
        stored = {
            key: self.weights[key]
            for key in order
            if key in self.weights and (key not in functions or self.weights[key] != USUAL_WEIGHT)
        }
        if stored == dict(plan.weights):
            return plan
        return replace(plan, weights=MappingProxyType(stored))
