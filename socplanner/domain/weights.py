"""How much functions and roles matter among the gaps of maturity."""

from collections.abc import Mapping
from types import MappingProxyType

Weights = Mapping[str, int]
"""Weights by the code of a function or the id of a role; 1 where neither is there."""

NO_WEIGHTS: Weights = MappingProxyType({})
USUAL_WEIGHT, LARGEST_WEIGHT = 1, 9


def no_weights() -> Weights:
    """Return no weights; a dataclass cannot have a mapping proxy as a default (3.11)."""
    return NO_WEIGHTS


def weight_in(weights: Weights, role: str, function: str) -> int:
    """Return the weight of a role: its own, else that of its function, else 1."""
    return weights.get(role, weights.get(function, USUAL_WEIGHT))


def weights_without_role(weights: Weights, role: str) -> Weights:
    """Return `weights` without that of `role`."""
    if role not in weights:
        return weights
    return MappingProxyType({key: weight for key, weight in weights.items() if key != role})
