"""`socplanner check`: the findings of every phase of a plan, as text or as JSON."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from time import strftime

from socplanner.cli.arguments import FORMAT, Request
from socplanner.cli.finding_entry import finding_entry
from socplanner.cli.terminal import Terminal
from socplanner.domain.checks.across_phases import (
    InPhases,
    WaivedInPhases,
    across_phases,
    waived_across_phases,
)
from socplanner.domain.checks.finding import Severity
from socplanner.domain.checks.run import check_plan, has_errors
from socplanner.domain.checks.split_findings import SplitFindings, split_by_waivers
from socplanner.domain.plan import Plan
from socplanner.services.plan_files import open_plan
from socplanner.wording import findings
from socplanner.wording.finding_lines import finding_line, most_severe_first, phases_label
from socplanner.wording.language import Words

CLEAN = 0
ERRORS = 1


def check(request: Request, words: Words, terminal: Terminal) -> int:
    """Print the findings of a plan and return the exit code; raise FileProblem as `open_plan`."""
    plan = open_plan(Path(request.places[0])).plan
    findings = split_by_waivers(check_plan(plan), plan.waivers, _today())
    if request.options.get(FORMAT.name) == "json":
        terminal.answer(_json(request.places[0], plan, findings, words, terminal))
    else:
        terminal.answer("\n".join(_lines(plan, findings, words)))
    return ERRORS if has_errors(findings.counting) or plan.conflicts else CLEAN


def _today() -> str:
    """Return the day that decides which waivers have ended."""
    return strftime("%Y-%m-%d")


def _lines(plan: Plan, findings: SplitFindings, words: Words) -> Iterator[str]:
    """Yield a line for each finding, the most severe first in each phase, and a line of counts.

    A finding of several phases is listed in the first of them.
    """
    counting = across_phases(findings.counting)
    for phase in plan.phases:
        of_phase = [each for each in counting if each.finding.phase == phase.id]
        for each in most_severe_first(of_phase):
            yield _line(each, plan, words)
    for waived in waived_across_phases(findings.waived):
        yield _waived_line(waived, plan, words)
    if plan.conflicts:
        yield words.count(
            "{n} conflict of a merge waits for a choice: open the plan, Plan > Conflicts…",
            "{n} conflicts of a merge wait for a choice: open the plan, Plan > Conflicts…",
            len(plan.conflicts),
        )
    counts = _counts(counting)
    yield words.tr(
        "{organisation}: {errors}, {warnings}, {hints}",
        organisation=plan.organisation,
        errors=words.count("{n} error", "{n} errors", counts[Severity.ERROR]),
        warnings=words.count("{n} warning", "{n} warnings", counts[Severity.WARNING]),
        hints=words.count("{n} hint", "{n} hints", counts[Severity.INFO]),
    )


def _counts(findings: Iterable[InPhases]) -> Counter[Severity]:
    return Counter(each.finding.severity for each in findings)


def _waived_line(group: WaivedInPhases, plan: Plan, words: Words) -> str:
    finding, waiver = group.waived
    parts = {
        "rule": finding.rule,
        "phase": phases_label(group.phases, plan, words),
        "role": findings.subject(finding, plan, words),
        "reason": waiver.reason,
    }
    if waiver.until:
        return words.tr(
            "waived {rule}, {phase}, {role} until {until}: {reason}", until=waiver.until, **parts
        )
    return words.tr("waived {rule}, {phase}, {role}: {reason}", **parts)


def _line(group: InPhases, plan: Plan, words: Words) -> str:
    return words.tr(
        "{finding} {remedy}",
        finding=finding_line(group, plan, words),
        remedy=findings.remedy(group.finding, plan, words),
    )


def _json(place: str, plan: Plan, findings: SplitFindings, words: Words, terminal: Terminal) -> str:
    """Return the answer as `docs/command-line.md` describes it."""
    import json

    counting = across_phases(findings.counting)
    counts = _counts(counting)
    answer = {
        "format": 1,
        "plan": place,
        "organisation": plan.organisation,
        "catalogue": plan.catalogue.edition,
        "language": words.language,
        "conflicts": len(plan.conflicts),
        "counts": {each.name.lower(): counts[each] for each in Severity},
        "findings": [_entry(each, plan, words) for each in counting],
        "waived": [
            _waived_entry(each, plan, words) for each in waived_across_phases(findings.waived)
        ],
    }
    return json.dumps(answer, indent=2, ensure_ascii=not terminal.supports_unicode)


def _entry(finding: InPhases, plan: Plan, words: Words) -> dict[str, object]:
    remedy = findings.remedy(finding.finding, plan, words)
    return {**finding_entry(finding, plan, words), "remedy": remedy}


def _waived_entry(group: WaivedInPhases, plan: Plan, words: Words) -> dict[str, object]:
    finding, waiver = group.waived
    return {
        **_entry(InPhases(finding, group.phases), plan, words),
        "reason": waiver.reason,
        "until": waiver.until or None,
    }
