"""The rule about the people of parties: their posts and work do not need more than there are.

D04 compares people with the need rounded up, as a request for people would. Parties whose
headcount is not stated have no finding: there may be enough.
"""

from socplanner.domain.checks.finding import Finding, Severity
from socplanner.domain.ids import PhaseId
from socplanner.domain.plan import Plan


def check_people(plan: Plan, phase: PhaseId) -> tuple[Finding, ...]:
    """Return a finding for each internal party that needs more people than it has in `phase`."""
    if not plan.staffing.posts and not plan.staffing.workloads:
        return ()
    from socplanner.domain.staffing.phase_staffing import staffing_of  # no start needs it

    findings = []
    for each in staffing_of(plan, phase).parties:
        need, today = each.figures["need_people"].value, each.figures["today_people"].value
        if each.party.kind == "internal" and need and today is not None and need > today:
            values = (("n", round(need)), ("most", round(today)))
            findings.append(
                Finding("D04", "short", Severity.WARNING, phase, None, (each.party.id,), values)
            )
    return tuple(findings)
