"""What one step of `socplanner import` did: the workbooks of the plan, or one made elsewhere."""

from collections.abc import Sequence
from typing import NamedTuple

from socplanner.domain.plan import Plan


class ImportStep(NamedTuple):
    """The plan after a step, what is printed of it, and whether anything is left to a person."""

    plan: Plan
    """With the changes that are sure or were asked for."""
    lines: Sequence[str]
    document: dict[str, object]
    """The same for programs, as values that JSON can hold."""
    is_clear: bool
