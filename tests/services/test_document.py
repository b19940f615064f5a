"""What is still being typed is a part of the plan before anything else happens to it."""

from dataclasses import replace
from time import time

import pytest
from pytestqt.qtbot import QtBot

from socplanner.domain.catalogue import Area
from socplanner.domain.duty_edits import MoveRoles, SetNote
from socplanner.domain.history import History
from socplanner.domain.ids import PhaseId
from socplanner.domain.party_edits import RemoveParty
from socplanner.domain.phase_edits import RenameOrganisation
from socplanner.domain.phases import duty
from socplanner.domain.plan_diff import PlanDiff
from socplanner.domain.replace_plan import ReplacePlan
from socplanner.services.document import Document
from tests.support.small_plan import A1, A3, NOW, SOC, small_plan

ROLES = frozenset({A1})
MOVE = MoveRoles(NOW, frozenset({A3}), Area.IV)
NOTE = SetNote(NOW, ROLES, "typed")
TOO_LONG = SetNote(NOW, ROLES, "x" * 5000)


@pytest.fixture
def document(qapp: object) -> Document:
    """Return a document with a saved plan."""
    return Document(History.of(small_plan()))


def note(document: Document) -> str:
    """Return the note of the role that is typed about."""
    return duty(document.plan, NOW, A1).note


def test_a_pending_edit_counts_as_not_saved_at_once(qtbot: QtBot, document: Document) -> None:
    with qtbot.waitSignal(document.history_changed):
        document.set_pending("note", NOTE)
    assert not document.is_saved
    assert document.undo_edit is NOTE
    assert note(document) == ""
    assert document.commit_pending()
    assert note(document) == "typed"
    assert document.pending("note") is None


def test_a_pending_edit_is_performed_before_another_edit(document: Document) -> None:
    document.set_pending("note", NOTE)
    document.perform(MOVE)
    assert [type(step.edit) for step in document.history.steps[1:]] == [SetNote, MoveRoles]


def test_undo_undoes_the_pending_edit_first(document: Document) -> None:
    document.perform(MOVE)
    document.set_pending("note", NOTE)
    document.undo()
    assert note(document) == ""
    assert duty(document.plan, NOW, A3).area is Area.IV
    document.redo()
    assert note(document) == "typed"


def test_redo_keeps_the_pending_edit(document: Document) -> None:
    document.perform(MOVE)
    document.undo()
    document.set_pending("note", NOTE)
    document.redo()
    assert note(document) == "typed"
    document.undo()
    assert note(document) == ""


def test_a_rejected_edit_stays_pending_and_is_announced(qtbot: QtBot, document: Document) -> None:
    document.set_pending("note", TOO_LONG)
    with qtbot.waitSignal(document.rejected) as messages:
        assert not document.commit_pending()
    assert messages.args is not None
    assert messages.args[0].code == "text-too-long"
    assert document.pending("note") is TOO_LONG
    assert not document.is_saved
    document.undo()
    assert document.pending("note") is TOO_LONG
    document.set_pending("note", NOTE)
    assert document.commit_pending()
    assert note(document) == "typed"


def test_typing_nothing_new_leaves_the_plan_saved(document: Document) -> None:
    document.set_pending("note", SetNote(NOW, ROLES, ""))
    assert not document.is_saved
    assert document.commit_pending()
    assert document.is_saved


def test_another_plan_begins_with_nothing_pending(document: Document) -> None:
    document.set_pending("note", NOTE)
    document.open(History.of(small_plan()))
    assert document.is_saved
    assert document.commit_pending()
    assert note(document) == ""


def test_undo_restores_a_plan_that_was_replaced(qtbot: QtBot, document: Document) -> None:
    document.perform(MOVE)
    mine = document.plan
    theirs = RemoveParty(SOC).apply(small_plan())
    with qtbot.waitSignal(document.opened):
        document.perform(ReplacePlan(theirs))
    document.mark_saved()
    assert document.plan == theirs
    with qtbot.waitSignal(document.opened):
        document.undo()
    assert document.plan == mine
    assert not document.is_saved
    with qtbot.waitSignal(document.plan_changed):
        document.undo()
    document.redo()
    with qtbot.waitSignal(document.opened):
        document.redo()
    assert document.plan == theirs
    assert document.history.is_saved
    assert document.plan.phase(PhaseId("now")) is not None


def test_a_field_may_finish_while_an_edit_is_announced(document: Document) -> None:
    done: list[bool] = []
    document.opened.connect(lambda: done.append(document.commit_pending()))
    document.perform(ReplacePlan(replace(document.plan, organisation="Theirs")))
    assert done == [True]


def test_going_to_a_step_is_one_announcement(document: Document) -> None:
    before = document.plan
    document.perform(RenameOrganisation("First"))
    document.perform(RenameOrganisation("Second"))
    diffs: list[PlanDiff] = []
    document.plan_changed.connect(diffs.append)
    document.go_to(0)
    assert document.plan is before
    assert len(diffs) == 1
    assert diffs[0].before.organisation == "Second"
    document.go_to(0)
    assert len(diffs) == 1
    document.go_to(2)
    assert document.plan.organisation == "Second"
    with pytest.raises(IndexError):
        document.go_to(3)


def test_a_step_knows_when_it_was_made(document: Document) -> None:
    began = time()
    document.perform(RenameOrganisation("First"))
    assert began <= document.history.steps[1].made_at <= time()
