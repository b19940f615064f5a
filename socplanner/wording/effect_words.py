"""The number of findings that a change makes and resolves, as text."""

from socplanner.domain.checks.effect import Effect
from socplanner.domain.checks.finding import Severity
from socplanner.wording.language import Words


def effect_in_brief(effect: Effect, words: Words) -> str:
    """Return how many findings are made and resolved; empty where none is."""
    parts = []
    if effect.made:
        errors = sum(each.finding.severity is Severity.ERROR for each in effect.made)
        made = words.count("{n} new finding", "{n} new findings", len(effect.made))
        if errors:
            error_count = words.count("{n} error", "{n} errors", errors)
            made = words.tr("{findings} ({errors})", findings=made, errors=error_count)
        parts.append(made)
    if effect.resolved:
        resolved = len(effect.resolved)
        parts.append(words.count("{n} finding resolved", "{n} findings resolved", resolved))
    return "   ·   ".join(parts)
