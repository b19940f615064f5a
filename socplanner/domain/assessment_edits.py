"""Edits of assessments: scores, their evidence and remarks, and the list of assessments itself."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, Literal

from socplanner.domain.assessment import (
    NO_SCORES,
    Assessment,
    RoleScores,
    Score,
    Side,
    SideScore,
    newest_assessment,
)
from socplanner.domain.ids import AssessmentId, RoleId, slug_for
from socplanner.domain.limits import MOST_ASSESSMENTS
from socplanner.domain.names import LONGEST_NAME, LONGEST_TEXT, clean_line, clean_text
from socplanner.domain.overlay import layered
from socplanner.domain.plan import Plan
from socplanner.domain.problem import EditRejected
from socplanner.domain.waivers import is_day

ScoreText = Literal["evidence", "remark"]
"""The texts beside a score, by their names in `SideScore`."""


@dataclass(frozen=True, slots=True)
class SetScore:
    """Set the score of `sides` of `roles` in the newest assessment; None removes it.

    Where the plan has no assessment, one of the day `today` is made.
    """

    roles: frozenset[RoleId]
    sides: tuple[Side, ...]
    score: Score | None
    today: str = ""

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the score; raise EditRejected for an unknown role or a bad day."""
        return _with_each(
            plan, self.roles, self.sides, self.today, lambda each: each._replace(score=self.score)
        )


@dataclass(frozen=True, slots=True)
class SetScoreText:
    """Replace evidence or remark of one side of `roles` in the newest assessment."""

    roles: frozenset[RoleId]
    side: Side
    field: ScoreText
    text: str
    today: str = ""

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the cleaned text; raise EditRejected as `SetScore`, or if too long."""
        text = clean_text(self.text)
        if len(text) > LONGEST_TEXT:
            raise EditRejected("text-too-long", length=len(text), longest=LONGEST_TEXT)
        field: dict[str, Any] = {self.field: text}
        return _with_each(
            plan,
            self.roles,
            (self.side,),
            self.today,
            lambda each: each._replace(**field),
        )


@dataclass(frozen=True, slots=True)
class AddAssessment:
    """Add an assessment of a day; it begins with the scores of the newest one."""

    day: str
    by: str = ""

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the assessment; raise EditRejected for a bad day or one too many."""
        day = _valid_day(self.day)
        if len(plan.assessments) >= MOST_ASSESSMENTS:
            raise EditRejected("too-many-assessments", most=MOST_ASSESSMENTS)
        newest = newest_assessment(plan.assessments)
        added = Assessment(_free_id(plan, day), day, _valid_name(self.by))
        if newest is not None:
            added = replace(added, scores=newest.scores)
        return replace(plan, assessments=(*plan.assessments, added))


@dataclass(frozen=True, slots=True)
class ImportAssessment:
    """Add an assessment of a day with exactly these scores."""

    day: str
    by: str
    scores: Mapping[RoleId, RoleScores]

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the assessment; raise EditRejected as `AddAssessment`, or a role."""
        for role in self.scores:
            if plan.role(role) is None:
                raise EditRejected("unknown-role", role=role)
        added = AddAssessment(self.day, self.by).apply(plan).assessments[-1]
        scores = {role: each for role, each in self.scores.items() if each != NO_SCORES}
        added = replace(added, scores=MappingProxyType(scores))
        return replace(plan, assessments=(*plan.assessments, added))


@dataclass(frozen=True, slots=True)
class ChangeAssessment:
    """Change day and assessor of an assessment; its scores stay."""

    assessment: AssessmentId
    day: str
    by: str

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` with the assessment changed; raise EditRejected if it cannot be."""
        place = assessment_place(plan, self.assessment)
        day, by = _valid_day(self.day) if self.day else "", _valid_name(self.by)
        changed = replace(plan.assessments[place], day=day, by=by)
        return plan if changed == plan.assessments[place] else with_assessment(plan, changed)


@dataclass(frozen=True, slots=True)
class RemoveAssessment:
    """Remove an assessment with its scores."""

    assessment: AssessmentId

    def apply(self, plan: Plan) -> Plan:
        """Return `plan` without the assessment; raise EditRejected if it is unknown."""
        place = assessment_place(plan, self.assessment)
        assessments = (*plan.assessments[:place], *plan.assessments[place + 1 :])
        return replace(plan, assessments=assessments)


def assessment_place(plan: Plan, wanted: AssessmentId) -> int:
    """Return the place of the assessment `wanted`; raise EditRejected if there is none such."""
    for place, assessment in enumerate(plan.assessments):
        if assessment.id == wanted:
            return place
    raise EditRejected("unknown-assessment", assessment=wanted)


def with_assessment(plan: Plan, changed: Assessment) -> Plan:
    """Return `plan` with `changed` in the place of the assessment of its id."""
    return replace(
        plan,
        assessments=tuple(changed if each.id == changed.id else each for each in plan.assessments),
    )


def with_scores(assessment: Assessment, scores: dict[RoleId, RoleScores]) -> Assessment:
    """Return `assessment` with `scores` of some roles; a role without any is left out."""
    updates = {
        role: None if each == NO_SCORES else each
        for role, each in scores.items()
        if assessment.scores.get(role, NO_SCORES) != each
    }
    if not updates:
        return assessment
    return replace(assessment, scores=layered(assessment.scores, updates))


def _with_each(
    plan: Plan,
    roles: frozenset[RoleId],
    sides: tuple[Side, ...],
    today: str,
    changed: Callable[[SideScore], SideScore],
) -> Plan:
    """Return `plan` with the sides of each role changed in the newest assessment."""
    newest = newest_assessment(plan.assessments)
    if newest is None:
        day = _valid_day(today)
        newest = Assessment(_free_id(plan, day), day)
        plan_with = replace(plan, assessments=(newest,))
    else:
        plan_with = plan
    scores = {}
    for role in roles:
        if plan.role(role) is None:
            raise EditRejected("unknown-role", role=role)
        current = newest.scores.get(role, NO_SCORES)
        for side in sides:
            current = current.with_side(side, changed(current.of(side)))
        scores[role] = current
    after = with_scores(newest, scores)
    return plan if after is newest else with_assessment(plan_with, after)


def _free_id(plan: Plan, day: str) -> AssessmentId:
    used = frozenset(each.id for each in plan.assessments)
    return AssessmentId(slug_for(day, used, "assessment"))


def _valid_day(day: str) -> str:
    if not is_day(day):
        raise EditRejected("bad-day", day=day)
    return day


def _valid_name(name: str) -> str:
    line = clean_line(name)
    if len(line) > LONGEST_NAME:
        raise EditRejected("name-too-long", length=len(line), longest=LONGEST_NAME)
    return line.strip()
