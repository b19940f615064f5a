"""The edits that replace the whole plan, by the content of a file or an earlier version."""

from dataclasses import dataclass
from typing import Literal

from socplanner.domain.history import Edit
from socplanner.domain.plan import Plan
from socplanner.domain.shared_parts import sharing_parts

VersionSource = Literal["reload", "merge", "restore", "adopt", "choose"]
"""Where the values are from: the file on disk, a merge with it, an earlier version, differences
that were adopted, or sides of conflicts that were chosen."""


@dataclass(frozen=True, slots=True)
class ReplacePlan:
    """Replace the plan with `plan`; undo restores the one before, with its own undo steps."""

    plan: Plan

    def apply(self, plan: Plan) -> Plan:
        """Return the new plan, or `plan` itself where both are equal."""
        return plan if plan == self.plan else self.plan


@dataclass(frozen=True, slots=True)
class ReplaceVersion:
    """Replace the plan with another version of it.

    `name` is the time of an earlier version, `number` how many differences or conflicts it is
    about. Unlike `ReplacePlan` it is announced as a difference, so that views stay where they are.
    """

    plan: Plan
    source: VersionSource
    name: str = ""
    number: int = 0

    def apply(self, plan: Plan) -> Plan:
        """Return the other version, or `plan` itself where both are equal."""
        return plan if plan == self.plan else self.plan


def replacing(
    before: Plan, after: Plan, source: VersionSource, name: str = "", number: int = 0
) -> Edit:
    """Return the edit that replaces `before`: as a version of it where `after` is one.

    A version shares what does not differ, so that the history stays small.
    """
    if before.id == after.id and before.catalogue.edition == after.catalogue.edition:
        return ReplaceVersion(sharing_parts(before, after), source, name, number)
    return ReplacePlan(after)
