"""The edit that replaces the whole plan, such as by the content of its file on disk."""

from dataclasses import dataclass

from socplanner.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class ReplacePlan:
    """Replace the plan with `plan`; undo restores the one before, with its own undo steps."""

    plan: Plan

    def apply(self, plan: Plan) -> Plan:
        """Return the new plan, or `plan` itself where both are equal."""
        return plan if plan == self.plan else self.plan
