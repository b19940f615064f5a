"""Run the rules over a plan, a phase, one role or all parties.

Rules:

- A role without a sourcing or an area has one finding, R00; no other rule is checked for it.
- The rules of maturity apply to decided rows, once the plan has an assessment; those of moves to
  decided rows with a stated move, or that go in-house; those of tenders to decided rows that a
  provider with a tender performs.
- The rules of flows apply to decided rows of roles with a step in a flow of the plan.
- Advice and the handover from the phase before apply to rows that are performed and have letters.
- A role's findings depend on that role alone, but for the number of parties, the thresholds, the
  hours or letters of a few other roles, and the letters of roles beside it in flows
  (`dependents.with_dependents`); so an edit needs to check the roles it touched and those. Loads
  of parties depend on all roles, and so do findings about a phase as a whole.
"""

from collections.abc import Iterable
from functools import partial

from socplanner.domain.catalogue import Role
from socplanner.domain.checks.advice_rules import ADVICE_RULES, PLACE_RULES
from socplanner.domain.checks.dependents import RECEIVING, REPORTING
from socplanner.domain.checks.finding import Finding, Severity
from socplanner.domain.checks.handover import handed_over
from socplanner.domain.checks.load_rules import check_loads, loads_of, usual_loads
from socplanner.domain.checks.people_rules import check_people
from socplanner.domain.checks.row_rules import (
    NOTHING,
    CheckedRow,
    Findings,
    broken_rules,
    checked_row,
)
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.phases import duties, duty, phase_index
from socplanner.domain.plan import Duty, Plan


def check_phase(plan: Plan, phase: PhaseId) -> tuple[Finding, ...]:
    """Return the findings of all rules in `phase`: role by role, then party by party.

    Raise KeyError if the plan has no such phase.
    """
    by_role, before = duties(plan, phase), _before(plan, phase)
    of_roles = (
        finding
        for role in plan.roles()
        for finding in _of(plan, phase, role, by_role[role.id], before.get(role.id))
    )
    return (*of_roles, *check_parties(plan, phase, by_role.values()))


def check_plan(plan: Plan) -> tuple[Finding, ...]:
    """Return the findings of all rules in all phases, phase by phase."""
    return tuple(finding for phase in plan.phases for finding in check_phase(plan, phase.id))


def check_role(
    plan: Plan, phase: PhaseId, role: Role, current: Duty | None = None
) -> tuple[Finding, ...]:
    """Return the findings about `role` in `phase`; `current` is its duty, if the caller has it."""
    place = phase_index(plan, phase)
    before = duty(plan, plan.phases[place - 1].id, role.id) if place else None
    return _of(plan, phase, role, current or duty(plan, phase, role.id), before)


def check_parties(plan: Plan, phase: PhaseId, current: Iterable[Duty]) -> tuple[Finding, ...]:
    """Return the findings about parties in `phase`; `current` are the duties of all its roles."""
    all_duties = tuple(current)
    usual = partial(usual_loads, plan, phase)
    loads = loads_of(all_duties, plan.letter_set)
    of_loads = check_loads(plan, phase, loads, len(all_duties), usual)
    return (*of_loads, *check_people(plan, phase), *check_transition(plan, phase))


def check_transition(plan: Plan, phase: PhaseId) -> tuple[Finding, ...]:
    """Return the findings about `phase` as a whole, as the one after another."""
    if phase == plan.phases[0].id:
        return ()
    from socplanner.domain.checks.move_rules import phase_findings  # no start in the first phase

    findings = phase_findings(plan, phase)
    if plan.cost.contracts:
        from socplanner.domain.checks.contract_rules import renewals_follow  # few plans

        findings += tuple(renewals_follow(plan, phase))
    return findings


def has_errors(findings: Iterable[Finding]) -> bool:
    """Return whether one of `findings` is an error."""
    return any(finding.severity is Severity.ERROR for finding in findings)


def _before(plan: Plan, phase: PhaseId) -> dict[RoleId, Duty]:
    """Return the duties of the phase before `phase`; none before the first."""
    place = phase_index(plan, phase)
    return duties(plan, plan.phases[place - 1].id) if place else {}


def _of(
    plan: Plan, phase: PhaseId, role: Role, current: Duty, before: Duty | None
) -> tuple[Finding, ...]:
    row = checked_row(plan, phase, role, current)
    findings = broken_rules(row)
    if not row.is_open:
        if row.holding and row.is_carried_out:
            for _, rule in ADVICE_RULES:
                findings += rule(row)
            if before is not None:
                findings += handed_over(row, before)
            if role.id == RECEIVING:
                findings += _of_reports(row)
        for _, rule in PLACE_RULES:
            findings += rule(row)
        findings += _of_sections(row, before)
    return tuple(findings)


def _of_sections(row: CheckedRow, before: Duty | None) -> list[Finding]:
    """Return the findings of the rules about sections that few plans have."""
    plan, findings = row.plan, list[Finding]()
    if plan.assessments:
        from socplanner.domain.checks.maturity_rules import maturity_findings  # few plans

        findings += maturity_findings(row)
    if (row.phase, row.role.id) in plan.moves or (
        before is not None and before.sourcing is not row.duty.sourcing
    ):
        from socplanner.domain.checks.move_rules import move_findings  # few rows

        findings += move_findings(row, before)
    if plan.flows:
        from socplanner.domain.checks.flow_rules import flow_findings  # few plans

        findings += flow_findings(row)
    if plan.cost.contracts and before is not None and before.letters != row.duty.letters:
        from socplanner.domain.checks.contract_rules import contracts_last  # few plans

        findings += contracts_last(row, before)
    if plan.tenders and row.performing_providers:
        from socplanner.domain.checks.tender_rules import tender_findings  # few plans

        findings += tender_findings(row)
    return findings


def _of_reports(row: CheckedRow) -> Findings:
    """Return the findings of W07, which needs the hours of the role that reports."""
    plan, phase = row.plan, row.phase
    reporting = None if plan.role(REPORTING) is None else duty(plan, phase, REPORTING)
    if reporting is None or not reporting.coverage:
        return NOTHING
    from socplanner.domain.checks.hours_rules import reports_are_received  # few plans need it

    return reports_are_received(row, reporting)
