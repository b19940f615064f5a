"""The limits that rules measure by: the usual ones, and those a plan sets for itself."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

Unit = Literal["parties", "percent", "roles", "tenths", "one-in", "heads"]


class Threshold(NamedTuple):
    """One limit of a rule, a whole number of `unit`; tenths are of a standard deviation."""

    id: str
    rule: str
    unit: Unit
    default: int
    least: int
    most: int


THRESHOLDS = (
    Threshold("performers", "R03", "parties", 3, 1, 99),
    Threshold("consulted", "R04", "parties", 3, 0, 99),
    Threshold("consulted-share", "R04", "percent", 30, 0, 100),
    Threshold("informed", "R05", "parties", 4, 0, 99),
    Threshold("informed-share", "R05", "percent", 50, 0, 100),
    Threshold("performing-roles", "C01", "roles", 8, 0, 9999),
    Threshold("performing-spread", "C01", "tenths", 15, 0, 99),
    Threshold("accountable-share", "C03", "one-in", 3, 1, 99),
    Threshold("heavy-roles", "C05", "roles", 8, 0, 9999),
    Threshold("busiest-share", "C05", "one-in", 4, 1, 99),
    Threshold("lone-heads", "D05", "heads", 1, 0, 99),
)
THRESHOLD_BY_ID: Mapping[str, Threshold] = MappingProxyType({each.id: each for each in THRESHOLDS})

Thresholds = Mapping[str, int]
"""What a plan sets otherwise, by the ids of the thresholds."""

NO_THRESHOLDS: Thresholds = MappingProxyType({})


def limit_of(thresholds: Thresholds, threshold_id: str) -> int:
    """Return the limit that holds; raise KeyError for one nobody knows."""
    return thresholds.get(threshold_id, THRESHOLD_BY_ID[threshold_id].default)


def most_parties(thresholds: Thresholds, letter: str, parties: int) -> int:
    """Return how many of `parties` may be "consulted" or "informed" of one role."""
    share = parties * limit_of(thresholds, f"{letter}-share") // 100
    return max(limit_of(thresholds, letter), share)
