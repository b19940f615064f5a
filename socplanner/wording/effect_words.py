"""What changes do to the findings, in words: what they make, and what they resolve."""

from collections.abc import Iterable

from socplanner.domain.checks.across_phases import InPhases
from socplanner.domain.checks.effect import Effect
from socplanner.domain.checks.finding import Severity
from socplanner.domain.plan import Plan
from socplanner.wording.findings import say, subject
from socplanner.wording.language import Words
from socplanner.wording.terms import phase_label, severity_name


def finding_line(found: InPhases, plan: Plan, words: Words) -> str:
    """Return one line that says of `plan` what is found, and in which phases."""
    finding = found.finding
    return words.tr(
        "{severity} {rule}, {phase}, {role}: {said}",
        severity=severity_name(finding.severity, words),
        rule=finding.rule,
        phase=phases_in_words(found, plan, words),
        role=subject(finding, plan, words),
        said=say(finding, plan, words),
    )


def phases_in_words(found: InPhases, plan: Plan, words: Words) -> str:
    """Return the phases in which a finding holds."""
    return " / ".join(phase_label(plan, each, words) for each in found.phases)


def effect_in_brief(effect: Effect, words: Words) -> str:
    """Return how many findings come and go; nothing where none does."""
    said = []
    if effect.made:
        errors = sum(each.finding.severity is Severity.ERROR for each in effect.made)
        counted = words.count("{n} new finding", "{n} new findings", len(effect.made))
        if errors:
            of_them = words.count("{n} error", "{n} errors", errors)
            counted = words.tr("{findings} ({errors})", findings=counted, errors=of_them)
        said.append(counted)
    if effect.resolved:
        resolved = len(effect.resolved)
        said.append(words.count("{n} finding resolved", "{n} findings resolved", resolved))
    return "   ·   ".join(said)


def gravest_first(found: Iterable[InPhases]) -> list[InPhases]:
    """Return `found` with errors before warnings before hints."""
    return sorted(found, key=_severity)


def _severity(found: InPhases) -> Severity:
    return found.finding.severity
