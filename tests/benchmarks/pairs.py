"""Figures that are measured in pairs, ours beside its baseline."""

from collections.abc import Sequence

Pair = tuple[float, float]


def middle(pairs: Sequence[Pair]) -> Pair:
    """Return the pair whose ratio is the one in the middle.

    A machine whose speed changes changes both of a pair; the least of each would be of different
    moments, and the shorter of the two the luckier.
    """
    return sorted(pairs, key=lambda pair: pair[0] / pair[1])[len(pairs) // 2]
