"""What the directors are shown: every figure is that of the view it comes from."""

from dataclasses import replace

import pytest

from socplanner.domain.assessment import newest_assessment
from socplanner.domain.catalogue import Sourcing
from socplanner.domain.cost.phase_cost import cost_of
from socplanner.domain.cost_inputs import NO_COST
from socplanner.domain.coverage import CoverageState
from socplanner.domain.duty_edits import ChangeSourcing, SetCells, SetCoverage
from socplanner.domain.ids import PhaseId, RoleId
from socplanner.domain.letters import BLANK
from socplanner.domain.maturity.role_maturity import role_maturities
from socplanner.domain.maturity.roll_ups import whole
from socplanner.domain.role_coverage import SUNDAY_NIGHT, coverage_at
from socplanner.domain.staffing.phase_staffing import staffing_of
from socplanner.domain.staffing_inputs import NO_STAFFING
from socplanner.domain.summary import RISKS, phases_to, summary_of
from tests.support.plans import hybrid_plan, sample

TODAY = "2026-11-30"
D1, D4 = RoleId("v2:D-1"), RoleId("v2:D-4")


@pytest.mark.parametrize("name", ["manufacturer", "bank"])
def test_the_figures_are_those_of_the_views(name: str) -> None:
    plan = sample(name)
    summary = summary_of(plan, plan.phases[-1].id, TODAY)
    for each in summary.figures:
        total = staffing_of(plan, each.phase.id).total
        assert (each.need, each.people) == (total["need_fte"].value, total["today_fte"].value)
        costs = cost_of(plan, each.phase.id).total
        assert each.cost == costs["year_total"].value
        assert each.inhouse_cost == costs["inhouse_total"].value
        assert each.outsourced_cost == costs["outsourced_total"].value
        states = [covered.state for covered in coverage_at(plan, each.phase.id, SUNDAY_NIGHT)]
        assert each.unmanned == states.count(CoverageState.UNMANNED)
        assert each.unstated == states.count(CoverageState.NOT_STATED)
        assert each.sourcings.total() == len(list(plan.roles()))
    newest = newest_assessment(plan.assessments)
    first, last = plan.phases[0].id, plan.phases[-1].id
    now, then = (whole(role_maturities(plan, each, newest)) for each in (first, last))
    assert (summary.now.maturity, summary.target.maturity) == (now.mean, then.mean_aim)
    assert [gap.priority for gap in summary.gaps] == sorted(
        (gap.priority for gap in summary.gaps), reverse=True
    )


def test_the_first_phase_shows_all_phases() -> None:
    plan = sample("bank")
    first, last = plan.phases[0].id, plan.phases[-1].id
    assert phases_to(plan, first) == phases_to(plan, last) == plan.phases
    assert summary_of(plan, first, TODAY) == summary_of(plan, last, TODAY)
    with pytest.raises(KeyError):
        phases_to(plan, PhaseId("never"))


def test_what_is_not_stated_is_none_and_never_0() -> None:
    plan = replace(sample("bank"), staffing=NO_STAFFING, assessments=(), cost=NO_COST)
    plan = replace(plan, parties=tuple(replace(each, headcount=None) for each in plan.parties))
    for phase in plan.phases:
        every = frozenset(role.id for role in plan.roles())
        plan = SetCoverage(phase.id, every, "").apply(plan)
    for each in summary_of(plan, plan.phases[-1].id, TODAY).figures:
        assert (each.maturity, each.need, each.people, each.unmanned) == (None, None, None, None)
        assert (each.cost, each.inhouse_cost, each.outsourced_cost) == (None, None, None)


def test_risks_are_the_most_severe_findings_and_then_unmanned_incident_response() -> None:
    plan = hybrid_plan()
    phase = plan.phases[-1].id
    plan = SetCoverage(phase, frozenset({D4}), "mon-fri 9:00-17:00").apply(plan)
    assert [each.unmanned for each in summary_of(plan, phase, TODAY).risks][-1] == plan.role(D4)
    cells = tuple((D1, party.id, BLANK) for party in plan.parties)
    risks = summary_of(SetCells(phase, cells).apply(plan), phase, TODAY).risks
    severities = [each.finding.finding.severity for each in risks if each.finding is not None]
    assert risks[0].finding is not None
    assert severities == sorted(severities)
    assert len(risks) <= RISKS


def test_changed_roles_are_those_of_another_sourcing() -> None:
    plan = hybrid_plan()
    first, last = plan.phases[0].id, plan.phases[-1].id
    before = summary_of(plan, last, TODAY).changed
    changed = ChangeSourcing(first, frozenset({D1}), Sourcing.BOTH).apply(plan)
    changed = ChangeSourcing(last, frozenset({D1}), Sourcing.OUTSOURCE).apply(changed)
    assert summary_of(changed, last, TODAY).changed == before | {D1}
