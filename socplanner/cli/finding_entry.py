"""A finding as JSON, the same in the answers of all commands."""

from socplanner.domain.checks.across_phases import InPhases
from socplanner.domain.plan import Plan
from socplanner.wording.findings import statement
from socplanner.wording.language import Words


def finding_entry(group: InPhases, plan: Plan, words: Words) -> dict[str, object]:
    """Return the entry that `docs/command-line.md` describes, without the remedy."""
    finding = group.finding
    return {
        "rule": finding.rule,
        "way": finding.variant,
        "severity": finding.severity.name.lower(),
        "phase": finding.phase,
        "phases": list(group.phases),
        "role": finding.role,
        "parties": list(finding.parties),
        "message": statement(finding, plan, words),
    }
