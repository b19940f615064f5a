"""W07: a provider reports around the clock while no one inside receives its reports."""

import pytest

from socplanner.domain.checks.dependents import RECEIVING, REPORTING
from socplanner.domain.checks.effect import effect_of
from socplanner.domain.checks.finding import Finding, Severity
from socplanner.domain.checks.hours_rules import reports_are_received
from socplanner.domain.checks.row_rules import checked_row
from socplanner.domain.checks.run import check_phase
from socplanner.domain.duty_edits import SetCells, SetCoverage
from socplanner.domain.history import History
from socplanner.domain.ids import PartyId
from socplanner.domain.letters import BLANK, Cell
from socplanner.domain.new_plan import NOW
from socplanner.domain.phases import duty
from socplanner.domain.plan import Plan
from socplanner.services.checking import Checking
from socplanner.services.document import Document
from tests.support.plans import hybrid_plan

MSS, SOC, CSIRT = PartyId("mss"), PartyId("soc"), PartyId("csirt")


def plan_with(reporting: str, receiving: str) -> Plan:
    """Return a plan with a provider on B-4 and CSIRT on D-1, with those hours."""
    plan = SetCells(NOW, ((REPORTING, MSS, Cell("R")), (RECEIVING, CSIRT, Cell("R")))).apply(
        hybrid_plan()
    )
    plan = SetCoverage(NOW, frozenset({REPORTING}), reporting).apply(plan)
    return SetCoverage(NOW, frozenset({RECEIVING}), receiving).apply(plan)


def broken_in(plan: Plan) -> list[Finding]:
    """Return the findings of W07."""
    return [each for each in check_phase(plan, NOW) if each.rule == "W07"]


@pytest.mark.parametrize(
    ("reporting", "receiving", "hours"),
    [
        ("24x365", "mon-fri 9:00-17:00", 7 * 24 - 40),
        ("24x365", "mon-fri 9:00-17:00, on call otherwise", None),
        ("24x365", "24x365", None),
        ("24x365", "best effort all days", 7 * 24),
        ("24x365", "mon-fri 9:00-17:00; all on-call by mss", 7 * 24 - 40),
        ("平日 9:00-17:00", "mon-fri 9:00-17:00", None),
        ("24x365(オンコール)", "mon-fri 9:00-17:00", None),
        ("", "mon-fri 9:00-17:00", None),
    ],
)
def test_hours_without_anyone_inside_are_counted(
    reporting: str, receiving: str, hours: int | None
) -> None:
    findings = broken_in(plan_with(reporting, receiving))
    expected = [] if hours is None else [(RECEIVING, "gap", (MSS,), (("n", hours),))]
    result = [(each.role, each.variant, each.parties, each.values) for each in findings]
    assert result == expected
    assert all(each.severity is Severity.WARNING for each in findings)


def test_hours_that_are_not_stated_are_missing() -> None:
    assert [each.variant for each in broken_in(plan_with("24x365", ""))] == ["not-stated"]


def test_without_anyone_inside_no_hour_is_covered() -> None:
    plan = plan_with("24x365", "24x365")
    cells = tuple((RECEIVING, party.id, BLANK) for party in plan.parties)
    plan = SetCells(NOW, (*cells, (RECEIVING, MSS, Cell("R")))).apply(plan)
    role = plan.role(RECEIVING)
    assert role is not None
    row = checked_row(plan, NOW, role, duty(plan, NOW, RECEIVING))
    findings = reports_are_received(row, duty(plan, NOW, REPORTING))
    assert [each.values for each in findings] == [(("n", 168),)]


def test_a_change_of_the_reports_concerns_the_role_that_receives_them() -> None:
    before = plan_with("", "mon-fri 9:00-17:00")
    after = SetCoverage(NOW, frozenset({REPORTING}), "24x365").apply(before)
    assert [each.finding.rule for each in effect_of(before, after, "").made] == ["W07"]


def test_the_window_checks_the_role_when_the_other_one_changes(qapp: object) -> None:
    document = Document(History.of(plan_with("", "mon-fri 9:00-17:00")))
    checking = Checking(document)
    rules = {each.rule for each in checking.of_role(RECEIVING)}
    document.perform(SetCoverage(NOW, frozenset({REPORTING}), "24x365"))
    assert {each.rule for each in checking.of_role(RECEIVING)} == rules | {"W07"}
    document.undo()
    assert {each.rule for each in checking.of_role(RECEIVING)} == rules
