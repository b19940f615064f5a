"""The next step that a plan needs in a phase: the first of a fixed order that is not done.

Order: every role has an area; every sourcing is decided; no error is left; no warning is left;
there is a later phase as a target; then the plan is ready to be sent out.
"""

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.checks.finding import Finding, Severity
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.phases import duties
from socplanner.domain.plan import Plan


class Todo(Enum):
    """What is to be done next."""

    PLACE = "place"
    DECIDE_SOURCING = "decide-sourcing"
    RESOLVE_ERRORS = "resolve-errors"
    RESOLVE_WARNINGS = "resolve-warnings"
    PLAN_TARGET = "plan-target"
    SEND_OUT = "send-out"


class NextStep(NamedTuple):
    """A step with the roles it is about; `amount` is of roles, or of findings for a severity."""

    step: Todo
    amount: int = 0
    roles: tuple[RoleId, ...] = ()


def next_step(plan: Plan, phase: PhaseId, findings: Iterable[Finding]) -> NextStep:
    """Return the first step that `plan` still needs in `phase`, which has `findings`."""
    current = duties(plan, phase)
    unplaced = tuple(role for role, duty in current.items() if duty.area is Area.UNPLACED)
    if unplaced:
        return NextStep(Todo.PLACE, len(unplaced), unplaced)
    undecided = tuple(role for role, duty in current.items() if duty.sourcing is Sourcing.UNDECIDED)
    if undecided:
        return NextStep(Todo.DECIDE_SOURCING, len(undecided), undecided)
    counts = [each.severity for each in findings]
    for severity, step in (
        (Severity.ERROR, Todo.RESOLVE_ERRORS),
        (Severity.WARNING, Todo.RESOLVE_WARNINGS),
    ):
        if severity in counts:
            return NextStep(step, counts.count(severity))
    return NextStep(Todo.PLAN_TARGET if len(plan.phases) == 1 else Todo.SEND_OUT)
