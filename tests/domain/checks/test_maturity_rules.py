"""Every rule of maturity has scores it fires at and scores it leaves alone."""

from dataclasses import replace
from types import MappingProxyType

import pytest

from socplanner.domain.assessment import SIDES, RoleScores, Score, Side, SideScore
from socplanner.domain.assessment_edits import SetScore, SetScoreText
from socplanner.domain.catalogue import Area, Role, Sourcing
from socplanner.domain.checks.finding import Finding, Severity
from socplanner.domain.checks.fixes import fixes
from socplanner.domain.checks.maturity_rules import AIM_RULES, PRESENT_RULES
from socplanner.domain.checks.run import check_role
from socplanner.domain.duty_edits import ChangeSourcing, MoveRoles, SetAim, SetAimDay
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.plan import CustomRoles, Plan
from tests.support.small_plan import A1, B2, NOW, TARGET, small_plan, with_row

IN, OUT, BOTH = Sourcing.INSOURCE, Sourcing.OUTSOURCE, Sourcing.BOTH
NOT = Sourcing.NOT_CARRIED_OUT
DAY = "2026-11-30"
LATER = "2027-03-31"
RULES = {name for name, _ in (*PRESENT_RULES, *AIM_RULES)}
D1 = RoleId("own:d")


def findings_of(plan: Plan, role: RoleId = A1, phase: PhaseId = NOW) -> list[Finding]:
    """Return the findings of the rules of maturity about a role."""
    checked = plan.role(role)
    assert checked is not None
    return [each for each in check_role(plan, phase, checked) if each.rule in RULES]


def names(plan: Plan, role: RoleId = A1, phase: PhaseId = NOW) -> list[str]:
    """Return rule and variant of each of them."""
    return [f"{each.rule} {each.variant}" for each in findings_of(plan, role, phase)]


def row(sourcing: Sourcing, scored: RoleScores, **cells: str) -> Plan:
    """Return a plan whose first role is sourced and scored like that, with evidence."""
    plan = with_row(small_plan(), A1, sourcing, **(cells or {"ciso": "A", "soc": "R"}))
    return assessed(plan, scored)


def assessed(plan: Plan, scored: RoleScores, role: RoleId = A1) -> Plan:
    """Return `plan` with scores and evidence of a role."""
    roles = frozenset({role})
    for side in SIDES:
        plan = SetScore(roles, (side,), scored.of(side).score, DAY).apply(plan)
        if scored.of(side).score is not None:
            plan = SetScoreText(roles, side, "evidence", "Policy", DAY).apply(plan)
    return plan


def scores(inhouse: Score | None, outsourced: Score | None = None) -> RoleScores:
    """Return the scores of both sides."""
    return RoleScores(SideScore(inhouse), SideScore(outsourced))


def aimed(plan: Plan, aim: Score, side: Side = "inhouse", phase: PhaseId = TARGET) -> Plan:
    """Return `plan` with an aim in a phase, and its day."""
    plan = SetAim(phase, frozenset({A1}), side, aim).apply(plan)
    return SetAimDay(phase, frozenset({A1}), LATER).apply(plan)


def test_a_score_on_a_side_that_is_not_used_is_reported_in_the_first_phase() -> None:
    plan = row(OUT, scores("3", "4"), ciso="A", mss="R")
    assert names(plan) == ["M01 inhouse"]
    assert findings_of(plan)[0].severity is Severity.WARNING
    assert names(plan, phase=TARGET) == []
    assert names(row(IN, scores("3", "4"))) == ["M01 outsourced"]
    assert names(row(IN, scores("3", "na"))) == []
    assert names(row(IN, scores("3", "unknown"))) == []
    assert names(row(BOTH, scores("3", "4"), ciso="A", soc="R", mss="R")) == []


def test_the_highest_score_outsourced_needs_an_internal_party() -> None:
    assert names(row(OUT, scores(None, "5"), mss="A/R")) == ["M02 nobody-inside"]
    assert names(row(OUT, scores(None, "5"), mss="A/R", soc="I")) == ["M02 nobody-inside"]
    assert names(row(OUT, scores(None, "5"), mss="R", soc="C")) == []
    assert names(row(OUT, scores(None, "5"), mss="R", soc="A")) == []
    assert names(row(OUT, scores(None, "4"), mss="A/R")) == []


def test_documented_work_needs_evidence() -> None:
    plan = row(IN, scores("4"))
    bare = SetScoreText(frozenset({A1}), "inhouse", "evidence", " ").apply(plan)
    assert names(plan) == []
    assert names(bare) == ["M03 none"]
    assert findings_of(bare)[0].severity is Severity.INFO
    strict = replace(bare, thresholds=MappingProxyType({"evidence-score": 5}))
    assert names(strict) == []
    low = SetScore(frozenset({A1}), ("inhouse",), "3").apply(bare)
    assert names(low) == []


@pytest.mark.parametrize(
    ("sourcing", "side", "cells"),
    [(IN, "inhouse", {"ciso": "A", "soc": "R"}), (OUT, "outsourced", {"ciso": "A", "mss": "R"})],
)
def test_an_aim_below_the_score_is_reported_and_can_be_raised(
    sourcing: Sourcing, side: Side, cells: dict[str, str]
) -> None:
    plan = row(sourcing, scores("3" if side == "inhouse" else None, "3"), **cells)
    plan = SetScore(frozenset({A1}), SIDES, "na").apply(plan)
    plan = SetScore(frozenset({A1}), (side,), "3").apply(plan)
    for phase in (NOW, TARGET):
        low = aimed(plan, "2", side, phase)
        (finding,) = findings_of(low, phase=phase)
        assert (finding.rule, finding.variant) == ("M04", side)
        for fix in fixes(low, finding):
            assert findings_of(fix.apply(low), phase=phase) == []
    assert names(aimed(plan, "3", side), phase=TARGET) == []
    assert names(aimed(plan, "na", side), phase=TARGET) == []


def test_a_role_that_is_not_performed_has_no_scores() -> None:
    plan = row(NOT, scores("3", "na"))
    assert names(plan) == ["M05 scored"]
    assert names(row(NOT, scores("na", "unknown"))) == []


def test_an_aim_above_the_score_has_an_owner_and_a_day() -> None:
    plan = row(IN, scores("3"))
    assert names(aimed(plan, "4"), phase=TARGET) == []
    undated = SetAim(TARGET, frozenset({A1}), "inhouse", "4").apply(plan)
    assert names(undated, phase=TARGET) == ["M06 day"]
    assert findings_of(undated, phase=TARGET)[0].values == (("n", 3), ("aim", 4))
    unowned = aimed(row(IN, scores("3"), soc="R"), "4")
    assert names(unowned, phase=TARGET) == ["M06 owner"]
    assert names(aimed(plan, "3"), phase=TARGET) == []
    dropped = ChangeSourcing(TARGET, frozenset({A1}), NOT).apply(undated)
    assert names(dropped, phase=TARGET) == []
    na = SetScore(frozenset({A1}), ("inhouse",), "na").apply(undated)
    assert names(na, phase=TARGET) == []


def test_without_an_assessment_nothing_is_reported() -> None:
    plan = with_row(small_plan(), A1, IN, soc="R")
    assert names(SetAim(NOW, frozenset({A1}), "inhouse", "4").apply(plan)) == []


@pytest.mark.parametrize(
    ("sourcing", "scored", "is_weak"),
    [
        (IN, scores("2"), True),
        (IN, scores("1"), True),
        (IN, scores("3"), False),
        (IN, scores("unknown"), False),
        (BOTH, scores("2", "3"), False),
        (NOT, scores("na"), False),
    ],
)
def test_incident_response_with_a_low_score_is_reported(
    sourcing: Sourcing, scored: RoleScores, is_weak: bool
) -> None:
    base = small_plan()
    role = base.role(B2)
    assert role is not None
    responding: Role = role._replace(id=D1, code="d", function="D")
    plan = with_row(
        replace(base, custom_roles=CustomRoles((responding,))), D1, sourcing, ciso="A", soc="R"
    )
    plan = MoveRoles(NOW, frozenset({D1}), Area.I).apply(plan)
    plan = assessed(plan, scored, D1)
    assert ("M07 weak" in names(plan, D1)) == is_weak
    patient = replace(plan, thresholds=MappingProxyType({"weak-score": 0}))
    assert "M07 weak" not in names(patient, D1)


def test_what_can_be_fixed_is_gone_after_its_fix() -> None:
    for plan in (
        row(OUT, scores("3", "4"), ciso="A", mss="R"),
        row(IN, scores("3", "4")),
        row(NOT, scores("3", "4")),
        row(OUT, scores(None, "5"), mss="A/R"),
    ):
        (finding,) = findings_of(plan)
        choices = fixes(plan, finding)
        assert choices
        assert finding.rule not in {each.rule for each in findings_of(choices[0].apply(plan))}
    unowned = aimed(row(IN, scores("3"), soc="R"), "4")
    (finding,) = findings_of(unowned, phase=TARGET)
    (fix,) = fixes(unowned, finding)
    assert findings_of(fix.apply(unowned), phase=TARGET) == []
