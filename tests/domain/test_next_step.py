"""The next step of a plan: one after the other, in a fixed order."""

from socplanner.domain.catalogue import Area, Sourcing
from socplanner.domain.checks.run import check_phase
from socplanner.domain.duty_edits import ChangeSourcing, MoveRoles, SetCells
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.letters import BLANK
from socplanner.domain.new_plan import NOW
from socplanner.domain.next_step import NextStep, Todo, next_step
from socplanner.domain.plan import Plan
from tests.support.plans import hybrid_plan

B1, E1, D1 = RoleId("v2:B-1"), RoleId("v2:E-1"), RoleId("v2:D-1")


def step_of(plan: Plan) -> NextStep:
    """Return the next step of `plan` in its first phase."""
    return next_step(plan, NOW, check_phase(plan, NOW))


def test_a_plan_with_a_target_and_without_warnings_is_sent_out() -> None:
    assert step_of(hybrid_plan()) == NextStep(Todo.SEND_OUT)


def test_a_plan_of_one_phase_needs_a_target() -> None:
    assert step_of(hybrid_plan(None)) == NextStep(Todo.PLAN_TARGET)


def test_roles_are_placed_before_anything_else() -> None:
    undecided = ChangeSourcing(NOW, frozenset({B1}), Sourcing.UNDECIDED).apply(hybrid_plan())
    away = MoveRoles(NOW, frozenset({E1, D1}), Area.UNPLACED).apply(undecided)
    assert step_of(away) == NextStep(Todo.PLACE, 2, (D1, E1))


def test_then_every_sourcing_is_decided() -> None:
    undecided = ChangeSourcing(NOW, frozenset({B1}), Sourcing.UNDECIDED).apply(hybrid_plan())
    assert step_of(undecided) == NextStep(Todo.DECIDE_SOURCING, 1, (B1,))


def test_errors_come_before_warnings() -> None:
    warned = ChangeSourcing(NOW, frozenset({E1}), Sourcing.NOT_CARRIED_OUT).apply(hybrid_plan())
    assert step_of(warned).step is Todo.RESOLVE_WARNINGS
    wrong = SetCells(NOW, ((B1, PartyId("soc"), BLANK),)).apply(warned)
    assert step_of(wrong) == NextStep(Todo.RESOLVE_ERRORS, 2)
