"""Scores are written into the newest assessment, and assessments are added, changed and removed."""

from dataclasses import replace

import pytest

from socplanner.domain.assessment import (
    NO_SCORES,
    SIDES,
    Assessment,
    RoleScores,
    SideScore,
    changed_scores,
    newest_assessment,
    newest_scores,
)
from socplanner.domain.assessment_edits import (
    AddAssessment,
    ChangeAssessment,
    ImportAssessment,
    RemoveAssessment,
    SetScore,
    SetScoreText,
)
from socplanner.domain.history import Edit, History
from socplanner.domain.ids import AssessmentId, RoleId
from socplanner.domain.limits import MOST_ASSESSMENTS
from socplanner.domain.plan import Plan
from socplanner.domain.problem import EditRejected
from socplanner.domain.role_steps import steps_of_role
from tests.support.small_plan import A1, A2, small_plan

DAY = "2026-11-30"
ONE, TWO = frozenset({A1}), frozenset({A1, A2})
OLD = Assessment(AssessmentId("old"), scores={A1: RoleScores(SideScore("2"))})


def assessed() -> Plan:
    """Return a plan with an assessment without a day."""
    return replace(small_plan(), assessments=(OLD,))


def test_the_first_score_begins_an_assessment_of_today() -> None:
    plan = SetScore(TWO, ("inhouse",), "4", DAY).apply(small_plan())
    (made,) = plan.assessments
    assert (made.id, made.day, made.by) == (DAY, DAY, "")
    assert dict(made.scores) == dict.fromkeys(TWO, RoleScores(SideScore("4")))


def test_a_score_leaves_the_other_side_and_the_texts() -> None:
    plan = SetScoreText(ONE, "inhouse", "evidence", "Policy").apply(assessed())
    plan = SetScore(ONE, ("inhouse",), "5").apply(plan)
    plan = SetScore(ONE, ("outsourced",), "na").apply(plan)
    expected = RoleScores(SideScore("5", "Policy"), SideScore("na"))
    assert newest_scores(plan.assessments, A1) == expected
    assert len(plan.assessments) == 1


def test_a_role_without_score_and_text_is_not_in_the_assessment() -> None:
    plan = SetScore(ONE, SIDES, None).apply(assessed())
    assert not plan.assessments[0].scores
    assert SetScore(ONE, SIDES, None, DAY).apply(small_plan()).assessments == ()


def test_what_changes_nothing_is_no_edit() -> None:
    plan = assessed()
    assert SetScore(ONE, ("inhouse",), "2").apply(plan) is plan
    assert ChangeAssessment(OLD.id, "", "").apply(plan) is plan


def test_a_new_assessment_begins_with_the_scores_of_the_newest() -> None:
    plan = AddAssessment(DAY, " Audit ").apply(assessed())
    plan = AddAssessment(DAY).apply(plan)
    assert [(each.id, each.by) for each in plan.assessments] == [
        *(("old", ""), (DAY, "Audit"), (f"{DAY}-2", "")),
    ]
    assert plan.assessments[2].scores == OLD.scores
    scored = SetScore(ONE, ("inhouse",), "3").apply(plan)
    assert [each.scores[A1].inhouse.score for each in scored.assessments] == ["2", "2", "3"]


def test_an_imported_assessment_has_its_scores_alone() -> None:
    scores = {A2: RoleScores(SideScore("4")), A1: NO_SCORES}
    plan = ImportAssessment(DAY, "K. Sato", scores).apply(assessed())
    added = plan.assessments[-1]
    assert (added.day, added.by) == (DAY, "K. Sato")
    assert dict(added.scores) == {A2: RoleScores(SideScore("4"))}
    assert plan.assessments[0] is OLD
    with pytest.raises(EditRejected, match="unknown-role"):
        ImportAssessment(DAY, "", {RoleId("x:Z-9"): NO_SCORES}).apply(plan)
    with pytest.raises(EditRejected, match="bad-day"):
        ImportAssessment("yesterday", "", {}).apply(plan)


def test_the_newest_is_that_of_the_latest_day() -> None:
    late, early = (Assessment(AssessmentId(day), day) for day in ("2026-11-30", "2025-01-31"))
    assert newest_assessment((late, early, OLD)) is late
    assert newest_assessment((early, late)) is late
    assert newest_assessment(()) is None


def test_day_and_assessor_can_be_changed_and_an_assessment_removed() -> None:
    plan = ChangeAssessment(OLD.id, DAY, "Audit\nteam").apply(assessed())
    assert plan.assessments == (replace(OLD, day=DAY, by="Audit team"),)
    assert RemoveAssessment(OLD.id).apply(plan).assessments == ()


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (SetScore(frozenset({RoleId("x:Z-9")}), SIDES, "1"), "unknown-role"),
        (SetScoreText(ONE, "inhouse", "remark", "x" * 4001), "text-too-long"),
        (AddAssessment("soon"), "bad-day"),
        (AddAssessment(DAY, "x" * 201), "name-too-long"),
        (ChangeAssessment(OLD.id, "soon", ""), "bad-day"),
        (ChangeAssessment(AssessmentId("never"), DAY, ""), "unknown-assessment"),
        (RemoveAssessment(AssessmentId("never")), "unknown-assessment"),
    ],
)
def test_what_cannot_be_is_refused(edit: Edit, code: str) -> None:
    with pytest.raises(EditRejected) as rejection:
        edit.apply(assessed())
    assert rejection.value.problem.code == code


def test_a_first_score_needs_a_day_and_assessments_have_a_bound() -> None:
    with pytest.raises(EditRejected, match="bad-day"):
        SetScore(ONE, SIDES, "1").apply(small_plan())
    many = tuple(Assessment(AssessmentId(f"a{n}")) for n in range(MOST_ASSESSMENTS))
    with pytest.raises(EditRejected, match="too-many-assessments"):
        AddAssessment(DAY).apply(replace(small_plan(), assessments=many))


def test_the_changed_roles_are_those_whose_newest_scores_differ() -> None:
    before = assessed().assessments
    after = SetScore(frozenset({A2}), SIDES, "3").apply(assessed()).assessments
    assert changed_scores(before, after) == {A2}
    assert changed_scores(before, before) == frozenset()
    assert changed_scores((), before) == {A1}
    assert changed_scores(before, ()) == {A1}


def test_scores_are_steps_of_a_role_and_a_copied_assessment_is_none() -> None:
    history = History.of(small_plan())
    for edit in (
        SetScore(ONE, ("inhouse",), "2", DAY),
        AddAssessment("2027-01-29"),
        SetScore(frozenset({A2}), ("inhouse",), "2"),
        SetScore(ONE, ("inhouse",), "3"),
    ):
        history = history.perform(edit)
    assert steps_of_role(history, A1) == (4, 1)
    assert steps_of_role(history, A2) == (3,)
