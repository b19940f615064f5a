"""Undo, redo and the saved mark: history is a list of plans and a place in it."""

from dataclasses import dataclass

import pytest

from socplanner.domain.history import Edit, History
from socplanner.domain.phase_edits import RenameOrganisation
from socplanner.domain.plan import Plan
from socplanner.domain.problem import EditRejected
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
