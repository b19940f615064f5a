"""Putting another plan in the place of the open one: what a file on disk holds, say."""

from dataclasses import dataclass

from socplanner.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class ReplacePlan:
    """Go on with `plan`; undo brings back the one before, with every edit that was made of it."""

    plan: Plan

    def apply(self, plan: Plan) -> Plan:
        """Return the new plan, or `plan` itself where both are equal."""
        return plan if plan == self.plan else self.plan
