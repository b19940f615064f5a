"""Undo, redo and the saved mark: history is a list of plans and a place in it."""

import gc
import tracemalloc
from dataclasses import dataclass
from random import Random

import pytest

from socplanner.domain import history as history_module
from socplanner.domain.duty_edits import SetCells, SetNote
from socplanner.domain.history import LEAST_STEPS, Edit, History
from socplanner.domain.letters import Cell
from socplanner.domain.phase_edits import RenameOrganisation
from socplanner.domain.phases import duties
from socplanner.domain.plan import Plan
from socplanner.domain.problem import EditRejected
from tests.support.plans import unplaced_plan
from tests.support.small_plan import small_plan


@dataclass(frozen=True)
class _Refuses:
    """An edit that can never be made."""

    def apply(self, plan: Plan) -> Plan:
        raise EditRejected("bad-id", id=plan.id)


def _renamed(*names: str) -> History:
    history = History.of(small_plan())
    for name in names:
        history = history.perform(RenameOrganisation(name))
    return history


def test_a_new_history_has_nothing_to_undo_and_is_saved_or_not() -> None:
    plan = small_plan()
    history = History.of(plan)
    assert history.plan is plan
    assert history.is_saved
    assert not History.of(plan, is_saved=False).is_saved
    assert history.undone() is history
    assert history.redone() is history
    assert (history.undo_edit, history.redo_edit) == (None, None)


def test_undo_and_redo_go_through_the_very_plans() -> None:
    history = _renamed("One", "Two")
    two, one = history.plan, history.undone().plan
    assert (one.organisation, two.organisation) == ("One", "Two")
    assert history.undone().undone().redone().plan is one
    assert history.undone().redone().plan is two


def test_the_edits_at_hand_are_those_undo_and_redo_would_meet() -> None:
    one, two = RenameOrganisation("One"), RenameOrganisation("Two")
    history: History = History.of(small_plan()).perform(one).perform(two)
    expected: list[tuple[Edit | None, Edit | None]] = [(two, None), (one, two), (None, one)]
    for undo, redo in expected:
        assert (history.undo_edit, history.redo_edit) == (undo, redo)
        history = history.undone()


def test_an_edit_after_undo_forgets_what_was_undone() -> None:
    history = _renamed("One", "Two").undone().perform(RenameOrganisation("Three"))
    assert history.redone() is history
    assert [step.plan.organisation for step in history.steps] == ["Works", "One", "Three"]


def test_an_edit_that_changes_nothing_makes_no_step() -> None:
    history = _renamed("One").undone()
    assert history.perform(RenameOrganisation("Works")) is history
    assert history.redo_edit is not None


def test_an_edit_that_is_refused_changes_nothing() -> None:
    history = _renamed("One")
    with pytest.raises(EditRejected):
        history.perform(_Refuses())
    assert history.plan.organisation == "One"


def test_the_saved_mark_stays_with_its_plan() -> None:
    history = _renamed("One").mark_saved()
    assert history.is_saved
    changed = history.perform(RenameOrganisation("Two"))
    assert not changed.is_saved
    assert changed.undone().is_saved
    assert not changed.undone().undone().is_saved


def test_a_saved_plan_that_was_undone_and_overwritten_is_gone() -> None:
    history = _renamed("One").mark_saved().undone().perform(RenameOrganisation("Two"))
    assert not any(each.is_saved for each in (history, history.undone()))


def test_nothing_is_saved_after_it_is_marked_so() -> None:
    history = _renamed("One").mark_saved().mark_unsaved()
    assert not history.is_saved
    assert not history.undone().is_saved


def _many(number: int) -> History:
    history = History.of(small_plan())
    for name in range(number):
        history = history.perform(RenameOrganisation(f"O{name}"))
    return history


@pytest.fixture
def _small_history(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history_module, "MOST_BYTES", 30 * _many(1).size)


@pytest.mark.usefixtures("_small_history")
def test_the_oldest_steps_are_dropped_where_room_is_short() -> None:
    history = _many(100)
    assert LEAST_STEPS < len(history.steps) <= 30
    assert history.dropped == 101 - len(history.steps)
    assert history.plan.organisation == "O99"
    assert history.size == sum(step.size for step in history.steps)
    while history.undo_edit is not None and history.index:
        history = history.undone()
    assert history.plan.organisation == f"O{history.dropped - 1}"
    assert history.undone() is history


@pytest.mark.usefixtures("_small_history")
def test_the_saved_plan_may_be_dropped_too() -> None:
    history = _many(10).mark_saved()
    for name in range(5):
        history = history.perform(RenameOrganisation(f"P{name}"))
    for _ in range(5):
        history = history.undone()
    assert history.is_saved
    for name in range(60):
        history = history.perform(RenameOrganisation(f"Q{name}"))
    assert history.saved is None
    while history.index:
        history = history.undone()
        assert not history.is_saved


@pytest.mark.usefixtures("_small_history")
def test_steps_undone_and_replaced_take_no_room() -> None:
    history = _many(20)
    for _ in range(200):
        history = history.undone().perform(RenameOrganisation("Again"))
        history = history.undone().perform(RenameOrganisation("Other"))
    assert (len(history.steps), history.dropped) == (21, 0)
    assert history.size == sum(step.size for step in history.steps)


def test_few_big_steps_are_kept_however_big(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history_module, "MOST_BYTES", 1)
    assert len(_many(50).steps) == LEAST_STEPS


def test_thousands_of_edits_take_bounded_memory() -> None:
    plan, dice = unplaced_plan(), Random(3)
    now = plan.phases[0].id
    roles = [role.id for role in plan.roles()]
    parties = [party.id for party in plan.parties]
    history = History.of(plan)
    gc.collect()
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    for number in range(8_000):
        role = dice.choice(roles)
        cell = Cell(dice.choice(["A", "R", "C", "I", ""]))
        edit: Edit = (
            SetCells(now, ((role, dice.choice(parties), cell),))
            if number % 3
            else SetNote(now, frozenset({role}), f"note {number}")
        )
        history = history.perform(edit)
        duties(history.plan, now)  # whoever reads a plan must not make it grow
    gc.collect()
    grown = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    assert history.dropped
    assert grown < 15_000_000
