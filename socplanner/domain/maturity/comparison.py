"""Two assessments compared: which scores differ, and the means before and after.

A difference of means is made of whole sums and rounded once, half away from zero, so that it may
differ from the shown means by a tenth.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from socplanner.domain.assessment import (
    NO_SCORES,
    SIDES,
    Assessment,
    RoleScores,
    Score,
    Side,
    newest_assessment,
)
from socplanner.domain.catalogue import Role
from socplanner.domain.ids import PhaseId, RoleId
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

    @property
    def difference(self) -> int | None:
        """The mean after less the mean before, in tenths; None where one of them is missing."""
        before, after = self.before.mean, self.after.mean
        if before is None or after is None:
            return None
        rise = after.total * before.number - before.total * after.number
        whole_number = before.number * after.number
        tenths = (20 * abs(rise) + whole_number) // (2 * whole_number)
        return tenths if rise > 0 else -tenths


class RolePoints(NamedTuple):
    """A role by two assessments: its scores, and its points; None where it does not count."""

    scores: RoleScores
    before: int | None
    after: int | None

    @property
    def difference(self) -> int | None:
        """The points after less those before; None where one of them is missing."""
        return None if self.before is None or self.after is None else self.after - self.before


class AssessmentComparison(NamedTuple):
    """What differs between two assessments; functions by their codes.

    `roles` has each role with its scores before.
    """

    changes: tuple[ScoreChange, ...]
    functions: Mapping[str, Means]
    whole: Means
    roles: Mapping[RoleId, RolePoints]

    @property
    def changed_roles(self) -> frozenset[RoleId]:
        """The roles of which a score differs."""
        return frozenset(each.role.id for each in self.changes)


def earlier_assessments(assessments: Iterable[Assessment]) -> tuple[Assessment, ...]:
    """Return all but the newest of `assessments`, the latest day first."""
    listed = tuple(assessments)
    newest = newest_assessment(listed)
    others = [each for each in reversed(listed) if each is not newest]
    return tuple(sorted(others, key=_day, reverse=True))


def _day(assessment: Assessment) -> str:
    return assessment.day


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
        {
            was.role.id: RolePoints(was.scores, was.score, now.score)
            for was, now in zip(old, new, strict=True)
        },
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
