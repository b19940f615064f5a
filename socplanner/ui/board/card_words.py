"""A card in words: for a screen reader in one line, for a tooltip in several."""

from collections.abc import Iterable

from socplanner.domain.catalogue import Area, Role
from socplanner.domain.checks.finding import Finding, Severity
from socplanner.domain.plan import Duty, Plan
from socplanner.ui.board.card import deviates, holders
from socplanner.wording.findings import statement
from socplanner.wording.language import Words
from socplanner.wording.terms import (
    area_name,
    area_short,
    function_name,
    listed,
    parties_in_words,
    role_label,
    severity_name,
    sourcing_name,
)


def accessible_text(
    plan: Plan, role: Role, duty: Duty, findings: tuple[Finding, ...], words: Words
) -> str:
    """Return the texts of a card in one line."""
    parts = [role_label(role, words), area_short(duty.area, words)]
    if deviates(role, duty.area):
        parts.append(words.tr("not in its default area"))
    parts.append(sourcing_name(duty.sourcing, words))
    accountable = holders(plan, duty, accountable=True)
    if accountable:
        names = parties_in_words(plan, accountable, words)
        parts.append(words.tr("accountable: {parties}", parties=names))
    performing = holders(plan, duty, accountable=False)
    if performing:
        names = parties_in_words(plan, performing, words)
        parts.append(words.tr("responsible: {parties}", parties=names))
    parts += _counted(findings, words)
    return listed(parts, words)


def card_tool_tip(
    plan: Plan, role: Role, duty: Duty, findings: tuple[Finding, ...], words: Words
) -> str:
    """Return the tooltip of a card."""
    lines = [
        role_label(role, words),
        words.tr(
            "Function: {function}",
            function=f"{role.function} {function_name(role.function, plan.catalogue, words)}",
        ),
        words.tr("Area: {area}", area=_area(duty.area, plan, words)),
    ]
    if deviates(role, duty.area):
        usual = _area(role.default_area, plan, words)
        lines.append(words.tr("Default area in the catalogue: {area}", area=usual))
    lines.append(words.tr("Sourcing: {sourcing}", sourcing=sourcing_name(duty.sourcing, words)))
    for accountable in (True, False):
        parties = holders(plan, duty, accountable=accountable)
        if parties:
            names = parties_in_words(plan, parties, words)
            lines.append(
                words.tr("Accountable: {parties}", parties=names)
                if accountable
                else words.tr("Responsible: {parties}", parties=names)
            )
    lines += [
        f"{severity_name(each.severity, words)}: {statement(each, plan, words)}"
        for each in findings
    ]
    return "\n".join(lines)


def _area(area: Area, plan: Plan, words: Words) -> str:
    if area is Area.UNPLACED:
        return area_short(area, words)
    return f"{area.value} {area_name(area, plan.catalogue, words)}"


def _counted(findings: Iterable[Finding], words: Words) -> list[str]:
    severities = [each.severity for each in findings]
    errors, warnings = severities.count(Severity.ERROR), severities.count(Severity.WARNING)
    hints = len(severities) - errors - warnings
    parts = []
    if errors:
        parts.append(words.count("{n} error", "{n} errors", errors))
    if warnings:
        parts.append(words.count("{n} warning", "{n} warnings", warnings))
    if hints:
        parts.append(words.count("{n} hint", "{n} hints", hints))
    return parts
