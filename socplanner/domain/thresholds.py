"""The thresholds of rules: their defaults, and the values that a plan sets."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

Unit = Literal["parties", "percent", "roles", "tenths", "one-in", "heads", "score"]


class Threshold(NamedTuple):
    """One threshold of a rule: a whole number of `unit`, from `least` to `most`.

    `tenths` are of a standard deviation; `one-in` is the divisor of a share, 4 for a quarter;
    a `score` of 0 or 6 is none.
    """

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
    Threshold("inhouse-roles", "P03", "roles", 8, 0, 9999),
    Threshold("evidence-score", "M03", "score", 4, 1, 6),
    Threshold("weak-score", "M07", "score", 2, 0, 5),
)
THRESHOLD_BY_ID: Mapping[str, Threshold] = MappingProxyType({each.id: each for each in THRESHOLDS})

Thresholds = Mapping[str, int]
"""The values that differ from the defaults, by the ids of the thresholds."""

NO_THRESHOLDS: Thresholds = MappingProxyType({})


def limit_of(thresholds: Thresholds, threshold_id: str) -> int:
    """Return the value in `thresholds`, or else the default; raise KeyError for an unknown id."""
    return thresholds.get(threshold_id, THRESHOLD_BY_ID[threshold_id].default)


def most_parties(thresholds: Thresholds, letter: str, parties: int) -> int:
    """Return how many parties may be "consulted" or "informed" of one role: a number or a share.

    `letter` is one of those two words, `parties` the number of parties of the plan.
    """
    share = parties * limit_of(thresholds, f"{letter}-share") // 100
    return max(limit_of(thresholds, letter), share)
