"""The assessments of a plan file: their days, and the scores of roles, which must all exist."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, cast

from socplanner.domain.assessment import (
    NO_SCORES,
    SCORES,
    SIDES,
    Assessment,
    RoleScores,
    Score,
    Side,
    SideScore,
)
from socplanner.domain.ids import AssessmentId, RoleId
from socplanner.domain.limits import MOST_ASSESSMENTS
from socplanner.domain.names import LONGEST_NAME, LONGEST_TEXT, NAME_PATTERN, TEXT_PATTERN
from socplanner.domain.plan import Plan
from socplanner.domain.waivers import is_day
from socplanner.formats.format_error import Path, refused
from socplanner.formats.plan.canonical import Flow
from socplanner.formats.plan.sections.ids import unique_ids
from socplanner.formats.plan.sections.section import References, Section, TreeMapping
from socplanner.formats.plan.shapes import (
    Choice,
    ListOf,
    MapOf,
    Record,
    Text,
    nearest,
    without_extensions,
)
from socplanner.formats.plan.text_fields import line_of, long_text_of, records_of
from socplanner.formats.plan.yaml_reading import Tree
from socplanner.wording.language import N_

_TEXT = Text("", TEXT_PATTERN, LONGEST_TEXT)
ROLE_SCORES = Record(
    {
        "inhouse": Choice(SCORES, N_("How well the organisation performs the role, 1 to 5.")),
        "inhouse-evidence": _TEXT,
        "inhouse-remark": _TEXT,
        "outsourced": Choice(SCORES, N_("How well the results of the provider are used, 1 to 5.")),
        "outsourced-evidence": _TEXT,
        "outsourced-remark": _TEXT,
    },
    (),
    N_("The scores of one role; unknown counts as 1, na not at all."),
)
ASSESSMENT = Record(
    {
        "id": Text(),
        "date": Text(N_("The day of the assessment, such as 2026-12-31.")),
        "by": Text(N_("Who assessed."), f"^$|{NAME_PATTERN}", LONGEST_NAME),
        "scores": MapOf(ROLE_SCORES, N_("By role, such as v2:B-1.")),
    },
    ("id",),
    N_("How well the roles were performed on a day."),
)


def _read(tree: Tree, references: References) -> tuple[Assessment, ...]:
    """Return the assessments; raise FormatError for a bad day, a doubled id or an unknown role."""
    records = records_of(tree)
    unique_ids(records, "assessments", "doubled-assessment", "assessment")
    return tuple(
        _assessment(each, ("assessments", place), references) for place, each in enumerate(records)
    )


def _assessment(record: TreeMapping, path: Path, references: References) -> Assessment:
    day, by = str(record.get("date", "")), str(record.get("by", ""))
    if day and not is_day(day):
        raise refused("bad-day", (*path, "date"), day=day)
    by = line_of(by, (*path, "by")) if by else ""
    written = without_extensions(cast("TreeMapping", record.get("scores", {})))
    scores: dict[RoleId, RoleScores] = {}
    for role, value in written.items():
        at = (*path, "scores", role)
        if role not in references.roles:
            near = nearest(role, tuple(sorted(references.roles)))
            raise refused("unknown-role-in-file", at, role=role, nearest=near)
        role_scores = _scores(without_extensions(cast("TreeMapping", value)), at)
        if role_scores != NO_SCORES:
            scores[RoleId(role)] = role_scores
    return Assessment(AssessmentId(str(record["id"])), day, by, MappingProxyType(scores))


def _scores(record: TreeMapping, path: Path) -> RoleScores:
    return RoleScores(*(_side(record, side, path) for side in SIDES))


def _side(record: TreeMapping, side: Side, path: Path) -> SideScore:
    evidence, remark = (
        long_text_of(str(record.get(key, "")), (*path, key))
        for key in (f"{side}-evidence", f"{side}-remark")
    )
    return SideScore(cast("Score | None", record.get(side)), evidence, remark)


def _written(plan: Plan) -> list[dict[str, Any]] | None:
    places = {role.id: place for place, role in enumerate(plan.all_roles())}
    return [_written_assessment(each, places) for each in plan.assessments] or None


def _written_assessment(assessment: Assessment, places: Mapping[RoleId, int]) -> dict[str, Any]:
    entry: dict[str, Any] = {"id": assessment.id}
    if assessment.day:
        entry["date"] = assessment.day
    if assessment.by:
        entry["by"] = assessment.by
    if assessment.scores:
        ordered = sorted(assessment.scores, key=lambda role: places.get(role, len(places)))
        entry["scores"] = {role: _written_scores(assessment.scores[role]) for role in ordered}
    return entry


def _written_scores(scores: RoleScores) -> dict[str, str]:
    """Return the tree of `scores`: on one line where there are no texts."""
    values = dict(_values(scores))
    return Flow(values) if values.keys() <= set(SIDES) else values


def _values(scores: RoleScores) -> Iterator[tuple[str, str]]:
    for side in SIDES:
        score, evidence, remark = scores.of(side)
        if score is not None:
            yield side, score
        if evidence:
            yield f"{side}-evidence", evidence
        if remark:
            yield f"{side}-remark", remark


ASSESSMENTS = Section(
    "assessments",
    "assessments",
    ListOf(ASSESSMENT, N_("How well the roles are performed, day by day."), MOST_ASSESSMENTS),
    _read,
    _written,
)
