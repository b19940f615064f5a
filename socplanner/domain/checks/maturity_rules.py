"""The rules about the maturity of one role: its scores now, and its aim in a phase.

They check decided rows. Scores are those of the newest assessment, which is about the present: the
rules about scores alone (M01, M02, M03, M05, M07) check the first phase. Aims are checked in every
phase, once there is an assessment to compare them with. The rules are ours; the meanings of scores
are those of the ISOG-J textbook.
"""

from collections.abc import Iterable, Iterator

from socplanner.domain.assessment import SIDES, RoleScores, Score, Side, newest_assessment
from socplanner.domain.checks.advice_rules import INCIDENT_RESPONSE
from socplanner.domain.checks.finding import Finding, Severity
from socplanner.domain.checks.row_rules import NOTHING, CheckedRow, Findings, RowRule
from socplanner.domain.maturity.role_maturity import aim_of, score_of, sides_of
from socplanner.domain.phases import duty
from socplanner.domain.thresholds import limit_of

_NO_POINTS: tuple[Score, ...] = ("na", "unknown")


def scored_sides_are_used(row: CheckedRow) -> Findings:
    """M01: a side is scored that the sourcing does not use, so its score does not count."""
    if not row.is_carried_out:
        return NOTHING
    findings, points = [], dict(_points(row.scores))
    used = sides_of(row.duty.sourcing)
    if "inhouse" in points and "inhouse" not in used:
        findings.append(row.finding("M01", "inhouse", Severity.WARNING, n=points["inhouse"]))
    if "outsourced" in points and "outsourced" not in used:
        findings.append(row.finding("M01", "outsourced", Severity.WARNING, n=points["outsourced"]))
    return findings


def results_are_understood_inside(row: CheckedRow) -> Findings:
    """M02: a provider's results are scored as understood, but no party inside could do that."""
    outsourced = dict(_points(row.scores)).get("outsourced")
    if outsourced != 5 or "outsourced" not in sides_of(row.duty.sourcing):
        return NOTHING
    internal = {party.id for party in row.plan.parties if party.kind == "internal"}
    if any(party.id in internal for party in (*row.accountable, *row.two_way)):
        return NOTHING
    return [row.finding("M02", "nobody-inside", Severity.WARNING, row.performing_providers)]


def documented_has_evidence(row: CheckedRow) -> Findings:
    """M03: a score in-house stands for documented work, but no document is named."""
    side = row.scores.inhouse
    points = dict(_points(row.scores)).get("inhouse", 0)
    if "inhouse" not in sides_of(row.duty.sourcing) or side.evidence.strip():
        return NOTHING
    if points < limit_of(row.plan.thresholds, "evidence-score"):
        return NOTHING
    return [row.finding("M03", "none", Severity.INFO, n=points)]


def aim_is_not_below_score(row: CheckedRow) -> Findings:
    """M04: the aim of a side that the phase uses is below its score."""
    points = dict(_points(row.scores))
    below = {
        side: aim
        for side, aim in _points_of((side, row.duty.aim.of(side)) for side in SIDES)
        if side in sides_of(row.duty.sourcing) and aim < points.get(side, 0)
    }
    findings = []
    if (aim := below.get("inhouse")) is not None:
        n = points["inhouse"]
        findings.append(row.finding("M04", "inhouse", Severity.WARNING, n=n, aim=aim))
    if (aim := below.get("outsourced")) is not None:
        n = points["outsourced"]
        findings.append(row.finding("M04", "outsourced", Severity.WARNING, n=n, aim=aim))
    return findings


def performed_if_scored(row: CheckedRow) -> Findings:
    """M05: a role is scored that is not performed."""
    points = [points for _, points in _points(row.scores)]
    if row.is_carried_out or not points:
        return NOTHING
    return [row.finding("M05", "scored", Severity.WARNING, n=max(points))]


def aim_has_owner_and_day(row: CheckedRow) -> Findings:
    """M06: an aim above the score has no accountable party in the phase, or no day."""
    aim = aim_of(row.duty) if row.is_carried_out else None
    if aim is None or newest_assessment(row.plan.assessments) is None:
        return NOTHING
    present = duty(row.plan, row.plan.phases[0].id, row.role.id)
    score = score_of(present.sourcing, row.scores)
    if score is None or aim <= score:
        return NOTHING
    findings = []
    if not row.accountable:
        findings.append(row.finding("M06", "owner", Severity.INFO, n=score, aim=aim))
    if not row.duty.aim.until:
        findings.append(row.finding("M06", "day", Severity.INFO, n=score, aim=aim))
    return findings


def incident_response_is_not_weak(row: CheckedRow) -> Findings:
    """M07: the score of a role of incident response is 2, or as low as the threshold."""
    if row.role.function != INCIDENT_RESPONSE or not row.is_carried_out:
        return NOTHING
    used = sides_of(row.duty.sourcing)
    points = [points for side, points in _points(row.scores) if side in used]
    if not points or max(points) > limit_of(row.plan.thresholds, "weak-score"):
        return NOTHING
    return [row.finding("M07", "weak", Severity.INFO, n=max(points))]


def _points(scores: RoleScores) -> Iterator[tuple[Side, int]]:
    """Yield the sides with a score from 1 to 5."""
    return _points_of((side, scores.of(side).score) for side in SIDES)


def _points_of(scored: Iterable[tuple[Side, Score | None]]) -> Iterator[tuple[Side, int]]:
    for side, score in scored:
        if score is not None and score not in _NO_POINTS:
            yield side, int(score)


def maturity_findings(row: CheckedRow) -> tuple[Finding, ...]:
    """Return the findings of all these rules about `row`."""
    is_present = row.phase == row.plan.phases[0].id
    rules = (*(PRESENT_RULES if is_present else ()), *AIM_RULES)
    return tuple(finding for _, rule in rules for finding in rule(row))


PRESENT_RULES: tuple[tuple[str, RowRule], ...] = (
    ("M01", scored_sides_are_used),
    ("M02", results_are_understood_inside),
    ("M03", documented_has_evidence),
    ("M05", performed_if_scored),
    ("M07", incident_response_is_not_weak),
)
"""For every decided row of the first phase."""

AIM_RULES: tuple[tuple[str, RowRule], ...] = (
    ("M04", aim_is_not_below_score),
    ("M06", aim_has_owner_and_day),
)
"""For every decided row."""
