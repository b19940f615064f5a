"""The figures of maturity: vectors, and rules that hold for any scores."""

from dataclasses import replace
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socplanner.domain.assessment import (
    NO_SCORES,
    SCORES,
    SIDES,
    Assessment,
    RoleScores,
    Score,
    SideScore,
)
from socplanner.domain.assessment_edits import SetScore
from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.duty_edits import ChangeSourcing, SetAim, SetAimDay
from socplanner.domain.ids import AssessmentId, PartyId, PhaseId, RoleId
from socplanner.domain.maturity.comparison import compared
from socplanner.domain.maturity.gaps import gaps, open_questions, owners
from socplanner.domain.maturity.role_maturity import (
    RoleMaturity,
    aim_of,
    maturity_of,
    role_maturities,
    score_of,
    sides_of,
)
from socplanner.domain.maturity.roll_ups import (
    NO_ROLES,
    Mean,
    area_groups,
    function_groups,
    party_groups,
    sourcing_groups,
    whole,
)
from socplanner.domain.plan import NO_AIM, Aim, Duty, Plan
from tests.support.plans import hybrid_plan

NOW, TARGET = PhaseId("now"), PhaseId("target")
B = tuple(RoleId(f"v2:B-{number}") for number in range(1, 6))
ROLE = next(hybrid_plan().roles())
IN, OUT, BOTH = Sourcing.INSOURCE, Sourcing.OUTSOURCE, Sourcing.BOTH
NOT, OPEN = Sourcing.NOT_CARRIED_OUT, Sourcing.UNDECIDED


def scores(inhouse: Score | None, outsourced: Score | None = None) -> RoleScores:
    """Return the scores of both sides."""
    return RoleScores(SideScore(inhouse), SideScore(outsourced))


def function_b() -> tuple[Plan, Assessment]:
    """Return a plan whose function B is outsourced, and an assessment of it."""
    plan = ChangeSourcing(NOW, frozenset(B), OUT).apply(hybrid_plan())
    plan = ChangeSourcing(TARGET, frozenset(B), OUT).apply(plan)
    scored: tuple[Score, ...] = ("4", "3", "unknown", "4")
    by_role = {role: scores(None, score) for role, score in zip(B, scored, strict=False)}
    by_role[B[4]] = scores("na", "na")
    return plan, Assessment(AssessmentId("a"), "2026-11-30", "", by_role)


def test_the_vector_of_function_b() -> None:
    plan, assessment = function_b()
    group = function_groups(plan, role_maturities(plan, NOW, assessment))["B"]
    assert (group.roles, group.counting, group.score, group.unanswered) == (5, 4, 12, 1)
    mean = group.mean
    assert mean is not None
    assert mean.tenths == 30
    assert group.mean_aim is None
    assert group.gap is None


@pytest.mark.parametrize(
    ("sourcing", "scored", "score"),
    [
        (IN, scores("3", "5"), 3),
        (OUT, scores("3", "5"), 5),
        (OUT, scores("5", "2"), 2),
        (BOTH, scores("2", "4"), 4),
        (BOTH, scores("na", "2"), 2),
        (BOTH, scores("unknown", "na"), 1),
        (BOTH, scores("na", "na"), None),
        (IN, scores("na", "4"), None),
        (IN, NO_SCORES, 1),
        (NOT, NO_SCORES, 1),
        (OPEN, NO_SCORES, 1),
        (OPEN, scores(None, "4"), 4),
    ],
)
def test_the_higher_side_that_is_used_counts(
    sourcing: Sourcing, scored: RoleScores, score: int | None
) -> None:
    assert score_of(sourcing, scored) == score


@pytest.mark.parametrize(
    ("sourcing", "aim", "points"),
    [
        (IN, Aim("4", "5"), 4),
        (OUT, Aim("4", "5"), 5),
        (BOTH, Aim("4", "5"), 5),
        (BOTH, Aim("na", None), None),
        (OPEN, Aim("4"), 4),
        (NOT, Aim("4"), None),
        (IN, Aim(), None),
    ],
)
def test_the_aim_is_the_higher_one_of_the_sides_that_are_used(
    sourcing: Sourcing, aim: Aim, points: int | None
) -> None:
    assert aim_of(Duty(sourcing=sourcing, aim=aim)) == points


def one(present: Sourcing, later: Sourcing, scored: RoleScores, aim: Aim = NO_AIM) -> RoleMaturity:
    """Return the maturity of a role sourced in that way now and later."""
    return maturity_of(ROLE, Duty(sourcing=present), Duty(sourcing=later, aim=aim), scored)


def test_a_role_counts_where_it_is_performed_in_the_phase_in_view() -> None:
    assert not one(IN, NOT, scores("4")).counts
    begun = one(NOT, IN, NO_SCORES, Aim("3", until="2027-03-31"))
    assert (begun.score, begun.aim, begun.gap, begun.unanswered) == (1, 3, 2, ())
    assert begun.until == "2027-03-31"
    moved = one(OUT, IN, scores(None, "3"), Aim("4", "5"))
    assert (moved.score, moved.aim, moved.gap) == (3, 4, 1)
    assert one(IN, IN, scores("5"), Aim("4")).gap == 0
    assert one(IN, IN, scores("5")).gap == 0


def test_a_side_without_an_answer_is_an_open_question() -> None:
    assert one(BOTH, BOTH, scores("4")).unanswered == ("outsourced",)
    assert one(BOTH, BOTH, scores("unknown", "unknown")).unanswered == SIDES
    assert one(OUT, OUT, scores("unknown", "3")).unanswered == ()
    assert one(OPEN, OPEN, NO_SCORES).unanswered == ("inhouse",)
    assert sides_of(OPEN, scores(None, "4")) == ("outsourced",)
    assert sides_of(BOTH) == SIDES
    questions = open_questions([one(BOTH, BOTH, scores("4")), one(NOT, NOT, NO_SCORES)])
    assert [question.side for question in questions] == ["outsourced"]


@pytest.mark.parametrize(
    ("total", "number", "tenths"),
    [(12, 4, 30), (49, 20, 25), (5, 4, 13), (1, 3, 3), (2, 3, 7), (0, 7, 0), (35, 14, 25)],
)
def test_a_mean_is_rounded_to_one_decimal_half_up(total: int, number: int, tenths: int) -> None:
    assert Mean(total, number).tenths == tenths


def test_of_no_roles_there_is_no_mean() -> None:
    assert (NO_ROLES.mean, NO_ROLES.mean_aim, NO_ROLES.gap) == (None, None, None)
    absent = whole([one(NOT, NOT, NO_SCORES)])
    assert (absent.roles, absent.counting, absent.mean) == (1, 0, None)


def test_a_role_without_an_aim_is_to_stay_as_it_is() -> None:
    group = whole([one(IN, IN, scores("3")), one(IN, IN, scores("2"), Aim("4"))])
    assert (group.mean_aim, group.gap) == (Mean(7, 2), Mean(2, 2))
    falling = whole([one(IN, IN, scores("3"), Aim("1"))])
    assert falling.gap == Mean(0, 1)


def test_gaps_are_ordered_by_priority_with_the_weights_of_roles_and_functions() -> None:
    plan, assessment = function_b()
    aims: tuple[Score, ...] = ("5", "5", "3", "4", "5")
    for role, aim in zip(B, aims, strict=True):
        plan = SetAim(TARGET, frozenset({role}), "outsourced", aim).apply(plan)
    roles = [each for each in role_maturities(plan, TARGET, assessment) if each.role.id in B]
    assert [(gap.role.role.code, gap.priority) for gap in gaps(roles, {})] == [
        *(("B-2", 2), ("B-3", 2), ("B-1", 1)),
    ]
    weighted = gaps(roles, {"B": 2, B[0]: 9, B[2]: 0})
    assert [(gap.role.role.code, gap.weight, gap.priority) for gap in weighted] == [
        *(("B-1", 9, 9), ("B-2", 2, 4), ("B-3", 0, 0)),
    ]
    ciso = owners(plan, roles[0])
    assert all(plan.party(party) is not None for party in ciso)
    assert ciso


def test_two_assessments_are_compared_score_by_score_and_mean_by_mean() -> None:
    plan, before = function_b()
    later = {**before.scores, B[2]: scores(None, "5")}
    after = replace(before, id=AssessmentId("b"), scores=later)
    comparison = compared(plan, NOW, before, after)
    (change,) = comparison.changes
    assert (change.role.id, change.side) == (B[2], "outsourced")
    assert (change.before, change.after) == ("unknown", "5")
    means = comparison.functions["B"]
    assert (means.before.mean, means.after.mean) == (Mean(12, 4), Mean(16, 4))
    assert comparison.whole.after.score - comparison.whole.before.score == 4


SCORED = st.builds(scores, st.sampled_from([None, *SCORES]), st.sampled_from([None, *SCORES]))
ROLES = st.lists(
    st.builds(
        one,
        st.sampled_from(Sourcing),
        st.sampled_from(Sourcing),
        SCORED,
        st.builds(Aim, st.sampled_from([None, "1", "3", "5", "na"])),
    ),
    max_size=12,
)


@given(ROLES)
def test_a_mean_lies_between_its_roles_and_nothing_is_counted_twice(
    roles: list[RoleMaturity],
) -> None:
    group = whole(roles)
    counting = [each.score for each in roles if each.score is not None]
    assert group.roles == len(roles)
    assert group.counting == len(counting)
    assert group.score == sum(counting)
    assert group.unanswered == len(open_questions(roles))
    if group.mean is not None:
        assert 10 * min(counting) <= group.mean.tenths <= 10 * max(counting)
    if group.gap is not None:
        assert group.gap.total >= 0
    assert whole(reversed(roles)) == group


@given(SCORED, st.sampled_from(Sourcing))
def test_a_better_answer_never_lowers_the_score(scored: RoleScores, sourcing: Sourcing) -> None:
    before = score_of(sourcing, scored)
    for side in SIDES:
        better = score_of(sourcing, scored.with_side(side, SideScore("5")))
        if before is not None and sourcing is not OPEN:
            assert better is not None
            assert better >= before


def test_roll_ups_divide_the_roles() -> None:
    plan, assessment = function_b()
    roles = role_maturities(plan, TARGET, assessment)
    everything = whole(roles)
    assert area_groups(roles).keys() == set(Area)
    assert sourcing_groups(roles).keys() == set(Sourcing)
    for groups in (function_groups(plan, roles), area_groups(roles), sourcing_groups(roles)):
        assert sum(each.score for each in groups.values()) == everything.score
        assert sum(each.roles for each in groups.values()) == everything.roles
    parties, providers = party_groups(plan, roles), party_groups(plan, roles, only_providers=True)
    assert list(parties) == [party.id for party in plan.parties]
    assert list(providers) == [party.id for party in plan.parties if party.is_provider]
    assert providers[PartyId("mss")] == parties[PartyId("mss")]
    assert providers[PartyId("mss")].roles


def test_without_an_assessment_every_question_is_open() -> None:
    plan = hybrid_plan()
    roles = role_maturities(plan, NOW, None)
    assert all(each.score in (None, 1) for each in roles)
    assert len(open_questions(roles)) == sum(len(sides_of(each.duty.sourcing)) for each in roles)


def test_all_figures_of_a_plan_take_a_moment() -> None:
    plan = hybrid_plan()
    everyone = frozenset(role.id for role in plan.roles())
    plan = SetScore(everyone, SIDES, "3", "2026-11-30").apply(plan)
    plan = SetAim(TARGET, everyone, "inhouse", "4").apply(plan)
    plan = SetAimDay(TARGET, everyone, "2027-03-31").apply(plan)
    best = min(_seconds(plan) for _ in range(5))
    assert best < 0.01


def _seconds(plan: Plan) -> float:
    begin = perf_counter()
    roles = role_maturities(plan, TARGET, plan.assessments[0])
    whole(roles), function_groups(plan, roles), area_groups(roles), sourcing_groups(roles)
    party_groups(plan, roles), gaps(roles, {}), open_questions(roles)
    return perf_counter() - begin
