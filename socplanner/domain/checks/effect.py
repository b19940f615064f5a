"""What a change of a plan does to its findings: those it makes and those it resolves.

Rules:

- A finding that only has other figures than before counts as the same.
- Findings waived on the day given are left out, before and after.
- Only roles and parties that differ are checked, unless the parties changed: some rules depend on
  their number.
"""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from socplanner.domain.checks.across_phases import InPhases, across_phases
from socplanner.domain.checks.dependents import with_dependents
from socplanner.domain.checks.finding import Finding
from socplanner.domain.checks.run import check_parties, check_phase, check_role
from socplanner.domain.checks.split_findings import split_by_waivers
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.phases import changed_roles, duties
from socplanner.domain.plan import Plan


class Effect(NamedTuple):
    """The findings that a change makes and resolves, each once for all its phases."""

    made: tuple[InPhases, ...] = ()
    resolved: tuple[InPhases, ...] = ()


NO_EFFECT = Effect()


def effect_of(before: Plan, after: Plan, today: str) -> Effect:
    """Return which findings come and go when `before` is changed to `after`, on the day `today`."""
    if before is after:
        return NO_EFFECT
    old: list[Finding] = []
    new: list[Finding] = []
    for phase in after.phases:
        was, now = _differing(before, after, phase.id)
        old += split_by_waivers(was, before.waivers, today).counting
        new += split_by_waivers(now, after.waivers, today).counting
    return Effect(across_phases(_without(new, old)), across_phases(_without(old, new)))


def _differing(
    before: Plan, after: Plan, phase: PhaseId
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Return the findings of the roles and parties that differ in `phase`, before and after."""
    if before.phase(phase) is None:
        return (), check_phase(after, phase)
    if before.parties is not after.parties:  # some rules depend on their number
        return check_phase(before, phase), check_phase(after, phase)
    changed = changed_roles(before, after, phase)
    roles = with_dependents(changed, before) | with_dependents(changed, after)
    return _of(before, phase, roles), _of(after, phase, roles)


def _of(plan: Plan, phase: PhaseId, roles: frozenset[RoleId]) -> tuple[Finding, ...]:
    by_role = duties(plan, phase)
    of_roles = (
        finding
        for role in plan.roles()
        if role.id in roles
        for finding in check_role(plan, phase, role, by_role[role.id])
    )
    return (*of_roles, *check_parties(plan, phase, by_role.values()))


def _without(findings: Iterable[Finding], others: Iterable[Finding]) -> list[Finding]:
    """Return `findings` less those that are among `others` too, whatever their figures."""
    remaining = Counter(map(_named, others))
    kept = []
    for finding in findings:
        if remaining[_named(finding)]:
            remaining[_named(finding)] -= 1
        else:
            kept.append(finding)
    return kept


def _named(finding: Finding) -> Finding:
    return finding._replace(values=(), parties=finding.parties if finding.role is None else ())
