"""Accountability moves between phases only with a word about it."""

from dataclasses import replace

from socplanner.domain.checks.run import check_role
from socplanner.domain.duty_edits import SetCells, SetNote
from socplanner.domain.letters import BLANK, Cell
from socplanner.domain.phases import duty, with_duties
from socplanner.domain.plan import Plan
from tests.support.small_plan import A1, CISO, IT, NOW, SOC, TARGET, small_plan


def rules(plan: Plan) -> set[str]:
    """Return the rules that say something of the first role in the second phase."""
    role = plan.role(A1)
    assert role is not None
    return {each.rule for each in check_role(plan, TARGET, role)}


def moved() -> Plan:
    """Return a plan in which another party becomes accountable."""
    plan = small_plan("all", "all")
    return SetCells(TARGET, ((A1, CISO, BLANK), (A1, IT, Cell("A")))).apply(plan)


def test_another_accountable_party_needs_a_note_in_that_phase() -> None:
    assert "P01" in rules(moved())
    noted = SetNote(TARGET, frozenset({A1}), "Handed over in April.").apply(moved())
    assert "P01" not in rules(noted)


def test_a_note_of_the_phase_before_does_not_explain_the_handover() -> None:
    assert "P01" in rules(SetNote(NOW, frozenset({A1}), "Daily.").apply(moved()))


def test_the_same_party_hands_nothing_over() -> None:
    plan = small_plan("all", "all")
    assert "P01" not in rules(plan)
    assert "P01" not in rules(SetCells(TARGET, ((A1, SOC, Cell("C")),)).apply(plan))


def test_without_an_accountable_party_before_there_is_no_handover() -> None:
    plan = moved()
    current = duty(plan, NOW, A1)
    bare = replace(current, letters={p: c for p, c in current.letters.items() if "A" not in c})
    assert "P01" not in rules(with_duties(plan, NOW, {A1: bare}))
