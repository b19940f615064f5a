"""What one step of `socplanner import` did: the workbooks of the plan, or one made elsewhere."""

from collections.abc import Sequence
from typing import NamedTuple

from socplanner.domain.plan import Plan


class ImportStep(NamedTuple):
    """The plan after a step, its answer, and whether nothing is left for a person to decide."""

    plan: Plan
    """With the changes that are sure or requested."""
    lines: Sequence[str]
    document: dict[str, object]
    """The same for programs, as values of JSON."""
    is_clear: bool
