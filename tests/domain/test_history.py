"""Undo, redo and the saved mark: history is a list of plans and a place in it."""

import gc
import tracemalloc
from dataclasses import dataclass
from random import Random

import pytest

from socplanner.domain import history as history_module
from socplanner.domain.duty_edits import SetCells, SetNote
from socplanner.domain.external.import_edit import ExternalMapping, ImportExternalMatrix, NewRole
from socplanner.domain.external.understood import TaskRow, Understood
from socplanner.domain.history import LEAST_STEPS, Edit, History
from socplanner.domain.ids import PartyId
from socplanner.domain.letters import Cell
from socplanner.domain.party_edits import AddParty
from socplanner.domain.phase_edits import RenameOrganisation, RenamePhase
from socplanner.domain.phases import duties
from socplanner.domain.plan import Party, Plan
from socplanner.domain.problem import EditRejected
from tests.support.plans import unplaced_plan
from tests.support.small_plan import A1, A2, NOW, ROLES, small_plan, text


@dataclass(frozen=True)
class _Refuses:
    """An edit that can never be made."""

    def apply(self, plan: Plan) -> Plan:
        raise EditRejected("bad-id", id=plan.id)


@dataclass(frozen=True)
class _OneByOne:
    """An edit of several roles that takes them one after the other."""

    def apply(self, plan: Plan) -> Plan:
        for role in ROLES:
            plan = SetNote(NOW, frozenset({role}), "a note").apply(plan)
        return plan


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
def test_the_oldest_steps_are_dropped_at_the_limit() -> None:
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
def test_at_the_limit_nothing_is_freed_and_above_it_a_quarter() -> None:
    full = _many(30)
    assert (full.dropped, full.size) == (0, 30 * _many(1).size)
    freed = full.perform(RenameOrganisation("One more"))
    assert freed.size == 22 * _many(1).size
    assert (len(freed.steps), freed.dropped, freed.index) == (22, 10, 21)


@pytest.mark.usefixtures("_small_history")
def test_the_edit_between_two_steps_is_known_while_older_ones_are_dropped() -> None:
    full, edit = _many(30), RenameOrganisation("One more")
    freed = full.perform(edit)
    assert freed.dropped
    assert full.crossed(freed) == (edit,)
    assert freed.crossed(freed.undone()) == (edit,)
    assert freed.undone().crossed(freed) == (edit,)


def test_a_step_that_changes_a_phase_twice_is_as_big_as_both_changes() -> None:
    both = SetNote(NOW, frozenset(ROLES), "a note")
    assert _of_edit(_OneByOne()).size >= _of_edit(both).size


def _of_edit(edit: Edit) -> History:
    return History.of(small_plan()).perform(edit)


@pytest.mark.usefixtures("_small_history")
def test_the_saved_plan_keeps_its_mark_while_older_steps_are_dropped() -> None:
    history = _many(25).mark_saved()
    for name in range(6):
        history = history.perform(RenameOrganisation(f"P{name}"))
    assert history.dropped
    for _ in range(6):
        history = history.undone()
    assert history.is_saved
    assert history.plan.organisation == "O24"


@pytest.mark.usefixtures("_small_history")
def test_the_oldest_step_that_is_left_may_be_the_saved_one() -> None:
    history = _many(10).mark_saved()
    for name in range(21):
        history = history.perform(RenameOrganisation(f"P{name}"))
    assert (history.dropped, history.saved) == (10, 0)


def test_the_size_of_a_step_is_estimated_by_what_it_changed() -> None:
    plan = small_plan()
    edits: dict[str, Edit] = {
        "name": RenameOrganisation("Other"),
        "note": SetNote(NOW, frozenset({A1}), "a note"),
        "two notes": SetNote(NOW, frozenset({A1, A2}), "a note"),
        "all": SetNote(NOW, frozenset(ROLES), "a note"),
    }
    sizes = {name: History.of(plan).perform(edit).size for name, edit in edits.items()}
    assert 0 < sizes["name"] < sizes["note"] < sizes["two notes"] < sizes["all"]
    party = Party(PartyId("law"), "internal", text("Law"))
    assert History.of(plan).perform(AddParty(party)).size > sizes["name"]
    row = TaskRow(2, "Watch", ())
    custom = ImportExternalMatrix(
        NOW, Understood(tasks=(row,)), ExternalMapping((NewRole("A"),), ())
    )
    assert History.of(plan).perform(custom).size > sizes["name"]
    assert History.of(plan).perform(RenamePhase(NOW, text("Today"))).size < sizes["note"]


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
def test_steps_undone_and_replaced_are_not_counted() -> None:
    history = _many(20)
    for _ in range(200):
        history = history.undone().perform(RenameOrganisation("Again"))
        history = history.undone().perform(RenameOrganisation("Other"))
    assert (len(history.steps), history.dropped) == (21, 0)
    assert history.size == sum(step.size for step in history.steps)


def test_few_big_steps_are_kept_however_big(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history_module, "MOST_BYTES", 1)
    assert len(_many(50).steps) == LEAST_STEPS == 20


def test_thousands_of_edits_use_bounded_memory() -> None:
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


def test_any_step_is_reached_at_once_and_names_what_was_crossed() -> None:
    history = History.of(small_plan())
    edits = [RenameOrganisation(f"Works {n}") for n in range(5)]
    for edit in edits:
        history = history.perform(edit, 12.5)
    back = history.at(1)
    assert back.plan.organisation == "Works 0"
    assert history.crossed(back) == tuple(edits[1:])
    assert back.crossed(history) == tuple(edits[1:])
    assert history.crossed(history) == ()
    assert [step.made_at for step in history.steps] == [0.0, *[12.5] * 5]
    with pytest.raises(IndexError):
        history.at(6)
    with pytest.raises(IndexError):
        history.at(-1)
