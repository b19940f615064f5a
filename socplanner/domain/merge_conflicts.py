"""What a merge could not decide: both values are kept in the plan until the planner chooses.

The plan has our value at the place, so it opens and works. Values are stored as JSON texts; an
empty text stands for an entry that is not there.
"""

from collections.abc import Iterable
from typing import NamedTuple


class MergeConflict(NamedTuple):
    """A place of the plan file, as a JSON pointer, and the values of both sides and before."""

    at: str
    ours: str = ""
    theirs: str = ""
    base: str = ""


def conflict_at(conflicts: Iterable[MergeConflict], at: str) -> MergeConflict | None:
    """Return the conflict at the place `at`, or None."""
    return next((each for each in conflicts if each.at == at), None)
