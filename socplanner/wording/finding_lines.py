"""A finding in one line, with the phases it is in: for the terminal and before an import."""

from collections.abc import Iterable

from socplanner.domain.checks.across_phases import InPhases
from socplanner.domain.checks.finding import Severity
from socplanner.domain.ids import PhaseId
from socplanner.domain.plan import Plan
from socplanner.wording.findings import statement, subject
from socplanner.wording.language import Words
from socplanner.wording.terms import phase_label, severity_name


def finding_line(group: InPhases, plan: Plan, words: Words) -> str:
    """Return severity, rule, phases, role or parties, and sentence of a finding of `plan`."""
    finding = group.finding
    return words.tr(
        "{severity} {rule}, {phase}, {role}: {message}",
        severity=severity_name(finding.severity, words),
        rule=finding.rule,
        phase=phases_label(group.phases, plan, words),
        role=subject(finding, plan, words),
        message=statement(finding, plan, words),
    )


def phases_label(phases: Iterable[PhaseId], plan: Plan, words: Words) -> str:
    """Return the names of `phases`, separated by slashes."""
    return " / ".join(phase_label(plan, each, words) for each in phases)


def most_severe_first(findings: Iterable[InPhases]) -> list[InPhases]:
    """Return `findings` with errors before warnings before hints."""
    return sorted(findings, key=_severity)


def _severity(group: InPhases) -> Severity:
    return group.finding.severity
