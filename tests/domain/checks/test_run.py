"""The rules run over roles, phases and plans, and say the same of each."""

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.checks.finding import Finding, Severity
from socplanner.domain.checks.run import check_phase, check_plan, check_role, has_errors
from socplanner.domain.duty_edits import SetCells
from socplanner.domain.ids import PhaseId
from socplanner.domain.letters import BLANK, Cell
from socplanner.domain.phase_edits import AddPhase
from tests.support.small_plan import (
    A1,
    A3,
    B1,
    B2,
    CISO,
    IT,
    NOW,
    TARGET,
    small_plan,
    text,
    with_row,
)

LATER = PhaseId("later")


def test_a_phase_is_checked_in_the_order_of_its_roles() -> None:
    plan = with_row(small_plan(), A3, Sourcing.INSOURCE)
    plan = with_row(plan, A1, Sourcing.OUTSOURCE)
    result = [(each.role, each.rule) for each in check_phase(plan, NOW) if each.rule != "D03"]
    assert result[:4] == [(A1, "R08"), (A3, "R08"), (B1, "R00"), (B2, "R08")]
    assert all(role is None for role, _ in result[4:])


def test_checking_each_role_gives_the_findings_of_the_phase() -> None:
    plan = with_row(small_plan(), A1, Sourcing.BOTH, soc="A")
    for phase in (NOW, TARGET):
        result = [each for each in check_phase(plan, phase) if each.role is not None]
        alone = [each for role in plan.roles() for each in check_role(plan, phase, role)]
        assert result == alone


def test_a_handover_is_a_finding_of_the_phase_it_happens_in() -> None:
    plan = AddPhase(LATER, text("Later")).apply(small_plan("all", "all"))
    plan = SetCells(TARGET, ((A1, CISO, BLANK), (A1, IT, Cell("A")))).apply(plan)
    role = plan.role(A1)
    assert role is not None
    rules = {
        phase.id: [each.rule for each in check_role(plan, phase.id, role) if each.rule == "P01"]
        for phase in plan.phases
    }
    assert rules == {NOW: [], TARGET: ["P01"], LATER: []}
    assert [each.phase for each in check_plan(plan) if each.rule == "P01"] == [TARGET]


def test_a_plan_is_checked_phase_by_phase() -> None:
    plan = with_row(small_plan(), A1, Sourcing.INSOURCE)
    assert check_plan(plan) == (*check_phase(plan, NOW), *check_phase(plan, TARGET))
    assert {each.phase for each in check_plan(plan)} == {NOW, TARGET}


def test_only_errors_are_errors() -> None:
    info = Finding("R00", "area", Severity.INFO, NOW)
    warning = Finding("D02", "no-reason", Severity.WARNING, NOW)
    error = Finding("R08", "empty", Severity.ERROR, NOW)
    assert not has_errors([])
    assert not has_errors([info, warning])
    assert has_errors([info, error])
