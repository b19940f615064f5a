"""The steps that changed one role."""

from socplanner.domain.catalogue import Sourcing
from socplanner.domain.duty_edits import ChangeSourcing, SetCells, SetNote
from socplanner.domain.history import History
from socplanner.domain.ids import PartyId, RoleId
from socplanner.domain.letters import Cell
from socplanner.domain.new_plan import NOW
from socplanner.domain.phase_edits import RenameOrganisation
from socplanner.domain.role_steps import MOST_STEPS, steps_of_role
from tests.support.plans import hybrid_plan

A1, B1 = RoleId("v2:A-1"), RoleId("v2:B-1")


def worked() -> History:
    """Return a history in which B-1 was changed three times, A-1 once, and the plan once."""
    target = hybrid_plan().phases[1].id
    history = History.of(hybrid_plan())
    for edit in (
        SetNote(NOW, frozenset({B1}), "watch"),
        RenameOrganisation("Other Works"),
        ChangeSourcing(NOW, frozenset({A1}), Sourcing.OUTSOURCE),
        ChangeSourcing(target, frozenset({B1}), Sourcing.BOTH),
        SetCells(NOW, ((B1, PartyId("ciso"), Cell("I")),)),
    ):
        history = history.perform(edit)
    return history


def test_steps_of_any_phase_are_found_latest_first() -> None:
    assert steps_of_role(worked(), B1) == (5, 4, 1)
    assert steps_of_role(worked(), A1) == (3,)
    assert steps_of_role(worked(), RoleId("v2:C-1")) == ()


def test_undone_steps_do_not_count() -> None:
    assert steps_of_role(worked().undone(), B1) == (4, 1)
    assert steps_of_role(worked().at(0), B1) == ()


def test_old_steps_are_left_out() -> None:
    history = History.of(hybrid_plan()).perform(SetNote(NOW, frozenset({B1}), "first"))
    for n in range(MOST_STEPS):
        history = history.perform(RenameOrganisation(f"Works {n}"))
    assert steps_of_role(history, B1) == ()
