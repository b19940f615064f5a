"""Running the rules over a phase, or over the roles that an edit has touched."""

from collections.abc import Iterable

from socplanner.domain.catalogue import Role
from socplanner.domain.checks.finding import Finding, Severity
from socplanner.domain.checks.row_rules import ROW_RULES, checked_row, undecided
from socplanner.domain.ids import PhaseId
from socplanner.domain.phases import duties, duty
from socplanner.domain.plan import Duty, Plan


def check_phase(plan: Plan, phase: PhaseId) -> tuple[Finding, ...]:
    """Return what every rule finds in `phase`, in the order of the roles."""
    held = duties(plan, phase)
    return tuple(
        finding for role in plan.roles() for finding in _of(plan, phase, role, held[role.id])
    )


def check_plan(plan: Plan) -> tuple[Finding, ...]:
    """Return what every rule finds in any phase, phase by phase."""
    return tuple(finding for phase in plan.phases for finding in check_phase(plan, phase.id))


def check_role(plan: Plan, phase: PhaseId, role: Role) -> tuple[Finding, ...]:
    """Return what every rule finds about `role` in `phase`."""
    return _of(plan, phase, role, duty(plan, phase, role.id))


def has_errors(findings: Iterable[Finding]) -> bool:
    """Tell whether one of `findings` is an error."""
    return any(finding.severity is Severity.ERROR for finding in findings)


def _of(plan: Plan, phase: PhaseId, role: Role, held: Duty) -> tuple[Finding, ...]:
    row = checked_row(plan, phase, role, held)
    open_questions = tuple(undecided(row))
    if open_questions:
        return open_questions
    return tuple(finding for _, rule in ROW_RULES for finding in rule(row))
