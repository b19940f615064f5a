"""Two assessments compared: which scores differ, and the means before and after."""

from collections.abc import Mapping
from typing import NamedTuple

from socplanner.domain.assessment import NO_SCORES, SIDES, Assessment, Score, Side
from socplanner.domain.catalogue import Role
from socplanner.domain.ids import PhaseId
from socplanner.domain.maturity.role_maturity import role_maturities
from socplanner.domain.maturity.roll_ups import GroupMaturity, function_groups, whole
from socplanner.domain.plan import Plan


class ScoreChange(NamedTuple):
    """A score of one side of a role that differs between two assessments."""

    role: Role
    side: Side
    before: Score | None
    after: Score | None


class Means(NamedTuple):
    """The maturity of the same roles by two assessments."""

    before: GroupMaturity
    after: GroupMaturity


class AssessmentComparison(NamedTuple):
    """What differs between two assessments; functions by their codes."""

    changes: tuple[ScoreChange, ...]
    functions: Mapping[str, Means]
    whole: Means


def compared(
    plan: Plan, phase: PhaseId, before: Assessment, after: Assessment
) -> AssessmentComparison:
    """Compare two assessments with the sourcing of `phase`; raise KeyError if it is unknown."""
    old, new = (role_maturities(plan, phase, each) for each in (before, after))
    functions, later = function_groups(plan, old), function_groups(plan, new)
    return AssessmentComparison(
        _changes(plan, before, after),
        {code: Means(group, later[code]) for code, group in functions.items()},
        Means(whole(old), whole(new)),
    )


def _changes(plan: Plan, before: Assessment, after: Assessment) -> tuple[ScoreChange, ...]:
    return tuple(
        ScoreChange(role, side, was, now)
        for role in plan.roles()
        for side in SIDES
        for was in (before.scores.get(role.id, NO_SCORES).of(side).score,)
        for now in (after.scores.get(role.id, NO_SCORES).of(side).score,)
        if was != now
    )
