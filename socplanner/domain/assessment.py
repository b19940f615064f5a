"""Assessments: how well each role was performed on a day, side by side in-house and outsourced.

An assessment is complete in itself: a role that it does not name was not assessed then. What the
organisation wants to reach is not part of it, but the aim of a phase (`plan.Aim`).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal, NamedTuple

from socplanner.domain.ids import AssessmentId, RoleId
from socplanner.domain.overlay import changed_keys

Score = Literal["1", "2", "3", "4", "5", "na", "unknown"]
"""A maturity: 1 to 5, not applicable (`na`), or `unknown`, which counts as 1.

In the aim of a phase, `unknown` removes the aim of an earlier phase.
"""

SCORES: tuple[Score, ...] = ("1", "2", "3", "4", "5", "na", "unknown")

Side = Literal["inhouse", "outsourced"]
"""The two sides of a role: done by the organisation, or by a provider."""

SIDES: tuple[Side, ...] = ("inhouse", "outsourced")


class SideScore(NamedTuple):
    """The score of one side, None where there is none, with its evidence and a remark."""

    score: Score | None = None
    evidence: str = ""
    remark: str = ""


NO_SCORE = SideScore()


class RoleScores(NamedTuple):
    """What an assessment has of one role, by side."""

    inhouse: SideScore = NO_SCORE
    outsourced: SideScore = NO_SCORE

    def of(self, side: Side) -> SideScore:
        """Return the score of `side`."""
        return self.inhouse if side == "inhouse" else self.outsourced

    def with_side(self, side: Side, score: SideScore) -> "RoleScores":
        """Return the scores with another one of `side`."""
        return self._replace(**{side: score})


NO_SCORES = RoleScores()


def _no_scores() -> Mapping[RoleId, RoleScores]:
    """Return an empty mapping; a dataclass cannot have a mapping proxy as a default (3.11)."""
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Assessment:
    """The scores of one day.

    `day` is as 2026-12-31, or empty where it is not known, as of plans that had no dates; `by` is
    the name of the assessor. `scores` has no role without a score or a text.
    """

    id: AssessmentId
    day: str = ""
    by: str = ""
    scores: Mapping[RoleId, RoleScores] = field(default_factory=_no_scores)


def newest_assessment(assessments: Iterable[Assessment]) -> Assessment | None:
    """Return the assessment of the latest day, the last one of several; None where none is."""
    newest = None
    for assessment in assessments:
        if newest is None or assessment.day >= newest.day:
            newest = assessment
    return newest


def newest_scores(assessments: Iterable[Assessment], role: RoleId) -> RoleScores:
    """Return the scores of `role` in the newest assessment, `NO_SCORES` where it has none."""
    newest = newest_assessment(assessments)
    return NO_SCORES if newest is None else newest.scores.get(role, NO_SCORES)


def changed_scores(
    before: tuple[Assessment, ...], after: tuple[Assessment, ...]
) -> frozenset[RoleId]:
    """Return the roles whose scores in the newest assessment may differ, by identity."""
    if before is after:
        return frozenset()
    old, new = newest_assessment(before), newest_assessment(after)
    old_scores = _no_scores() if old is None else old.scores
    new_scores = _no_scores() if new is None else new.scores
    return changed_keys(old_scores, new_scores)


def without_role(assessments: tuple[Assessment, ...], role: RoleId) -> tuple[Assessment, ...]:
    """Return `assessments` without the scores of `role`."""
    return tuple(_without(each, role) if role in each.scores else each for each in assessments)


def _without(assessment: Assessment, role: RoleId) -> Assessment:
    kept = {each: scores for each, scores in assessment.scores.items() if each != role}
    return Assessment(assessment.id, assessment.day, assessment.by, MappingProxyType(kept))
