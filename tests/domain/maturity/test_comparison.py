"""Two assessments compared: differences with their signs, and which assessments are earlier."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.assessment import SCORES, Assessment, RoleScores, SideScore
from socplanner.domain.ids import AssessmentId, PhaseId, RoleId
from socplanner.domain.maturity.comparison import Means, compared, earlier_assessments
from socplanner.domain.maturity.roll_ups import GroupMaturity
from tests.support.plans import hybrid_plan

NOW = PhaseId("now")
PLAN = hybrid_plan()
SIDE = st.builds(SideScore, st.sampled_from([None, *SCORES]))
ASSESSMENTS = st.dictionaries(
    st.sampled_from([role.id for role in PLAN.roles()]), st.builds(RoleScores, SIDE, SIDE)
).map(lambda scores: Assessment(AssessmentId("a"), "2026-01-01", "", scores))


def group(score: int, counting: int) -> GroupMaturity:
    """Return a group of `counting` roles with `score` points together."""
    return GroupMaturity(counting, counting, score)


@pytest.mark.parametrize(
    ("before", "after", "tenths"),
    [
        (group(12, 4), group(16, 4), 10),
        (group(16, 4), group(12, 4), -10),
        (group(20, 10), group(20, 10), 0),
        (group(4, 3), group(3, 2), 2),  # 1.333 to 1.5: shown as 1.3 and 1.5, a rise of 0.17
        (group(200, 100), group(205, 100), 1),  # 0.05 is rounded away from zero
        (group(205, 100), group(200, 100), -1),
        (group(200, 100), group(204, 100), 0),
        (group(0, 0), group(12, 4), None),
        (group(12, 4), group(0, 0), None),
    ],
)
def test_a_difference_of_means_is_rounded_once(
    before: GroupMaturity, after: GroupMaturity, tenths: int | None
) -> None:
    assert Means(before, after).difference == tenths


@given(ASSESSMENTS, ASSESSMENTS)
def test_compared_the_other_direction_every_difference_has_the_other_sign(
    first: Assessment, second: Assessment
) -> None:
    there, back = compared(PLAN, NOW, first, second), compared(PLAN, NOW, second, first)
    for means, turned in ((there.whole, back.whole), *zip(
        there.functions.values(), back.functions.values(), strict=True
    )):  # fmt: skip
        assert means.difference == (None if turned.difference is None else -turned.difference)
    for role, points in there.roles.items():
        other = back.roles[role].difference
        assert points.difference == (None if other is None else -other)
    assert there.changed_roles == back.changed_roles


@given(ASSESSMENTS, ASSESSMENTS)
def test_a_role_whose_scores_are_the_same_has_no_difference(
    first: Assessment, second: Assessment
) -> None:
    comparison = compared(PLAN, NOW, first, second)
    for role, points in comparison.roles.items():
        if role not in comparison.changed_roles:
            assert points.difference in (0, None)
            assert points.before == points.after


def test_the_earlier_assessments_are_all_but_the_newest_the_latest_first() -> None:
    old, new, same_day, without = (
        Assessment(AssessmentId(name), day)
        for name, day in (("a", "2024-04-01"), ("b", "2026-04-01"), ("c", "2026-04-01"), ("d", ""))
    )
    listed = earlier_assessments([new, old, same_day, without])
    assert listed == (new, old, without), "of the same day the last one is the newest"
    assert earlier_assessments([old]) == ()
    assert earlier_assessments([]) == ()


def test_a_role_that_was_not_applicable_has_no_difference() -> None:
    role = RoleId("v2:A-1")
    after = Assessment(AssessmentId("b"), "", "", {role: RoleScores(SideScore("3"))})
    before = replace(after, scores={role: RoleScores(SideScore("na"))})
    comparison = compared(PLAN, NOW, before, after)
    points = comparison.roles[role]
    assert (points.before, points.after, points.difference) == (None, 3, None)
    assert points.scores.inhouse.score == "na"
    assert role in comparison.changed_roles
