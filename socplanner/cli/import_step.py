"""The result of a step of `socplanner import`: re-imported workbooks, or an external one."""

from collections.abc import Sequence
from typing import NamedTuple

from socplanner.domain.plan import Plan


class ImportStep(NamedTuple):
    """The plan after a step, what is printed, and whether nothing is left to decide."""

    plan: Plan
    """The plan with the changes that are sure or requested."""
    lines: Sequence[str]
    document: dict[str, object]
    """What is printed with `--format=json`, as values of JSON."""
    is_clear: bool
