"""`socplanner check`: what the rules say of every phase of a plan, as text or as JSON."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

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
from socplanner.domain.checks.split_findings import Judged, judged
from socplanner.domain.plan import Plan
from socplanner.services.plan_files import open_plan
from socplanner.wording import findings
from socplanner.wording.finding_lines import finding_line, most_severe_first, phases_label
from socplanner.wording.language import Words

CLEAN = 0
ERRORS = 1


def check(request: Request, words: Words, terminal: Terminal) -> int:
    """Answer what is wrong with a plan; raise FileProblem if there is none to be read."""
    plan = open_plan(Path(request.places[0])).plan
    found = judged(check_plan(plan), plan.waivers, _today())
    if request.options.get(FORMAT.name) == "json":
        terminal.answer(_json(request.places[0], plan, found, words, terminal))
    else:
        terminal.answer("\n".join(_lines(plan, found, words)))
    return ERRORS if has_errors(found.counting) else CLEAN


def _today() -> str:
    """Return the day by which waivers end."""
    from time import strftime

    return strftime("%Y-%m-%d")


def _lines(plan: Plan, found: Judged, words: Words) -> Iterator[str]:
    """Yield a line for each finding, the gravest first within a phase, and one that counts them.

    What is found in several phases stands in the first of them.
    """
    counting = across_phases(found.counting)
    for phase in plan.phases:
        of_phase = [each for each in counting if each.finding.phase == phase.id]
        for each in most_severe_first(of_phase):
            yield _line(each, plan, words)
    for waived in waived_across_phases(found.waived):
        yield _waived_line(waived, plan, words)
    counts = _counts(counting)
    yield words.tr(
        "{organisation}: {errors}, {warnings}, {hints}",
        organisation=plan.organisation,
        errors=words.count("{n} error", "{n} errors", counts[Severity.ERROR]),
        warnings=words.count("{n} warning", "{n} warnings", counts[Severity.WARNING]),
        hints=words.count("{n} hint", "{n} hints", counts[Severity.INFO]),
    )


def _counts(found: Iterable[InPhases]) -> Counter[Severity]:
    return Counter(each.finding.severity for each in found)


def _waived_line(found: WaivedInPhases, plan: Plan, words: Words) -> str:
    finding, waiver = found.waived
    said = {
        "rule": finding.rule,
        "phase": phases_label(found.phases, plan, words),
        "role": findings.subject(finding, plan, words),
        "reason": waiver.reason,
    }
    if waiver.until:
        return words.tr(
            "waived {rule}, {phase}, {role} until {until}: {reason}", until=waiver.until, **said
        )
    return words.tr("waived {rule}, {phase}, {role}: {reason}", **said)


def _line(found: InPhases, plan: Plan, words: Words) -> str:
    return words.tr(
        "{finding} {remedy}",
        finding=finding_line(found, plan, words),
        remedy=findings.remedy(found.finding, plan, words),
    )


def _json(place: str, plan: Plan, found: Judged, words: Words, terminal: Terminal) -> str:
    """Return the answer as `docs/command-line.md` describes it."""
    import json

    counting = across_phases(found.counting)
    counts = _counts(counting)
    answer = {
        "format": 1,
        "plan": place,
        "organisation": plan.organisation,
        "catalogue": plan.catalogue.edition,
        "language": words.language,
        "counts": {each.name.lower(): counts[each] for each in Severity},
        "findings": [_entry(each, plan, words) for each in counting],
        "waived": [_waived_entry(each, plan, words) for each in waived_across_phases(found.waived)],
    }
    return json.dumps(answer, indent=2, ensure_ascii=not terminal.speaks_unicode)


def _entry(found: InPhases, plan: Plan, words: Words) -> dict[str, object]:
    remedy = findings.remedy(found.finding, plan, words)
    return {**finding_entry(found, plan, words), "remedy": remedy}


def _waived_entry(found: WaivedInPhases, plan: Plan, words: Words) -> dict[str, object]:
    finding, waiver = found.waived
    return {
        **_entry(InPhases(finding, found.phases), plan, words),
        "reason": waiver.reason,
        "until": waiver.until or None,
    }
