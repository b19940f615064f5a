"""Who changed a value: the rule that merges, comparisons and returned workbooks share.

Of each value three are known: `base`, which both sides began with, `ours` and `theirs`.
"""

from enum import Enum

from socplanner.domain.comparison.nodes import UNKNOWN


class Standing(Enum):
    """Who changed a value since the common version."""

    OURS = "ours"
    THEIRS = "theirs"
    CONFLICT = "conflict"
    """Both changed it, differently."""

    UNKNOWN = "unknown"
    """There is no common version: either may be the newer one."""


def standing_of(base: object, ours: object, theirs: object) -> Standing | None:
    """Return who changed a value; None where both sides have the same one.

    `base` is UNKNOWN where there is no common version.
    """
    if ours == theirs:
        return None
    if base is UNKNOWN:
        return Standing.UNKNOWN
    if base == ours:
        return Standing.THEIRS
    return Standing.OURS if base == theirs else Standing.CONFLICT
